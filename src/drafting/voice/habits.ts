import type { Language } from "../../domain/language.ts";
import { type Formality, fewestMails, type LanguageTone } from "../../domain/tone.ts";
import { contractionsIn } from "./contractions.ts";
import { type OwnLetter, wordsOf } from "./own-letter.ts";

/** A language in which too few mails were written: nothing is known but how many. */
export const neutral = (basedOn: number): LanguageTone => ({
  basedOn,
  greetings: { formal: null, familiar: null },
  signOffs: { formal: null, familiar: null },
  contracts: null,
  wordsPerSentence: null,
  wordsPerMail: null,
  exclaims: 0,
  dashes: 0,
  emoji: 0,
});

/**
 * Gives how somebody writes in one language (POLICY 5).
 * @param letters those in this language, the ones that tell most first
 */
export function habitsIn(language: Language, letters: readonly OwnLetter[]): LanguageTone {
  if (letters.length < fewestMails) return neutral(letters.length);
  const share = (has: (letter: OwnLetter) => boolean): number =>
    Math.round((letters.filter(has).length / letters.length) * 100) / 100;
  return {
    basedOn: letters.length,
    greetings: byFormality(letters, ({ greeting }) => greeting?.pattern ?? null),
    signOffs: byFormality(letters, ({ closing }) => closing.signOff),
    contracts: language === "en" ? contracts(letters) : null,
    wordsPerSentence: median(letters.flatMap(({ sentences }) => sentences.map((one) => wordsOf(one).length))),
    wordsPerMail: median(letters.map(({ words }) => words)),
    exclaims: share(({ body }) => body.includes("!")),
    dashes: share(({ body }) => dash.test(body)),
    emoji: share(({ body, greeting, closing }) =>
      emoji.test(`${body} ${greeting?.rest ?? ""} ${closing.signOff ?? ""}`),
    ),
  };
}

/** A thought behind a dash; the text has hyphens for dashes. */
const dash = /[\p{L},.!?)] -{1,3} \p{L}/u;
const emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|(?:^|\s)[:;]-?[)(DP](?=\s|$)/mu;

function byFormality(
  letters: readonly OwnLetter[],
  read: (letter: OwnLetter) => string | null,
): Readonly<Record<Formality, string | null>> {
  const among = (formality: Formality) =>
    commonest(
      letters.filter((letter) => letter.formality === formality).flatMap((letter) => read(letter) ?? []),
    );
  return { formal: among("formal"), familiar: among("familiar") };
}

const seenTwice = 2;

/** The most frequent, if seen at least twice; of equals the one that stands first. */
export function commonest(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].toSorted(([, a], [, b]) => b - a);
  return best === undefined || best[1] < seenTwice ? null : best[0];
}

const fewestOccasions = 8;
const clearShare = 0.75;

/** A clear majority of enough occasions, else null. */
function contracts(letters: readonly OwnLetter[]): boolean | null {
  let [short, long] = [0, 0];
  for (const { body } of letters) {
    const found = contractionsIn(body);
    short += found.short;
    long += found.long;
  }
  if (short + long < fewestOccasions) return null;
  const share = short / (short + long);
  return share >= clearShare ? true : share <= 1 - clearShare ? false : null;
}

/** The middle of some counts, rounded; null of none. */
function median(counts: readonly number[]): number | null {
  const sorted = counts.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2);
}
