import { type Facts, type Kind, noFacts } from "../domain/assessment.ts";
import type { Message } from "../domain/message.ts";
import type { CalendarReading } from "./calendar/calendar.ts";
import type { Verdict } from "./kind/verdict.ts";
import type { MailboxOwner } from "./mailbox-owner.ts";
import { stagesIn } from "./said-stages.ts";
import { plainWords } from "./text/plain-words.ts";
import type { LetterParts } from "./text/reply-text.ts";
import { whenIn } from "./when/when.ts";
import type { IsHoliday } from "./when/work-days.ts";
import { whoIn } from "./who/who.ts";

type Reading = {
  readonly message: Message;
  readonly parts: LetterParts;
  readonly sentences: readonly string[];
  readonly verdict: Verdict;
  readonly event: CalendarReading | null;
  readonly person: MailboxOwner;
  readonly isHoliday: IsHoliday;
};

const factless: ReadonlySet<Kind> = new Set<Kind>(["unrelated", "newsletter_job_alert", "bounce"]);
/** After these no stage comes any more. */
const over: ReadonlySet<Kind> = new Set<Kind>([
  "rejection",
  "no_for_now",
  "offer_withdrawn",
  "auto_reply",
  "bounce",
  "newsletter_job_alert",
]);

/** Everything that a mail of a candidacy says besides its kind. Mail of no candidacy has no facts. */
export function factsOf({ message, parts, sentences, verdict, event, person, isHoliday }: Reading): Facts {
  const subject = plainWords(message.subject);
  const title = event?.title ?? "";
  const stages = over.has(verdict.kind) ? null : stagesIn([...sentences, subject, title]);
  // A known contact's words that no rule understands may belong to a candidacy all the same.
  if (factless.has(verdict.kind)) return { ...noFacts, stages };
  const everything = `${subject}\n${title}\n${parts.newest}`;
  return {
    ...noFacts,
    ...whoIn({ message, parts, event, person, kind: verdict.kind }),
    ...whenIn({ message, parts, kind: verdict.kind, event, person, isHoliday }),
    roleCancelled:
      (verdict.kind === "rejection" || verdict.kind === "no_for_now") && cancelled.test(everything),
    finalStage: verdict.kind.startsWith("interview_") && final.test(everything),
    asks: verdict.kind === "rejection" ? null : asksIn(sentences),
    stages,
  };
}

const cancelled =
  /\b(?:position|role|vacancy|job|opening|requisition|search|recruitment|hiring)\b[^.\n]{0,70}\b(?:cancel\w*|withdrawn|eliminated|frozen|freeze|closed without|no longer (?:exists?|needed|required)|put on hold)\b|\bhiring freeze\b/i;
const final =
  /\b(?:final|last)(?:[- ](?:round|stage|step))?\s+(?:\w+\s)?(?:interview|round|stage|conversation|meeting|step)\b|\bfinal[- ]round\b/i;
const empty =
  /\b(?:any (?:further )?(?:questions?|queries|problems|issues|concerns)|feel free|do not hesitate|don't hesitate|hope (?:you|this|all)|how are you|unsubscribe|need anything)\b/i;
const asking =
  /\b(?:could|can|would|will|do|does|are|have|when|what|which|how|where) (?:you|your)\b[^?]*\?|\b(?:when|what|which|how|where|would|does|is)\b[^?]*\b(?:you|your|work|suit|convenient)\b[^?]*\?/i;
const requesting =
  /\b(?:please|kindly)\s+(?:\w+ly\s+)?(?:let (?:me|us) know|send|provide|confirm|reply|respond|share|complete|submit|upload|book|choose|pick|select|give|advise|bring|tell|furnish|clarify|return|sign|review and sign)\b/i;

/** The first sentence that asks something of the person; "any questions?" asks nothing. */
function asksIn(sentences: readonly string[]): string | null {
  const asks = sentences.filter((line) => !empty.test(line));
  return asks.find((line) => asking.test(line)) ?? asks.find((line) => requesting.test(line)) ?? null;
}
