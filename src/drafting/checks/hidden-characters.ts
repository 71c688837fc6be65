import type { Finding } from "../../domain/draft-basis.ts";
import { cleanText } from "../../domain/plain-text.ts";
import { finding } from "./finding.ts";

const says = "Write plain letters, digits and marks only, without invisible or look-alike characters.";

/** Joiners, fillers, odd spaces and marks that stand on nothing; a variation selector is honest behind an emoji alone. */
const unseen =
  /[\u200b-\u200f\u2000-\u2008\u200a\u2028\u2029\u205f\u2800\u3000\u3164\ufff9-\ufffd]|(?<!\p{Extended_Pictographic})[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}\u{f0000}-\u{10ffff}\ue000-\uf8ff]|[\t\v\f]/u;
const otherScript = /(?!\p{Script=Latin})\p{L}/u;
/** Phonetic and full-width letters, small capitals and letters made for formulas: they look like others (UTS 39). */
const oddLatin =
  /[\u0250-\u02af\u1d00-\u1dbf\u2c60-\u2c7f\ua720-\ua7ff\uab30-\uab6f\ufb00-\ufb06\uff00-\uffef]/u;
const standing = /\p{M}/u;

/** What a reader cannot see or would take for something else (SAFETY R44, R47). Letters of other scripts stand only in names of the basis. */
export function hiddenFaults(text: string, known: readonly string[]): readonly Finding[] {
  const words = text.split(/\s+/u);
  const word = words.find(
    (one) => isHidden(one) && !known.includes(one.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "")),
  );
  if (word !== undefined) return [finding("hidden", named(word), says)];
  const unseenFound = unseen.exec(text);
  if (unseenFound !== null) return [finding("hidden", named(unseenFound[0]), says)];
  return cleanText(text) === text ? [] : [finding("hidden", "an invisible character", says)];
}

function isHidden(word: string): boolean {
  if (/^[\x20-\x7e]*$/.test(word)) return false;
  const whole = word.normalize("NFC");
  return (
    unseen.test(word) ||
    otherScript.test(whole) ||
    oddLatin.test(whole) ||
    standing.test(whole.replace(/\ufe0f/gu, "")) ||
    /[\u{1d400}-\u{1d7ff}\u2460-\u24ff\u{1f100}-\u{1f1ff}]/u.test(word)
  );
}

/** With numbers for what cannot be seen, so that the sentence to the model shows it. */
const named = (word: string): string =>
  [...word]
    .map((one) =>
      /^[\p{Script=Latin}\p{N}\p{P} ]$/u.test(one) ? one : `U+${one.codePointAt(0)?.toString(16)}`,
    )
    .join("");
