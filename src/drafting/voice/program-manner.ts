import { Temporal } from "temporal-polyfill";
import type { QuoteShape } from "../../domain/quoted-original.ts";
import { fewestMails, type ProgramManner } from "../../domain/tone.ts";
import { attributionAt, isDivider, opensHeaderBlock } from "../../understanding/text/quote-heads.ts";
import type { OwnMail } from "./own-mail.ts";

/** Older answers tell what a mail program did before it was changed. */
const mostAnswers = 30;
/** Above a quote stand the person's own words. */
const mostLines = 400;

/**
 * Gives what a mail program put around the words of one mail.
 * @param text the whole text, with quotes
 */
export function programManner(text: string, html: boolean): ProgramManner {
  const lines = text.split("\n", mostLines);
  const { quote, at } = quoteIn(lines);
  return { quote, html, marksSignature: lines.slice(0, at).some((line) => /^-- ?$/.test(line)) };
}

/**
 * Gives what it puts around most of the person's newer answers, or null where too few show it. Who quotes now this way and now that gets the usual
 * attribution; whatever else is not done in more than half of them is not done.
 */
export function usualProgram(mails: readonly OwnMail[]): ProgramManner | null {
  const answers = mails
    .filter(({ isReply, isForward, isBulk }) => isReply && !isForward && !isBulk)
    .toSorted((a, b) => Temporal.Instant.compare(b.at, a.at))
    .flatMap(({ program }) => program ?? [])
    .slice(0, mostAnswers);
  if (answers.length < fewestMails) return null;
  const mostly = (has: (answer: ProgramManner) => boolean): boolean =>
    answers.filter(has).length > answers.length / 2;
  const shape = (["none", "header"] as const).find((one) => mostly(({ quote }) => quote === one));
  return {
    quote: shape ?? "attribution",
    html: mostly(({ html }) => html),
    marksSignature: mostly(({ marksSignature }) => marksSignature),
  };
}

/** The first thing that stands above a quote, or begins it, and its line. */
function quoteIn(lines: readonly string[]): { readonly quote: QuoteShape; readonly at: number } {
  for (const [at, line] of lines.entries()) {
    if (line.startsWith(">") || attributionAt(lines, at)?.sure) return { quote: "attribution", at };
    if (isDivider(line) || opensHeaderBlock(lines, at)) return { quote: "header", at };
  }
  return { quote: "none", at: lines.length };
}
