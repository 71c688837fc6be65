import { addAboutMe, removeAboutMe } from "../flows/keep-about-me.ts";
import { SetupError } from "../setup-error.ts";
import { withProgram } from "./open.ts";
import { peopleOf } from "./people.ts";
import { type JsonOption, line, print, printJson } from "./print.ts";

export type AboutMeOptions = JsonOption & { readonly remove?: boolean; readonly person?: string };

/**
 * `afterword about-me`: lists what drafts may say of the person, adds to it, or takes one off, named by its words or its number.
 * @throws SetupError when that cannot be done.
 */
export const aboutMe = (words: string, options: AboutMeOptions): Promise<void> =>
  withProgram(async ({ app }) => {
    const [person] = await peopleOf(app, options.person);
    if (words === "" && options.remove)
      throw new SetupError('Say which one to take off: "afterword about-me 2 --remove".');
    const change = options.remove ? removeAboutMe : addAboutMe;
    const kept = words === "" ? null : await change(app, person.id, words, { by: "cli" });
    if (kept && !kept.ok) throw new SetupError(kept.error);
    const list = kept?.value ?? person.aboutMe;
    if (options.json) return printJson({ about_me: list });
    list.forEach((one, at) => {
      print(`${at + 1}. ${line(one)}`);
    });
    if (list.length === 0)
      print(
        'Nothing is listed; add something with "afterword about-me I ran the night shift for three years".',
      );
    else print("Drafts that a model writes may say this where it fits; nothing else is claimed about you.");
  });
