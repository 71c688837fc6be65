import type { Digest, LetterPart } from "../../domain/digest.ts";
import { laterExample } from "../../domain/later.ts";
import { cleanLine, cleanText } from "../../domain/plain-text.ts";
import { aliveLines } from "../../domain/sign-of-life.ts";
import { spokenDate } from "../../domain/spoken.ts";
import { type Answer, answers, type Beginning, beginnings } from "./answers.ts";
import {
  changeLine,
  draftTitle,
  draftWhy,
  help,
  interviewLine,
  mailbox,
  opening,
  pausing,
  place,
  quotation,
  seenOften,
  unconfirmedLine,
} from "./lines.ts";

/** Gives the complete plain text. Paragraphs are not wrapped, so that a phone wraps them itself; drafts are quoted, so that no line of theirs can pass for one of ours (R47). */
export const digestText = (digest: Digest): string =>
  `${[
    `${spokenDate(digest.today, digest.today)}: ${opening(digest)}`,
    pausing(digest),
    ...(digest.alive ? [aliveLines(digest.alive).map(cleanLine).join("\n")] : []),
    ...digest.drafts.map((draft) => draftBlock(draft, digest.today)),
    section(
      "Questions",
      digest.questions.map(({ n, asks, question, evidence }) => [
        `${n}. ${cleanLine(question)}`,
        quotation(evidence),
        reply(answers.question(n, asks), beginnings.question(n, asks)),
      ]),
    ),
    section(
      "Today and tomorrow",
      digest.interviews.map((one) => [`${one.n}. ${interviewLine(one)}`]),
    ),
    section(
      "They are waiting for you",
      digest.waitingForYou.map(({ n, employer, asks }) => [`${n}. ${cleanLine(employer)}:`, quotation(asks)]),
    ),
    section(
      "Since the last digest",
      digest.changes.map((change) => [
        `${change.n}. ${changeLine(change)}`,
        quotation(change.evidence),
        change.letter ? `\n${letter(change.letter)}\n` : "",
        reply(answers.change(change.n, change.change), beginnings.change(change.n, change.change)),
      ]),
    ),
    section(
      "Waiting",
      digest.waiting.map((one) => [`${one.n}. ${place(one)}: ${cleanLine(one.because)}`]),
    ),
    section(
      "Decided by a link",
      (digest.byLink ?? []).map((says) => [`- ${cleanLine(says)}`]),
    ),
    section("Trouble", [
      ...digest.unconfirmed.map((one) => [
        `${one.n}. ${unconfirmedLine(one)}`,
        reply(answers.unconfirmed(one.n)),
      ]),
      ...digest.troubles.map((trouble) => [`- ${cleanLine(trouble)}`]),
    ]),
    closing(digest),
  ]
    .filter((block) => block !== "")
    .join("\n\n")}\n`;

function draftBlock(draft: Digest["drafts"][number], today: Digest["today"]): string {
  const usual = `Reply "${draft.n} ok" to send it, "${draft.n} later ${laterExample(today)}" to decide then, "${draft.n} skip" to leave it out.`;
  const look = draft.link ? `\nLook at it: ${draft.link}` : "";
  const head = `${draft.n}. ${draftTitle(draft)}\n${draftWhy(draft)}`;
  if (draft.brief) return `${head}\n${seenOften} ${usual}${look}`;
  return `${head}\n\n${letter(draft)}\n\n${usual}${look}`;
}

const letter = ({ from, to, subject, text }: LetterPart): string =>
  `${from === undefined ? "" : `From: ${cleanLine(from)}\n`}To: ${mailbox(to)}\nSubject: ${cleanLine(subject)}\n\n${quoted(text)}`;

/** Every line of a stranger's or a model's text behind a quote mark, whatever it looks like. */
const quoted = (text: string): string =>
  cleanText(text)
    .trimEnd()
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");

/** How to answer, in three lines at most: everything else stands in the answer to "help". */
function closing(digest: Digest): string {
  const [first, second] = digest.drafts;
  const several =
    first && second ? `; "all ok" or "${first.n} ok, ${second.n} skip" for several at once` : "";
  const asks = digest.drafts.length + digest.questions.length + digest.unconfirmed.length > 0;
  return [
    ...(asks ? [`Answer by replying to this mail, with the number first${several}.`] : []),
    ...help(digest).map((words) => words.replaceAll(/[“”]/g, '"')),
  ].join("\n");
}

/** A heading, and what stands under it: what takes several lines keeps apart from its neighbours. */
function section(title: string, parts: readonly (readonly string[])[]): string {
  const lines = parts.map((words) => words.filter((line) => line !== ""));
  const between = lines.some((words) => words.length > 1) ? "\n\n" : "\n";
  return parts.length === 0
    ? ""
    : `${title.toUpperCase()}\n${lines.map((words) => words.join("\n")).join(between)}`;
}

const reply = (choices: readonly Answer[], others: readonly Beginning[] = []): string =>
  `Reply ${[...choices.map(({ write }) => write), ...others.map(({ example }) => example)].map((words) => `"${words}"`).join(" or ")}.`;
