import { programCall } from "../domain/program-call.ts";
import { commandApprove } from "../flows/command.ts";
import { SetupError } from "../setup-error.ts";
import { consent } from "./ask.ts";
import { findDraft, printDraft } from "./draft-list.ts";
import { momentWithZone } from "./moments.ts";
import { withProgram } from "./open.ts";
import { firstPerson } from "./people.ts";
import { type JsonOption, line, print, printJson } from "./print.ts";
import { findRunning } from "./running.ts";

export type ApproveOptions = JsonOption & { readonly yes?: boolean; readonly hash?: string };

/**
 * `afterword approve N|ID`: shows the draft and binds the approval to the hash of what was shown (SAFETY R12); with `hash`, to that one.
 * @throws SetupError when it is refused, among others because the draft has changed.
 */
export const approve = (wanted: string, options: ApproveOptions): Promise<void> =>
  withProgram(async ({ app, views, config }) => {
    const draft = await findDraft(views, wanted);
    const { zone } = await firstPerson(app);
    if (!options.json) printDraft(draft, "Draft", zone);
    await consent(`Send this mail to ${line(draft.to)}?`, options);
    const done = await commandApprove(app, draft.draft, options.hash ?? draft.hash, { by: "cli" });
    if (!done.ok) throw new SetupError(done.error);
    const row = await app.store.transaction((tx) => tx.outbox.ofDraft(draft.draft));
    const running = (await findRunning(config.dataFolder)) !== null;
    if (options.json)
      return printJson({
        approved: draft.draft,
        hash: draft.hash,
        to: draft.to,
        leaves_at: row?.notBefore ?? null,
        running,
      });
    print(row ? `Approved: it goes out ${momentWithZone(row.notBefore, zone)}.` : done.value);
    if (!running)
      print(`Afterword is not running, and it is sent only while it runs: "${programCall} start".`);
  });
