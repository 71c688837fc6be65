import type { InterviewFact, Kind } from "../../domain/assessment.ts";
import { writtenAt } from "../mailbox-owner.ts";
import { asksForTimes, isAboutMeeting, offersChoice } from "./appointment.ts";
import { type SpokenMail, sameHourOn, standingIn } from "./interview-stamps.ts";
import { zoneOf } from "./interview-zone.ts";
import { lengthIn } from "./length.ts";
import { shiftIn } from "./shifts.ts";
import type { Clocks, SpokenZone } from "./spoken-zone.ts";
import type { Stamp } from "./stamps.ts";
import { untoldHour } from "./untold-hour.ts";

/** An interview time told in words, or why none is used. */
export type SpokenInterview = {
  readonly interview: InterviewFact | null;
  readonly ambiguous: readonly string[];
};
const none: SpokenInterview = { interview: null, ambiguous: [] };
const aboutInterviews: ReadonlySet<Kind> = new Set<Kind>([
  "interview_invitation",
  "interview_confirmed",
  "interview_rescheduled",
]);
/** Mails about something else that may repeat an appointment. */
const mayRepeat: ReadonlySet<Kind> = new Set<Kind>(["assessment", "info_request", "holding"]);

/**
 * The one time that a mail in words proposes or fixes for this person. Several days or hours to choose from stay open until one is taken,
 * and what can be read in two ways is said in `ambiguous` and gives no time (POLICY 8.4). @param personZone IANA zone
 */
export function interviewInWords(mail: SpokenMail, kind: Kind, personZone: string): SpokenInterview {
  if (!aboutInterviews.has(kind) && !mayRepeat.has(kind)) return none;
  const firm = mayRepeat.has(kind);
  const { message, newest, signature, subject } = mail;
  const clocks: Clocks = { personZone, mailOffset: message.dateOffset, text: newest, signature };
  const at = writtenAt(message, { zone: personZone });
  for (const text of [newest, `${subject}\n\n${newest}`]) {
    const { fixed, givenUp } = standingIn(text, mail, at, firm);
    if (fixed.length > 0) return decided(fixed, text, mail, clocks);
    if (givenUp.length === 0) continue;
    const sameHour = sameHourOn(text, givenUp, at);
    if (sameHour !== null) return decided([sameHour], text, mail, clocks);
    const shift = shiftIn(text);
    if (shift?.by === null) return { interview: null, ambiguous: [`"${shift.words}" is read both ways`] };
    const [old] = givenUp;
    if (
      shift !== null &&
      old !== undefined &&
      new Set(givenUp.map(({ start }) => start.toString())).size === 1
    )
      return decided(
        [{ ...old, start: old.start.add(shift.by), end: old.end?.add(shift.by) ?? null }],
        text,
        mail,
        clocks,
      );
  }
  const untold = firm ? null : untoldHour(newest, signature, at);
  return untold === null ? none : { interview: null, ambiguous: [untold] };
}

function decided(fixed: readonly Stamp[], text: string, mail: SpokenMail, clocks: Clocks): SpokenInterview {
  const chosen = oneDay(fixed);
  const [first] = chosen;
  if (first === undefined || chosen.some(({ clock, day }) => clock.open || day.lastDate !== null))
    return none;
  const hours = new Set(chosen.map(({ start }) => start.toString()));
  const around = text.slice(
    Math.max(0, Math.min(...chosen.map(({ from }) => from)) - 60),
    Math.max(...chosen.map(({ to }) => to)) + 40,
  );
  const doubts = chosen
    .flatMap(({ day, clock }) => [day.doubt, clock.doubt])
    .filter((doubt) => doubt !== null);
  const zones = chosen.map((stamp) => zoneOf(stamp, text, clocks, mail.message.date));
  if (hours.size > 1 && !sameInstant(chosen, zones) && (offersChoice(around) || asksForTimes(text)))
    return none;
  if (hours.size === 1 && (asksForTimes(text) || eitherOr.test(around))) return none;
  if (disagree(chosen, zones))
    return { interview: null, ambiguous: [`"${around.trim()}": its clocks do not agree`] };
  if (doubts[0] !== undefined) return { interview: null, ambiguous: [doubts[0]] };
  const zone = zones[0];
  if (zone === undefined || zone.type === "unclear")
    return { interview: null, ambiguous: zone === undefined ? [] : [zone.says] };
  if (/^half (?!past)/i.test(first.clock.words) && !halfPast.test(zone.zone))
    return {
      interview: null,
      ambiguous: [`"${first.clock.words}" is half past in Britain and half to elsewhere`],
    };
  const start = first.start.toZonedDateTime(zone.zone);
  const minutes = lengthIn(text);
  const end = first.end?.toZonedDateTime(zone.zone) ?? start.add({ minutes: minutes ?? 60 });
  return {
    interview: {
      uid: null,
      sequence: 0,
      start,
      end,
      endKnown: first.end !== null || minutes !== null,
      title: mail.message.subject,
      place: placeIn(mail.newest),
    },
    ambiguous: [],
  };
}

/** Times on several days are a choice, unless only one of them is said of a meeting. */
function oneDay(fixed: readonly Stamp[]): readonly Stamp[] {
  const days = (stamps: readonly Stamp[]) => new Set(stamps.map(({ day }) => day.date.toString())).size;
  if (days(fixed) <= 1) return fixed;
  const said = fixed.filter(({ sentence }) => isAboutMeeting(sentence));
  return days(said) === 1 ? said : [];
}

/** "Either Wednesday at 11 or the day after" */
const eitherOr = /\b(?:either|entweder|soit|o bien|ofwel|ou)\b.*\b(?:or|oder|soit|o|of|ou)\b/is;
/** "Half ten" is an hour later in Britain than in the languages next door, whose speakers say it in English too. */
const halfPast =
  /^(?:Europe\/(?:London|Dublin)|Australia\/|Pacific\/Auckland|Africa\/Johannesburg|America\/)/;

/** "14:30 in London, 10:30 for you" is one time said twice. */
function sameInstant(stamps: readonly Stamp[], zones: readonly SpokenZone[]): boolean {
  const instants = stamps.map(({ start }, at) => {
    const zone = zones[at];
    return zone?.type === "known" ? start.toZonedDateTime(zone.zone).epochMilliseconds : Number.NaN;
  });
  return new Set(instants).size === 1;
}

/** "11:00 UK, 13:00 Spain" side by side: both say which clock they mean, and they are no one moment. */
function disagree(stamps: readonly Stamp[], zones: readonly SpokenZone[]): boolean {
  const [first, second] = stamps;
  const [one, other] = zones;
  if (first === undefined || second === undefined || second.clock.index - first.clock.index > 60)
    return false;
  if (one?.type !== "known" || other?.type !== "known" || !one.named || !other.named) return false;
  return one.zone !== other.zone && !sameInstant([first, second], [one, other]);
}

const placeIn = (text: string): string | null =>
  /(?:^|\n)\s*[-*]?\s*(?:location|where|place|address|venue)\s*:\s*(.{3,120})/i.exec(text)?.[1]?.trim() ??
  /https:\/\/\S*(?:zoom\.us|teams\.microsoft|meet\.google|webex|whereby)\S*/i.exec(text)?.[0] ??
  null;
