import type { Candidacy } from "./candidacy.ts";
import type { MessageRowId } from "./ids.ts";

/** What is read of an employer from its mails, or told by the person (POLICY 4, 6.16). Each stands in the candidacy under this name. */
export const readOfEmployer = ["size", "country", "zone"] as const;
export type ReadOfEmployer = (typeof readOfEmployer)[number];

type Known = Pick<Candidacy, ReadOfEmployer | "sizeBy" | "reading">;

/** Stronger than any mail. */
const personsWord = 9;

/** Beside the sentence of a reading: how strong its evidence is and which mail gave it, "3 MESSAGE", or that the person said it. */
const source = (what: ReadOfEmployer): string => `${what}_from`;

/** Gives how well it is known: 0 not at all, 1 to 4 by a mail, 9 by the person. */
export function strengthOf(candidacy: Known, what: ReadOfEmployer): number {
  const from = candidacy.reading[source(what)] ?? "";
  if (from === "person" || (what === "size" && candidacy.sizeBy === "person")) return personsWord;
  const value = candidacy[what];
  return value === null || value === "unknown" ? 0 : Number(from.split(" ")[0]) || 1;
}

/** Gives the record with a sentence, and whence it is, in the place of what stood there. */
export const withReading = (
  reading: Candidacy["reading"],
  what: ReadOfEmployer,
  says: string,
  by: { readonly strength: number; readonly message: MessageRowId } | "person",
): Candidacy["reading"] => ({
  ...reading,
  [what]: says,
  [source(what)]: by === "person" ? by : `${by.strength} ${by.message}`,
});

/** Gives what the mail told of the employer and nothing has replaced since. */
export const readFrom = (
  { reading }: Pick<Candidacy, "reading">,
  message: MessageRowId,
): readonly ReadOfEmployer[] =>
  readOfEmployer.filter((what) => reading[source(what)]?.split(" ")[1] === message);

/** Gives the record without those. */
export const withoutReading = (
  reading: Candidacy["reading"],
  gone: readonly ReadOfEmployer[],
): Candidacy["reading"] =>
  Object.fromEntries(
    Object.entries(reading).filter(([key]) => !gone.some((what) => key === what || key === source(what))),
  );

/** Gives the sentences alone, as a person is shown them. */
export const evidenceOf = (
  reading: Candidacy["reading"],
): Readonly<Partial<Record<ReadOfEmployer, string>>> =>
  Object.fromEntries(
    readOfEmployer.flatMap((what) => {
      const says = reading[what];
      return says === undefined ? [] : [[what, says]];
    }),
  );
