import { Temporal } from "temporal-polyfill";
import type { InterviewFact } from "../domain/assessment.ts";
import type { Message } from "../domain/message.ts";
import { datesIn, type NamedDate } from "./named-dates.ts";
import { spokenZone } from "./spoken-zone.ts";

/** An interview time told in words, or why none is used. */
export type SpokenInterview = {
  readonly interview: InterviewFact | null;
  readonly ambiguous: readonly string[];
};

const none: SpokenInterview = { interview: null, ambiguous: [] };
type Stamp = {
  readonly named: NamedDate;
  readonly start: Temporal.PlainDateTime;
  readonly end: Temporal.PlainDateTime | null;
};

/**
 * The one time that a mail in words fixes. Several days to choose from stay open until one is taken (POLICY 8.4); a time without a
 * zone counts in the zone the mail was written in, when that is known. @param personZone IANA zone, used only where the mail's own offset agrees with it.
 */
export function interviewInWords(
  message: Message,
  newest: string,
  moved: boolean,
  personZone: string,
): SpokenInterview {
  const writtenAt = message.date.toZonedDateTimeISO(message.dateOffset ?? personZone);
  const { dates, ambiguous } = datesIn(newest, writtenAt);
  const stamps = joined(dates).filter(
    ({ start }) => Temporal.PlainDateTime.compare(start, writtenAt.toPlainDateTime()) > 0,
  );
  if (stamps.length === 0) return { interview: null, ambiguous };
  if (stillOpen.test(newest)) return { interview: null, ambiguous };
  const chosen = moved ? movedTo(stamps, newest) : stamps;
  const [first, ...rest] = chosen;
  if (first === undefined) return none;
  const days = new Set(chosen.map(({ start }) => start.toPlainDate().toString()));
  // Offered days or hours are a choice, not an appointment.
  if (
    days.size > 1 ||
    (rest.length > 0 &&
      /\b(?:or|either|options?|alternatively|choose|which of)\b/i.test(between(chosen, newest)))
  )
    return { interview: null, ambiguous };
  const zone = spokenZone(first, newest, message, personZone);
  if (zone.type === "unclear") return { interview: null, ambiguous: [...ambiguous, zone.says] };
  const last = chosen.at(-1) ?? first;
  const spoken = last.end ?? first.end;
  const minutes = length(newest);
  const start = first.start.toZonedDateTime(zone.zone);
  const end =
    spoken?.toZonedDateTime(zone.zone) ??
    last.start.toZonedDateTime(zone.zone).add({ minutes: minutes ?? 60 });
  return {
    interview: {
      uid: null,
      sequence: 0,
      start,
      end,
      endKnown: spoken !== null || minutes !== null,
      title: message.subject,
      place: placeIn(newest),
    },
    ambiguous,
  };
}

/** Who asks for times has not fixed one; "please confirm your availability" follows a fixed one. */
const stillOpen =
  /(?<!confirm )\byour availability\b|\bbest time to\b|\b(?:dates|times|days) (?:and|or) (?:times|dates)\b|\bwhen (?:are|would|could) you\b|\bwhich (?:of|day|time|slot)\b/i;

/** A day and an hour that stand apart ("Monday 5 May … at 14:00", a list of hours under a day) belong together. */
function joined(dates: readonly NamedDate[]): readonly Stamp[] {
  let day: NamedDate | null = null;
  const stamps: Stamp[] = [];
  const waiting: NamedDate[] = [];
  for (const named of dates) {
    if (named.time === null) {
      if (named.dayless) continue;
      // "I am back today" far from any hour is no day of an interview.
      day = named;
      for (const early of waiting.splice(0))
        if (named.index - early.index < 60) stamps.push(stamp(early, named.date));
    } else if (!named.dayless) {
      day = named;
      stamps.push(stamp(named, named.date));
      waiting.length = 0;
    } else if (
      day !== null &&
      (day.weekdayOnly || !/^to(?:day|night)$/i.test(day.words) || named.index - day.index < 40)
    )
      stamps.push(stamp(named, day.date));
    else waiting.push(named);
  }
  return stamps;
}

const stamp = (named: NamedDate, date: Temporal.PlainDate): Stamp => ({
  named,
  start: date.toPlainDateTime(named.time ?? "00:00"),
  end:
    named.lastTime === null ||
    named.time === null ||
    Temporal.PlainTime.compare(named.lastTime, named.time) <= 0
      ? null
      : date.toPlainDateTime(named.lastTime),
});

/** "Moved from Tuesday to Thursday": what stands after "to", "now" or "new time" is the time that counts. */
function movedTo(stamps: readonly Stamp[], text: string): readonly Stamp[] {
  if (stamps.length < 2) return stamps;
  const named = stamps.filter(({ named }) =>
    /\b(?:to|now|instead|new (?:date|time)(?: and (?:date|time))?(?: is)?)\W{0,3}(?:on\s)?(?:the\s)?$/i.test(
      text.slice(Math.max(0, named.index - 30), named.index),
    ),
  );
  return named.length > 0 ? named : stamps;
}

const between = (stamps: readonly Stamp[], text: string): string => {
  const places = stamps.map(({ named }) => named.index);
  return text.slice(Math.max(0, Math.min(...places) - 40), Math.max(...places) + 40);
};

/** Length in minutes, where the mail tells it ("a 45-minute call", "approximately 1 hour"). */
function length(text: string): number | null {
  const found =
    /\b(\d{2,3}|half an|an?|one|two|\d(?:\.5)?)[\s-]*(minutes?|mins?|hours?)\b(?!\s+(?:before|early|earlier|prior|notice|ago|after))/i.exec(
      text,
    );
  if (found === null) return null;
  const [, count = "", unit = ""] = found;
  const number = /^half/i.test(count)
    ? 0.5
    : /^two$/i.test(count)
      ? 2
      : /^(?:an?|one)$/i.test(count)
        ? 1
        : Number(count);
  const minutes = /^h/i.test(unit) ? number * 60 : number;
  return minutes >= 10 && minutes <= 600 ? minutes : null;
}

const placeIn = (text: string): string | null =>
  /(?:^|\n)\s*[-*]?\s*(?:location|where|place|address|venue)\s*:\s*(.{3,120})/i.exec(text)?.[1]?.trim() ??
  /https:\/\/\S*(?:zoom\.us|teams\.microsoft|meet\.google|webex|whereby)\S*/i.exec(text)?.[0] ??
  null;
