import { wordsIn } from "./aligned-words.ts";

/** So many words in a row that we did not write are nobody's by chance. */
const leastOther = 4;
/** Words count as ours where so many of them stand together as we wrote them. */
const run = 3;
/** Runs of so many words tell which piece of a draft is quoted. */
const pieceRun = 4;

/**
 * True where a quote holds words that stand in no mail of ours: somebody wrote them into it, and an approval above it may be meant for them
 * (POLICY 7.3, SAFETY R12).
 * @param quoted the quoted words, without marks
 * @param ours the mails that may be quoted and the drafts that they show
 */
export function holdsOtherWords(quoted: string, ours: readonly string[]): boolean {
  const words = keysOf(quoted);
  const known = new Set(ours.flatMap((text) => runsOf(keysOf(text), run)));
  let other = 0;
  const isOurs = words.map(() => false);
  for (const [at, one] of runsOf(words, run).entries()) if (known.has(one)) isOurs.fill(true, at, at + run);
  return isOurs.some((mine) => {
    other = mine ? 0 : other + 1;
    return other >= leastOther;
  });
}

/**
 * True where a quote holds two pieces of a draft and not what stood between them: a mail program cuts a quote at its ends, a person takes a sentence
 * out of it. Pieces that are those of another draft, which is quoted beside it or in its place, say nothing.
 * @param others the other drafts that the mail showed
 */
export function isQuotedInPieces(quoted: string, draft: string, others: readonly string[]): boolean {
  const rest = others.reduce(
    (words, other) => words.replaceAll(` ${keysOf(other).join(" ")} `, " | "),
    ` ${keysOf(quoted).join(" ")} `,
  );
  const found = new Set(runsOf(rest.trim().split(" "), pieceRun));
  const own = runsOf(keysOf(draft), pieceRun);
  const pieces = own.filter((one) => found.has(one));
  const isOfAnother = others.some((other) => {
    const theirs = new Set(runsOf(keysOf(other), pieceRun));
    return pieces.every((one) => theirs.has(one));
  });
  const [first, last] = [own.findIndex((one) => found.has(one)), own.findLastIndex((one) => found.has(one))];
  return first !== -1 && !isOfAnother && own.slice(first, last).some((one) => !found.has(one));
}

const keysOf = (text: string): readonly string[] =>
  wordsIn(text).flatMap(({ key, isWord }) => (isWord ? [key] : []));

const runsOf = (words: readonly string[], length: number): readonly string[] =>
  words.slice(0, 1 - length).map((_word, at) => words.slice(at, at + length).join(" "));
