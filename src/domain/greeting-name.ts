import type { Language } from "./language.ts";
import { cleanLine } from "./plain-text.ts";

/**
 * How much of a name a greeting says: `usual` is the first name, or title and last name; `full` the whole name where there is no title, as a
 * formal German or Dutch mail does that knows no gender; `first` the first name even of somebody who writes a title before it.
 */
export type NameForm = "usual" | "full" | "first";

/** Gives the name for "Dear …,", as it was written; null for what is no person's name. `language` is that of the mail. */
export function greetingName(
  name: string,
  language: Language = "en",
  form: NameForm = "usual",
): string | null {
  const words = wordsOf(name);
  if (words === null) return null;
  const untitled = words.findIndex((word) => !isTitle(word, language));
  const titles = untitled === -1 ? words : words.slice(0, untitled);
  const rest = words.slice(titles.length);
  const first = rest[0];
  if (first === undefined) return null;
  if (titles.length === 0) {
    if (isInitial(first)) return null;
    return form === "full" ? rest.join(" ") : first;
  }
  if (form === "first" && rest.length > 1 && !isInitial(first) && !isParticle(first)) return first;
  const last = lastName(rest);
  return isInitial(last) ? null : [...titles, last].join(" ");
}

/** True where a name is written with a title before it, which whoever answers keeps. */
export const hasTitle = (name: string, language: Language = "en"): boolean =>
  isTitle(wordsOf(name)?.[0] ?? "", language);

function wordsOf(name: string): readonly string[] | null {
  const [last, first] = cleanLine(name)
    .replace(/\s*\([^()]*\)/g, "")
    .split(/,\s*/, 2);
  const words = `${first ?? ""} ${last ?? ""}`.trim().split(" ");
  // A dot stands behind an initial or a title alone: "www.shop.example" is nobody's name.
  const isPerson = words.every((word) => isPart(word) || isInitial(word)) && words.length <= 6;
  return isPerson && !office.test(name) ? words : null;
}

/** "van der Berg" of "Jan van der Berg". */
function lastName(rest: readonly string[]): string {
  const before = rest.slice(0, -1);
  const start = before.findLastIndex((word) => !isParticle(word)) + 1;
  return rest.slice(start).join(" ");
}

const isPart = (word: string): boolean =>
  /^\p{L}[\p{L}\p{M}'’]*(?:-\p{L}[\p{L}\p{M}'’]*){0,2}$/u.test(word.replace(/\.$/, "")) &&
  word.length <= longestPart &&
  (!word.endsWith(".") ||
    titles.test(word) ||
    word.length <= 6 ||
    Object.values(titlesOf).some((some) => some.test(word)));
const longestPart = 24;
const isInitial = (word: string): boolean => /^\p{L}\.?$/u.test(word);
const isParticle = (word: string): boolean =>
  /^(?:von|van|vom|zu|zum|de[nrl]?|d[aiu]|das|dos|la|le|ten|ter|te)$/.test(word);

const titles =
  /^(?:mr|mrs|ms|mx|miss|dr|dra|prof|profa|professor|sir|dame|herr|hr|frau|fr|mme|mlle|madame|monsieur|sr|sra|srta|señor|señora|dhr|mevr|mw|drs|dipl\.-ing)\.?$/i;
/** What is a title in one language may be an initial or a first name in another: "M. Dupont", "Don Miller". */
const titlesOf: Partial<Readonly<Record<Language, RegExp>>> = {
  fr: /^(?:M\.|MM\.|Me)$/,
  es: /^(?:don|doña|d\.|dña\.|lic\.|ing\.)$/i,
  nl: /^(?:heer|mevrouw|ir\.|ing\.)$/i,
  pt: /^(?:senhor|senhora|dona|d\.ª|arq\.|eng\.)$/i,
  de: /^(?:ing\.|mag\.)$/i,
};
const isTitle = (word: string, language: Language): boolean =>
  titles.test(word) || (titlesOf[language]?.test(word) ?? false);

const office =
  /\b(team|recruit\w*|talent|careers?|jobs|hr|people|hiring|human|office|support|group|ltd|inc|gmbh|notifications?|bewerbung\w*|personal(?:abteilung|team)?|karriere|recrutement|rrhh|rh|seleção|selección|werving|info|no-?reply)\b/i;
