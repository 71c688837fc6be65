import { diagnose, type Finding } from "../diagnose.ts";
import { mailboxPaused } from "../domain/paused-mailbox.ts";
import { programCall } from "../domain/program-call.ts";
import { withProgram } from "./open.ts";
import { connectFirst } from "./people.ts";
import { type JsonOption, line, paint, print, printJson } from "./print.ts";
import { findRunning } from "./running.ts";

/** `afterword doctor`: one line a check. Exit code 1 when something is wrong. */
export async function doctor(options: JsonOption): Promise<void> {
  const { findings, config } = await diagnose();
  const all = [...findings];
  const tell = (finding: Finding) => {
    if (!options.json)
      print(
        `${finding.ok ? paint("green", "ok   ") : paint("red", "WRONG")}  ${finding.part.padEnd(12)}  ${finding.says}`,
      );
  };
  for (const finding of findings) tell(finding);
  if (config && findings.every(({ ok }) => ok)) {
    const further = await checkProgram();
    all.push(...further);
    for (const finding of further) tell(finding);
  }
  const ok = all.every((finding) => finding.ok);
  if (options.json) printJson({ ok, checks: all });
  if (!ok) process.exitCode = 1;
}

/** Each mailbox logs in on both of its servers; nothing is sent. */
const checkProgram = (): Promise<readonly Finding[]> =>
  withProgram(async ({ app, checkAccount, config }) => {
    const rows = await app.store.transaction((tx) => tx.mailboxes.all());
    const mailboxes: Finding[] = [];
    for (const { id, address, pausedAt } of rows) {
      const part = "mailbox";
      if (pausedAt !== null) {
        mailboxes.push({ part, ok: true, says: `${address}: not tried. ${mailboxPaused(address)}` });
        continue;
      }
      try {
        const account = await app.store.transaction((tx) => tx.mailboxes.account(id));
        const checked = await checkAccount(account);
        mailboxes.push({
          part,
          ok: checked.ok,
          says: `${address}: ${checked.ok ? "both servers let us in" : line(checked.error.says)}`,
        });
      } catch (error) {
        // The password was sealed with another key, or the row was changed (SAFETY R50).
        mailboxes.push({
          part,
          ok: false,
          says: `${address}: ${error instanceof Error ? error.message : String(error)}`,
        });
      }
    }
    const running = await findRunning(config.dataFolder);
    return [
      ...(rows.length === 0 ? [{ part: "mailbox", ok: true, says: `none. ${connectFirst}` }] : mailboxes),
      {
        part: "program",
        ok: true,
        says: running ? `running at ${running.url}` : `not running; "${programCall} start" starts it`,
      },
    ];
  });
