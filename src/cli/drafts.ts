import { draftJson, listDrafts, printDraft } from "./draft-list.ts";
import { moment } from "./moments.ts";
import { withProgram } from "./open.ts";
import { firstPerson } from "./people.ts";
import { type JsonOption, line, paint, print, printJson, spokenKind } from "./print.ts";

/** `afterword drafts`: each waiting draft in full under its number, then what is approved and on its way. */
export const drafts = (options: JsonOption): Promise<void> =>
  withProgram(async ({ app, views }) => {
    const { waiting, approved } = await listDrafts(views);
    if (options.json) {
      return printJson([
        ...waiting.map((row, at) => ({ n: at + 1, ...draftJson(row) })),
        ...approved.map((row) => ({ n: null, ...draftJson(row) })),
      ]);
    }
    const { zone } = await firstPerson(app);
    if (waiting.length === 0)
      print("No draft waits for your decision; the next digest brings what falls due.");
    for (const [at, row] of waiting.entries()) printDraft(row, String(at + 1), zone);
    if (waiting.length > 0)
      print(paint("gray", '"afterword approve 1" sends the first one, "afterword skip 1" does not.'));
    for (const row of approved) {
      print(
        `Approved: ${spokenKind(row.kind)} to ${line(row.to)}, ${line(row.employer)}; due ${moment(row.due_at, zone)}.`,
      );
    }
  });
