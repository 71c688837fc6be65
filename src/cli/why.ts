import type { JournalRow } from "../ports/store.ts";
import { moment } from "./moments.ts";
import { candidacyNumber } from "./one-candidacy.ts";
import { withProgram } from "./open.ts";
import { block, type JsonOption, line, paint, print, printJson } from "./print.ts";

/** `afterword why N`: first what is awaited, then everything that happened, in order, with the words that prove it. Times in the person's zone. */
export const why = (number: number, options: JsonOption): Promise<void> =>
  withProgram(async ({ app, views }) => {
    const { row, journal } = await candidacyNumber(views, number);
    if (options.json) return printJson({ number, employer: row.employer, because: row.because, journal });
    const person = await app.store.transaction((tx) => tx.people.get(row.person_id));
    print(paint("bold", line(row.because) || "Nothing is awaited."));
    print();
    for (const entry of journal) tell(entry, person.zone);
  });

function tell({ at, says, evidence }: Pick<JournalRow, "at" | "says" | "evidence">, zone: string): void {
  print(`${paint("gray", moment(at, zone))}  ${line(says)}`);
  for (const words of evidence) print(block(words, "    > "));
}
