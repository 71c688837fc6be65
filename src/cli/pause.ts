import { programCall } from "../domain/program-call.ts";
import type { App } from "../flows/app.ts";
import { commandPause } from "../flows/command-pause.ts";
import { pauseMailbox, resumeMailbox } from "../flows/pause-mailbox.ts";
import { SetupError } from "../setup-error.ts";
import { connectedMailbox } from "./connected-mailbox.ts";
import { withProgram } from "./open.ts";
import { peopleOf } from "./people.ts";
import { type JsonOption, line, print, printJson } from "./print.ts";

export type PauseOptions = JsonOption & { readonly person?: string; readonly mailbox?: string };

/** `afterword pause 2w`, and with null `afterword resume`. @throws SetupError when it is not clear until when, or there is no pause. */
export const pause = (length: string | null, options: PauseOptions): Promise<void> =>
  withProgram(async ({ app }) => {
    if (options.mailbox !== undefined) return ofMailbox(app, length, options.mailbox, options);
    const [{ id }] = await peopleOf(app, options.person);
    const done = await commandPause(app, id, length, { by: "cli" });
    if (!done.ok) throw new SetupError(done.error);
    const { pausedUntil } = await app.store.transaction((tx) => tx.people.get(id));
    if (options.json) printJson({ done: done.value, paused_until: pausedUntil });
    else print(line(done.value));
  });

/** `afterword pause --mailbox ADDRESS`, which lasts until `afterword resume --mailbox ADDRESS`. */
async function ofMailbox(
  app: App,
  length: string | null,
  address: string,
  options: PauseOptions,
): Promise<void> {
  if (length)
    throw new SetupError(
      `A mailbox is paused until "${programCall} resume --mailbox ${line(address)}"; leave out how long.`,
    );
  const { id } = await connectedMailbox(app, address, options.person);
  const done = await (length === null ? resumeMailbox : pauseMailbox)(app, id, { by: "cli" });
  if (!done.ok) throw new SetupError(done.error);
  const { pausedAt } = await app.store.transaction((tx) => tx.mailboxes.get(id));
  if (options.json) printJson({ done: done.value, paused_at: pausedAt });
  else print(line(done.value));
}
