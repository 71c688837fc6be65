import type { Context } from "./context.ts";
import type { Seen } from "./observation.ts";
import { holds } from "./run.ts";

/** The canaries that stand in a text, with the number of the candidacy to which they belong: candidacies are opened in the order of the context. */
export const canariesIn = (
  { candidacies }: Context,
  text: string,
): readonly { readonly n: number; readonly words: string }[] =>
  candidacies.flatMap(({ canaries }, at) =>
    canaries.filter((words) => holds(text, words)).map((words) => ({ n: at + 1, words })),
  );

/** Who may read what belongs to that candidacy. */
export const addresses = ({ tables }: Seen, n: number): readonly string[] => [
  ...tables.contacts.filter((one) => one.n === n).map(({ address }) => address),
  ...tables.outbox.filter((one) => one.n === n).map(({ to }) => to),
];
