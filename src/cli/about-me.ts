import { programCall } from "../domain/program-call.ts";
import { addAboutMe, removeAboutMe } from "../flows/keep-about-me.ts";
import { changeList, type ListOptions } from "./own-list.ts";

/** `afterword about-me`: lists what drafts may say of the person, adds to it, or takes one off. */
export const aboutMe = (words: string, options: ListOptions): Promise<void> =>
  changeList(
    {
      name: "about-me",
      key: "about_me",
      of: (person) => person.aboutMe,
      add: addAboutMe,
      remove: removeAboutMe,
      empty: `Nothing is listed; add something with "${programCall} about-me I ran the night shift for three years".`,
      below: "Drafts that a model writes may say this where it fits; nothing else is claimed about you.",
    },
    words,
    options,
  );
