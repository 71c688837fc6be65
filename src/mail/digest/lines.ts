import type { ChangePart, Digest, DraftPart } from "../../domain/digest.ts";
import { headline, pauseLine } from "../../domain/digest-words.ts";
import { kindNames } from "../../domain/kind-names.ts";
import type { Address } from "../../domain/message.ts";
import { cleanLine } from "../../domain/plain-text.ts";
import { programCall } from "../../domain/program-call.ts";
import { beginnings } from "./answers.ts";

/** The sentences of a digest, the same in text and in HTML. Whatever comes from a mail is one clean line (SAFETY R47). */

export const who = (address: Address): string => cleanLine(address.name) || cleanLine(address.address);

export const mailbox = (address: Address): string => {
  const name = cleanLine(address.name).replace(/[<>]/g, "");
  return name === "" ? cleanLine(address.address) : `${name} <${cleanLine(address.address)}>`;
};

export const place = (part: { employer: string; role: string | null }): string =>
  [part.employer, part.role]
    .map((words) => cleanLine(words ?? ""))
    .filter((words) => words !== "")
    .join(", ");

/** What stands first: how much there is, and what does not happen by itself. */
export const opening = (digest: Digest): string =>
  [
    `${capital(headline(digest))}.`,
    digest.drafts.length > 0 ? "Nothing is sent before you say so." : "",
    digest.alive ? "Nothing needs you." : "",
  ]
    .filter((words) => words !== "")
    .join(" ");

export const pausing = (digest: Digest): string => pauseLine(digest) ?? "";

export const draftTitle = (draft: DraftPart): string =>
  `${kindNames[draft.kind].title} ${who(draft.to)}, ${cleanLine(draft.employer)}`;

export const draftWhy = (draft: DraftPart): string =>
  [draft.reason, draft.remark === null ? "" : `${capital(cleanLine(draft.remark))}.`]
    .map(cleanLine)
    .filter((words) => words !== "")
    .join(" ");

export const seenOften = "You have seen it before; the text has not changed.";

export const quotation = (words: string | null): string => {
  const line = cleanLine(words ?? "").replace(/[“”"]/g, "'");
  return line === "" ? "" : `“${line.length > 280 ? `${line.slice(0, 279).trimEnd()}…` : line}”`;
};

export const changeLine = (change: ChangePart): string =>
  [`${place(change)}: ${change.change}.`, cleanLine(change.why)].filter((words) => words !== "").join(" ");

export const unconfirmedLine = ({ to, subject, day, because }: Digest["unconfirmed"][number]): string =>
  [
    `I could not confirm that your mail to ${who(to)} (${quotation(subject)}, ${cleanLine(day)}) was sent.`,
    cleanLine(because),
    "Look in Sent.",
  ]
    .filter((words) => words !== "")
    .join(" ");

export const interviewLine = (interview: Digest["interviews"][number]): string => {
  const where = cleanLine(interview.place ?? "");
  return `${capital(interview.when)} ${cleanLine(interview.time)}: ${cleanLine(interview.employer)}, ${cleanLine(interview.title)}${where === "" ? "" : ` (${where})`}`;
};

/** How a draft gets other words; empty in a digest without drafts. */
const rewording = ({ drafts: [draft] }: Digest): string => {
  const [words] = draft === undefined ? [] : beginnings.draft(draft.n);
  return draft === undefined || words === undefined
    ? ""
    : `Other words for a draft: “${words.example}”, or “${draft.n} send:” and your own text.`;
};

/** How whatever was read wrongly is put right, with the number of a line that tells what was read; empty where none does. */
const repair = ({ changes, waiting, questions, waitingForYou, interviews }: Digest): string => {
  const n = (changes[0] ?? waiting[0] ?? questions[0] ?? waitingForYou[0] ?? interviews[0])?.n;
  return n === undefined
    ? ""
    : `Read wrongly? “${n} is rejection” (or invitation, offer, no news, nothing) puts it right, “undo ${n}” takes it back.`;
};

/** What leaves beside the words that are shown. */
const quoting = ({ drafts }: Digest): string =>
  drafts.some(({ quotes }) => quotes) ? "The mail that a draft answers is quoted below it. " : "";

const quiet = `You get this once after a week without a mail of mine; “${programCall} set sign-of-life off” ends it.`;

/** What else can be said, below everything: a sentence for each thing, without how to answer at all. */
export const help = (digest: Digest): readonly string[] =>
  [
    digest.alive ? quiet : [rewording(digest), repair(digest)].filter((words) => words !== "").join(" "),
    `${quoting(digest)}“help” tells what else you can say.`,
  ].filter((words) => words !== "");

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
