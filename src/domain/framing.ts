import type { DraftFacts } from "./draft-facts.ts";
import { greetingName, hasTitle } from "./greeting-name.ts";
import type { Language } from "./language.ts";
import { cleanLine } from "./plain-text.ts";
import type { Formality, LanguageTone, ToneProfile } from "./tone.ts";

/** What stands above and below a mail's words in one language, where nothing is known of the person's own manner. Names stand at `{name}`. */
export type Frame = {
  readonly language: Language;
  readonly greetings: Readonly<Record<Formality, readonly string[]>>;
  /** For somebody whose name is not known. */
  readonly nameless: readonly string[];
  /** With the punctuation that the language wants after them. */
  readonly signOffs: Readonly<Record<Formality, readonly string[]>>;
};

/** What a mail to this recipient opens and closes with. `below` is the person's signature, often nothing. */
export type Framing = {
  readonly greeting: string;
  readonly signOff: string;
  readonly below: readonly string[];
};

/** Which of several equally good greetings and sign-offs is taken; any whole numbers from 0 on. */
export type Turn = { readonly greeting: number; readonly signOff: number };

/**
 * Gives greeting and closing for a mail, in the person's own manner where enough of their mails show it, else as the frame of that language has
 * them (POLICY 5). A greeting of theirs that says more than a name, or that fits one gender only, was meant for somebody else and is not taken.
 */
export function framingOf(
  frame: Frame,
  facts: Pick<DraftFacts, "language" | "recipientName" | "informal">,
  tone: ToneProfile | null,
  turn: Turn,
): Framing {
  const formality = formalityOf(facts);
  const manner = mannerIn(tone, facts.language);
  const name = nameOf(facts);
  const own = manner?.greetings[formality] ?? null;
  const greeting =
    own !== null && isGreeting(own, facts.language) ? own : pick(frame.greetings[formality], turn.greeting);
  const signOff = manner?.signOffs[formality] ?? null;
  return {
    greeting: name === null ? pick(frame.nameless, turn.greeting) : greeting.replace("{name}", () => name),
    signOff: signOff !== null && isSignOff(signOff) ? signOff : pick(frame.signOffs[formality], turn.signOff),
    below: signatureBelow(tone, facts.language),
  };
}

/** Gives the whole mail: greeting, words, sign-off, name and signature. German goes on in lower case behind a comma, and begins anew behind any other sign. */
export function framed(words: string, { greeting, signOff, below }: Framing, personName: string): string {
  const begun = greeting.endsWith(",") ? words : words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return [greeting, begun, [signOff, cleanLine(personName), ...below].join("\n")].join("\n\n");
}

/**
 * Formal where the recipient is addressed by title and last name, or as Sie, vous, usted or u; in those languages so long as nothing shows the
 * familiar form, in English where no name is known as well.
 */
export function formalityOf({
  language,
  recipientName,
  informal,
}: Pick<DraftFacts, "language" | "recipientName" | "informal">): Formality {
  if (language !== "en" && informal !== true) return "formal";
  const name = nameOf({ language, recipientName, ...(informal === true && { informal }) });
  if (name === null) return language === "en" ? "formal" : "familiar";
  return hasTitle(name, language) ? "formal" : "familiar";
}

/** Gives how the person writes in that language; null where nothing is known. Too few mails show nothing by themselves, an edit of a draft does. */
export const mannerIn = (tone: ToneProfile | null, language: Language): LanguageTone | null =>
  tone?.languages[language] ?? null;

/** A greeting in German or Dutch that is formal and knows no gender says the whole name. */
const saysWholeName: ReadonlySet<Language> = new Set(["de", "nl"]);

function nameOf({
  language,
  recipientName,
  informal,
}: Pick<DraftFacts, "language" | "recipientName" | "informal">): string | null {
  if (recipientName === null) return null;
  const form = language === "en" ? "usual" : informal === true ? "first" : null;
  return greetingName(recipientName, language, form ?? (saysWholeName.has(language) ? "full" : "usual"));
}

/** Openings that fit whoever is written to, at whatever hour the mail leaves. */
const openings: Readonly<Record<Language, RegExp>> = {
  en: /^(?:dear|hi|hello|hey|hi there|greetings|good day)?$/i,
  de: /^(?:hallo|hi|hey|guten tag|moin|servus|grüß (?:dich|gott)|gruezi|grüezi)?$/i,
  fr: /^(?:bonjour|salut|coucou|hello)?$/i,
  es: /^(?:hola|buenas|saludos)?$/i,
  nl: /^(?:beste|hallo|hoi|hey|hi|dag|goedendag)?$/i,
  pt: /^(?:olá|oi|viva)?$/i,
};

function isGreeting(words: string, language: Language): boolean {
  const [, opening, close] = /^([^{}]*)\{name\}([^{}]*)$/.exec(words) ?? [];
  if (opening === undefined || close === undefined || !/^ ?[,:!.–-]?$/.test(close)) return false;
  return openings[language].test(opening.replace(/,? *$/, ""));
}

const isSignOff = (words: string): boolean => /^\p{L}[\p{L}\p{M} ,.'’!/–-]{1,59}$/u.test(words);

/** Gives the lines below the name in a mail of that language: the person's own, where their manner in it is known, under "-- " if that is theirs. */
export function signatureBelow(tone: ToneProfile | null, language: Language): readonly string[] {
  const lines = (mannerIn(tone, language) === null ? [] : (tone?.signature ?? []))
    .map(cleanLine)
    .filter((line) => line !== "" && !reaches.test(line))
    .slice(0, longestSignature);
  return lines.length > 0 && tone?.program?.marksSignature ? ["-- ", ...lines] : lines;
}
/** Pages, addresses and numbers to call enter no draft, not even the person's own: whoever reads it answers (POLICY 5). */
const reaches = /[@/]|www\.|\p{L}\.\p{L}{2}|(?:\d[\s().-]*){6}/u;

/** Gives a mail without the signature at its end, if it has it. */
export function withoutSignature(text: string, below: readonly string[]): string {
  const signature = below.join("\n");
  return signature !== "" && text.trimEnd().endsWith(`\n${signature}`)
    ? text.trimEnd().slice(0, -signature.length).trimEnd()
    : text.trimEnd();
}
const longestSignature = 6;

const pick = (among: readonly string[], turn: number): string =>
  among[turn % Math.max(1, among.length)] ?? "";
