import type { Kind } from "../../domain/assessment.ts";
import type { Message } from "../../domain/message.ts";
import { plainWords } from "../text/plain-words.ts";
import { newestText } from "../text/reply-text.ts";
import { speaksOfWork } from "./speaks-of-work.ts";
import type { Verdict } from "./verdict.ts";

/** What a model says about a mail that the rules leave unsure. */
export type SecondOpinion = {
  readonly kind: Kind;
  /** 0 to 1, as the model sees it. */
  readonly confidence: number;
  /** Passages that it says stand in the mail. */
  readonly quotes: readonly string[];
};

/** Below this the rules do not know enough to be left alone. */
const sureOfItself = 0.7;
/**
 * True when a model may be asked: the rules are unsure, and the mail speaks of work or the rules found something in it. Private mail of no
 * such kind is shown to nobody (SAFETY R49).
 */
export const isWorthASecondReading = (
  first: Pick<Verdict, "confidence" | "by" | "evidence">,
  message: Message,
  newest: string,
): boolean =>
  first.confidence < sureOfItself &&
  first.by === "rules" &&
  message.headers["list-id"] === undefined &&
  (first.evidence.length > 0 || speaksOfWork(`${message.subject}\n${newest}`));

/** What a model is asked about a mail, or null where it is not asked: the mail is clear, private, or from nobody. */
export function questionAbout(first: Parameters<typeof isWorthASecondReading>[0], message: Message) {
  const newest = newestText(message.text);
  if (message.from === null || !isWorthASecondReading(first, message, newest)) return null;
  const { name, address } = message.from;
  return { from: `${name} <${address}>`, subject: message.subject, date: message.date, newest };
}

/** A model never closes, offers or withdraws by itself: with so much it is asked about (DESIGN section 5). */
const neverAlone: ReadonlySet<Kind> = new Set<Kind>(["rejection", "no_for_now", "offer", "offer_withdrawn"]);
const asksAtMost = 0.75;
/** What the structure of a mail says is not for words to decide. */
const byStructure: ReadonlySet<Kind> = new Set<Kind>(["bounce", "auto_reply"]);

/** The verdict that an opinion comes to, or null when it quotes what is not there, or decides what is not for it to decide. */
export function verdictOfOpinion(opinion: SecondOpinion, subject: string, newest: string): Verdict | null {
  const text = squashed(`${subject}\n${newest}`);
  const quotes = opinion.quotes.filter((quote) => squashed(quote).length >= 8);
  if (quotes.length === 0 || !quotes.every((quote) => text.includes(squashed(quote)))) return null;
  if (byStructure.has(opinion.kind)) return null;
  const most = neverAlone.has(opinion.kind) ? asksAtMost : 0.9;
  return {
    kind: opinion.kind,
    confidence: Math.min(opinion.confidence, most),
    by: "model",
    evidence: quotes,
    doubts: [],
  };
}

/** Quotes compare without white space, marks of typography and case: models straighten them. */
const squashed = (text: string): string =>
  plainWords(text)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
