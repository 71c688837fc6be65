import { cleanText } from "../domain/plain-text.ts";
import type { QuotedOriginal } from "../domain/quoted-original.ts";
import { htmlOf } from "./body-html.ts";
import { flowed, type TextLine } from "./flowed.ts";
import { quoteHead } from "./quote-head.ts";

/** What a quote has at most, in lines and in characters; the rest is in the mailboxes of both sides. */
const mostLines = 200;
const longest = 12_000;
const leftOut = "[...]";

/** A mail's text: the approved words, and below them the quoted mail. */
export type Body = {
  readonly own: readonly TextLine[];
  readonly head: readonly string[];
  readonly quote: readonly TextLine[];
};

/** Puts the mail that is answered below the approved text, which is taken as the digest shows it. */
export const bodyOf = (text: string, quoted: QuotedOriginal | null): Body => ({
  own: cleanText(text).trimEnd().split("\n").map(plain),
  head: quoted === null ? [] : quoteHead(quoted),
  quote: quoted === null ? [] : quoteOf(quoted),
});

/** Gives the text/plain part, to be sent as format=flowed. */
export const plainPart = ({ own, head, quote }: Body): string =>
  `${flowed([...own, ...(head.length > 0 ? ["", ...head].map(plain).concat(quote) : [])])}\n`;

/** Gives the text/html part, which says the same. */
export const htmlPart = ({ own, head, quote }: Body): string => htmlOf(own, head, quote);

const plain = (text: string): TextLine => ({ depth: 0, text });

/** The quoted mail's lines, each with its own marks and, below an attribution, one more. */
function quoteOf({ text, shape }: QuotedOriginal): readonly TextLine[] {
  const added = shape === "attribution" ? 1 : 0;
  const whole = cleanText(text).trimEnd();
  const lines = whole.slice(0, longest).split("\n");
  const kept = lines.slice(0, mostLines);
  const isCut = kept.length < lines.length || whole.length > longest;
  return [...kept, ...(isCut ? [leftOut] : [])].map((line) => {
    const [marks = ""] = /^(?:> ?)*/.exec(line) ?? [];
    return { depth: marks.replaceAll(" ", "").length + added, text: line.slice(marks.length) };
  });
}
