import { addNonNegotiable, removeNonNegotiable } from "../flows/keep-non-negotiables.ts";
import { SetupError } from "../setup-error.ts";
import { withProgram } from "./open.ts";
import { peopleOf } from "./people.ts";
import { type JsonOption, line, print, printJson } from "./print.ts";

export type WillNotOptions = JsonOption & { readonly remove?: boolean; readonly person?: string };

/**
 * `afterword will-not`: lists what the person will not do, adds to it, or takes one off, named by its words or its number.
 * `words` empty: nothing changes.
 * @throws SetupError when that cannot be done.
 */
export const willNot = (words: string, options: WillNotOptions): Promise<void> =>
  withProgram(async ({ app }) => {
    const [person] = await peopleOf(app, options.person);
    if (words === "" && options.remove)
      throw new SetupError('Say which one to take off: "afterword will-not 2 --remove".');
    const change = options.remove ? removeNonNegotiable : addNonNegotiable;
    const kept = words === "" ? null : await change(app, person.id, words, { by: "cli" });
    if (kept && !kept.ok) throw new SetupError(kept.error);
    const list = kept?.value ?? person.nonNegotiables;
    if (options.json) return printJson({ will_not: list });
    list.forEach((one, at) => {
      print(`${at + 1}. ${line(one)}`);
    });
    if (list.length === 0) print('Nothing is listed; add something with "afterword will-not no relocation".');
    else print("A mail that announces one of these is told in the next digest.");
  });
