import { programCall } from "../domain/program-call.ts";
import { addNonNegotiable, removeNonNegotiable } from "../flows/keep-non-negotiables.ts";
import { changeList, type ListOptions } from "./own-list.ts";

/** `afterword will-not`: lists what the person will not do, adds to it, or takes one off. */
export const willNot = (words: string, options: ListOptions): Promise<void> =>
  changeList(
    {
      name: "will-not",
      key: "will_not",
      of: (person) => person.nonNegotiables,
      add: addNonNegotiable,
      remove: removeNonNegotiable,
      empty: `Nothing is listed; add something with "${programCall} will-not no relocation".`,
      below: "A mail that announces one of these is told in the next digest.",
    },
    words,
    options,
  );
