import type { CalendarReading } from "./calendar.ts";
import type { Verdict } from "./verdict.ts";

const telling =
  /\b(?:interview\w*|phone screen|screening|assessment (?:centre|center|day)|candida(?:te|cy)|your application|hiring (?:manager|team)|recruit\w*|vacancy|vorstellungsgespräch|bewerbung\w*|entretien d'embauche)\b/i;
const aboutARole =
  /\b(?:chat|call|talk|meet\w*|conversation|discuss\w*|intro\w*)\b.{0,80}\b(?:position|role|vacancy|opportunity|job|cv|résumé|resume)\b|\b(?:position|role|vacancy|job)\b.{0,60}\b(?:chat|call|talk|meet\w*|conversation|discussion|round)\b|\b(?:technical|final|second|first|panel|onsite|culture[- ]fit) (?:round|stage|chat|discussion)\b|\bmeet (?:the|our) team\b/i;
const another =
  /\b(?:exit|press|media|podcast|radio|police|insurance|visa|parent[s']*) interview\b|\binterview(?:ing)? (?:of |with )?(?:a |the )?candidates?\b/i;

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
    evidence: [`METHOD:${event.method}`, ...(event.title === "" ? [] : [event.title])],
    doubts,
  });
  const said = [event.title, subject, event.description, newest];
  const title = `${event.title}\n${subject}`;
  const interview = !another.test(title) && said.some((text) => telling.test(text) || aboutARole.test(text));
  if (!interview) return verdict("unrelated", 0.8);
  const own = event.organizer?.address === person.address.toLowerCase();
  switch (event.method) {
    case "CANCEL":
      return verdict("interview_cancelled", 0.98);
    case "REQUEST":
    case "PUBLISH":
      if (!event.time.ok && /all-day/.test(event.time.error)) return null;
      // They sent back what the person had organised: nothing new.
      if (own) return null;
      return event.sequence > 0
        ? verdict("interview_rescheduled", 0.9)
        : verdict("interview_invitation", 0.97);
    case "REPLY": {
      const answers = event.attendees.map(({ answer }) => answer);
      if (answers.includes("ACCEPTED")) return verdict("interview_confirmed", 0.9);
      return null;
    }
    case "COUNTER":
      return verdict("interview_invitation", 0.7, ["they propose another time, which nobody has taken yet"]);
  }
}
