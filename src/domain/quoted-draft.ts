/** So many words in a row are nobody's by chance. */
const run = 4;
/** Less of a draft than this share in a quote is no quote of it: the mail program cut it, or quoted something else. */
const leastShare = 0.5;

/**
 * True where an answer quotes a draft with other words in it than it had (POLICY 7.3): then its approval may be meant for those. New line breaks, quote
 * marks, signs and capitals are no edit, and a draft that is not quoted, or of which only a piece is, was not edited. What was put in front of its
 * first words or behind its last ones cannot be told from what stands around it.
 */
export function isQuotedOtherwise(answer: string, draft: string): boolean {
  const own = wordsOf(draft);
  if (own.length < run * 2) return false;
  const quoted = answer.replaceAll(/^[ \t]*(?:>[ \t]?)+/gm, "");
  if (` ${wordsOf(quoted).join(" ")} `.includes(` ${own.join(" ")} `)) return false;
  return shareOf(draft, quoted) >= leastShare;
}

/** Gives how much of a draft stands in a text, from 0 to 1: counted in runs of words, so that line breaks, signs and capitals do not matter. */
export function shareOf(draft: string, text: string): number {
  const own = wordsOf(draft);
  const all = ` ${wordsOf(text).join(" ")} `;
  const runs = own.slice(0, 1 - run).map((_word, at) => own.slice(at, at + run).join(" "));
  return runs.length === 0 ? 0 : runs.filter((words) => all.includes(` ${words} `)).length / runs.length;
}

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
