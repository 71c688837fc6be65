import type { Finding } from "../../domain/draft-basis.ts";
import type { DraftReading } from "./draft-reading.ts";
import { finding } from "./finding.ts";
import { mostWords, questionsOf } from "./limits.ts";

const thanking =
  /(?<!\p{L})(?:thank\p{L}*|grateful\p{L}*|gratitude|appreciat\p{L}*|dank\p{L}*|bedank\p{L}*|merci\p{L}*|remerci\p{L}*|gracias|agrade\p{L}*|gratitud|obrigad\p{L}*|gratid\p{L}*|reconnaissan\p{L}*|grat[oa])(?!\p{L})/iu;

/** Words and questions of a body, and whether a thank-you thanks (POLICY 1, 5; 6 "Words"). */
export function sizeFaults({ body, sentences, basis }: DraftReading): readonly Finding[] {
  const { kind } = basis;
  const faults: Finding[] = [];
  const words = wordsOf(body);
  if (words > mostWords[kind])
    faults.push(finding("length", `${words} words`, `Use at most ${mostWords[kind]} words.`));
  const questions = questionsIn(sentences);
  const { least, most } = questionsOf[kind];
  if (questions.length > most)
    faults.push(
      finding(
        "questions",
        questions.join(" "),
        most === 0 ? "Ask nothing." : "Ask one question, in one sentence.",
      ),
    );
  if (questions.length < least)
    faults.push(finding("questions", sentences[0] ?? "", "Ask one question, in one sentence."));
  if (kind === "thank_you" && !thanking.test(body))
    faults.push(finding("purpose", sentences[0] ?? "", "Thank the recipient."));
  return faults;
}

/** Words as a word processor counts them: what stands between blanks and holds a letter or a digit. */
export const wordsOf = (body: string): number =>
  body.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;

/** Sentences with a question mark, wherever it stands in them. */
const questionsIn = (sentences: readonly string[]): readonly string[] =>
  sentences.flatMap((sentence) =>
    (sentence.match(/\?+/g) ?? []).map((_, at, all) =>
      all.length > 1 ? `${sentence} (${at + 1})` : sentence,
    ),
  );
