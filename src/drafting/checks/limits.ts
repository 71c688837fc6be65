import type { FollowUpKind } from "../../domain/follow-up.ts";

/** The most words that a body may have, without greeting, sign-off and signature (POLICY 1; 6, "Words"). */
export const mostWords: Readonly<Record<FollowUpKind, number>> = {
  stage_question: 150,
  thank_you: 150,
  check_in: 60,
  decision_request: 150,
  breakup: 90,
  graceful_no: 150,
  keep_in_touch: 150,
  direct_line: 150,
  withdraw: 150,
};

/** How many questions a mail may and must ask (POLICY 1, 5). */
export const questionsOf: Readonly<Record<FollowUpKind, { readonly least: 0 | 1; readonly most: 0 | 1 }>> = {
  stage_question: { least: 1, most: 1 },
  thank_you: { least: 0, most: 0 },
  check_in: { least: 1, most: 1 },
  decision_request: { least: 1, most: 1 },
  breakup: { least: 1, most: 1 },
  graceful_no: { least: 0, most: 1 },
  keep_in_touch: { least: 0, most: 0 },
  direct_line: { least: 0, most: 1 },
  withdraw: { least: 0, most: 0 },
};

/** More than a draft is ever long: such a text is refused unread, so that no check has to read a book. */
export const longestText = 6_000;
/** No word of a letter is this long, in German neither: it is a link, a code or an attempt to keep the checks busy. */
export const longestWord = 80;
/** What is read of one source; a thread's mail is its newest words, which are shorter. */
export const longestSource = 20_000;
