import { Temporal } from "temporal-polyfill";
import { pastAbsence } from "./absence.ts";
import { afterCaps, spread } from "./caps.ts";
import { type CandidacyFacts, type FollowUp, mannerOf, type Occasion, recordOf } from "./follow-up.ts";
import { isBefore, latest, type Planning } from "./planning.ts";
import { warmestContact } from "./recipient.ts";
import { comeBackDate, touchOccasion } from "./touch-occasion.ts";
import { addWorkingDays, dateIn, dueAt, nextSendingTime, startOf } from "./working-time.ts";

/** Rounds that may lapse one after the other before nothing is planned any more: about three years. */
const mostRounds = 20;

/**
 * Gives the next mail to an employer that is kept in touch with, or null when there were enough (POLICY 1 keep_in_touch). Eight weeks after the
 * newest human word or chase, spread so that no two land on a day; a date that they named takes its place. Without an occasion it only asks for one.
 */
export function keepInTouch(at: Planning): FollowUp | null {
  const { facts, preferences, calendar } = at;
  const sent = facts.history.filter(({ kind, status }) => kind === "keep_in_touch" && status === "sent");
  if (sent.length >= preferences.keepInTouchTimes) return null;
  const to = warmestContact(facts);
  const named = comeBackDate(at);
  let from = dateIn(calendar.zone, lastMail(at));
  for (let round = 0; round < mostRounds; round += 1) {
    const key = `keep-in-touch:${sent.length + 1}:${from}`;
    const wanted =
      round === 0 && named !== null ? named.due : from.add({ days: weeks(preferences.keepInTouchWeeks) });
    const address = to?.address ?? null;
    const present = pastAbsence(facts, preferences, calendar, wanted, from, address);
    const day = spread(at, afterCaps(at, present, address));
    const followUp = postponed(at, key, day);
    const status = recordOf(facts, key)?.status;
    if (status === "approved" || (status !== "skipped" && isBefore(at.now, followUp.staleAt))) {
      const occasion = touchOccasion(at);
      return {
        ...followUp,
        kind: "keep_in_touch",
        ordinal: sent.length + 1,
        to,
        reason:
          occasion === null
            ? "Nothing was heard for a while, and there is no occasion to write yet."
            : `An occasion to keep in touch: ${occasion.says}`,
        rule: "POLICY 1 keep_in_touch",
        needsOccasion: occasion === null,
      };
    }
    from = day;
  }
  return null;
}

/** Gives the direct word about each vacancy of theirs that a mail or the person told of (POLICY 1 direct_line), once per vacancy. */
export const directLines = (at: Planning): readonly FollowUp[] =>
  at.facts.occasions
    .filter(({ vacancy }) => vacancy !== null)
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || (a.id < b.id ? -1 : 1))
    .flatMap((occasion) => directLine(at, occasion) ?? []);

function directLine(at: Planning, { id, at: told, vacancy }: Occasion): FollowUp | null {
  const { facts, preferences, calendar, now } = at;
  const key = lineKey(id);
  const record = recordOf(facts, key);
  if (record?.status === "sent" || record?.status === "skipped") return null;
  const to = warmestContact(facts);
  const due = nextSendingTime(calendar, told, "chase");
  const address = to?.address ?? null;
  const [wanted, since] = [dateIn(calendar.zone, due), dateIn(calendar.zone, told)];
  const present = pastAbsence(facts, preferences, calendar, wanted, since, address);
  const followUp = postponed(at, key, afterCaps(at, present, address));
  if (record?.status !== "approved" && !isBefore(now, followUp.staleAt)) return null;
  return {
    ...followUp,
    offerFrom: latest(told, followUp.offerFrom),
    dueAt: latest(due, followUp.dueAt),
    kind: "direct_line",
    ordinal: 1,
    to,
    reason: `They are looking for someone: ${vacancy}.`,
    rule: "POLICY 1 direct_line",
  };
}

/** Gives the role of the vacancy of which a direct line with that key speaks, or null. */
export const vacancyBehind = ({ occasions }: Pick<CandidacyFacts, "occasions">, key: string): string | null =>
  occasions.find(({ id }) => lineKey(id) === key)?.vacancy ?? null;

const lineKey = (id: Occasion["id"]): string => `direct-line:${id}`;

/** A chase of that day: it stands in the digest of the person's own date on which it is due, or of the date that they put it off to. */
function postponed(
  { facts, preferences, calendar }: Planning,
  key: string,
  day: Temporal.PlainDate,
): Pick<FollowUp, "key" | "interviewId" | "offerFrom" | "dueAt" | "staleAt"> {
  const planned = dueAt(calendar, day);
  const offered = startOf(facts.personZone, dateIn(facts.personZone, planned));
  const notBefore = recordOf(facts, key)?.notBefore ?? null;
  const offerFrom = latest(offered, notBefore === null ? offered : startOf(facts.personZone, notBefore));
  const due = latest(planned, nextSendingTime(calendar, offerFrom, "chase"));
  const lastDay = addWorkingDays(calendar, dateIn(calendar.zone, due), preferences.chaseStale);
  return {
    key,
    interviewId: null,
    offerFrom,
    dueAt: due,
    staleAt: startOf(calendar.zone, lastDay.add({ days: 1 })),
  };
}

/** POLICY 6.7: any human word restarts the weeks; so does a mail of ours. */
function lastMail({ facts }: Planning): Temporal.Instant {
  const words = facts.words.filter(({ human }) => human).map((word) => word.at);
  const chases = facts.history.flatMap(({ kind, status, sentAt }) =>
    mannerOf[kind] === "chase" && status === "sent" && sentAt !== null ? [sentAt] : [],
  );
  const reopened = facts.reopenedAt === undefined ? [] : [facts.reopenedAt];
  const mails = [...words, ...chases, ...reopened];
  return mails.length === 0 ? facts.candidacy.openedAt : mails.reduce(latest);
}

const weeks = (count: number): number => Math.round(count * 7);
