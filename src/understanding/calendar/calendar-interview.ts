import type { Temporal } from "temporal-polyfill";
import type { InterviewFact } from "../../domain/assessment.ts";
import { type SpokenMail, spokenStarts } from "../when/interview-stamps.ts";
import type { SpokenInterview } from "../when/interview-words.ts";
import type { CalendarReading } from "./calendar.ts";

/** The interview of a calendar part, held against the words beside it: where they contradict each other nobody knows which is meant (POLICY 8.4). */
export function interviewInCalendar(
  event: CalendarReading,
  words: SpokenInterview,
  mail: SpokenMail,
  personZone: string,
): SpokenInterview {
  // A counter-proposal is no appointment until it is taken.
  if (event.method === "COUNTER") return { interview: null, ambiguous: [] };
  const identity = { uid: event.uid, sequence: event.sequence };
  const said = words.interview;
  if (!event.time.ok) {
    const agrees = said !== null && (event.wall === null || said.start.toPlainDateTime().equals(event.wall));
    if (agrees) return { interview: { ...said, ...identity }, ambiguous: [] };
    // Which event is cancelled needs no time.
    if (event.method === "CANCEL") return { interview: null, ambiguous: [] };
    return { interview: null, ambiguous: [event.time.error] };
  }
  const span = event.time.value;
  if (
    event.method !== "CANCEL" &&
    said !== null &&
    said.start.epochMilliseconds !== span.start.epochMilliseconds
  ) {
    const clocks = clocksOf(span.start, mail, personZone);
    if (!spokenStarts(mail, personZone).some((start) => clocks.some((clock) => clock.equals(start))))
      return { interview: null, ambiguous: [contradiction(span.start, said.start)] };
  }
  const minutes = said?.endKnown ? said.start.until(said.end).total("minutes") : null;
  const end = !span.endKnown && minutes !== null ? span.start.add({ minutes }) : span.end;
  const interview: InterviewFact = {
    ...identity,
    start: span.start,
    end,
    endKnown: span.endKnown || minutes !== null,
    title: event.title,
    place: event.place,
  };
  return { interview, ambiguous: [] };
}

/** The clock times that one instant has for the calendar, the person and the writer. */
const clocksOf = (
  start: Temporal.ZonedDateTime,
  { message }: SpokenMail,
  personZone: string,
): readonly Temporal.PlainDateTime[] =>
  [start.timeZoneId, personZone, ...(message.dateOffset === null ? [] : [message.dateOffset])].map((zone) =>
    start.withTimeZone(zone).toPlainDateTime(),
  );

const contradiction = (calendar: Temporal.ZonedDateTime, words: Temporal.ZonedDateTime): string =>
  `The calendar part says ${inWords(calendar)}, the mail says ${inWords(words)}.`;
const inWords = (at: Temporal.ZonedDateTime): string =>
  at.toLocaleString("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  });
