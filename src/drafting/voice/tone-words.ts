import { type Language, languageNames, languages } from "../../domain/language.ts";
import { type Formality, fewestMails, type LanguageTone, type ToneProfile } from "../../domain/tone.ts";

/** A name as it stands in a greeting, so that a person sees their own habit and not a pattern. */
const exampleNames: Readonly<Record<Language, Readonly<Record<Formality, string>>>> = {
  en: { formal: "Ms Vance", familiar: "Greg" },
  de: { formal: "Frau Vance", familiar: "Greg" },
  fr: { formal: "Madame Vance", familiar: "Greg" },
  es: { formal: "señora Vance", familiar: "Greg" },
  nl: { formal: "mevrouw Vance", familiar: "Greg" },
  pt: { formal: "Sra. Vance", familiar: "Greg" },
};

/** Gives a profile in lines that its person can read: everything that is kept of how they write (POLICY 5). */
export function toneInWords(profile: ToneProfile): readonly string[] {
  const told = languages
    .flatMap((language) => {
      const tone = profile.languages[language];
      return tone === undefined ? [] : [{ language, tone }];
    })
    .toSorted((a, b) => b.tone.basedOn - a.tone.basedOn);
  const lines = told.flatMap(({ language, tone }) => lineOf(language, tone, profile.basedOn >= fewestMails));
  if (profile.basedOn < fewestMails) {
    const rest = lines.length === 0 ? "drafts stay neutral" : "beyond your edits, drafts stay neutral";
    return [
      `${onlySo(profile.basedOn, "your mails")} could be read; ${rest}.`,
      ...lines,
      ...programInWords(profile),
    ];
  }
  return [
    ...lines,
    ...(profile.spelling === null ? [] : [`You spell the ${capital(profile.spelling)} way.`]),
    ...(profile.signature.length === 0 ? [] : [`Below your name: ${profile.signature.join(" / ")}`]),
    ...programInWords(profile),
    ...profile.passages.map(({ text }) => `In your words: "${text}"`),
  ];
}

/** What leaves around a text that the person approves, because their own mails have it. */
function programInWords({ program }: ToneProfile): readonly string[] {
  if (program === undefined) return [];
  const quotes = {
    attribution: "Below your answers stands the mail that you answer, its lines behind >.",
    header: "Below your answers stands the mail that you answer, under its sender, date and subject.",
    none: "You do not quote the mail that you answer.",
  };
  return [
    `${quotes[program.quote]} So it is with what you approve.`,
    ...(program.html
      ? ["Your mails have an HTML part beside the plain text, and so has what you approve."]
      : []),
  ];
}

const onlySo = (count: number, of: string): string =>
  count === 0 ? `None of ${of}` : `Only ${count} of ${of}`;
const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

function lineOf(language: Language, tone: LanguageTone, tellsFew: boolean): readonly string[] {
  const name = languageNames[language];
  const habits = habitsInWords(language, tone);
  const mails = `${tone.basedOn} ${tone.basedOn === 1 ? "mail" : "mails"}`;
  const source = tone.basedOn < fewestMails ? "your edits" : mails;
  if (habits.length > 0) return [`${name}, from ${source}: you ${habits.join(", ")}.`];
  if (tone.basedOn >= fewestMails) return [`${name}, from ${mails}: no habit stands out.`];
  return tellsFew ? [`${name}, from only ${mails}: drafts stay neutral.`] : [];
}

/** What follows "you": nothing where nothing is known. */
function habitsInWords(language: Language, tone: LanguageTone): readonly string[] {
  const named = (formality: Formality): string | null =>
    tone.greetings[formality]?.replace("{name}", exampleNames[language][formality]) ?? null;
  return [
    ...eachWay("greet with", named("familiar"), named("formal")),
    ...eachWay("close with", tone.signOffs.familiar, tone.signOffs.formal),
    ...(tone.contracts === null
      ? []
      : [tone.contracts ? 'use short forms such as "I\'m"' : 'write "I am" rather than "I\'m"']),
    ...lengthInWords(tone),
    ...(tone.basedOn < fewestMails
      ? []
      : [
          ...habit(tone.exclaims, "exclamation marks"),
          ...habit(tone.dashes, "dashes"),
          ...habit(tone.emoji, "emoji"),
        ]),
  ];
}

function eachWay(does: string, familiar: string | null, formal: string | null): readonly string[] {
  const [one, other] = [familiar ?? formal, familiar === null ? null : formal];
  if (one === null) return [];
  const alone = familiar === null ? `${does} "${one}" where it is formal` : `${does} "${one}"`;
  return [other === null || other === one ? alone : `${alone}, "${other}" where it is formal`];
}

function lengthInWords({ wordsPerSentence, wordsPerMail }: LanguageTone): readonly string[] {
  const counts = [
    ...(wordsPerSentence === null ? [] : [`${wordsPerSentence} words a sentence`]),
    ...(wordsPerMail === null ? [] : [`${wordsPerMail} words a mail`]),
  ];
  return counts.length === 0 ? [] : [`write about ${counts.join(" and ")}`];
}

const often = 0.5;
const seldom = 0.1;

function habit(share: number, what: string): readonly string[] {
  if (share >= often) return [`often use ${what}`];
  return share < seldom && what === "exclamation marks" ? [`hardly ever use ${what}`] : [];
}
