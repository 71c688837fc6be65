import type { DraftRule, Finding } from "../../domain/draft-basis.ts";

/** A finding with its words on one line and cut, so that it can stand in a prompt and in a log of figures. */
export const finding = (rule: DraftRule, words: string, says: string): Finding => ({
  rule,
  words: words.replace(/\s+/g, " ").trim().slice(0, 80),
  says,
});

/** At most one finding for whatever a pattern finds first. */
export function whereFound(
  texts: readonly string[],
  pattern: RegExp,
  rule: DraftRule,
  says: string,
): readonly Finding[] {
  for (const text of texts) {
    const found = pattern.exec(text);
    if (found !== null) return [finding(rule, found[0], says)];
  }
  return [];
}
