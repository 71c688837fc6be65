import { type Candidacy, candidacyInWords } from "./candidacy.ts";
import type { FollowUp, FollowUpKind, PromiseOnRecord } from "./follow-up.ts";
import { kindNames } from "./kind-names.ts";
import { cleanLine } from "./plain-text.ts";

/** The titles in the person's calendar. "Today" in them is the day on which they stand. */

export const interviewInWords = (candidacy: Pick<Candidacy, "employer" | "role">): string =>
  `Interview: ${plain(candidacyInWords(candidacy))}`;

/** "Check-in with Greg Hill (ABC) is due". */
export function dueInWords(
  { kind, to, needsOccasion }: Pick<FollowUp, "kind" | "to" | "needsOccasion">,
  { employer }: Pick<Candidacy, "employer">,
): string {
  const name = plain(to?.name ?? "");
  const what = `${mailInWords(kind)} ${name === "" ? plain(employer) : `${name} (${plain(employer)})`}`;
  if (to === null) return `${what} is due, but there is no one to write to`;
  return needsOccasion ? `${what} is due and needs an occasion` : `${what} is due`;
}

const mailInWords = (kind: FollowUpKind): string => {
  const { noun, whom } = kindNames[kind];
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)} ${whom}`;
};

export const promiseInWords = (
  { silenceIsNo }: Pick<PromiseOnRecord, "silenceIsNo">,
  { employer }: Pick<Candidacy, "employer">,
): string =>
  `${plain(employer)} ${silenceIsNo ? "said that silence by today is a no" : "promised word by today"}`;

export const offerInWords = ({ employer }: Pick<Candidacy, "employer">): string =>
  `Answer the offer of ${plain(employer)} by today`;

/** One line without mail addresses: a calendar is shown on walls and in meetings. A link keeps its own: it would lead nowhere without. */
export const plain = (words: string): string =>
  cleanLine(words)
    .split(" ")
    .filter((word) => !word.includes("@") || word.includes("://"))
    .join(" ");
