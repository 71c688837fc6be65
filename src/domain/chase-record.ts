import { Temporal } from "temporal-polyfill";
import { type CandidacyFacts, type FollowUpRecord, mannerOf, recordOf } from "./follow-up.ts";
import { same } from "./recipient.ts";

export const breakupStep = { name: "breakup", kind: "breakup", ordinal: 1 } as const;
/** The steps of one silence, in order (POLICY 1); two check-ins before a breakup (3.6). */
export const chaseSteps = [
  { name: "check-in-1", kind: "check_in", ordinal: 1 },
  { name: "check-in-2", kind: "check_in", ordinal: 2 },
  breakupStep,
] as const;
export type ChaseStep = (typeof chaseSteps)[number];

/**
 * Gives when a step of the silence that began at `since` reached somebody, or null. What bounced reached nobody. The key alone proves it
 * where clocks disagree, the time where the silence is dated anew (an interview's end is corrected afterwards).
 */
export function sentAtOf(
  facts: CandidacyFacts,
  step: ChaseStep,
  since: Temporal.Instant,
): Temporal.Instant | null {
  const times = facts.history
    .filter((record) => record.status === "sent" && record.key.startsWith(`${step.name}:`))
    .filter((record) => !hasBounced(facts, record))
    .flatMap(({ key, sentAt }) => {
      const isOfThis = key.startsWith(nameOf(step, since));
      const isLater = sentAt !== null && Temporal.Instant.compare(sentAt, since) >= 0;
      return isOfThis || isLater ? (sentAt ?? since) : [];
    });
  return times.toSorted(Temporal.Instant.compare).at(-1) ?? null;
}

/** Gives the key of a step. A step that bounced is offered to somebody else under a key of its own (POLICY 6.11). */
export function keyOf(
  facts: CandidacyFacts,
  step: ChaseStep,
  since: Temporal.Instant,
  to: string | null,
): string {
  const key = nameOf(step, since);
  return recordOf(facts, key)?.status === "sent" ? `${key}:${to ?? "nobody"}` : key;
}

/**
 * Gives the newest mail to that address that counts for the 4 W of POLICY 3.6: a chase, or the person's own, or null. The first mail
 * by hand after an interview stands for its thank-you (6.5), which is excepted.
 */
export function lastMailTo(facts: CandidacyFacts, address: string): Temporal.Instant | null {
  const chases = facts.history
    .filter((record) => mannerOf[record.kind] === "chase" && record.status === "sent")
    .filter((record) => record.to !== null && same(record.to, address))
    .flatMap((record) => record.sentAt ?? []);
  const byHand = facts.words
    .filter((word) => word.from === "hand" && word.addresses.some((one) => same(one, address)))
    .map((word) => word.at)
    .toSorted(Temporal.Instant.compare);
  const thanks = facts.interviews.map((interview) => {
    if (interview.cancelled) return undefined;
    const ended = interview.end.toInstant();
    return byHand.find((at) => Temporal.Instant.compare(at, ended) >= 0);
  });
  const counted = byHand.filter((at) => !thanks.includes(at));
  return [...chases, ...counted].toSorted(Temporal.Instant.compare).at(-1) ?? null;
}

const nameOf = (step: ChaseStep, since: Temporal.Instant): string => `${step.name}:${since}`;

/** A contact carries no date of its bounce, and a mail that bounces is the last that went there. */
function hasBounced(facts: CandidacyFacts, record: FollowUpRecord): boolean {
  const { to, sentAt } = record;
  if (to === null || sentAt === null) return false;
  const bounced = facts.contacts.some((contact) => contact.ended === "bounced" && same(contact.address, to));
  const isLast = facts.history.every(
    (other) =>
      other.sentAt === null ||
      other.to === null ||
      !same(other.to, to) ||
      Temporal.Instant.compare(other.sentAt, sentAt) <= 0,
  );
  return bounced && isLast;
}
