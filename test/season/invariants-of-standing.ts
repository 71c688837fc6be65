import { type CandidacyState, candidacyEvents, move } from "../../src/domain/candidacy.ts";
import type { Invariant } from "./invariants.ts";
import { type CandidacyTrail, type Entry, isChase, sentOn } from "./trail.ts";

/** What may be written in a state; a state that is not named sets no bounds here. */
const allowed: Partial<Record<CandidacyState, (kind: string) => boolean>> = {
  closed: (kind) => kind === "graceful_no",
  signed: () => false,
  offered: (kind) => kind === "thank_you" || kind === "stage_question" || kind === "withdraw",
  accepted: (kind) => kind === "thank_you" || kind === "stage_question" || kind === "withdraw",
};

const dayInMs = 86_400_000;

export const aboutStanding: readonly Invariant[] = [
  {
    says: "For a closed candidacy nothing is planned but a friendly answer to a no, for a signed one nothing at all.",
    broken: ({ candidacies }) =>
      candidacies.flatMap(({ n, state, standing }) => {
        const isAllowed = allowed[state];
        const one = isAllowed && standing.find(({ kind }) => !isAllowed(kind));
        return one ? [{ n, how: `${one.kind} is planned while ${state}` }] : [];
      }),
  },
  {
    says: "Nothing leaves for a candidacy that was over by then, but a friendly answer to a no.",
    broken: (trail, day) =>
      sentOn(trail, day).flatMap((mail) => {
        const state = stateAt(mail.of, mail.at);
        const isOver = (state === "closed" || state === "signed") && !allowed[state]?.(mail.kind);
        return isOver ? [{ n: mail.of.n, how: `${mail.kind} left while ${state}` }] : [];
      }),
  },
  {
    says: "At most one digest a day is mailed.",
    broken: ({ digests }, { date }) => {
      const today = digests.filter((digest) => digest.date === date.toString());
      return today.length > 1 ? [{ n: null, how: `${today.length} digests` }] : [];
    },
  },
  {
    says: "During a pause nothing is offered and nothing leaves.",
    broken: ({ pauses, candidacies, sent }, { from, until }) => {
      const held = pauses.filter((pause) => pause.from < until && pause.until > from);
      if (held.length === 0) return [];
      const isHeld = (at: number) => held.some((pause) => at >= pause.from && at < pause.until);
      return [
        ...sentOn({ sent }, { from, until })
          .filter(({ at }) => isHeld(at))
          .map(({ of, kind }) => ({ n: of.n, how: `${kind} left` })),
        ...candidacies.flatMap(({ n, entries }) =>
          shownOn(entries, from, until)
            .filter(({ at }) => isHeld(at))
            .map(({ kind }) => ({ n, how: `${kind} was offered` })),
        ),
      ];
    },
  },
  {
    says: "After a pause at most three late chases a day are offered anew.",
    broken: ({ pauses, candidacies }, { from, until }) => {
      const pause = pauses.findLast((one) => one.until <= until && one.until > from - 14 * dayInMs);
      if (pause === undefined) return [];
      const late = candidacies.flatMap(({ entries }) =>
        shownOn(entries, from, until).filter(
          (shown) =>
            isChase(shown) &&
            shown.at >= pause.until &&
            shown.dueAt < pause.until &&
            !shownOn(entries, pause.until, shown.at).some(({ key }) => key === shown.key),
        ),
      );
      return late.length > 3 ? [{ n: null, how: `${late.length} late chases` }] : [];
    },
  },
  {
    says: "What falls due is shown within a week.",
    broken: (trail, { from }) =>
      trail.pauses.some((pause) => pause.until > from - 28 * dayInMs && pause.from < from)
        ? []
        : trail.candidacies.flatMap(({ n, standing, entries }) => {
            const missed = standing.find(
              ({ key, status, since, offerFrom, staleAt, to, needsOccasion }) =>
                (status === "planned" || status === "offered") &&
                Math.max(since, offerFrom) < from - 7 * dayInMs &&
                staleAt > from &&
                to !== null &&
                !needsOccasion &&
                !entries.some((entry) => entry.type === "shown" && entry.key === key),
            );
            return missed ? [{ n, how: `${missed.kind} was due and never shown` }] : [];
          }),
  },
  {
    says: "Where a candidacy stands follows from its journal alone.",
    broken: (trail, { from }) =>
      trail.candidacies.flatMap((of) => {
        const told = movesOf(of);
        // Only what moved today can have broken it.
        if ((told.at(-1)?.at ?? 0) < from && told.length > 0) return [];
        const how = unexplained(of, told);
        return how === null ? [] : [{ n: of.n, how }];
      }),
  },
];

type Moved = Entry & { type: "moved" };
const movesOf = ({ entries }: CandidacyTrail): readonly Moved[] =>
  entries.filter((entry) => entry.type === "moved");

const stateAt = (of: CandidacyTrail, at: number): CandidacyState =>
  movesOf(of).findLast((moved) => moved.at < at)?.to ?? "applied";

const shownOn = (
  entries: CandidacyTrail["entries"],
  from: number,
  until: number,
): readonly (Entry & { type: "shown" })[] =>
  entries.filter((entry) => entry.type === "shown").filter(({ at }) => at >= from && at < until);

/** Makes every move again: the table must allow what it names, and the end must be where it stands. */
function unexplained(of: CandidacyTrail, moves: readonly Moved[]): string | null {
  let state: CandidacyState = "applied";
  let stateBefore: CandidacyState | null = null;
  for (const { from, to, event } of moves) {
    if (from !== state) return `it went from ${from}, but stood at ${state}`;
    const known = candidacyEvents.find((one) => one === event);
    if (known !== undefined && move({ state, stateBefore }, known) !== to)
      return `${event} does not lead from ${from} to ${to}`;
    if (to === "closed" || to === "keeping_in_touch") stateBefore = from;
    state = to;
  }
  return state === of.state ? null : `the journal ends at ${state}, but it stands at ${of.state}`;
}
