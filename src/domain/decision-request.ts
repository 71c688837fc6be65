import { Temporal } from "temporal-polyfill";
import { pastAbsence } from "./absence.ts";
import { afterCaps } from "./caps.ts";
import { type CandidacyFacts, type Elsewhere, type FollowUp, recordOf } from "./follow-up.ts";
import { isBefore, latest, type Planning } from "./planning.ts";
import { chaseRecipient } from "./recipient.ts";
import { spokenDate } from "./spoken.ts";
import { dateIn, dueAt, nextSendingTime, nextWorkingDay, startOf } from "./working-time.ts";

type Offer = Elsewhere["offers"][number];

/**
 * Gives the question whether they can decide before another offer runs out, or null (POLICY 1 decision_request): once per offer, in the next
 * digest, to the last human who wrote; never on a Monday, exempt from the 4 W of a contact (6.3). Nothing where it could not leave before the deadline.
 */
export function decisionRequest(at: Planning): FollowUp | null {
  const { facts, preferences, calendar, now } = at;
  const today = dateIn(calendar.zone, now);
  for (const { deadline, ...offer } of pressing(facts)) {
    const key = keyOf(offer);
    const record = recordOf(facts, key);
    if (deadline === null || isSettled(facts, offer, record?.status)) continue;
    const to = chaseRecipient(facts);
    const notBefore = record?.notBefore ?? null;
    const offerFrom = latest(offer.at, notBefore === null ? offer.at : startOf(facts.personZone, notBefore));
    const first = nextSendingTime(calendar, offerFrom, "chase");
    const address = to?.address ?? null;
    const [wanted, since] = [dateIn(calendar.zone, first), dateIn(calendar.zone, offer.at)];
    const present = pastAbsence(facts, preferences, calendar, wanted, since, address);
    const day = afterCaps(at, present, address, true);
    const staleAt = startOf(calendar.zone, deadline.add({ days: 1 }));
    const due = latest(first, dueAt(calendar, day));
    if (record?.status !== "approved" && (!isBefore(now, staleAt) || !isBefore(due, staleAt))) continue;
    return {
      key,
      kind: "decision_request",
      ordinal: 1,
      interviewId: null,
      offerFrom,
      dueAt: due,
      staleAt,
      to,
      reason: `${offer.employer} made an offer that you must answer by ${spokenDate(deadline, today)}.`,
      rule: "POLICY 1 decision_request",
    };
  }
  return null;
}

/**
 * Gives the offer of which they were told in this silence without answering, and the first W after its deadline, on which the last mail
 * is due (POLICY 6.9); null when nobody was told, or the person has let that offer go.
 */
export function unansweredRequest(
  { facts, calendar }: Planning,
  since: Temporal.Instant,
): {
  readonly offer: Offer;
  readonly asked: Temporal.PlainDate;
  readonly deadline: Temporal.PlainDate;
  readonly due: Temporal.PlainDate;
} | null {
  for (const offer of facts.elsewhere.offers.toSorted(soonest)) {
    const record = recordOf(facts, keyOf(offer));
    if (record?.status !== "sent" || record.sentAt === null || offer.deadline === null) continue;
    if (isBefore(record.sentAt, since)) continue;
    const asked = dateIn(calendar.zone, record.sentAt);
    return { offer, asked, deadline: offer.deadline, due: nextWorkingDay(calendar, offer.deadline) };
  }
  return null;
}

/** Gives when the newest decision request left after `since`, whatever became of its offer, or null. */
export const requestedAt = (
  { history }: Pick<CandidacyFacts, "history">,
  since: Temporal.Instant,
): Temporal.Instant | null =>
  history
    .flatMap(({ kind, status, sentAt }) =>
      kind === "decision_request" && status === "sent" && sentAt !== null && isBefore(since, sentAt)
        ? [sentAt]
        : [],
    )
    .toSorted(Temporal.Instant.compare)
    .at(-1) ?? null;

const pressing = (facts: CandidacyFacts): readonly Offer[] =>
  facts.elsewhere.offers
    .filter(({ isAccepted, deadline }) => !isAccepted && deadline !== null)
    .toSorted(soonest);

/** What the person wrote by hand since the offer came has told them. */
const isSettled = (facts: CandidacyFacts, offer: Pick<Offer, "at">, status: string | undefined): boolean =>
  status === "sent" ||
  status === "skipped" ||
  facts.words.some((word) => word.from === "hand" && !isBefore(word.at, offer.at));

/** Gives the offer for whose sake a request with that key is made, or null. */
export const offerBehind = (facts: Pick<CandidacyFacts, "elsewhere">, key: string): Offer | null =>
  facts.elsewhere.offers.find((offer) => keyOf(offer) === key) ?? null;

const keyOf = ({ candidacyId }: Pick<Offer, "candidacyId">): string => `decision-request:${candidacyId}`;

const soonest = (a: Offer, b: Offer): number =>
  (a.deadline === null || b.deadline === null
    ? Number(a.deadline === null) - Number(b.deadline === null)
    : Temporal.PlainDate.compare(a.deadline, b.deadline)) || (a.candidacyId < b.candidacyId ? -1 : 1);
