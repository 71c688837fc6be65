import type { Assessment, Kind } from "../domain/assessment.ts";
import type { Message } from "../domain/message.ts";

/** What the structure of a mail proves before any word is read: the kind and the header or words that show it. */
export type Structure = {
  readonly kind: Extract<Kind, "bounce" | "auto_reply">;
  readonly confidence: Assessment["confidence"];
  readonly evidence: string;
};

const bounceSender = /^(?:mailer-daemon|postmaster|mail-daemon|mailerdaemon)(?:[+@]|$)/i;
const bounceSubject =
  /\b(?:undeliver(?:ed|able)|delivery (?:status notification|failure|has failed|failed|incomplete)|failure notice|returned mail|mail delivery (?:failed|subsystem)|returned to sender|mail delayed|delivery delayed|could not be delivered|nicht zustellbar|non remis)\b/i;
const absenceSubject =
  /(?:^|\b)(?:out of (?:the )?office|automatic reply|auto(?:matic)?[- ]?(?:reply|respon\w*)|autoreply|away (?:from|until|on)\b|on (?:annual |parental |maternity )?(?:leave|vacation|holiday)|abwesenheit\w*|réponse automatique|automatische antwort|respuesta automática)/i;
const absenceWords =
  /\b(?:i am|i'm|i will be|i'll be|we are) (?:currently )?(?:out of (?:the )?office|away(?: from)?|on (?:annual |parental |maternity |paternity |sick )?(?:leave|vacation|holiday)|travell?ing)\b|\b(?:out of the office (?:until|from|starting)|no longer (?:works?|work|employed|with (?:the company|us))|has left (?:the company|us|our)|(?:mailbox|inbox|address)\b[^.\n]{0,50}\b(?:no longer (?:in use|monitored)|is not monitored))|\bnicht im büro\b|\bwill (?:not )?return to the office\b/i;

/**
 * Tells bounces and auto-replies by structure (RFC 3464, RFC 3834, then the headers and subjects that real servers write instead).
 * `auto-generated` is no auto-reply: applicant systems write invitations and rejections that way (POLICY 8.1).
 */
export function structureOf(message: Message, newest: string): Structure | null {
  if (message.report !== null && message.report.action !== "delivered" && message.report.action !== "relayed")
    return {
      kind: "bounce",
      confidence: 1,
      evidence: `delivery-status: ${message.report.action} ${message.report.status}`,
    };
  const header = (name: string): string => message.headers[name] ?? "";
  const from = message.from?.address ?? "";
  const subject = message.subject;
  if (header("x-failed-recipients") !== "")
    return {
      kind: "bounce",
      confidence: 0.99,
      evidence: `X-Failed-Recipients: ${header("x-failed-recipients")}`,
    };
  if (
    bounceSender.test(from) &&
    (bounceSubject.test(subject) ||
      /\b(?:not (?:be )?delivered|delivery|undeliverable|recipient|permanent error)\b/i.test(newest))
  )
    return { kind: "bounce", confidence: 0.97, evidence: subject || from };
  const automatic = header("auto-submitted");
  if (/^auto-replied\b/i.test(automatic))
    return { kind: "auto_reply", confidence: 1, evidence: `Auto-Submitted: ${automatic}` };
  for (const name of ["x-autoreply", "x-autorespond", "x-autoreply-from"])
    if (header(name) !== "" && !/^no$/i.test(header(name)))
      return { kind: "auto_reply", confidence: 0.98, evidence: `${name}: ${header(name)}` };
  if (/auto_?reply/i.test(header("precedence")))
    return { kind: "auto_reply", confidence: 0.98, evidence: `Precedence: ${header("precedence")}` };
  if (absenceSubject.test(subject)) return { kind: "auto_reply", confidence: 0.95, evidence: subject };
  if (/^delivery status notification|^undeliverable:/i.test(subject))
    return { kind: "bounce", confidence: 0.9, evidence: subject };
  const absence = absenceWords.exec(newest.slice(0, 600));
  // A human who writes at length and mentions leave is no machine.
  if (
    absence !== null &&
    (newest.length < 500 || /^auto-/i.test(automatic)) &&
    !/\binterview\b/i.test(newest)
  )
    return { kind: "auto_reply", confidence: 0.8, evidence: absence[0] };
  return null;
}

/** The list that a mail was sent to, as evidence, or null. Such mail changes nothing (POLICY 8.1). */
export function listEvidence(message: Message): string | null {
  const list = message.headers["list-id"];
  if (list !== undefined && list !== "") return `List-Id: ${list}`;
  const precedence = message.headers.precedence ?? "";
  return /^(?:bulk|list|junk)\b/i.test(precedence) ? `Precedence: ${precedence}` : null;
}
