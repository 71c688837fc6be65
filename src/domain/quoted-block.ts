import { holdsRun, wordsIn } from "./aligned-words.ts";
import type { Draft } from "./draft.ts";

/** A draft as a mail of ours showed it, under its number there. */
export type ShownDraft = Pick<Draft, "to" | "subject" | "text"> & { readonly n: number };

/** The lines between the head of a shown draft and what stands below it, without quote marks. */
export type QuotedBlock = {
  readonly lines: readonly QuotedLine[];
  /** False where what we put below the draft is missing: the quote was cut. */
  readonly isWhole: boolean;
};
export type QuotedLine = { readonly text: string; readonly marked: boolean };

const marks = /^[ \t]*(?:[>|][ \t]?)+/;
/** What mail programs write behind a link of HTML when they make text of it. */
const linkAddress = /[<[(](?:mailto|https?|tel):[^<>[\]()\s]{1,600}[>\])]/g;

/** Recipient in up to two lines, then the subject. */
const head = /^[ \t]*To:?[ \t]+(\S[^\n]*(?:\n[^\n]{1,200})?)\n\s*Subject:/gm;
/** The line below a draft; of HTML the buttons below it. */
const below = /Reply\s+["“”„«»]?\s*(\d{1,3})\s+(?:ok|undo)\b|\bSend it\s+(?:Skip|Later)\b/g;

/**
 * Finds the block of a shown draft in an answer, with or without quote marks: it lies between "To: … Subject: …" and `Reply "N ok"` or the buttons.
 * Null: there is none. "altered": recipient or subject above it are other ones, so it is not known what the person wants.
 * @param answer the whole text of the answer
 */
export function quotedBlock(answer: string, shown: ShownDraft): QuotedBlock | "altered" | null {
  const lines = answer
    .replaceAll("\u00a0", " ")
    .split(/\r?\n/)
    .map((raw) => ({
      text: raw
        .replace(marks, "")
        .replaceAll(linkAddress, (written) => (shown.text.includes(written) ? written : "")),
      marked: marks.test(raw),
    }));
  const text = lines.map((line) => line.text).join("\n");
  const heads = [...text.matchAll(head)];
  let altered = false;
  for (const [at, { 0: whole, 1: to = "", index }] of heads.entries()) {
    const start = index + whole.length;
    const limit = heads[at + 1]?.index ?? text.length;
    const foot = text.slice(start, limit).matchAll(below).next().value;
    const isOurs = to.toLowerCase().includes(shown.to.address.toLowerCase());
    if (foot?.[1] === undefined ? !isOurs : Number(foot[1]) !== shown.n) continue;
    const body = behindSubject(text, start, shown.subject);
    if (isOurs && body !== null)
      return {
        lines: linesBetween(lines, body, foot === undefined ? limit : start + foot.index),
        isWhole: foot !== undefined,
      };
    const between = wordsIn(text.slice(start, start + (foot?.index ?? 0)));
    if (foot?.[1] !== undefined || holdsRun(between, wordsIn(shown.text))) altered = true;
  }
  return altered ? "altered" : null;
}

/** Where the line ends in which the subject ends; null where other words stand there. */
function behindSubject(text: string, start: number, subject: string): number | null {
  const expected = wordsIn(subject);
  const found = wordsIn(text.slice(start, start + subject.length * 2 + 200)).slice(0, expected.length);
  if (found.length < expected.length || found.some(({ key }, at) => key !== expected[at]?.key)) return null;
  const end = start + (found.at(-1)?.end ?? 0);
  const lineEnd = text.indexOf("\n", end);
  const rest = text.slice(end, lineEnd === -1 ? text.length : lineEnd);
  return wordsIn(rest).length > 0 ? null : lineEnd === -1 ? text.length : lineEnd + 1;
}

/** The lines from one place of the joined text to another; a line that is cut gives its part. */
function linesBetween(lines: readonly QuotedLine[], from: number, to: number): readonly QuotedLine[] {
  const found: QuotedLine[] = [];
  let start = 0;
  for (const { text, marked } of lines) {
    const part = text.slice(Math.max(0, from - start), Math.max(0, to - start));
    if (start + text.length >= from && start < to) found.push({ text: part, marked });
    start += text.length + 1;
  }
  return found;
}
