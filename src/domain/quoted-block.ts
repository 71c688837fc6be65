import { holdsRun, sameWords, type Word, wordsIn } from "./aligned-words.ts";
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
const head = /^[ \t]*To:?[ \t]+(\S[^\n]*(?:\n[^\n]{1,200})?)\n\s{0,40}Subject:/gm;
/** The line below a draft; of HTML the buttons below it. */
const below =
  /Reply\s{1,40}["“”„«»]?\s{0,40}(\d{1,3})\s{1,40}(?:ok|undo)\b|\bSend it\s{1,40}(?:Skip|Later)\b/g;
/** A digest puts the number of a draft into the title above it; the reason stands between. */
const title = /^[ \t]*(\d{1,3})\.[ \t]/;
const mostAboveHead = 5;
/** Digests are shorter, and looking takes time. */
const longestAnswer = 200_000;
const mostHeads = 200;

/**
 * Finds the block of a shown draft in an answer, with or without quote marks: it lies between "To: … Subject: …" and `Reply "N ok"` or the buttons.
 * Null: there is none. "altered": recipient or subject above it are other ones, or two blocks that read otherwise bear its number, so it is not known
 * what the person wants.
 * @param answer the whole text of the answer
 */
export function quotedBlock(answer: string, shown: ShownDraft): QuotedBlock | "altered" | null {
  const lines = answer
    .slice(0, longestAnswer)
    .replaceAll("\u00a0", " ")
    .split(/\r?\n/)
    .map((raw) => ({
      text: raw
        .replace(marks, "")
        .replaceAll(linkAddress, (written) => (shown.text.includes(written) ? written : "")),
      marked: marks.test(raw),
    }));
  const text = lines.map((line) => line.text).join("\n");
  const heads = [...text.matchAll(head)].slice(0, mostHeads);
  const draft = wordsIn(shown.text);
  let altered = false;
  let found: QuotedBlock | null = null;
  for (const [at, { 0: whole, 1: to = "", index }] of heads.entries()) {
    const start = index + whole.length;
    const limit = heads[at + 1]?.index ?? text.length;
    const foot = text.slice(start, limit).matchAll(below).next().value;
    const isOurs = to.toLowerCase().includes(shown.to.address.toLowerCase());
    const n = foot?.[1] === undefined ? numberAbove(text, index) : Number(foot[1]);
    if (n === null ? !isOurs : n !== shown.n) continue;
    const body = behindSubject(text, start, shown.subject);
    if (isOurs && body !== null) {
      const block = {
        lines: linesBetween(lines, body, foot === undefined ? limit : start + foot.index),
        isWhole: foot !== undefined,
      };
      if (found && !sameWords(wordsOf(found), wordsOf(block))) return "altered";
      found ??= block;
      continue;
    }
    const between = wordsIn(text.slice(start, start + (foot?.index ?? 0)));
    if (foot?.[1] !== undefined || holdsRun(between, draft)) altered = true;
  }
  return found ?? (altered ? "altered" : null);
}

const wordsOf = ({ lines }: QuotedBlock): readonly Word[] =>
  wordsIn(lines.map(({ text }) => text).join("\n"));

/** The number in the title right above a head; null where no such line is left, or more than one. */
function numberAbove(text: string, index: number): number | null {
  const above = text
    .slice(Math.max(0, index - 1_000), index)
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(-mostAboveHead);
  const numbers = new Set(above.flatMap((line) => title.exec(line)?.[1] ?? []));
  const [n, ...others] = [...numbers].map(Number);
  return n === undefined || others.length > 0 ? null : n;
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
