import type { Finding } from "../../domain/draft-basis.ts";
import type { Language } from "../../domain/language.ts";
import { squash } from "../../understanding/who/spelling.ts";
import { beginsSentences, germanPronouns, plainCapitals } from "./common-capitals.ts";
import type { DraftReading } from "./draft-reading.ts";
import { finding } from "./finding.ts";
import { isGermanNoun, standsAsNoun } from "./german-nouns.ts";
import { flatten, wordsIn } from "./sources.ts";

const says = "Name only people, companies, products and places that the facts name.";

type Word = {
  /** Without an article before its apostrophe; `raw` is "d'Anselme" and "O'Dowd". */
  readonly word: string;
  readonly raw: string;
  readonly before: string;
  readonly beforeThat: string;
  readonly after: string;
  /** Where nothing but blanks stands between this word and the next. */
  readonly joined: boolean;
  readonly first: boolean;
};

/** People, companies, products and places that no source names (POLICY 5; SAFETY R44). Each word is looked up, then whole names of several words. */
export function nameFaults({ written, basis, sources }: DraftReading): readonly Finding[] {
  const german = basis.language === "de";
  const roleWords = wordsIn((basis.role ?? "").toLowerCase());
  const isKnown = (word: string): boolean =>
    wordsIn(word).every(
      (part) =>
        sources.words.has(part) ||
        sources.ownWords.has(part.toLowerCase()) ||
        roleWords.some((role) => role.length > 5 && role.slice(0, 6) === part.toLowerCase().slice(0, 6)),
    );
  for (const sentence of written) {
    const words = capitalised(sentence);
    for (const one of words) {
      if (isPlain(one, german) || isKnown(one.word) || isKnown(one.raw)) continue;
      if (one.first ? isNamedFirst(one, basis.language) : !(german && isNounHere(one)))
        return [finding("name", `${one.word} ${one.joined ? one.after : ""}`, says)];
    }
    const mixed = wholeNames(words, german).find((name) => !sources.flat.includes(flatten(name)));
    if (mixed !== undefined) return [finding("name", mixed, says)];
  }
  return [];
}

const word = /[\p{L}][\p{L}\p{M}\d'&.-]*[\p{L}\p{M}\d]|[\p{L}]/gu;

function capitalised(sentence: string): readonly Word[] {
  const found = [...sentence.matchAll(word)];
  return found.flatMap(({ 0: raw, index }, at) => {
    // "l'Oural", "d'Anselme": the article is no part of the name.
    const bare = raw.replace(/^\p{L}{1,2}'(?=\p{Lu})/u, "");
    const text = bare.replace(/'s$/u, "");
    if (!/\p{Lu}/u.test(text)) return [];
    const next = found[at + 1];
    const lead = sentence.slice(0, index);
    return [
      {
        word: text,
        raw,
        before: found[at - 1]?.[0] ?? "",
        beforeThat: found[at - 2]?.[0] ?? "",
        after: next?.[0] ?? "",
        joined: next !== undefined && /^ +$/.test(sentence.slice(index + raw.length, next.index)),
        first: bare === raw && (/^[^\p{L}\d█]*$/u.test(lead) || /[:"(]\s*["(]?$/.test(lead)),
      },
    ];
  });
}

const isPlain = ({ word: text }: Word, german: boolean): boolean => {
  const lower = text.toLowerCase();
  return (
    plainCapitals.has(lower) ||
    plainCapitals.has(lower.split("'")[0] ?? "") ||
    (german && germanPronouns.has(lower)) ||
    (text.length === 1 && !/\p{L}\./u.test(text))
  );
};

/** What follows a name that begins a sentence: it does something, owns something, or goes on. */
const doing: Readonly<Record<Language, RegExp>> = {
  en: /^(?:and|or|has|had|is|was|will|would|can|could|may|might|did|does|told|tells|said|says|mentioned|explained|showed|shows|suggested|asked|thought|made|gave|wrote|seems|seemed|uses|does|works|worked)$/u,
  de: /^(?:und|hat|hatte|ist|war|wird|würde|kann|könnte|meinte|sagte|erklärte|zeigte|fragte|erzählte|gab)$/u,
  fr: /^(?:et|a|avait|est|était|m'a|nous|va|peut|sera|disait)$/u,
  es: /^(?:y|dijo|ha|había|es|era|fue|está|puede|explicó|contó|sugirió)$/u,
  nl: /^(?:en|heeft|had|is|was|zei|vertelde|zal|kan)$/u,
  pt: /^(?:e|disse|é|era|foi|está|explicou|contou|tem|pode)$/u,
};
/** Participles and infinitives that open a sentence. */
const verbal: Readonly<Partial<Record<Language, RegExp>>> = {
  de: /^(?:(?:an|auf|aus|vor|ein|mit|zu)?(?:ge|be|ver|er|ent)\p{Ll}+(?:t|en)|\p{L}{3,}(?:end|iert|lich|ig|isch))$/iu,
  fr: /^\p{L}{4,}(?:er|ir|oir|ant)$/iu,
  es: /^\p{L}{3,}(?:ar|er|ir|[aei]rlo|[aei]rle|ando|iendo|imos|amos)$/iu,
  nl: /^(?:ge\p{Ll}+(?:d|t|en)|\p{L}{4,}en)$/iu,
  pt: /^\p{L}{3,}(?:ar|er|ir|ando|endo|indo|amos|emos)$/iu,
};

/** At the head of a sentence every word has a capital: an unknown one is a name where the words round it say so. */
function isNamedFirst(one: Word, language: Language): boolean {
  const german = language === "de";
  if (verbal[language]?.test(one.word)) return false;
  if (beginsSentences(one.word) || (german && isGermanNoun(one.word))) return false;
  const nextIsName =
    one.joined &&
    /^\p{Lu}/u.test(one.after) &&
    !plainCapitals.has(one.after.toLowerCase()) &&
    !(german && startsNoun(one.after));
  return nextIsName || doing[language].test(one.after) || /\p{Lu}.*\p{Lu}/u.test(one.word);
}
const startsNoun = (after: string): boolean => isGermanNoun(after) || germanPronouns.has(after.toLowerCase());

const titled = /^(?:frau|herr|herrn|dr|prof|familie|firma)\.?$/i;
const isNounHere = ({ word: text, before, beforeThat }: Word): boolean =>
  !titled.test(before) &&
  /^\p{Lu}\p{Ll}/u.test(text) &&
  (isGermanNoun(text) || standsAsNoun(before, beforeThat));

/** Names of several words have to stand in a source as they are: "Greta Lee" is neither Greta Vance nor Hana Lee. */
function wholeNames(words: readonly Word[], german: boolean): readonly string[] {
  const names: string[] = [];
  let run: string[] = [];
  for (const one of words) {
    const usable =
      !isPlain(one, german) && !(one.first && beginsSentences(one.word)) && !(german && isNounHere(one));
    if (usable) run.push(one.raw);
    if (usable && one.joined && /^\p{Lu}/u.test(one.after) && squash(one.after) !== "") continue;
    if (run.length > 1) names.push(run.join(" "));
    run = [];
  }
  return names;
}
