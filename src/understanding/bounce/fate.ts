import type { Message, RecipientReport } from "../../domain/message.ts";
import {
  givenUp,
  mailboxFull,
  mailboxUnavailable,
  refusedAsMail,
  stillTrying,
  unknownHost,
  unknownUser,
} from "./fate-words.ts";
import { passageAbout, serverText } from "./server-words.ts";

/**
 * What became of a mail to one address. `gone`: nobody is there (POLICY 3.4). `full` and `refused`: the address is right, and this mail was not
 * taken. `undelivered`: it did not get there for a cause that passes or that nobody gives, which says nothing of the address. `delayed`: the server
 * keeps trying (8.2). `arrived`: so it says.
 */
export type Fate = {
  readonly outcome: "gone" | "full" | "refused" | "undelivered" | "delayed" | "arrived";
  /** "5.1.1" (RFC 3463); empty where nobody said one. */
  readonly status: string;
  /** The words that prove it, on one line; may be empty. */
  readonly quote: string;
};

/** What a bounce says of that address; null where it does not name it (SAFETY R41). Only for mails that are known to be bounces. */
export function fateOf(message: Message, address: string): Fate | null {
  const wanted = address.toLowerCase();
  const { words } = serverText(message);
  const { report } = message;
  if (report !== null) {
    const own = report.find(({ addresses }) => addresses.includes(wanted));
    if (own !== undefined) return ofBlock(own, passageAbout(words, wanted) ?? "");
    // Passed on to another address before it failed: then only the words name ours.
    const passage = passageAbout(words, wanted);
    const [only, ...more] = report;
    return only === undefined || more.length > 0 || passage === null ? null : ofBlock(only, passage);
  }
  if (/report-type\s*=\s*"?feedback-report/i.test(message.headers["content-type"] ?? "")) return null;
  const named = (message.headers["x-failed-recipients"] ?? "").toLowerCase().split(/[\s,;<>]+/);
  const passage = passageAbout(words, wanted) ?? (named.includes(wanted) ? words : null);
  return passage === null ? null : inWords(message.subject, words, passage);
}

function ofBlock({ action, status, says }: RecipientReport, passage: string): Fate {
  if (action === "delayed") return { outcome: "delayed", status, quote: says };
  if (action !== "failed") return { outcome: "arrived", status, quote: says };
  // A server that says "5.0.0" has often heard better (RFC 3464 section 2.3.4).
  const code = /^$|\.0\.0$/.test(status) ? statusIn(says) || statusIn(passage) || status : status;
  const said = says || passage;
  return { outcome: outcomeOf(code, said), status: code, quote: oneLine(said) };
}

function inWords(subject: string, words: string, passage: string): Fate {
  const status = statusIn(passage);
  const tries = stillTrying.test(words) || /\bdelay(?:ed)?\b|\bwarning\b/i.test(subject);
  const isOver = givenUp.test(words) || status.startsWith("5");
  const outcome = tries && !isOver ? "delayed" : outcomeOf(status, passage);
  return { outcome, status, quote: oneLine(passage) };
}

/**
 * Why it failed: a status of the mailbox or of the mail itself decides (RFC 3463 section 3), then words, then whether the status is one of the address.
 * A failure that passes and was given up, and one without any reason, are not the address' (POLICY 3.4 is about one that is known to be wrong).
 */
function outcomeOf(status: string, said: string): "gone" | "full" | "refused" | "undelivered" {
  const detail = status.replace(/^\d\./, "");
  const unknown = unknownUser.test(said) || (status.startsWith("5") && unknownHost.test(said));
  if (detail === "2.2") return "full";
  if (detail === "2.3" || detail === "3.4" || detail.startsWith("6.") || /^1\.[78]$/.test(detail))
    return "refused";
  if (detail.startsWith("7.")) return unknown ? "gone" : "refused";
  if (mailboxFull.test(said) && !unknown) return "full";
  if (unknown) return "gone";
  const isRefused = refusedAsMail.test(said);
  if (hasPassed.test(status)) return "undelivered";
  if (status === "") return isRefused ? "refused" : "undelivered";
  if (saysNothingOfAddress.test(status))
    return mailboxUnavailable.test(said) && !isRefused ? "gone" : "refused";
  return isRefused && !/^(?:1\.1|1\.10|4\.\d+)$/.test(detail) ? "refused" : "gone";
}

/** RFC 3463 section 2: a failure that passes, and section 3.5: a time that ran out, however it is called; Exchange has numbers of its own for that. */
const hasPassed = /^(?:4\.|5\.4\.(?:7|300|316)$)/;

/** RFC 3463 section 3: the other system, the protocol, or nothing at all. */
const saysNothingOfAddress = /^5\.(?:[35]\.|0\.0$)/;

/** The status of RFC 3463, or what the reply code of RFC 5321 alone comes to. */
function statusIn(text: string): string {
  const enhanced = /(?<![\d.])([45]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/.exec(text)?.[1];
  if (enhanced !== undefined) return enhanced;
  return /(?<![\d.])552[ -]/.test(text) && !/size|large/i.test(text) ? "5.2.2" : "";
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim().slice(0, 300);
