import type { Assessment, Kind } from "../../domain/assessment.ts";
import type { Message } from "../../domain/message.ts";
import { absenceSigns, absenceSubject, absenceWords, personsWords } from "../when/absence-words.ts";
import {
  bounceSubject,
  notDelivered,
  personsSubject,
  programAddress,
  serverAddress,
  serverName,
  serverWords,
  transcript,
} from "./bounce-words.ts";

/** What the structure of a mail proves before any word is read: the kind and the header or words that show it. */
export type Structure = {
  readonly kind: Extract<Kind, "bounce" | "auto_reply">;
  readonly confidence: Assessment["confidence"];
  readonly evidence: string;
};

const bounce = (confidence: number, evidence: string): Structure => ({
  kind: "bounce",
  confidence,
  evidence,
});
const autoReply = (confidence: number, evidence: string): Structure => ({
  kind: "auto_reply",
  confidence,
  evidence,
});

/**
 * Tells bounces and auto-replies from mail that somebody wrote: reports (RFC 3462, 3464, 5965, 8098) first, then headers (RFC 3834 and what
 * servers write instead), then who sends and how they word it. Delays and reports of delivery are bounces without effect (POLICY 8.2, SAFETY R41).
 * `auto-generated` alone is no auto-reply: applicant systems write invitations and rejections that way (POLICY 8.1).
 */
export function structureOf(message: Message, newest: string): Structure | null {
  return byReport(message) ?? byServer(message) ?? byHeaders(message) ?? byAbsence(message, newest);
}

const header = (message: Message, name: string): string => message.headers[name] ?? "";

function byReport(message: Message): Structure | null {
  const { report } = message;
  const [worst] = report ?? [];
  if (worst !== undefined) return bounce(1, `delivery-status: ${worst.action} ${worst.status}`.trim());
  const type = header(message, "content-type");
  const about = /^multipart\/report\b.*?\breport-type\s*=\s*"?([\w-]+)/i.exec(type)?.[1]?.toLowerCase();
  if (about === "disposition-notification") return autoReply(0.98, `report-type=${about}`);
  if (about !== undefined) return bounce(0.98, `report-type=${about}`);
  const recipients = header(message, "x-failed-recipients");
  return recipients === "" ? null : bounce(0.99, `X-Failed-Recipients: ${recipients}`);
}

/** Words count only from senders that are no person: who forwards a bounce, or writes about one, is. */
function byServer(message: Message): Structure | null {
  const from = message.from?.address ?? "";
  const { subject } = message;
  const said = message.text.slice(0, 4_000);
  const inSubject = bounceSubject.test(subject);
  const inText = (notDelivered.exec(said) ?? transcript.exec(said))?.[0].trim() ?? "";
  const why = inSubject ? subject : inText;
  const server = serverAddress.test(from);
  if (why !== "" && (server || from === "" || serverName.test(message.from?.name ?? "")))
    return bounce(0.97, why);
  if (server) {
    if (serverWords.test(said) || said.trim() === "" || daemon.test(from))
      return bounce(0.9, subject || from);
  }
  if (absenceSubject.test(subject) || absenceWords.test(said.slice(0, 600))) return null;
  const nowhere = /^<\s*>$/.test(header(message, "return-path"));
  const program = programAddress.test(from);
  if (inText !== "" && (nowhere || (program && (inSubject || isLog(said))))) return bounce(0.93, why);
  if (program && said.trim() === "" && complaint.test(subject)) return bounce(0.85, subject);
  if (personsSubject.test(subject)) return null;
  return ownSubject.test(subject) || (inSubject && transcript.test(said)) ? bounce(0.9, subject) : null;
}

const daemon = /^(?:mailer|mail)[-_]?daemon@/i;
const complaint = /\b(?:complaint|abuse|spam)\b/i;
/** Nobody but a server begins a subject so. */
const ownSubject =
  /^(?:delivery status notification\b|undelivered mail returned|(?:undeliverable|unzustellbar|non remis|no se puede entregar|onbestelbaar|não é possível entregar|não entregue)\s*:)/i;

/** A list manager's or a sending service's notice, as opposed to an applicant system's letter in which something "could not" be. */
const isLog = (said: string): boolean =>
  transcript.test(said) ||
  /"(?:notificationType|eventType)"\s*:|\bnot a? ?member\b|\boriginal (?:mail|message) (?:as )?follows\b/i.test(
    said,
  );

function byHeaders(message: Message): Structure | null {
  const automatic = header(message, "auto-submitted");
  if (/^auto-replied\b/i.test(automatic)) return autoReply(1, `Auto-Submitted: ${automatic}`);
  for (const name of ["x-autoreply", "x-autorespond", "x-autoreply-from", "x-vacation"]) {
    const value = header(message, name);
    if (value !== "" && !/^(?:no|false|0)$/i.test(value)) return autoReply(0.98, `${name}: ${value}`);
  }
  if (/auto_?reply/i.test(header(message, "precedence")))
    return autoReply(0.98, `Precedence: ${header(message, "precedence")}`);
  if (/^vacation\b/i.test(header(message, "x-apple-action")))
    return autoReply(0.98, "X-Apple-Action: VACATION");
  if (/^reply\b/i.test(header(message, "x-autogenerated"))) return autoReply(0.98, "X-Autogenerated: Reply");
  return null;
}

function byAbsence(message: Message, newest: string): Structure | null {
  if (absenceSubject.test(message.subject)) return autoReply(0.95, message.subject);
  const words = absenceWords.exec(newest.slice(0, 600))?.[0];
  if (words === undefined) return null;
  const byRule =
    /^auto-/i.test(header(message, "auto-submitted")) ||
    header(message, "x-ms-exchange-inbox-rules-loop") !== "" ||
    /^<\s*>$/.test(header(message, "return-path"));
  if (byRule) return autoReply(0.95, words);
  // A human who mentions leave asks, proposes, or writes at length.
  const human = newest.length >= 500 || personsWords.test(newest) || /\binterview\b/i.test(newest);
  if (human) return null;
  return newest.length < 200 || absenceSigns.test(newest) ? autoReply(0.8, words) : null;
}

/** The list that a mail was sent to, as evidence, or null. Such mail changes nothing (POLICY 8.1). */
export function listEvidence(message: Message): string | null {
  const list = message.headers["list-id"];
  if (list !== undefined && list !== "") return `List-Id: ${list}`;
  const precedence = message.headers.precedence ?? "";
  return /^(?:bulk|list|junk)\b/i.test(precedence) ? `Precedence: ${precedence}` : null;
}
