import { type Language, languageNames } from "../../domain/language.ts";
import { type Formality, fewestMails, type ToneProfile } from "../../domain/tone.ts";
import { formalityOf } from "./formality.ts";

const mostPassages = 3;
const often = 0.5;

/**
 * Describes to a model how the person writes, in at most 2,000 characters: "" where nothing is known. The signature is left out, because it is
 * put under a mail by code, and the passages are for the manner alone: what they say is no fact of this mail (POLICY 5).
 */
export function toneForPrompt(profile: ToneProfile, language: Language, formality: Formality): string {
  const tone = profile.languages[language];
  if (tone === undefined) return "";
  const greeting = tone.greetings[formality];
  const signOff = tone.signOffs[formality];
  const known = tone.basedOn >= fewestMails;
  const habits = [
    ...(greeting === null ? [] : [`greets with "${greeting}"`]),
    ...(signOff === null ? [] : [`closes with "${signOff}"`]),
    ...(tone.contracts === null
      ? []
      : [tone.contracts ? 'writes "I\'m", "don\'t"' : 'writes "I am", "do not"']),
    ...(tone.wordsPerSentence === null ? [] : [`about ${tone.wordsPerSentence} words a sentence`]),
    ...(tone.wordsPerMail === null ? [] : [`about ${tone.wordsPerMail} words a mail`]),
    ...(language === "en" && profile.spelling !== null
      ? [profile.spelling === "british" ? "British spelling" : "American spelling"]
      : []),
    ...(known ? [tone.exclaims >= often ? "uses exclamation marks" : "no exclamation marks"] : []),
    ...(known ? [tone.dashes >= often ? "sets thoughts off with dashes" : "no dashes"] : []),
    ...(known && tone.emoji >= often ? ["uses an emoji now and then"] : []),
  ];
  if (habits.length === 0) return "";
  const passages = profile.passages
    .filter((one) => one.language === language && fits(one.text, language, formality))
    .slice(0, mostPassages)
    .map(({ text }) => `- ${text}`);
  return [
    `How this person writes ${languageNames[language]}: ${habits.join("; ")}.`,
    ...(passages.length === 0
      ? []
      : ["From other mails of theirs, for the manner only, never for what is said:", ...passages]),
  ].join("\n");
}

/** A passage that says Sie is no example for a mail that says du. English passages do not show it. */
const fits = (text: string, language: Language, formality: Formality): boolean =>
  language === "en" || (formalityOf(text, null, null, language) ?? formality) === formality;
