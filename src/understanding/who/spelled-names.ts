import type { Candidates } from "./employer-candidates.ts";
import type { Hint } from "./employer-hints.ts";
import { touches, type Word } from "./name-runs.ts";
import { isOccupation } from "./occupations.ts";
import { isDepartment, organisationIn } from "./organisation-name.ts";
import { plainStartWords } from "./plain-start-words.ts";
import { type Spelled, spelledBy } from "./spelled-by.ts";
import { squash } from "./spelling.ts";

/** Names that the sender's domain, the tenant at an applicant system or a host in the text spells. */
export function spelledNames(
  line: string,
  words: readonly Word[],
  hints: readonly Hint[],
  isSegment: boolean,
  into: Candidates,
): void {
  for (const hint of hints)
    for (const spelled of spelledBy(hint.label, line, words)) {
      const span = grown(line, words, spelled, isSegment);
      if (span === null) continue;
      const first = words[span.from];
      const last = words[span.to];
      if (first === undefined || last === undefined) continue;
      const text = line.slice(first.start, last.end);
      if (!/\p{Lu}|\d/u.test(text) && !isSegment) continue;
      const exact =
        spelled.share === 1 && hint.weight === 1 && span.from === spelled.from && span.to === spelled.to;
      const name = exact ? text : (organisationIn(text) ?? text);
      into.add(
        name,
        "domain",
        hint.weight * spelled.share * (isSegment ? 9 : 8) + (span.to - span.from) * 0.1,
        hint.weight === 1 ? spelled.share : 0,
      );
    }
}

/** "Atlantic Care" goes on as "Atlantic Care Homes"; a whole segment begins earlier: "Universität Altmark". */
function grown(
  line: string,
  words: readonly Word[],
  { from, to }: Spelled,
  isSegment: boolean,
): { from: number; to: number } | null {
  const first = words[from];
  if (
    first === undefined ||
    (!first.cap && words.slice(from, to + 1).every((word) => !word.cap) && !isSegment)
  )
    return null;
  let end = to;
  let beyond = to;
  while (beyond - to < 4) {
    const next = words[beyond + 1];
    if (next === undefined || !touches(line, words[beyond], next)) break;
    if (next.cap && !endsName(next)) end = beyond + 1;
    else if (!/^(?:&|of|de|du|des|del|do|da|für|the|and)$/.test(next.text)) break;
    beyond += 1;
  }
  const after = words[end + 1];
  // "Hexley Revenue Operations Manager": what follows is the role.
  if (
    end > to &&
    after !== undefined &&
    touches(line, words[end], after) &&
    (isOccupation(after.text) || /^(?:role|position|post|job)$/i.test(after.text))
  )
    end = to;
  let start = from;
  while (start > 0 && from - start < 4) {
    const previous = words[start - 1];
    if (previous === undefined || !touches(line, previous, words[start])) break;
    const joins = /^(?:of|of the|the|de|der|für|du|des|del|do|da|di|&|van)$/.test(previous.text);
    if (!previous.cap && !joins) break;
    if (/^Office$/.test(previous.text) && words[start]?.text === "of") return { from: start - 1, to: end };
    if (previous.cap && (endsName(previous) || (!isSegment && opensSentence(line, previous)))) break;
    start -= 1;
  }
  while (start < from && words[start]?.cap !== true) start += 1;
  return { from: start, to: end };
}

const opensSentence = (line: string, word: Word): boolean =>
  word.start === 0 || /[.!?:]\s+$/.test(line.slice(0, word.start));
const endsName = (word: Word): boolean => {
  const plain = squash(word.text);
  return (
    isOccupation(word.text) ||
    (isDepartment(word.text) &&
      !/^(?:services?|partners|people|school|college|faculty|management|health|care|staff|personal|board)$/.test(
        plain,
      )) ||
    (plainStartWords.has(plain) && !/^(?:first|one|bank|may|great|next)$/.test(plain))
  );
};
