import { Temporal } from "temporal-polyfill";
import { type CandidacyFacts, mannerOf, type PromiseOnRecord } from "./follow-up.ts";
import { isOver } from "./interview.ts";
import { dateIn, type WorkingCalendar } from "./working-time.ts";

/** A silence of the employer: it begins with their last human word and ends with the next one, which starts a new silence (POLICY 3.1). */
export type Silence = {
  /** Their last human word, the end of the latest interview, a promise told in a debrief, or the person's reopening: whichever is newest. */
  readonly since: Temporal.Instant;
  /** The newest human mail of either side or the end of the latest interview (POLICY 6, "the last word"); chases do not count. */
  readonly lastWord: Temporal.Instant;
  /** The person's newest mail by hand within this silence. */
  readonly byHand: Temporal.Instant | null;
  /** What they promised, as far as it still holds. */
  readonly promise: PromiseOnRecord | null;
};

/** Reads the silence out of everything that happened until `now`; dates in the employer's zone. */
export function silenceOf(
  facts: CandidacyFacts,
  calendar: Pick<WorkingCalendar, "zone">,
  now: Temporal.Instant,
): Silence {
  const employer = facts.words
    .filter((word) => word.from === "employer" && word.human)
    .map((word) => word.at);
  const held = facts.interviews
    .filter((interview) => isOver(interview, now))
    .map((interview) => interview.end.toInstant());
  const reopened = facts.reopenedAt === undefined ? [] : [facts.reopenedAt];
  const events = [...employer, ...held, ...reopened];
  const promise = newest(facts.promises);
  const since = newestOf([
    ...events,
    ...(promise === null ? [] : [promise.madeAt]),
    ...(events.length === 0 ? [facts.candidacy.openedAt] : []),
  ]);
  const hand = facts.words.filter((word) => word.from === "hand").map((word) => word.at);
  const thanked = facts.history.flatMap((record) =>
    mannerOf[record.kind] === "courtesy" && record.status === "sent" && record.sentAt !== null
      ? [record.sentAt]
      : [],
  );
  const byHand = hand.filter((at) => Temporal.Instant.compare(at, since) > 0);
  return {
    since,
    lastWord: newestOf([since, ...hand, ...thanked]),
    byHand: byHand.length === 0 ? null : newestOf(byHand),
    promise: promise !== null && holds(promise, events, calendar) ? promise : null,
  };
}

/**
 * A promise holds until something newer says otherwise: a later word, or the person's reopening, voids one whose day had passed by then and
 * keeps one that was still to come. One whose day had passed when it was made was misread, and is none.
 */
function holds(
  promise: PromiseOnRecord,
  events: readonly Temporal.Instant[],
  calendar: Pick<WorkingCalendar, "zone">,
): boolean {
  return [...events, promise.madeAt]
    .filter((at) => Temporal.Instant.compare(at, promise.madeAt) >= 0)
    .every((at) => Temporal.PlainDate.compare(promise.due, dateIn(calendar.zone, at)) >= 0);
}

/** Of two promises of one moment the later date counts: later is safer (POLICY 8.4). */
const newest = (promises: readonly PromiseOnRecord[]): PromiseOnRecord | null =>
  promises.toSorted(
    (a, b) =>
      Temporal.Instant.compare(b.madeAt, a.madeAt) ||
      Temporal.PlainDate.compare(b.due, a.due) ||
      Number(a.silenceIsNo) - Number(b.silenceIsNo) ||
      (a.quote < b.quote ? -1 : 1),
  )[0] ?? null;

/** The list is never empty: every caller puts in at least one instant. */
const newestOf = (instants: readonly Temporal.Instant[]): Temporal.Instant =>
  instants.reduce((newest, at) => (Temporal.Instant.compare(at, newest) > 0 ? at : newest));
