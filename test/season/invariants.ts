import { aboutSending } from "./invariants-of-sending.ts";
import { aboutSilence } from "./invariants-of-silence.ts";
import { aboutStanding } from "./invariants-of-standing.ts";
import type { Day, Trail } from "./trail.ts";

/** A sentence that must be true on every day of every season. */
export type Invariant = {
  readonly says: string;
  /** What of that day breaks it; empty when nothing does. */
  readonly broken: (trail: Trail, day: Day) => readonly Break[];
};

/** `n`: the candidacy; null when it is about the season as a whole. */
export type Break = { readonly n: number | null; readonly how: string };

/** A break with all that is needed to see it again. */
export type Violation = Break & { readonly says: string; readonly seed: number; readonly day: string };

export const invariants: readonly Invariant[] = [...aboutSending, ...aboutSilence, ...aboutStanding];

/** Looks at one day that has passed. */
export const violationsOf = (trail: Trail, day: Day): readonly Violation[] =>
  invariants.flatMap(({ says, broken }) =>
    broken(trail, day).map((found) => ({ ...found, says, seed: trail.seed, day: day.date.toString() })),
  );

/** The violation and the events that led there, for a person to read. */
export function inWords(trail: Trail, { says, seed, day, n, how }: Violation): string {
  const of = trail.candidacies.find((one) => one.n === n);
  const events = (of?.entries ?? []).slice(-25).map((entry) => {
    const { at, ...rest } = entry;
    return `    ${new Date(at).toISOString().slice(0, 16)} ${JSON.stringify(rest, leftOut)}`;
  });
  const what = of === undefined ? "" : `, candidacy ${of.n} (${of.employer}, ${of.state})`;
  return [`seed ${seed}, ${day}${what}: ${says}`, `  ${how}`, ...events].join("\n");
}

const leftOut = (key: string, value: unknown): unknown => (key === "standing" ? undefined : value);
