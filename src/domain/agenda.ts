import { Temporal } from "temporal-polyfill";
import { dueInWords, interviewInWords, offerInWords, plain, promiseInWords } from "./agenda-words.ts";
import { type CandidacyState, candidacyInWords } from "./candidacy.ts";
import type { CandidacyFacts, FollowUp } from "./follow-up.ts";
import type { FollowUpId } from "./ids.ts";
import { silenceOf } from "./silence.ts";

/** What one candidacy may bring into the person's own calendar. */
export type AgendaSource = {
  readonly facts: CandidacyFacts;
  /** Those that wait to be offered or decided. */
  readonly open: readonly OpenFollowUp[];
  readonly revision: Revision;
};

export type OpenFollowUp = Pick<FollowUp, "kind" | "dueAt" | "staleAt" | "to" | "needsOccasion"> & {
  readonly id: FollowUpId;
};

/** Grows with everything that happens to a candidacy, and never falls back. */
export type Revision = { readonly number: number; readonly at: Temporal.Instant };

export type AgendaEntry = {
  /** Stays the same however the entry changes. */
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly place: string;
  readonly when: Span | { readonly day: Temporal.PlainDate };
  /** `due` takes nobody's time. */
  readonly stands: "confirmed" | "cancelled" | "due";
  readonly revision: Revision;
};
type Span = { readonly start: Temporal.Instant; readonly end: Temporal.Instant };

/**
 * Gives what stands in the person's calendar at `now`: interviews of the last 30 days and all to come, cancelled ones marked as such; mails
 * that are due, at the time at which they may leave; promised days and the last day of an offer as dates. Sorted by uid; nothing in it is
 * the text or the address of a mail. An export wants interviews `since` ever.
 */
export const agendaOf = (
  sources: readonly AgendaSource[],
  now: Temporal.Instant,
  since: Temporal.Instant = now.subtract({ hours: 30 * 24 }),
): readonly AgendaEntry[] =>
  sources
    .flatMap((source) => [
      ...interviews(source, since),
      ...dueMails(source, now),
      ...promised(source, now),
      ...offered(source),
    ])
    .toSorted((a, b) => (a.uid < b.uid ? -1 : 1));

const interviews = (source: AgendaSource, since: Temporal.Instant): readonly AgendaEntry[] =>
  source.facts.interviews
    .filter(({ end }) => Temporal.Instant.compare(end.toInstant(), since) >= 0)
    .map((interview) => ({
      ...entry(source, interviewInWords(source.facts.candidacy)),
      uid: interview.id,
      place: plain(interview.place ?? ""),
      when: { start: interview.start.toInstant(), end: interview.end.toInstant() },
      stands: interview.cancelled ? "cancelled" : "confirmed",
    }));

const dueMails = (source: AgendaSource, now: Temporal.Instant): readonly AgendaEntry[] =>
  source.open
    .filter(({ staleAt }) => Temporal.Instant.compare(staleAt, now) > 0)
    .map((followUp) => ({
      ...entry(source, dueInWords(followUp, source.facts.candidacy)),
      uid: followUp.id,
      when: { start: followUp.dueAt, end: followUp.dueAt.add({ minutes: 15 }) },
    }));

/** An employer who has decided owes no word any more. */
const undecided: ReadonlySet<CandidacyState> = new Set(["applied", "interviewing", "awaiting_decision"]);

function promised(source: AgendaSource, now: Temporal.Instant): readonly AgendaEntry[] {
  const { candidacy, personZone } = source.facts;
  if (!undecided.has(candidacy.state)) return [];
  const { promise } = silenceOf(source.facts, { zone: candidacy.zone ?? personZone }, now);
  if (promise === null) return [];
  return [
    {
      ...entry(source, promiseInWords(promise, candidacy)),
      uid: `${candidacy.id}-promise`,
      when: { day: promise.due },
    },
  ];
}

function offered(source: AgendaSource): readonly AgendaEntry[] {
  const { candidacy } = source.facts;
  if (candidacy.state !== "offered" || candidacy.offerDeadline === null) return [];
  return [
    {
      ...entry(source, offerInWords(candidacy)),
      uid: `${candidacy.id}-offer`,
      when: { day: candidacy.offerDeadline },
    },
  ];
}

const entry = (
  { facts: { candidacy }, revision }: AgendaSource,
  summary: string,
): Pick<AgendaEntry, "summary" | "description" | "place" | "stands" | "revision"> => ({
  summary,
  description: plain(`Candidacy ${candidacy.number}: ${candidacyInWords(candidacy)}`),
  place: "",
  stands: "due",
  revision,
});
