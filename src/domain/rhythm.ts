import { numberWords } from "./number-words.ts";

/** More than twelve weeks between two mails is no rhythm any more. */
const longestRhythm = 60;

/** What can be written behind "every". */
export const rhythmAllowed = 'days, weeks or working days, such as "10 days", "2 weeks" or "8 working days"';

const form = new RegExp(
  `^(?:(\\d{1,3}|an?|${numberWords.join("|")}|other|second) )?(working day|business day|day|week)s?$`,
);

/**
 * Gives the working days of "10 days" (five of seven, rounded, at least one), "2 weeks" or "8 working days"; null where the words say nothing
 * of the kind, or more than twelve weeks. `words` is lower case with single spaces.
 */
export function rhythmSaid(words: string): number | null {
  const [, many, unit = ""] = form.exec(words === "fortnight" ? "two weeks" : words) ?? [];
  if (unit === "") return null;
  const count = countOf(many);
  const days = unit === "week" ? count * 5 : unit === "day" ? Math.round((count * 5) / 7) : count;
  return count < 1 || days > longestRhythm ? null : Math.max(1, days);
}

function countOf(many: string | undefined): number {
  if (many === undefined || many === "a" || many === "an") return 1;
  if (many === "other" || many === "second") return 2;
  return numberWords.includes(many) ? numberWords.indexOf(many) + 1 : Number(many);
}

/** "working day" of 1, "7 working days". */
export const spokenRhythm = (workingDays: number): string =>
  workingDays === 1 ? "working day" : `${workingDays} working days`;
