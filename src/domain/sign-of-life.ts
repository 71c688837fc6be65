import type { Temporal } from "temporal-polyfill";
import type { CandidacyState } from "./candidacy.ts";

/** What the weekly sign of life tells (POLICY 6.2), with days and times in words of the person's zone. */
export type SignOfLife = {
  /** What is watched; `lastRead` null: not read yet. */
  readonly mailboxes: readonly { readonly address: string; readonly lastRead: string | null }[];
  /** How many candidacies stand where, as one sentence. */
  readonly candidacies: string;
  /** "on Tuesday 2 June: Check-in with Greg Hill (ABC) is due"; null: nothing is planned. */
  readonly next: string | null;
};

const quietDays = 7;

/** True when a week has passed since the last mail of ours. Both are dates of the person's zone: an hour more or less moves nothing. */
export const isSignOfLifeDue = (lastMail: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  lastMail.until(today, { largestUnit: "days" }).days >= quietDays;

/** Open states in the order in which they are told; the others are over. */
const open: Partial<Record<CandidacyState, string>> = {
  offered: "with an offer",
  accepted: "accepted",
  awaiting_decision: "awaiting their decision",
  interviewing: "interviewing",
  applied: "applied",
  keeping_in_touch: "keeping in touch",
};

/** Gives "3 candidacies are open: 2 awaiting their decision, 1 interviewing." */
export function openInWords(states: readonly CandidacyState[]): string {
  const groups = Object.entries(open).map(([state, words]) => ({
    count: states.filter((one) => one === state).length,
    words,
  }));
  const all = groups.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return "No candidacy is open; an invitation to an interview opens one.";
  const each = groups.filter(({ count }) => count > 0).map(({ count, words }) => `${count} ${words}`);
  return `${all === 1 ? "1 candidacy is" : `${all} candidacies are`} open: ${each.join(", ")}.`;
}

/** Gives the sign of life as sentences, one a line. */
export const aliveLines = ({ mailboxes, candidacies, next }: SignOfLife): readonly string[] => [
  ...mailboxes.map(
    ({ address, lastRead }) =>
      `I watch ${address}, ${lastRead === null ? "which I have not read yet" : `last read ${lastRead}`}.`,
  ),
  candidacies,
  next === null ? "Nothing is planned next." : `Next, ${next}.`,
];
