import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Temporal } from "temporal-polyfill";
import { calendarText } from "../calendar-text.ts";
import { agendaOf } from "../domain/agenda.ts";
import { dateIn } from "../domain/working-time.ts";
import { SetupError } from "../setup-error.ts";
import { withProgram } from "./open.ts";
import { peopleOf } from "./people.ts";
import { count, type JsonOption, print, printJson } from "./print.ts";

export type ExportOptions = JsonOption & { readonly to?: string; readonly person?: string };

/** `afterword export` (SAFETY R56). @throws SetupError when it is not clear whose, or the folder is there already. */
export const exportKept = (options: ExportOptions): Promise<void> =>
  withProgram(async ({ app, views }) => {
    const [person, ...others] = await peopleOf(app, options.person);
    if (others.length > 0)
      throw new SetupError(
        `Several people share this installation; say who with --person: ${[person, ...others].map(({ address }) => address).join(", ")}.`,
      );
    const now = app.clock.now();
    const folder = resolve(options.to ?? `afterword-export-${dateIn(person.zone, now)}`);
    const { rows, sent, agenda } = await views.everythingOf(person.id);
    await makeFolder(folder);
    const write = (name: string, content: string | Buffer) =>
      writeFile(join(folder, name), content, { mode: 0o600, flag: "wx" });
    await write("afterword.json", `${JSON.stringify(rows, null, 2)}\n`);
    await write("dates.ics", calendarText(agendaOf(agenda, now, ever)));
    await mkdir(join(folder, "sent"), { mode: 0o700 });
    for (const [n, rfc822] of sent.entries())
      await write(join("sent", `${String(n + 1).padStart(4, "0")}.eml`), rfc822);
    const candidacies = rows.candidacies?.length ?? 0;
    const mails = rows.mails?.length ?? 0;
    if (options.json) return printJson({ folder, candidacies, mails, sent: sent.length });
    print(
      `${count(candidacies, "candidacy", "candidacies")}, ${count(mails, "mail")} and ${count(sent.length, "sent mail")} are in ${folder}.`,
    );
    print("It holds private mail: keep it where only you can read it.");
  });

const ever = Temporal.Instant.fromEpochMilliseconds(0);

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new SetupError(
      code === "EEXIST"
        ? `${folder} is there already, and nothing in it is changed; name another folder with --to.`
        : `The folder ${folder} cannot be made (${message}); name another one with --to.`,
    );
  }
}
