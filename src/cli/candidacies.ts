import { withProgram } from "./open.ts";
import { connectFirst } from "./people.ts";
import { type JsonOption, line, paint, print, printJson, spokenState, table } from "./print.ts";

/** `afterword candidacies`: one line each. */
export const candidacies = (options: JsonOption): Promise<void> =>
  withProgram(async ({ app, views }) => {
    const all = await views.candidacies();
    if (options.json) return printJson(all.map(({ id: _id, ...shown }) => shown));
    if (all.length === 0) {
      const people = await app.store.transaction((tx) => tx.people.all());
      return print(
        people.length === 0
          ? connectFirst
          : "No candidacy yet: the first one opens when an interview invitation arrives.",
      );
    }
    const rows = all.map(({ number, employer, role, state, reason, because }) => [
      String(number),
      short(line(employer), 28),
      short(line(role), 28),
      reason === null ? spokenState(state) : `${spokenState(state)} (${spokenState(reason)})`,
      line(because),
    ]);
    const [head = "", ...lines] = table([["No", "Employer", "Role", "State", "Why"], ...rows]).split("\n");
    print(paint("bold", head));
    for (const each of lines) print(each);
  });

const short = (words: string, most: number): string =>
  words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words;
