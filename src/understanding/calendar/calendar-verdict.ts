import { isFreeMail, registrable } from "../domains.ts";
import type { Verdict } from "../kind/verdict.ts";
import { isOccupation } from "../who/occupations.ts";
import type { CalendarReading } from "./calendar.ts";

const telling =
  /(?<![\p{L}\d])(?:interview\w*|phone screen\w*|screening (?:call|chat|interview)|assessment (?:centre|center|day)|trial (?:shift|day|morning|lesson)s?|bench (?:day|trial)|work trial|candidates?|your application|hiring (?:manager|team|panel)|recruit(?:er|ing|ment)|vacancy|vorstellungsgespräch\w*|bewerbung\w*|bewerber\w*|kennenlern\w*|probearbeit\w*|entretien\w*|entrevue|candidature|embauche|entrevista\w*|candidatura|sollicitatie\w*|kennismaking\w*|proefochtend\w*|proefdag\w*|meeloopdag)(?![\p{L}])/iu;
const aboutARole =
  /\b(?:chat|call|talk|meet|conversation|discuss\w*|intro\w*|round|stage|show you round)\b[^.]{0,80}\b(?:the|our|your|this|a) (?:[\p{L}/&-]+ ){0,4}(?:position|role|vacancy|job|opening)\b|\b(?:position|role|vacancy|opening)\b[^.]{0,60}\b(?:chat|call|talk|conversation|discussion|round)\b|\b(?:technical|final|second|first|panel|onsite|on-site|culture[- ]fit|intro) (?:round|stage|chat|discussion|talk|call|conversation)\b|\bmeet (?:the|our|with our) team\b|\byour (?:cv|résumé|resume|portfolio)\b/iu;
/** Interviews that have nothing to do with a job, and meetings at the person's present one. */
const another =
  /\b(?:exit|press|media|podcast|radio|tv|police|insurance|visa|passport|asylum|citizenship|mortgage|loan|credit|bank|school|parents?(?:'s?|s')?|parent[- ]teacher|teacher|family|tenancy|housing|benefits?|medical|research|user|customer|celebrity|oral history|adoption) interview\b|\binterviewing (?:a |the )?candidates?\b|\b(?:ace|nail|master|prepare (?:for )?|preparing for|how to|secrets of|tips)\b[^\n]{0,20}\binterviews?\b|\b(?:im|on the|in the|part of the) panel\b|\bwebinar\b|\binterview (?:of |with )?(?:a |the )candidates?\b|\b(?:team meeting|all[- ]hands|stand-?up|sprint|retrospective|retro|1:1|one[- ]to[- ]one|appraisal|performance review|(?:annual|month|quarterly|mid-year)[\s-]\w*\s?review|webinar|product demo|demo|lunch|dinner|birthday|party)\b/iu;
/** Events that a job's name may hold too: "Interview: Workshop Coordinator". */
const elsewhere =
  /\b(?:dentist|dental|doctor|appointment|hygienist|haircut|training|workshop|yoga|class)\b/iu;
/** Too little to prove an interview, too much to call it private. */
const perhaps = /\b(?:role|position|vacancy|job|opening|stelle|poste|puesto|vacature|vaga)\b/iu;
/** "A calendar invitation after a time was agreed, and a reminder" confirms (POLICY 8.2). */
const agreed =
  /(?<![\p{L}\d])(?:as (?:we )?(?:agreed|discussed|promised|arranged|settled)|like we (?:said|agreed)|confirm(?:ed|ing|ation|s)?|booked|all set|you(?:'re| are) (?:set|scheduled|booked)|(?:is|are|been|now) (?:scheduled|booked|confirmed)|have you down|reminder|looking forward to (?:it|seeing|meeting|speaking)|see you (?:then|on|there)|we will see you|good to (?:speak|talk)|thanks? for (?:ringing|calling|getting|confirming|choosing|coming back|sending us your)|thank you for (?:choosing|confirming)|(?:it is|it is then)[.,!]|\w+day(?: \w+)? it is\b|both our diaries|puts? (?:it|this|\w+) in(?:to)? (?:the|your|both|our)|on the calendar|so (?:neither of us|we don't) forget|wie (?:eben |heute |gestern )?(?:\w+ )?(?:besprochen|vereinbart|abgesprochen)|bestätig\w*|hier der termin|so wie (?:eben|besprochen)|comme convenu|confirm(?:é|ons|ation)|suite à notre (?:échange|appel)|según lo (?:hablado|acordado)|como (?:acordamos|quedamos|hablamos|combinado)|confirmad[ao]|combinado|zoals (?:afgesproken|besproken)|bevestig\w*|afgesproken)(?![\p{L}])/iu;
/** An update that leaves the time alone: another room, another person, online in place of on site. */
const sameTime =
  /(?<![\p{L}\d])(?:same time|time (?:is |stays |remains )?(?:the same|unaltered|unchanged|as before)|at the (?:same|agreed|usual) (?:time|hour)|(?:only|just) the (?:room|place|link|venue|location)|no change for you|nothing changes|new guest|changed: (?!time|date|when)[\p{L}, ]+|(?:new|different|change of) (?:room|venue|link|location|place)|nothing else (?:changes|has changed)|an der (?:uhrzeit|zeit) ändert sich nichts|gleiche (?:uhr)?zeit|raumwechsel|neuer raum|à l'heure prévue|même heure|changement de (?:salle|lieu)|misma hora|cambio de (?:sala|lugar)|zelfde tijd(?:stip)?|andere (?:zaal|ruimte|locatie)|mesmo horário|mesma hora|mudança de (?:sala|local))(?![\p{L}])/iu;
const newTime =
  /(?<![\p{L}\d])(?:new (?:time|date|start|slot)|moved?|move (?:it|you|us)|reschedul\w*|postpon\w*|push(?:ed|ing)?|brought forward|bring forward|later than|earlier than|rather than|instead|verschieb\w*|verschoben|verlegt|neuer termin|report(?:é|er|ons)|décal\w*|aplaz\w*|cambi(?:o|ar|amos) (?:la|de) (?:hora|fecha)|adelant\w*|verzet\w*|verplaats\w*|remarc\w*|adi(?:ar|ada|ámos|amos))(?![\p{L}])/iu;

/**
 * What a calendar part says when the event looks like an interview; null when it does not prove one, so that the words decide.
 * A private appointment is `unrelated`. Whether a REQUEST moves a stored interview, the caller knows: this gives UID and SEQUENCE.
 */
export function calendarVerdict(
  event: CalendarReading,
  subject: string,
  newest: string,
  person: { readonly address: string },
): Verdict | null {
  const verdict = (kind: Verdict["kind"], confidence: number, doubts: readonly string[] = []): Verdict => ({
    kind,
    confidence,
    by: "calendar",
    // What the person is shown first is what they know from their calendar.
    evidence: [...(event.title === "" ? [] : [event.title]), `METHOD:${event.method}`],
    doubts,
  });
  const interview = isInterview(event, subject, newest, person.address);
  if (interview !== true) return interview === false ? verdict("unrelated", 0.8) : null;
  const words = `${subject}\n${event.description}\n${newest}`;
  switch (event.method) {
    case "CANCEL":
      return verdict("interview_cancelled", 0.98);
    case "REQUEST":
    case "PUBLISH":
      // They sent back what the person had organised: nothing new.
      if (event.organizer?.address === person.address.toLowerCase()) return null;
      if (event.sequence > 0)
        return sameTime.test(words) && !newTime.test(words.replace(sameTime, ""))
          ? verdict("interview_confirmed", 0.85)
          : verdict("interview_rescheduled", 0.9);
      return agreed.test(words) ? verdict("interview_confirmed", 0.9) : verdict("interview_invitation", 0.95);
    case "REPLY": {
      const answers = event.attendees.map(({ answer }) => answer);
      return answers.includes("ACCEPTED") ? verdict("interview_confirmed", 0.9) : null;
    }
    case "COUNTER":
      return verdict("interview_rescheduled", 0.7, ["they propose another time, which nobody has taken yet"]);
  }
}

/** The title or the subject says so, or the words beside a single meeting that somebody else calls for; null where the words of the mail may still prove it. */
function isInterview(event: CalendarReading, subject: string, newest: string, own: string): boolean | null {
  const title = `${event.title}\n${subject}`;
  if (another.test(title)) return false;
  if (telling.test(title) || aboutARole.test(title)) return !isAmongFriends(event, own);
  // A series is a habit, and what stands in the text of one ("positions to fill") is its agenda.
  if (event.isSeries || isAmongFriends(event, own)) return false;
  const words = `${event.description}\n${newest}`;
  if (another.test(words) || elsewhere.test(title)) return false;
  if (telling.test(words) || aboutARole.test(words)) return true;
  // "Anna Berg <> Northwind - Risk Analyst": a trade in the title of a meeting with somebody outside.
  if (event.organizer?.address !== own.toLowerCase() && namesATrade(title)) return true;
  if (perhaps.test(title) && meeting.test(title)) return true;
  return perhaps.test(title) || meeting.test(title) ? null : false;
}

const namesATrade = (title: string): boolean =>
  (title.match(/\p{L}{4,}/gu) ?? []).some((word) => isOccupation(word));
const meeting =
  /\b(?:gespräch|kennenlernen|meet|call|chat|talk|conversation|échange|rencontre|conversa|charla|gesprek|stage \d|round \d)\b/iu;

/** Everybody writes from the person's own domain or from free mail: no employer is there. */
function isAmongFriends(event: CalendarReading, own: string): boolean {
  const others = [event.organizer, ...event.attendees].filter(
    (one) => one !== null && one.address !== own.toLowerCase(),
  );
  const home = registrable(own);
  return (
    others.length > 0 &&
    others.every((one) => {
      const domain = one === null ? null : registrable(one.address);
      return domain !== null && domain === home && !isFreeMail(domain);
    })
  );
}
