import type { Draft } from "./draft.ts";
import type { FollowUpKind } from "./follow-up.ts";
import { kindNames } from "./kind-names.ts";
import type { Address } from "./message.ts";
import { cleanLine, cleanText } from "./plain-text.ts";

/** The sentences of a confirmation. Numbers are those of the digest that was answered; whatever comes from a mail is one clean line (SAFETY R47). */

/** "the thank-you to Jo Field" */
export const mailInWords = (kind: FollowUpKind, to: Address): string => {
  const { noun, whom } = kindNames[kind];
  const mail = kind === "keep_in_touch" ? "mail to keep in touch" : noun;
  return `the ${mail} ${whom} ${cleanLine(to.name) || cleanLine(to.address)}`;
};

/** `when`: "today at 09:00"; null: as soon as it can. */
export const approvedLine = (n: number, mail: string, when: string | null): string =>
  when === null
    ? `${n}: ${mail} goes out now; "undo ${n}" stops it as long as it has not left.`
    : `${n}: ${mail} goes out ${when}; until then "undo ${n}" stops it.`;

/** What was done about a line, in one or more sentences of the journal. */
export const doneLine = (n: number, says: readonly string[]): string => {
  const sentences = [...new Set(says)].map((words) => cleanLine(words).slice(0, 300));
  return `${n}: ${sentences.join(" ") || "done."}`;
};

export const undoLine = (numbers: readonly number[]): string => {
  const [first, ...more] = numbers;
  if (first === undefined) return "";
  return more.length === 0
    ? `"undo ${first}" takes that back.`
    : `"undo" and its number takes one of them back: "undo ${first}".`;
};

/** A draft of which the person changed the quoted text, as it waits for their approval; `approved`: they had said ok beside it. */
export const editedBlock = (n: number, draft: Draft, approved: boolean): string =>
  waiting(
    n,
    draft,
    `you changed the quoted text${approved ? ", so the old one is not sent" : ""}. This is yours, and it waits for your yes:`,
  );

/** The same in the next digest, which shows the draft itself where it is due. */
export const editedLater = ({ to }: Pick<Draft, "to">): string =>
  `You changed the quoted text of the mail to ${cleanLine(to.name) || to.address}: your version waits for your yes, and the old one is not sent.`;

/** A draft that has other words now than those that were approved. */
export const changedDraftBlock = (n: number, draft: Draft): string =>
  waiting(
    n,
    draft,
    "that draft has changed since it was shown, so nothing was sent. As it is now, it waits for your yes:",
  );

/** The same in the next digest. */
export const changedLater = ({ to }: Pick<Draft, "to">): string =>
  `The mail to ${cleanLine(to.name) || to.address} had changed since the words that you approved: the new version waits for your yes.`;

const waiting = (n: number, draft: Draft, says: string): string =>
  [
    `${n}: ${says}`,
    letter(draft),
    `Reply "${n} ok" to send it, "${n} later friday" to decide then, "${n} skip" to leave it out.`,
  ].join("\n\n");

/** POLICY 7.3: exactly what will leave, and how it is stopped. `when`: "on Friday 22 May at 09:32". */
export const ownTextBlock = (n: number, draft: Draft, when: string): string =>
  [
    `${n}: Your text goes out ${when}.`,
    letter(draft),
    `Reply "${n} undo" to stop it; to put it right, "${n} send:" and the text once more.`,
  ].join("\n\n");

/** The same in the next digest, where no short mail could show it any more; it stands there in full. */
export const ownTextWaits = ({ to }: Pick<Draft, "to">): string =>
  `Your own text for the mail to ${cleanLine(to.name) || to.address} waits for your yes: two short mails had reached you that day, so none could show you what would leave.`;

/** A draft as a digest shows it: every line of it behind a quote mark, whatever it looks like (R47). */
function letter({ to, subject, text }: Draft): string {
  const name = cleanLine(to.name).replace(/[<>]/g, "");
  const head = `To: ${name === "" ? to.address : `${name} <${to.address}>`}\nSubject: ${cleanLine(subject)}`;
  return `${head}\n\n${cleanText(text).trimEnd().replaceAll(/^/gm, "> ").replaceAll(/ +$/gm, "")}`;
}
