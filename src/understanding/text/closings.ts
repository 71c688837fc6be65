import { dayNames } from "./day-names.ts";
import { writtenBelow } from "./written-lines.ts";

const greetings = [
  "(?:(?:with )?(?:best|kind|kindest|warm|warmest|many|my|very best)\\s+)?(?:regards|wishes)",
  "(?:yours|sincerely|respectfully)(?:\\s+(?:sincerely|faithfully|truly|yours))?|all the best|take care|warmly",
  "(?:(?:mit|viele|beste|liebe|herzliche|schöne) )*(?:freundliche[nmr]?|viele[nm]?|beste[nm]?|liebe[nm]?|herzliche[nm]?|schöne[nm]?) gr(?:ü|ue|u)(?:ß|ss)e?n?(?: \\/ [\\w ]{3,30}| aus (?:de[mr] )?[\\p{L}-]{3,25})?",
  "gr(?:u|ü|ue)(?:ß|ss)e?|mfg|lg|vg|herzlichst|freundlichst|hochachtungsvoll",
  "(?:bien |très )?cordialement(?: vôtre)?|bien à (?:vous|toi)|(?:(?:sincères|meilleures|cordiales) )?salutations(?: distinguées)?|respectueusement|(?:bonne|belle) (?:journée|soirée)(?: à vous)?",
  "(?:(?:reciba )?un (?:cordial )?)?saludos?(?: cordial(?:es)?)?|(?:le saluda )?atentamente|cordialmente|un abrazo",
  "(?:(?:met )?(?:vriendelijke|hartelijke) )groet(?:en)?|groet(?:en|jes)?|mvg|hoogachtend",
  "atenciosamente|att\\.?|(?:com os )?(?:melhores )?cumprimentos|(?:um )?abraços?",
  "(?:cordiali|distinti) saluti|med vänlig hälsning",
];
const thanks =
  "(?:best|kind|many|warm)?\\s*thanks(?: (?:again|so much|in advance|and (?:best |kind )?regards))?|thank you(?: (?:very|so) much)?|best|cheers|danke|(?:vielen|herzlichen|besten) dank(?: im voraus)?|merci(?: beaucoup| d'avance)?|(?:muchas )?gracias|(?:muito )?obrigad[oa]|(?:alvast |hartelijk )?(?:bedankt|dank)";

const greeting = new RegExp(`^\\s*(?:${greetings.join("|")})\\s*[,.!-]*\\s*$`, "iu");
const thank = new RegExp(`^\\s*(?:${thanks})\\s*[,.!-]*\\s*$`, "iu");

const timed = new RegExp(
  `(?<!\\p{L})(?:${dayNames})(?!\\p{L})|\\b\\d{1,2}(?:[:.h]\\d\\d|\\s?[ap]m\\b)`,
  "iu",
);
const capitals =
  /^\s*[/~-]*\s?(?:\p{Lu}[\p{L}.'-]*\s*(?:\s(?:von|van|de|der|den|da|dos|du|del|la)\s)*){1,4}\s*$/u;
const oneWord = /^\s*[/~-]*\s?[\p{L}.'-]{1,20}\s*$/u;

/**
 * "Kind regards," in six languages, with what is known to stand below one: a name, not a sentence. Thanks may as well open a
 * letter or stand in its middle; where an empty line follows, only a name makes a closing of them.
 */
export function closesLetter(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? "";
  const isThanks = thank.test(line);
  if (line.length > 80 || !(isThanks || greeting.test(line))) return false;
  const below = writtenBelow(lines, at);
  if (below === -1) return true;
  const next = (lines[below] ?? "").replace(/\b(?:inc|ltd|co)\.$/i, "");
  if (next.trim().length > 60 || /[.?!]\s*$/.test(next) || timed.test(next)) return false;
  // "Thanks!" over "1 ok" opens an answer.
  if (isThanks && /^\W*\d/.test(next)) return false;
  return !isThanks || below === at + 1 || capitals.test(next) || oneWord.test(next) || /^\W{2,}/.test(next);
}
