import { by, type Case, expected } from "./case.ts";
import { clientNames } from "./clients.ts";
import { doubtfulAnswers } from "./doubtful-answers.ts";
import { otherPrograms } from "./other-programs.ts";
import { ownTexts } from "./own-texts.ts";
import { placedAnswers } from "./placed-answers.ts";
import { shortAnswers } from "./short-answers.ts";
import { unprovenAnswers } from "./unproven-answers.ts";
import { usualAnswers } from "./usual-answers.ts";
import { languages } from "./words.ts";
import { writtenMarks } from "./written-marks.ts";

/** Every mail program in every language, with another usual answer each. */
const usual: readonly Case[] = clientNames.flatMap((client, row) =>
  languages.map((language, column) => {
    const answers = usualAnswers[language];
    const [answer, expects] = answers[(row + 2 * column) % answers.length] ?? ["", "nothing"];
    return by(client, [`${client}-${language}`, "five", answer, expects], { language });
  }),
);

const cases: readonly Case[] = [
  ...usual,
  ...shortAnswers,
  ...doubtfulAnswers,
  ...writtenMarks,
  ...placedAnswers,
  ...ownTexts,
  ...otherPrograms,
  ...unprovenAnswers,
];

/** The replies as `replies.jsonl` has them, a line each (EVAL "replies"). */
export const replyLines = (): readonly string[] =>
  cases.map(({ id, client, language, style, digest, headers, body, expects }) =>
    JSON.stringify({
      id,
      client,
      language,
      ...(style && { style }),
      digest,
      ...(headers && { headers }),
      ...body,
      ...(typeof expects === "string"
        ? { expect: expected(expects) }
        : { expect_any: expects.map(expected) }),
    }),
  );
