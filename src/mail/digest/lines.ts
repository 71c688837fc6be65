import type { QuestionKind } from "../../domain/approval.ts";
import type { ChangePart, Digest, DraftPart } from "../../domain/digest.ts";
import { kindNames } from "../../domain/kind-names.ts";
import type { Address } from "../../domain/message.ts";
import { cleanLine } from "../../domain/plain-text.ts";

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

export const draftTitle = (draft: DraftPart): string =>
  `${kindNames[draft.kind].title} ${who(draft.to)}, ${cleanLine(draft.employer)}`;

export const draftWhy = (draft: DraftPart): string =>
  [draft.reason, draft.remark === null ? "" : `${capital(cleanLine(draft.remark))}.`]
    .map(cleanLine)
    .filter((words) => words !== "")
    .join(" ");

export const quotation = (words: string | null): string => {
  const line = cleanLine(words ?? "").replace(/[“”"]/g, "'");
  return line === "" ? "" : `“${line.length > 280 ? `${line.slice(0, 279).trimEnd()}…` : line}”`;
};

export const changeLine = (change: ChangePart): string =>
  [`${place(change)}: ${change.change}.`, cleanLine(change.why), quotation(change.evidence)]
    .filter((words) => words !== "")
    .join(" ");

export const unconfirmedLine = ({ to, subject, day }: Digest["unconfirmed"][number]): string =>
  `I could not confirm that your mail to ${who(to)} (${quotation(subject)}, ${cleanLine(day)}) was sent. Look in Sent.`;

export const interviewLine = (interview: Digest["interviews"][number]): string => {
  const where = cleanLine(interview.place ?? "");
  return `${capital(interview.when)} ${cleanLine(interview.time)}: ${cleanLine(interview.employer)}, ${cleanLine(interview.title)}${where === "" ? "" : ` (${where})`}`;
};

/** The answers that a line understands: what to write, and what it does. The first is the usual one. */
export type Answer = { readonly write: string; readonly label: string };
export const answers = {
  draft: (n: number): Answer[] => [
    { write: `${n} ok`, label: "Send it" },
    { write: `${n} later`, label: "Later" },
    { write: `${n} skip`, label: "Skip" },
  ],
  question: (n: number, asks: QuestionKind): Answer[] => [
    ...(asks === "which" || asks === "time" || asks === "occasion"
      ? []
      : [{ write: `${n} yes`, label: "Yes" }]),
    { write: `${n} no`, label: noOf[asks] },
  ],
  change: (n: number, change: ChangePart["change"]): Answer[] =>
    change === "closed"
      ? [{ write: `${n} reopen`, label: "Reopen" }]
      : change === "new"
        ? [{ write: `${n} is nothing`, label: "It is nothing" }]
        : [{ write: `${n} undo`, label: "Undo" }],
  unconfirmed: (n: number): Answer[] => [
    { write: `${n} was sent`, label: "Was sent" },
    { write: `${n} send again`, label: "Send again" },
  ],
};

const noOf: Readonly<Record<QuestionKind, string>> = {
  kind: "No",
  belongs: "No",
  which: "To none",
  opens: "No",
  follow: "No",
  time: "No time yet",
  occasion: "Not this time",
};

/** Answers that need a word of the person's, as examples. */
export const examples = {
  question: (n: number, asks: QuestionKind): string[] =>
    ({
      kind: [`${n} is offer`],
      belongs: [`move ${n} to NAME`],
      which: [`move ${n} to NAME`],
      opens: [],
      follow: [],
      time: [`${n} at friday 14:00`],
      occasion: [`${n}: they opened a second shop`],
    })[asks],
  change: (n: number): string[] => [`${n} is offer`],
};

/** How whatever was read wrongly is put right, in one sentence with a number of this digest. */
export const repairSentence = (n: number): string =>
  `If I read something wrongly, say what it is: “${n} is offer” (or ${otherKinds}), “${n} at friday 14:00”, “move ${n} to” another line or employer, “merge ${n} into” another line, “split ${n}”; “undo ${n}” takes it back. “help” tells what else you can say.`;

/** How a draft gets other words, in one sentence; empty in a digest without drafts. */
export const rewordSentence = ({ drafts: [draft] }: Digest): string =>
  draft === undefined
    ? ""
    : ` Other words for a draft: “${draft.n}: shorter, please”, and it is shown anew; words of your own: “${draft.n} send:” and the mail behind it.`;

/** The line at which the sentence points best: one that tells what was read. */
export const repairable = (digest: Digest): number | undefined =>
  (digest.changes[0] ?? digest.waiting[0] ?? digest.questions[0])?.n;

const otherKinds = "rejection, invitation, no news, nothing …";

/** A mail to the person's own address that says one answer, with the digest's token in its subject (POLICY 7.8, RFC 6068). */
export const mailto = (digest: { address: string; token: string }, write: string): string =>
  `mailto:${encodeURIComponent(digest.address).replaceAll("%40", "@")}?subject=${encodeURIComponent(`Re: Afterword [aw-${digest.token}]`)}&body=${encodeURIComponent(write)}`;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
