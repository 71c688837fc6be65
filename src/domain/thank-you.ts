import { Temporal } from "temporal-polyfill";
import { type CandidacyFacts, type FollowUp, recordOf } from "./follow-up.ts";
import { type Interview, isOver } from "./interview.ts";
import type { Address } from "./message.ts";
import { courtesy, isBefore, type Planning, staleAfter } from "./planning.ts";
import { same, thankYouRecipients } from "./recipient.ts";
import { spokenDate } from "./spoken.ts";
import { dateIn } from "./working-time.ts";

/**
 * Gives the thank-yous that are open at `now` (POLICY 1 thank_you, 6.2, 6.5, 6.17): one for every interview that has ended and every
 * recipient, unless it was sent, skipped, satisfied by the person's own mail, or is stale. Offered from the interview's end.
 */
export function thankYous(at: Planning): readonly FollowUp[] {
  const { facts, now } = at;
  const held = facts.interviews.filter((interview) => isOver(interview, now));
  const isOnItsWay = facts.history.some(({ kind, status }) => kind === "thank_you" && status === "approved");
  return held
    .filter((interview) => isOnItsWay || (isRecent(at, interview) && isBefore(now, staleOf(at, interview))))
    .toSorted((a, b) => Temporal.ZonedDateTime.compare(a.end, b.end) || (a.id < b.id ? -1 : 1))
    .flatMap((interview) => {
      const recipients = thankYouRecipients(facts, interview);
      return (recipients.length > 0 ? recipients : [null])
        .filter((to) => !isByHand(facts, interview, to) && !isLeftToLater(facts, held, interview, to))
        .flatMap((to) => thankYou(at, interview, to) ?? []);
    });
}

function thankYou(at: Planning, interview: Interview, to: Address | null): FollowUp | null {
  const { facts, now } = at;
  const ended = interview.end.toInstant();
  const day = spokenDate(
    dateIn(facts.personZone, interview.start.toInstant()),
    dateIn(facts.personZone, now),
  );
  return courtesy(at, {
    key: keyOf(interview, to),
    kind: "thank_you",
    interviewId: interview.id,
    from: ended,
    staleAt: staleOf(at, interview),
    to,
    reason: `The interview on ${day} has ended.`,
    rule: "POLICY 1 thank_you",
  });
}

/** A search of many months has many talks; the days are counted for the latest only. No holidays are as long as a month. */
const isRecent = ({ preferences, now }: Planning, { end }: Interview): boolean =>
  now.epochMilliseconds - end.epochMilliseconds < (7 * preferences.thankYouStale + 31) * 86_400_000;

const staleOf = (at: Planning, interview: Interview): Temporal.Instant =>
  staleAfter(at, interview.end.toInstant(), at.preferences.thankYouStale);

/** Made needless by the person's own mail to that recipient after the interview, in any thread (POLICY 6.5). */
const isByHand = (facts: CandidacyFacts, interview: Interview, to: Address | null): boolean =>
  facts.words.some(
    (word) =>
      word.from === "hand" &&
      to !== null &&
      word.addresses.some((address) => same(address, to.address)) &&
      Temporal.Instant.compare(word.at, interview.end.toInstant()) >= 0,
  );

/** Talks of one day with the same recipient are thanked for once: several mails to a coordinator in one digest would read as a machine's. */
const isLeftToLater = (
  facts: CandidacyFacts,
  held: readonly Interview[],
  interview: Interview,
  to: Address | null,
): boolean =>
  recordOf(facts, keyOf(interview, to))?.status !== "approved" &&
  held.some(
    (other) =>
      other.id !== interview.id &&
      dayOf(other).equals(dayOf(interview)) &&
      thankYouRecipients(facts, other).some((one) => one.address === to?.address) &&
      (isAfter(other, interview) ||
        ["sent", "skipped", "approved"].includes(recordOf(facts, keyOf(other, to))?.status ?? "")),
  );

const isAfter = (a: Interview, b: Interview): boolean =>
  (Temporal.ZonedDateTime.compare(a.end, b.end) || (a.id < b.id ? -1 : 1)) > 0;

const dayOf = (interview: Interview): Temporal.PlainDate => interview.end.toPlainDate();

const keyOf = (interview: Interview, to: Address | null): string =>
  `thank-you:${interview.id}:${to?.address ?? "nobody"}`;
