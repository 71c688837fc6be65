import type { Draft } from "../domain/draft.ts";
import { programCall } from "../domain/program-call.ts";
import { draftJson, listDrafts, printDraft } from "./draft-list.ts";
import { moment } from "./moments.ts";
import { withProgram } from "./open.ts";
import { firstPerson } from "./people.ts";
import { block, type JsonOption, line, paint, print, printJson, spokenKind } from "./print.ts";

/** `afterword drafts`: each waiting draft in full under its number, then what is approved and on its way. */
export const drafts = (options: JsonOption & { readonly versions?: boolean }): Promise<void> =>
  withProgram(async ({ app, views }) => {
    const { waiting, approved } = await listDrafts(views);
    const versions = options.versions
      ? await app.store.transaction((tx) =>
          Promise.all(waiting.map((row) => tx.drafts.versions(row.followUp))),
        )
      : [];
    if (options.json) {
      return printJson([
        ...waiting.map((row, at) => ({
          n: at + 1,
          ...draftJson(row),
          ...(options.versions && { versions: versions[at]?.map(versionJson) }),
        })),
        ...approved.map((row) => ({ n: null, ...draftJson(row) })),
      ]);
    }
    const { zone } = await firstPerson(app);
    if (waiting.length === 0)
      print("No draft waits for your decision; the next digest brings what falls due.");
    for (const [at, row] of waiting.entries()) {
      printDraft(row, String(at + 1), zone);
      for (const version of versions[at]?.slice(0, -1) ?? []) printVersion(version);
    }
    if (waiting.length > 0)
      print(
        paint("gray", `"${programCall} approve 1" sends the first one, "${programCall} skip 1" does not.`),
      );
    for (const row of approved) {
      print(
        `Approved: ${spokenKind(row.kind)} to ${line(row.to)}, ${line(row.employer)}; due ${moment(row.due_at, zone)}.`,
      );
    }
  });

const versionJson = ({ version, by, hash, text }: Draft): object => ({ version, by, hash, text });

const authors: Readonly<Record<Draft["by"], string>> = {
  template: "from the template",
  model: "by the model",
  person: "in your own words",
};

function printVersion({ version, by, text }: Draft): void {
  print(paint("gray", `   Version ${version}, ${authors[by]}:`));
  print(paint("gray", block(text, "   | ")));
  print();
}
