import { commandSkip } from "../flows/command.ts";
import { SetupError } from "../setup-error.ts";
import { consent } from "./ask.ts";
import { findDraft, printDraft } from "./draft-list.ts";
import { withProgram } from "./open.ts";
import { firstPerson } from "./people.ts";
import { type JsonOption, print, printJson } from "./print.ts";

/** `afterword skip N|ID`: the draft is not sent and does not come back while nothing has changed (POLICY 6.1). */
export const skip = (wanted: string, options: JsonOption & { readonly yes?: boolean }): Promise<void> =>
  withProgram(async ({ app, views }) => {
    const draft = await findDraft(views, wanted);
    if (!options.json) printDraft(draft, "Draft", (await firstPerson(app)).zone);
    await consent("Skip this mail?", options);
    const done = await commandSkip(app, draft.draft, { by: "cli" });
    if (!done.ok) throw new SetupError(done.error);
    if (options.json) printJson({ skipped: draft.draft });
    else print(done.value);
  });
