import type { Letter } from "./letter.ts";
import { wordsIn } from "./name-runs.ts";
import { isPersonName, withoutTitles } from "./person-name.ts";
import { squash } from "./spelling.ts";

/** A job title that a place of the mail gives, and how much that place is worth. */
export type SaidRole = { readonly title: string; score: number };

const noTitle =
  /(?:tests?|exam|examination|tasks?|challenge|ticket|instructions|questionnaire|directions|details|results?|outcome|documents|letters?|centre|center|day|days|week|month|programme for .*|applying|closing|screening|onboarding|testing|scheduling|closed|received|complete|confirmed)$/i;

/** Without a word of a trade only capitals or digits make a phrase a title: "Tenant Liaison", "Graduate Programme". */
export const looksNamed = (title: string): boolean => {
  const words = wordsIn(title);
  return (
    words.length > 0 &&
    words.length <= 6 &&
    !noTitle.test(title) &&
    words[0]?.cap === true &&
    words.every((word) => word.cap || /^(?:of|and|in|for|de|da|do|der|d|\d+)$/.test(word.text))
  );
};

/** The employer's name, or the beginning of it, is no role. */
export const isEmployer = (title: string, employer: string | null): boolean =>
  employer !== null && (squash(employer).includes(squash(title)) || squash(title) === squash(employer));
/** "Juniper Loop Data Engineer" without the employer before it. */
export const withoutEmployer = (title: string, employer: string | null): string =>
  employer !== null && title.startsWith(`${employer} `) ? title.slice(employer.length + 1) : title;
/** True when the person's own name stands in it. */
export const isOwn = (title: string, letter: Letter): boolean =>
  letter.person.name
    .split(" ")
    .some((part) => part.length > 2 && wordsIn(title).some((word) => word.text === part));

/** A line that greets. */
export const greeting =
  /^(?:hi+|hey|hello|dear|good (?:morning|afternoon|evening)|hallo|liebe[rs]?|guten tag|sehr geehrte[rs]?|moin|servus|bonjour|cher|chère|hola|estimad[oa]|querid[oa]|beste|geachte|hoi|ol[áa]|oi|prezad[oa]|car[oa])\b/i;

/** Where the signature begins: the last short line, within eight of the end, that opens with a human's name. */
export const signatureAt = (lines: readonly string[]): number => {
  for (let at = Math.max(1, lines.length - 8); at < lines.length; at += 1) {
    const piece = withoutTitles(lines[at]?.split(/,|\s[|–-]\s|\(/)[0] ?? "");
    if ((lines[at]?.length ?? 0) < 90 && isPersonName(piece)) return at;
  }
  return lines.length;
};
