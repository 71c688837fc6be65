import type { Language } from "../../domain/language.ts";
import { numberIn } from "../../understanding/text/number-words.ts";
import { monthOf, weekdayOf } from "../../understanding/when/time-words.ts";
import { plainStartWords } from "../../understanding/who/plain-start-words.ts";
import { squash } from "../../understanding/who/spelling.ts";
import { isPlainNoun } from "./german-nouns.ts";
import { wordsOf } from "./own-letter.ts";

/** What is known about words before a sentence is read. */
export type KnownWords = {
  /** Squashed parts of names, of people and of the domains they write from: no sentence with one is plain. */
  readonly names: ReadonlySet<string>;
  /** Words seen in small letters: at the head of a sentence they are no names. */
  readonly common: ReadonlySet<string>;
};

// Figures, addresses, links, quotes, brackets and signs of any kind are missing from it.
const letters = /^[\p{Script=Latin}\p{M} ,.!?'’;…¡¿-]+$/u;
const dotInside = /[.!?,;](?=\p{L})|\.\s?(?:com|org|net|example|de|uk|io)(?!\p{L})/iu;
const longestWord = 34;

/** True for a sentence without names of people, places and companies, figures, numbers, days, months, addresses and links. */
export function isPlainSentence(sentence: string, language: Language, known: KnownWords): boolean {
  if (!letters.test(sentence) || dotInside.test(sentence)) return false;
  return wordsOf(sentence).every((word, at) => isPlainWord(word, at === 0, language, known));
}

/** True for a word that names nobody, no day and no number; `first`: it opens a sentence. */
function isPlainWord(word: string, first: boolean, language: Language, known: KnownWords): boolean {
  if (word.length > longestWord || /\p{N}/u.test(word)) return false;
  const low = word.toLowerCase();
  const parts = low.split(/['’-]/).filter((part) => part !== "");
  if ([low, ...parts].some((part) => known.names.has(squash(part)))) return false;
  if ([low, ...parts].some((part) => isNumber(part) || isDay(part))) return false;
  if (!/\p{Lu}/u.test(word)) return true;
  if (/^I(?:['’](?:m|ve|d|ll))?$/.test(word) || /^(?:CV|OK)$/.test(word)) return true;
  if (/[\p{L}'’-]\p{Lu}/u.test(word)) return false;
  if (language === "de" && (isPlainNoun(word) || politeForm.test(word))) return true;
  return first && opensSentence(word, low, known);
}

const politeForm = /^(?:Sie|Ihnen|Ihr|Ihre[nmrs]?|Du|Dich|Dir|Dein(?:e[nmrs]?)?|Euch|Eure?[nmrs]?)$/;

function opensSentence(word: string, low: string, known: KnownWords): boolean {
  if (tools.test(low)) return false;
  const start = low.split(/['’]/)[0] ?? "";
  return (
    known.common.has(low) ||
    plainStartWords.has(squash(start)) ||
    /^(?:do|does|did|ca|could|wo|would|is|are|was|were|have|has|had|should)n['’]t$/.test(low) ||
    // "J'ai", "L'entretien"
    /^(?:[JLDCNMTS]|Qu)['’]\p{Ll}/u.test(word)
  );
}
const tools =
  /^(?:zoom|webex|skype|google|microsoft|hangouts|whatsapp|outlook|teams|covid|nhs|usa|uk|eu|us|gdpr|mark|will|grant|garda|easter|christmas)$/;

const isNumber = (word: string): boolean => (numberIn(word) ?? 0) >= 2 || large.test(word);
const large =
  /^(?:hundred|thousand|million|billion|dozen|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|sixty|seventy|eighty|ninety|twice|hundert|tausend|dreißig|vierzig|fünfzig|cent|mille|trente|quarante|cinquante|cien|ciento|treinta|cuarenta|cincuenta|honderd|duizend|dertig|veertig|vijftig|cem|trinta|quarenta|cinquenta|zweit\w*|dritt\w*|half|quarter)$/;

/** "May I ask" is no month, and the short forms of days and months are words in some language. */
const isDay = (low: string): boolean =>
  low !== "may" &&
  low.length > 3 &&
  [low, low.replace(/s$/, "")].some((one) => monthOf(one) !== undefined || weekdayOf(one) !== undefined);
