import { alignedWith, holdsRun, sameWords, type Word, wordsIn } from "./aligned-words.ts";
import { readCommandLine } from "./command-words.ts";
import { type QuotedBlock, type QuotedLine, quotedBlock, type ShownDraft } from "./quoted-block.ts";
import { isQuotedOtherwise } from "./quoted-draft.ts";
import { readLine } from "./reply-line.ts";
import { restored } from "./restored-lines.ts";

/** Less of a draft's words than this is not plainly that draft any more. */
const leastKept = 1 / 3;
/** Longer is no follow-up, and comparing takes the square of it. */
const longestBlock = 8_000;

/**
 * Gives the text that the person made of a draft inside the quote of their answer (POLICY 7.3). Null: they changed nothing, or did not quote it; new line
 * breaks, quote marks, capitals, typographic quotes and dashes are no edit. "doubt": it reads otherwise, but where their text begins and ends is not
 * clear, or little of the draft is left, or lines of ours, or answers to us, stand inside.
 * @param answer the whole text of the answer, quotes included
 */
export function editedQuote(answer: string, shown: ShownDraft): { readonly text: string } | "doubt" | null {
  const block = quotedBlock(answer, shown);
  if (block === "altered") return "doubt";
  if (block === null) return isQuotedOtherwise(answer, shown.text) ? "doubt" : null;
  const draft = wordsIn(shown.text);
  const lines = withoutAnswers(block.lines, draft);
  const text = lines.map((line) => line.text).join("\n");
  if (text.length > longestBlock) return "doubt";
  const words = wordsIn(text);
  if (sameWords(words, draft) || (!block.isWhole && isPieceOf(words, draft))) return null;
  const places = alignedWith(draft, words);
  const kept = places.filter((place) => place !== null && draft[place]?.isWord).length;
  const isUnclear =
    !block.isWhole ||
    kept < draft.filter(({ isWord }) => isWord).length * leastKept ||
    lines.some(({ text: line }) => !stands(line, draft) && isForUs(line)) ||
    hasLooseEnd({ ...block, lines }, draft);
  return isUnclear ? "doubt" : { text: restored(shown.text, draft, text, words, places) };
}

/** True where an answer quotes all of the block of a shown draft, down to the line below it, whatever stands in it. */
export function quotesWhole(answer: string, shown: ShownDraft): boolean {
  const block = quotedBlock(answer, shown);
  return block !== null && block !== "altered" && block.isWhole;
}

/** What a mail program left of the end of a mail, cut in the middle of a word or not, or all of the draft and more of the mail behind it. */
function isPieceOf(words: readonly Word[], draft: readonly Word[]): boolean {
  const whole = words.slice(0, -1);
  const last = words.at(-1)?.key ?? "";
  const isBeginning =
    sameWords(whole, draft.slice(0, whole.length)) && (draft[whole.length]?.key.startsWith(last) ?? false);
  return isBeginning || sameWords(words.slice(0, draft.length), draft);
}

const stands = (line: string, draft: readonly Word[]): boolean => holdsRun(draft, wordsIn(line));

/** "1 ok" right above or below the draft answers us and is no part of it. */
function withoutAnswers(lines: readonly QuotedLine[], draft: readonly Word[]): readonly QuotedLine[] {
  const isOutside = ({ text }: QuotedLine): boolean =>
    text.trim() === "" || (!stands(text, draft) && answersUs(text));
  const first = lines.findIndex((line) => !isOutside(line));
  const last = lines.findLastIndex((line) => !isOutside(line));
  return first === -1 ? [] : lines.slice(first, last + 1);
}

function answersUs(line: string): boolean {
  const { type } = readLine(line);
  return type === "clauses" || type === "bare" || type === "doubt";
}

const ours = /^\s*(?:To|From|Subject|Date|Sent):|\bReply ["“”„«»]?\d|\bAfterword\b|\[(?:\.{3}|…|snip\w*)\]/i;

/** An answer, a command, a line that we or a mail program wrote, or the mark of what was left out. */
const isForUs = (line: string): boolean =>
  answersUs(line) || readCommandLine(line.trim()).type === "command" || ours.test(line);

/** Among marked lines one without a mark, before the first or behind the last words of the draft, may be a remark to us. */
function hasLooseEnd({ lines }: QuotedBlock, draft: readonly Word[]): boolean {
  const written = lines.filter(({ text }) => text.trim() !== "");
  const isMarked = written.filter(({ marked }) => marked).length * 2 >= written.length;
  return (
    isMarked && [written[0], written.at(-1)].some((line) => line && !line.marked && !stands(line.text, draft))
  );
}
