import { languages } from "../../domain/language.ts";
import { fewestMails, type ToneProfile } from "../../domain/tone.ts";
import { signatureOf } from "./card.ts";
import { habitsIn } from "./habits.ts";
import type { OwnMail } from "./own-mail.ts";
import { passagesOf } from "./passages.ts";
import { usualProgram } from "./program-manner.ts";
import { samplesOf } from "./sample.ts";
import { spellingOf } from "./spelling.ts";

/**
 * Reads from a person's own mails how they write (POLICY 5). Of fewer than `fewestMails` that tell anything, only their number comes back,
 * and what their mail program does in as many answers;
 * the same holds for each language. Takes no chance: the same mails give the same profile.
 * @param mails from their Sent folder, in any order
 */
export function toneOf(mails: readonly OwnMail[]): ToneProfile {
  const samples = samplesOf(mails);
  const usual = usualProgram(mails);
  const program = usual && { program: usual };
  if (samples.length < fewestMails)
    return {
      basedOn: samples.length,
      languages: {},
      spelling: null,
      signature: [],
      passages: [],
      ...program,
    };
  const letters = samples.map(({ letter }) => letter);
  const byLanguage = languages
    .map((language) => ({ language, own: letters.filter((letter) => letter.language === language) }))
    .filter(({ own }) => own.length > 0)
    .toSorted((a, b) => b.own.length - a.own.length);
  return {
    basedOn: samples.length,
    languages: Object.fromEntries(byLanguage.map(({ language, own }) => [language, habitsIn(language, own)])),
    spelling: spellingOf(letters.flatMap(({ language, body }) => (language === "en" ? [body] : []))),
    signature: signatureOf(letters),
    passages: passagesOf(samples),
    ...program,
  };
}
