import { legalForm } from "./company-words.ts";
import type { Letter } from "./letter.ts";
import { isDepartment } from "./organisation-name.ts";
import { meetingTool } from "./plain-start-words.ts";
import { squash } from "./spelling.ts";

/** A name that may be the employer's, and what speaks for it. */
export type Candidate = {
  name: string;
  /** What speaks for it, by the place where it stands. */
  readonly scores: Map<Place, number>;
  /** Share of the sender's own domain that it spells, 0 to 1. */
  own: number;
};
export type Place = "domain" | "display" | "subject" | "prose" | "ending";

/** All evidence together; a name that stands in several places is worth more than the sum. */
export const weight = ({ scores }: Candidate): number =>
  [...scores.values()].reduce((sum, score) => sum + score, 0) + 0.8 * (scores.size - 1);
/** What subject and text alone say, for an agency's mail: its own name stands everywhere else. */
export const saidInText = ({ scores }: Candidate): number => {
  const [subject, prose] = [scores.get("subject") ?? 0, scores.get("prose") ?? 0];
  return subject + prose + (subject > 0 && prose > 0 ? 0.8 : 0);
};

/** Names and their evidence, added up by spelling. */
export class Candidates {
  readonly #found = new Map<string, Candidate>();

  add(raw: string, place: Place, score: number, own = 0): void {
    const name = tidyName(raw);
    const key = squash(name);
    if (
      key.length < 2 ||
      name.length > 60 ||
      /^[A-Z]{0,4}-?\d{3,}/.test(name) ||
      meetingTool.test(name) ||
      isDepartment(name)
    )
      return;
    const known = this.#found.get(key);
    if (known === undefined) this.#found.set(key, { name, scores: new Map([[place, score]]), own });
    else {
      // A domain spelled out twice proves no more than once.
      const before = known.scores.get(place) ?? 0;
      known.scores.set(place, place === "domain" ? Math.max(before, score) + 0.6 : before + score);
      known.own = Math.max(known.own, own);
      if (known.name === known.name.toUpperCase() && name !== name.toUpperCase()) known.name = name;
    }
  }

  all(): readonly Candidate[] {
    return [...this.#found.values()];
  }
}

export const tidyName = (raw: string): string =>
  raw
    .replace(/\s+/g, " ")
    .replace(/^[^\p{L}\d]+|[\s,;:!?·|-]+$/gu, "")
    .replace(/\s*\([^)]*\)?$/, "")
    .replace(legalForm, "")
    // "at Kestrel's" is Kestrel; "St Bride's" keeps its own.
    .replace(/(?<!^St\.?\s\p{L}+)['’]s?$/u, "")
    .replace(/(?<!\bCo|\bSt)\.$/, "")
    .trim();

/** The reader's own name, or one in To and Cc, is no employer. */
export function ofThePerson(letter: Letter, name: string): boolean {
  const plain = squash(name);
  const own = letter.person.name.split(/\s+/).map(squash);
  return (
    own.includes(plain) ||
    squash(letter.person.name).includes(plain) ||
    (own[0] ?? "").startsWith(plain) ||
    plain.startsWith(squash(letter.person.name))
  );
}

/** The longer of two names that begin or end alike takes the other's evidence, unless it was seen only in passing. */
export function merged(found: readonly Candidate[]): readonly Candidate[] {
  const sorted = found.toSorted((a, b) => a.name.length - b.name.length);
  const gone = new Set<Candidate>();
  for (const short of sorted) {
    const long = sorted
      .filter(
        (one) =>
          one !== short &&
          !gone.has(one) &&
          one.name.length > short.name.length &&
          holds(one.name, short.name),
      )
      .toSorted((a, b) => weight(b) - weight(a))[0];
    if (long === undefined || !(weight(long) >= 2 || weight(long) >= weight(short) / 3)) continue;
    for (const [place, score] of short.scores) long.scores.set(place, (long.scores.get(place) ?? 0) + score);
    long.own = Math.max(long.own, short.own);
    gone.add(short);
  }
  return sorted.filter((one) => !gone.has(one)).toSorted((a, b) => weight(b) - weight(a));
}

const holds = (long: string, short: string): boolean => {
  const [a, b] = [` ${long.toLowerCase()} `, ` ${short.toLowerCase()} `];
  return a.startsWith(b) || (a.endsWith(b) && short.length > 3);
};
