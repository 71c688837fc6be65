import type { Temporal } from "temporal-polyfill";
import { asksForTimes, isAboutMeeting, offersChoice } from "./appointment.ts";
import { dateOrderOf } from "./date-order.ts";
import { datesIn } from "./named-dates.ts";

const vague =
  /^[\s,]*(?:first thing|early(?: on)?|(?:in the |late )?(?:morning|afternoon|evening)|around (?:lunch(?:time)?|midday)|after (?:lunch|work)|at lunch(?:time)?|vormittags?|nachmittags?|abends?|(?:am )?(?:vormittag|nachmittag|abend)|dans la matinée|(?:le )?matin|après-midi|por la (?:mañana|tarde)|(?:de|da) (?:manhã|tarde)|de manhã|'s (?:ochtends|middags|avonds)|(?:in de )?(?:ochtend|middag|avond))(?![\p{L}])/iu;

/**
 * Why a mail that fixes a day has no hour that could be used: "Sat 11" may be a day or an hour, "Thursday, first thing" names none.
 * Null where nothing is fixed. @param writtenAt the moment in the writer's zone
 */
export function untoldHour(
  newest: string,
  signature: string,
  writtenAt: Temporal.ZonedDateTime,
): string | null {
  const days = datesIn(newest, writtenAt, dateOrderOf(newest, signature)).filter(
    ({ date }) => date.since(writtenAt.toPlainDate()).days >= 0,
  );
  const either = days.find(({ hour }) => hour !== null && hour <= 12);
  if (either !== undefined) return `"${either.words}" may be a day or an hour`;
  const named = new Set(days.map(({ date }) => date.toString()));
  const [day] = days;
  if (day === undefined || named.size !== 1 || asksForTimes(newest)) return null;
  const after = newest.slice(day.index + day.words.length, day.index + day.words.length + 60);
  const around = newest.slice(Math.max(0, day.index - 120), day.index + 60);
  if (!vague.test(after) || !isAboutMeeting(around) || offersChoice(around.slice(80))) return null;
  return `"${day.words}${vague.exec(after)?.[0] ?? ""}" names no hour`;
}
