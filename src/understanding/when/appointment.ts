import type { Stamp } from "./stamps.ts";
import { weekdayWord } from "./time-words.ts";

/** What an hour in a mail is, apart from an appointment of this person (POLICY 8.4): judged by the words right around it. */
const until =
  /(?<![\p{L}])(?:(?<!(?:come|drop|stop|pop|swing|call|pass|go|coming) )by|before|until|till|no later than|latest|deadline|closes?|closing|due|expires?|ends?|bis|spätestens|avant|d'ici|jusqu'\p{L}+|antes d\p{L}+|hasta|até|voor|uiterlijk|tot)(?![\p{L}])(?:[\s,:]+(?:the|a|at|on|no|later|than|close|end|of|play|business|latest|noon|midday|date|is|for|am|um|zum|den|dem|le|el|o|à|op|du|del|\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?|uhr|h)?))*[\s,:]*$/iu;
const given =
  /\b(?:instead of|rather than|in place of|and not|not|previous(?:ly)?|original(?:ly)?|(?:was|were) (?:\p{L}+ )?(?:for|on|at)|swap|switch|replaces?|current(?:ly)?|old(?: time)?|cancel\p{L}*|away from|statt|anstatt|anstelle|nicht mehr|au lieu d[eu]|plutôt qu[e']|in plaats van|en vez de|en lugar de|em vez de)(?![\p{L}])[\s:]*(?:(?:the|our|your|at|on|of|for|appointment|interview|meeting|call|slot|date|time|um|am|le|el|à|om|op)\b[\s:]*)*$/iu;
const fromTo = /\b(?:from|vom|von|du|de|del|van)\s+(?:the\s+|our\s+)?$/iu;
const refused =
  /^[\s,)]*(?:(?:slot|appointment|time|one)\s+)?(?:does not|doesn't|do not|don't|is not|isn't|no longer|won't|will not|cannot|can't|is off|must (?:fall out|be cancel\w*|be called off)|has to (?:be cancel\w*|be called off)|fällt (?:leider )?aus|entfällt|has been cancel|falls through|geht (?:leider )?nicht|passt (?:leider )?nicht|n'est (?:plus|pas)|no (?:es|puede)|não (?:dá|é|será))/i;
/** "Monday to Friday 9-17" are hours of business. */
const weekdays = new RegExp(`${weekdayWord}\\s*(?:-|to|through|bis|à|al?|t\\/m|até|tot)\\s*$`, "iu");
/** "Postpone Wednesday's interview (20 May, 10:00)": what is moved is old, what it is moved to is not. */
const moving =
  /\b(?:postpone|reschedule|move|cancel|change|verschieben|verlegen|absagen|reporter|déplacer|annuler|aplazar|cancelar|mover|verplaatsen|verzetten|adiar|remarcar)\s+(?:[\p{L}']+\s+){0,5}(?:(?:on|of|at|from|vom|am|du|del|van)\s+|\()*$/iu;
const toward =
  /(?<![\p{L}])(?:to|for|until|till|auf|à|au|a|al|naar|op|para)\s+(?:(?:the|den|on|el|le)\s+)*$/iu;
/** "Bring Thursday's 3pm chat forward to 1pm" */
const isReplacedBy = (stamp: Stamp, other: Stamp, text: string): boolean =>
  other.clock.index > stamp.clock.index &&
  other.sentence === stamp.sentence &&
  changing.test(text.slice(Math.max(0, stamp.clock.index - 120), other.clock.index)) &&
  (/^(?:to|naar)\s/i.test(other.clock.words) || toward.test(text.slice(0, other.clock.index)));
const changing =
  /\b(?:bring|brought|move|push|pull|shift|change|reschedule|verschieb|verleg|vorzieh|avanc|décal|report|adelant|aplaz|cambi|mover|verzet|verplaats|vervroeg|remarc|adi)\p{L}*/iu;
const movedAway =
  /^[\s,)]*(?:has|had|have|is|was|will(?: have to)? be|must be|needs? to be|wird|wurde|muss|est|a été|se|ha sido|is|foi)\s+(?:leider |now |unfortunately )?(?:been\s+|to be\s+)?(?:moved|rescheduled|postponed|cancelled|canceled|brought|pushed|changed|called off|put (?:back|off)|verschoben|abgesagt|verlegt|reporté|annulé|décalé|aplazad\p{L}|cancelad\p{L}|verplaatst|verzet|adiad\p{L})/iu;
const over =
  /\b(?:thank(?:s| you)\b[^.]{0,40}\b(?:for (?:calling|coming|meeting|speaking|talking|ringing|your time|taking)|yesterday)|enjoyed|(?:lovely|good|great|nice|pleasure) (?:to|speaking|talking|meeting|seeing)\b|we (?:spoke|met|talked)|(?:i|we) (?:called|rang|phoned|tried|e-?mailed|wrote|waited)|you (?:came|missed|applied|wrote|rang|called)|yesterday|danke für das gespräch|merci pour notre)/i;
const another =
  /\b(?:webinar|newsletter|open (?:day|evening|house)|bank holiday|(?:office|opening|business|core|working) hours|shift|we are open|opens? (?:on|at)|(?:test|assessment) (?:window|link)|closes (?:on|at)|you (?:can )?reach (?:me|us)|switchboard|lunch(?:time)? (?:is|from)|parking|train|flight|we (?:shut|close|open)|closed (?:from|at|on))\b/i;
const appointment =
  /\b(?:interview\w*|meet\w*|conversation|call|talk|chat|speak\w*|appointment|visit|see you|panel|session|slot|invit\w*|schedul\w*|book\w*|confirm\w*|join|come|attend\w*|selection day|date|time|when|gespräch\w*|vorstellung\w*|termin\w*|treffen|entretien|rendez-vous|rencontr\w*|entrevista\w*|reuni[óã]\w*|cita|conversa|papo|afspraak|gesprek|uitnod\w*)\b/iu;
const firmly =
  /\b(?:interview\w*|conversation|appointment|panel|meeting|gespräch\w*|entretien|entrevista\w*|gesprek)\b[^.]{0,80}\b(?:stays?|stands?|agreed|confirmed|booked|fixed|scheduled|takes? place|is on|will be|remains?|bleibt|bestätigt|confirmé|maintenu|confirmad[ao]|bevestigd)\b|\b(?:see you|meet you|looking forward to (?:speaking|meeting|seeing))\b/i;

export type Standing = "fixed" | "given up" | "no appointment";

/** Whether an hour is proposed or fixed, one that is given up for another, or something else (a deadline, an event that is over). */
export function standingOf(stamp: Stamp, text: string, stamps: readonly Stamp[]): Standing {
  const beforeClock = text.slice(Math.max(0, stamp.clock.index - 45), stamp.clock.index);
  const before = text.slice(Math.max(0, stamp.from - 45), stamp.from);
  const beforeDay = text.slice(Math.max(0, stamp.day.index - 45), stamp.day.index);
  const after = text.slice(stamp.to, stamp.to + 40);
  if (weekdays.test(beforeDay)) return "no appointment";
  if (stamps.some((other) => isReplacedBy(stamp, other, text))) return "given up";
  if (moving.test(before) && !toward.test(before)) return "given up";
  if (until.test(before) || (stamp.tight && until.test(beforeDay))) return "no appointment";
  if (/^(?:by|until|till|bis|before)\s/i.test(stamp.clock.words)) return "no appointment";
  if (given.test(beforeClock) || /^than\s/i.test(stamp.clock.words) || (stamp.tight && given.test(before)))
    return "given up";
  if (stamp.tight && (given.test(beforeDay) || refused.test(after) || movedAway.test(after)))
    return "given up";
  if (
    fromTo.test(beforeDay) &&
    stamps.some((other) => other.day.index > stamp.day.index && !other.day.date.equals(stamp.day.date))
  )
    return "given up";
  if (over.test(stamp.sentence) && stamp.day.said === "weekday" && !appointment.test(after))
    return "no appointment";
  if (
    another.test(stamp.sentence) &&
    !/\binterview|\bgespräch|\bentretien|\bentrevista/i.test(stamp.sentence)
  )
    return "no appointment";
  return "fixed";
}

/** The sentence is about meeting this person. */
export const isAboutMeeting = (sentence: string): boolean => appointment.test(sentence);

/** The sentence says in a mail about something else that an appointment stands. */
export const saysItStands = (sentence: string): boolean => firmly.test(sentence);

/** Times that are offered to choose from stay open until one is taken (POLICY 8.4). */
export const offersChoice = (text: string): boolean => choice.test(text);
const choice =
  /\b(?:or|either|options?|alternatively|choose|which of|pick (?:one|a|the)|whichever|one of the(?:se| following)|following (?:times|slots|dates)|(?:these|following|available|possible) (?:slots|times|dates)|prefer|oder|wahlweise|ou|soit|o bien|bien|of|ofwel)\b/i;
/** Who asks for times has not fixed one; "please confirm your availability" follows a fixed one. */
export const asksForTimes = (text: string): boolean => open.test(text);
const open =
  /(?<!confirm )\byour availability\b|\bbest time to\b|\b(?:dates|times|days) (?:and|or) (?:times|dates)\b|\bwhen (?:are|would|could) you (?:be )?(?:free|available)\b|\bwhich (?:day|time|slot|date)\b|\bwhat times?\b|\b(?:pick|choose|book|select|grab) (?:a|your|any) (?:\w+ )?(?:time|slot)\b|\bslots? (?:from|available)\b/i;
