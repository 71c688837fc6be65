import { lookedForMinutes } from "./outbox.ts";
import type { OutboxMove } from "./outbox-replay.ts";
import { cleanLine } from "./plain-text.ts";

/** The longest answer of a server that is quoted in a sentence. */
const longestReply = 200;

/** An answer of a server, or what became of the connection, in quotation marks and on one line (SAFETY R47). */
export function quotedReply(reply: string | null): string {
  const words = cleanLine(reply ?? "").replace(/[“”"]/g, "'");
  if (words === "") return "";
  return `“${words.length > longestReply ? `${words.slice(0, longestReply - 1).trimEnd()}…` : words}”`;
}

/**
 * Why it is not known whether a mail was sent, in a sentence: which answer did not settle it, or that the program was ended in the middle (SAFETY section 1,
 * steps 4 and 5). Empty where the log does not reach back so far.
 */
export function whatHappened(moves: readonly Pick<OutboxMove, "event" | "to" | "reply">[]): string {
  const doubt = moves.findLast(({ to }) => to === "unknown");
  if (doubt?.event === "expire")
    return "The program was ended while the mail was on its way, so the server's answer was never heard.";
  if (doubt?.event !== "lost") return "";
  const heard = quotedReply(doubt.reply);
  const answer = heard === "" ? "" : ` (${heard})`;
  return /^421\b|\b421[ -]/.test(doubt.reply ?? "")
    ? `The server ended the conversation while the mail was on its way${answer}, which says neither yes nor no.`
    : /\b[245]\d\d\b/.test(doubt.reply ?? "")
      ? `The server gave an answer that contradicts itself${answer}.`
      : `The mail was handed over, and no answer of the server came${answer}.`;
}

/**
 * Where the mail was looked for and why that could not tell either (SAFETY R5). `searched` is what the journal keeps of the last look: "not found", or why
 * the folder could not be searched; null where nothing is kept.
 */
export function whyNotTold(searched: string | null, sentFolder: string): string {
  const folder = cleanLine(sentFolder);
  if (searched === null) return "";
  return searched === notFound
    ? `I looked for it in ${folder} for ${lookedForMinutes} minutes and did not find it, though other mails of yours are found there; a server may take a mail without a copy, so that proves nothing.`
    : `I looked for it in ${folder} for ${lookedForMinutes} minutes without a clear result: ${cleanLine(searched).replace(/\.$/, "")}.`;
}

/** What `asked` keeps of a search that found other mails and not this one. */
const notFound = "not found";
