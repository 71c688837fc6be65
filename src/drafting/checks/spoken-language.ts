import type { Finding } from "../../domain/draft-basis.ts";
import { type Language, languageNames } from "../../domain/language.ts";
import { languageOf } from "../../understanding/lexicon/language.ts";
import type { DraftReading } from "./draft-reading.ts";
import { finding } from "./finding.ts";

/** Fewer words than this can be a name, a place and a word that two languages share. */
const fewestWords = 8;
const english =
  /(?<!\p{L})(?:the|and|you|your|with|would|for|that|this|have|has|been|from|which|will|about|there|what|of|our|we|are|is)(?!\p{L})/giu;
const ofEnglish = 0.28;

/** Every sentence is in the thread's language (POLICY 5). What the person or the thread said word for word is read with the rest of the body only. */
export function languageFaults({ body, written, basis }: DraftReading): readonly Finding[] {
  const { language } = basis;
  const says = `Write all of it in ${languageNames[language]}.`;
  const whole = language === "en" ? languageOf(body) : isEnglish(body) ? "en" : languageOf(body);
  if (whole !== language && !(whole === "en" && !isEnglish(body))) return [finding("language", body, says)];
  const foreign = written.find((sentence) => {
    if (sentence.split(/\s+/).length < fewestWords) return false;
    if (language !== "en" && isEnglish(sentence)) return true;
    const read = languageOf(sentence);
    return read !== language && read !== "en" && !areAlike(read, language);
  });
  return foreign === undefined ? [] : [finding("language", foreign, says)];
}

/** `languageOf` says English where it knows nothing else. */
function isEnglish(text: string): boolean {
  const words = text.match(/\p{L}+/gu)?.length ?? 0;
  return (text.match(english)?.length ?? 0) >= Math.max(3, words * ofEnglish);
}

/** In one sentence these share too many of their small words to be told apart. */
const areAlike = (one: Language, other: Language): boolean =>
  ["es pt", "pt es", "de nl", "nl de", "fr es", "es fr", "fr pt", "pt fr"].includes(`${one} ${other}`);
