import { commandPause } from "../flows/command-pause.ts";
import { SetupError } from "../setup-error.ts";
import { withProgram } from "./open.ts";
import { peopleOf } from "./people.ts";
import { type JsonOption, line, print, printJson } from "./print.ts";

export type PauseOptions = JsonOption & { readonly person?: string };

/** `afterword pause 2w`, and with null `afterword resume`. @throws SetupError when it is not clear until when, or there is no pause. */
export const pause = (length: string | null, options: PauseOptions): Promise<void> =>
  withProgram(async ({ app }) => {
    const [{ id }] = await peopleOf(app, options.person);
    const done = await commandPause(app, id, length, { by: "cli" });
    if (!done.ok) throw new SetupError(done.error);
    const { pausedUntil } = await app.store.transaction((tx) => tx.people.get(id));
    if (options.json) printJson({ done: done.value, paused_until: pausedUntil });
    else print(line(done.value));
  });
