import type { Proof } from "../domain/approval.ts";
import type { PersonId } from "../domain/ids.ts";
import { programCall } from "../domain/program-call.ts";
import type { Result } from "../domain/result.ts";
import type { Commanding } from "../flows/command.ts";
import type { Person } from "../ports/store.ts";
import { SetupError } from "../setup-error.ts";
import { withProgram } from "./open.ts";
import { peopleOf } from "./people.ts";
import { type JsonOption, line, print, printJson } from "./print.ts";

type Change = (
  app: Commanding,
  personId: PersonId,
  words: string,
  proof: Proof,
) => Promise<Result<readonly string[], string>>;

/** A list of the person's own sentences that a command shows and changes. */
export type ListCommand = {
  /** As it is typed: "will-not". */
  readonly name: string;
  readonly key: string;
  readonly of: (person: Person) => readonly string[];
  readonly add: Change;
  readonly remove: Change;
  /** Said where nothing is listed, and below what is. */
  readonly empty: string;
  readonly below: string;
};

export type ListOptions = JsonOption & { readonly remove?: boolean; readonly person?: string };

/**
 * Shows the list, adds to it, or takes one off, named by its words or its number. `words` empty: nothing changes.
 * @throws SetupError when that cannot be done.
 */
export const changeList = (list: ListCommand, words: string, options: ListOptions): Promise<void> =>
  withProgram(async ({ app }) => {
    const [person] = await peopleOf(app, options.person);
    if (words === "" && options.remove)
      throw new SetupError(`Say which one to take off: "${programCall} ${list.name} 2 --remove".`);
    const change = options.remove ? list.remove : list.add;
    const kept = words === "" ? null : await change(app, person.id, words, { by: "cli" });
    if (kept && !kept.ok) throw new SetupError(kept.error);
    const all = kept?.value ?? list.of(person);
    if (options.json) return printJson({ [list.key]: all });
    all.forEach((one, at) => {
      print(`${at + 1}. ${line(one)}`);
    });
    print(all.length === 0 ? list.empty : list.below);
  });
