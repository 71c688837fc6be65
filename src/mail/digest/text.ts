import { answerableItems, type Digest, headline, pauseLine } from "../../domain/digest.ts";
import { cleanLine, cleanText } from "../../domain/plain-text.ts";
import { spokenDate } from "../../domain/spoken.ts";
import {
  type Answer,
  answers,
  changeLine,
  draftTitle,
  draftWhy,
  examples,
  interviewLine,
  mailbox,
  place,
  quotation,
  repairable,
  repairSentence,
  rewordSentence,
  unconfirmedLine,
} from "./lines.ts";

/** Gives the complete plain text. Paragraphs are not wrapped, so that a phone wraps them itself; drafts are quoted, so that no line of theirs can pass for one of ours (R47). */
export function digestText(digest: Digest): string {
  const day = spokenDate(digest.today, digest.today);
  const opening = digest.drafts.length > 0 ? " Nothing is sent before you say so." : "";
  return `${[
    `${day}: ${headline(digest)}.${opening}`,
    pauseLine(digest) ?? "",
    ...digest.drafts.map(draftBlock(digest)),
    section("Questions", [
      ...digest.questions.map(({ n, asks, question, evidence }) =>
        join(
          `${n}. ${cleanLine(question)}`,
          quotation(evidence),
          reply(answers.question(n, asks), examples.question(n, asks)),
        ),
      ),
      ...digest.unconfirmed.map((one) =>
        join(`${one.n}. ${unconfirmedLine(one)}`, reply(answers.unconfirmed(one.n))),
      ),
    ]),
    section(
      "Today and tomorrow",
      digest.interviews.map((one) => `${one.n}. ${interviewLine(one)}`),
    ),
    section(
      "They are waiting for you",
      digest.waitingForYou.map(({ n, employer, asks }) =>
        join(`${n}. ${cleanLine(employer)}:`, quotation(asks)),
      ),
    ),
    section(
      "Since the last digest",
      digest.changes.map((change) =>
        join(
          `${change.n}. ${changeLine(change)}`,
          reply(answers.change(change.n, change.change), examples.change(change.n)),
        ),
      ),
    ),
    section(
      "Waiting",
      digest.waiting.map((one) => `${one.n}. ${place(one)}: ${cleanLine(one.because)}`),
    ),
    section(
      "Trouble",
      digest.troubles.map((trouble) => bullet(cleanLine(trouble))),
    ),
    closing(digest),
  ]
    .filter((block) => block !== "")
    .join("\n\n")}\n`;
}

const draftBlock =
  (digest: Digest) =>
  (draft: Digest["drafts"][number]): string => {
    const usual = `Reply "${draft.n} ok" to send it${digest.drafts.length === 1 ? "" : " as it stands"}, "${draft.n} later friday" to decide then, "${draft.n} skip" to leave it out.`;
    const head = `${draft.n}. ${draftTitle(draft)}\n${draftWhy(draft)}`;
    if (draft.brief) return `${head}\nYou have seen it three times; the text has not changed. ${usual}`;
    return `${head}\n\nTo: ${mailbox(draft.to)}\nSubject: ${cleanLine(draft.subject)}\n\n${quoted(draft.text)}\n\n${usual}`;
  };

/** Every line of a stranger's or a model's text behind a quote mark, whatever it looks like. */
const quoted = (text: string): string =>
  cleanText(text)
    .trimEnd()
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");

function closing(digest: Digest): string {
  const drafts = digest.drafts.map(({ n }) => n);
  const several =
    drafts.length > 1 ? ` Several at once work too: "all ok", or "${drafts[0]} ok, ${drafts[1]} skip".` : "";
  const last = answerableItems(digest).at(-1)?.n;
  return last === undefined
    ? "Afterword"
    : `Answer by replying to this mail, with the number first.${several}${rewordSentence(digest)}\n${repairSentence(repairable(digest) ?? last)}\nAfterword`;
}

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? "" : `${title.toUpperCase()}\n${lines.join("\n")}`;

const reply = (choices: readonly Answer[], others: readonly string[] = []): string =>
  `Reply ${[...choices.map(({ write }) => write), ...others].map((words) => `"${words}"`).join(" or ")}.`;
const join = (...words: readonly string[]): string => words.filter((word) => word !== "").join(" ");
const bullet = (line: string): string => `- ${line}`;
