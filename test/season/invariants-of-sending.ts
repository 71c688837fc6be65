import { Temporal } from "temporal-polyfill";
import { addWorkingDays, isWorkingDay } from "../../src/domain/working-time.ts";
import type { Break, Invariant } from "./invariants.ts";
import {
  dateOf,
  heldBy,
  isChase,
  type Sent,
  sentOn,
  silentSince,
  type Trail,
  type WordEntry,
  waitedForPerson,
  wordsOf,
} from "./trail.ts";

/** An invariant about every mail that left on the day. */
const ofSent = (says: string, broken: (mail: Sent, trail: Trail) => string | null): Invariant => ({
  says,
  broken: (trail, day) =>
    sentOn(trail, day).flatMap((mail): Break[] => {
      const how = broken(mail, trail);
      return how === null ? [] : [{ n: mail.of.n, how: `${mail.kind} to ${mail.to}: ${how}` }];
    }),
});

const ofChase = (says: string, broken: (mail: Sent, trail: Trail) => string | null): Invariant =>
  ofSent(says, (mail, trail) => (isChase(mail) ? broken(mail, trail) : null));

/** Chases that left before this one. */
const before = (mail: Sent, { sent }: Trail): readonly Sent[] =>
  sent.slice(0, sent.indexOf(mail)).filter(isChase);

const isWithin = (mail: Sent, earlier: number, days: number): boolean =>
  Temporal.PlainDate.compare(
    addWorkingDays(mail.of.calendar, dateOf(mail.of.calendar, earlier), days),
    dateOf(mail.of.calendar, mail.at),
  ) > 0;

export const aboutSending: readonly Invariant[] = [
  ofSent(
    "No mail goes to a no-reply address, nor to one that bounced or whose owner has left.",
    (mail, trail) => {
      if (/^(no-?reply|do-?not-?reply|notifications)/.test(mail.to)) return "a system's address";
      const since = trail.ended.get(mail.to);
      return since !== undefined && since < mail.at ? "that address has ended" : null;
    },
  ),
  ofSent("No mail leaves twice.", (mail) =>
    mail.of.entries.filter((entry) => entry.type === "sent" && entry.key === mail.key).length > 1
      ? `${mail.key} has left before`
      : null,
  ),
  ofSent("Mails leave from 09:00 to 17:00 of the recipient on a working day.", ({ at, of: { calendar } }) => {
    const { hour } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.zone);
    if (hour < 9 || hour >= 17) return `at ${hour} h`;
    return isWorkingDay(calendar, dateOf(calendar, at)) ? null : "on a day off";
  }),
  ofChase("A chase never leaves on a Monday.", ({ at, of }) =>
    dateOf(of.calendar, at).dayOfWeek === 1 ? "a Monday" : null,
  ),
  ofChase(
    "Between two chases to one contact lie four working days, but for a decision request.",
    (mail, trail) => {
      if (mail.kind === "decision_request") return null;
      const one = before(mail, trail).findLast(
        ({ to, of }) => to === mail.to && (of === mail.of || !mail.of.isAgency),
      );
      return one !== undefined && isWithin(mail, one.at, 4) ? `the last left on ${iso(one.at)}` : null;
    },
  ),
  ofChase(
    "A chase keeps four working days from what the person wrote to that contact by hand, thanks excepted.",
    (mail) => {
      if (mail.kind === "decision_request") return null;
      const hand = wordsOf(mail.of)
        .filter(({ from, addresses, at }) => from === "hand" && addresses.includes(mail.to) && at < mail.at)
        .map(({ at }) => at);
      const thanks = heldBy(mail.of, mail.at).map(({ end }) => hand.find((at) => at >= end));
      const one = hand.findLast((at) => !thanks.includes(at));
      return one !== undefined && isWithin(mail, one, 4) ? `the person wrote on ${iso(one)}` : null;
    },
  ),
  ofChase("At most two chases a week go to one employer.", (mail, trail) => {
    const last = dateOf(mail.of.calendar, mail.at);
    const inThatWeek = before(mail, trail).filter(
      ({ of, at }) =>
        of.employer === mail.of.employer &&
        Temporal.PlainDate.compare(dateOf(mail.of.calendar, at), last.subtract({ days: 6 })) >= 0,
    );
    return inThatWeek.length >= 2 ? `it is number ${inThatWeek.length + 1}` : null;
  }),
  ofChase("At most one chase a day goes to one recipient.", (mail, trail) => {
    const today = dateOf(mail.of.calendar, mail.at);
    const one = before(mail, trail).findLast(({ to }) => to === mail.to);
    return one !== undefined && dateOf(mail.of.calendar, one.at).equals(today) ? "the second today" : null;
  }),
  ofSent("At most twenty mails leave within a day.", (mail, trail) => {
    const day = trail.sent.filter(({ at }) => at > mail.at - 86_400_000 && at <= mail.at);
    return day.length > 20 ? `it is number ${day.length}` : null;
  }),
  ofSent("No mail leaves when anybody has written since the person saw its draft.", ({ key, at, of }) => {
    const shown = of.entries.findLast(
      (entry) => entry.type === "shown" && entry.key === key && entry.at < at,
    );
    if (shown === undefined) return "it was never shown";
    const since = wordsOf(of).find((word) => word.human && word.at > shown.at && word.at < at);
    return since === undefined ? null : `${since.from} wrote on ${iso(since.at)}`;
  }),
  ofSent("Only what the person approved leaves.", ({ key, at, of }) => {
    const decided = of.entries.findLast(
      (entry) => entry.type === "decided" && entry.key === key && entry.at <= at,
    );
    return decided?.type === "decided" && decided.how === "approve" ? null : "it was not approved";
  }),
  ofChase("Nobody is chased who waits for the person.", ({ at, of }) =>
    waitedForPerson(of, at) ? "they asked something" : null,
  ),
  ofSent("Nobody is thanked twice for an interview, nor after the person has thanked by hand.", (mail) => {
    if (mail.kind !== "thank_you") return null;
    const twin = mail.of.entries.filter(
      (entry) =>
        entry.type === "sent" &&
        entry.kind === "thank_you" &&
        entry.interviewId === mail.interviewId &&
        entry.to === mail.to,
    );
    if (twin.length > 1) return "thanked before";
    const end = heldBy(mail.of, mail.at).find(({ id }) => id === mail.interviewId)?.end;
    if (end === undefined) return "that interview has not ended";
    const hand = wordsOf(mail.of).some(
      ({ from, addresses, at }) =>
        from === "hand" && addresses.includes(mail.to) && at >= end && at < mail.at,
    );
    return hand ? "thanked by hand" : null;
  }),
  ofSent("At most six mails keep in touch, and no two of them leave on a day.", (mail, trail) => {
    if (mail.kind !== "keep_in_touch") return null;
    const alike = trail.sent.filter(({ kind, at }) => kind === "keep_in_touch" && at <= mail.at);
    if (alike.filter(({ of }) => of === mail.of).length > 6) return "the seventh";
    const today = dateOf(mail.of.calendar, mail.at);
    return alike.filter(({ at }) => dateOf(mail.of.calendar, at).equals(today)).length > 1
      ? "the second today"
      : null;
  }),
  ofChase("An out-of-office moves the mails to its writer past their return.", (mail) => {
    const { calendar } = mail.of;
    const today = dateOf(calendar, mail.at);
    for (const notice of wordsOf(mail.of)) {
      if (notice.back === null || notice.at >= mail.at || !notice.addresses.includes(mail.to)) continue;
      const isBack = wordsOf(mail.of).some(
        (word) =>
          word.human && word.from === "employer" && word.at > notice.at && word.addresses.includes(mail.to),
      );
      if (isBack) continue;
      // Without a date it moves what was waiting once, however often it is said.
      const since = silentSince(mail.of, mail.at);
      const wasSaid = wordsOf(mail.of).some(
        ({ at, back, addresses }) =>
          at < notice.at && at >= since && back === "unknown" && addresses.includes(mail.to),
      );
      if (notice.back === "unknown" && wasSaid) continue;
      const earliest =
        notice.back === "unknown" ? later(mail, notice) : addWorkingDays(calendar, notice.back, 1);
      if (Temporal.PlainDate.compare(today, earliest) < 0) return `they are away until ${notice.back}`;
    }
    return null;
  }),
];

/** Without a date what was waiting moves by seven working days, once; Mondays and caps may have put it off before. */
function later(
  { key, of: { calendar } }: Sent,
  { standing, at }: WordEntry & { at: number },
): Temporal.PlainDate {
  const waiting = standing.get(key);
  return waiting === undefined
    ? dateOf(calendar, at)
    : addWorkingDays(calendar, dateOf(calendar, Math.min(at, waiting)), 6);
}

const iso = (at: number): string => new Date(at).toISOString().slice(0, 16);
