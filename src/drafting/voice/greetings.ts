import { greetingName } from "../../domain/greeting-name.ts";
import { cleanLine } from "../../domain/plain-text.ts";

/**
 * The first words of a letter. `pattern` has `{name}` where the name stands; null where nobody is named or the words fit one gender or one
 * time of day only. `rest` is what follows on the same line.
 */
export type Greeting = {
  readonly pattern: string | null;
  /** The names it holds, without titles. */
  readonly names: readonly string[];
  /** True for "Ms Vance", "Sehr geehrte", "Dear Sir or Madam". */
  readonly isFormal: boolean;
  /** True for mum, love and the like, whom nobody writes to about work. */
  readonly isIntimate: boolean;
  readonly rest: string;
};

const everyone =
  "dear|hi|hey|hello|hiya|guten tag|hallo|moin|servus|grüß gott|grüezi|bonjour|salut|hola|beste|geachte|hoi|dag|goedendag|ol[áa]|oi";
// The recipient's gender is not known, and neither is the hour at which a mail leaves.
const gendered =
  "(?:sehr )?geehrte[rs]?|liebe[rs]?|werte[rs]?|chère?s?|chers?|estimad[oa]s?|querid[oa]s?|apreciad[oa]s?|prezad[oa]s?|car[oa]s?|ex\\.?m[oa]s?\\.?|lieve";
const timed =
  "(?:good )?(?:morning|afternoon|evening)|good day|guten (?:morgen|abend)|goede(?:n)?\\s?(?:morgen|middag|avond)|bonsoir|buenos d[íi]as|buenas(?: (?:tardes|noches))?|bom dia|boa (?:tarde|noite)";
const title =
  "(?:mrs?|ms|mx|miss|dr|prof|professor|herrn?|frau|madame|monsieur|mme|mlle|sr|sra|dra|señora?|don|doña|de heer|meneer|mevrouw|mevr|dhr|mw|senhora?|eng)";
const word = "\\p{L}[\\p{L}'-]*";

const opening = new RegExp(
  `^(?:(${everyone})|(${gendered})|${timed})(?: there| again)?(?![\\p{L}'-])(?:\\s+((?:${title}\\.?\\s+)*)(${word}(?:\\s+(?:&\\s+)?${word}){0,4}))?(\\s?[,!:.]|\\s-(?=\\s|$))?\\s*(.*)$`,
  "iu",
);
const unnamed = /^\s*to whom it may concern\s*[,:.]?\s*$/i;
const nobody =
  /^(?:all|both|team|everyone|everybody|folks|guys|there|again|sir|sirs|madam|madame|monsieur|damen|herren|zusammen|alle|allerseits|tous|toutes|todos|todas|equipo|équipe|equipe|equipa|allemaal|allen|iedereen|people|heer|mevrouw|señores|senhores|colleagues|hiring|recruiting|recruitment|committee|panel)$/i;
const joins = /^(?:and|und|et|y|e|en|&)$/i;
const formalWords = /^(?:(?:sehr )?geehrte|geachte|estimad|prezad|ex\.?m|guten tag|dear sir|dear madam)/i;
const intimate =
  /(?<!\p{L})(?:mum|mummy|mom|mama|mutti|papa|dad|daddy|maman|mamá|papá|mãe|pai|oma|opa|gran|granny|darling|honey|babe|schatz|liebling|sweetheart|chéri|chérie|schat|amor|love)(?!\p{L})/iu;

const longestLine = 400;

/**
 * Reads a letter's first written line. Null where it opens with no greeting that is known.
 * @param known names of those it goes to: "hi greg," names somebody too
 */
export function greetingOf(line: string, known: readonly string[] = []): Greeting | null {
  const text = line.replace(/^[\s*>]+/, "").replace(/\*+\s*$/, "");
  if (unnamed.test(text)) return { pattern: null, names: [], isFormal: true, isIntimate: false, rest: "" };
  const found = opening.exec(text.slice(0, longestLine));
  if (found === null) return nameAlone(text, known);
  const [, plain, , titles = "", said = "", end = "", after = ""] = found;
  const words = said.split(/\s+/).filter((one) => one !== "");
  const whole = end !== "" || after === "";
  const named = leadingName(words, known);
  // "Hello from the train" and "Dear me, what a day" greet nobody.
  if (named.length === 0 && words.length > 0 && !(whole && words.some((one) => nobody.test(one))))
    return null;
  if (words.length === 0 && end === "" && after !== "") return null;
  const complete = named.length === words.length;
  if (!complete && whole && named.length === 0)
    return { pattern: null, names: [], isFormal: formalWords.test(text), isIntimate: false, rest: after };
  if (!complete && /^(?:from|to|of|for|von|de|aus)$/i.test(words[named.length] ?? "")) return null;
  const dropped = words.slice(named.length).join(" ");
  const rest = complete ? after : `${dropped}${end} ${after}`.trim();
  const names = named.filter((one) => !joins.test(one));
  return {
    pattern: plain === undefined || names.length === 0 ? null : patternOf(text, plain, complete ? end : ""),
    names,
    isFormal: titles.trim() !== "" || formalWords.test(text),
    isIntimate: intimate.test(`${titles} ${said}`),
    rest,
  };
}

/** "Greg," over a letter to Greg. */
function nameAlone(text: string, known: readonly string[]): Greeting | null {
  const name = /^(\p{L}[\p{L}'-]{0,30}),$/u.exec(text.trim())?.[1];
  if (name === undefined || leadingName([name], []).length === 0) return null;
  const parts = known.flatMap((one) => one.toLowerCase().split(/[\s,]+/));
  if (!parts.includes(name.toLowerCase())) return null;
  return { pattern: "{name},", names: [name], isFormal: false, isIntimate: false, rest: "" };
}

/** As many of the first words as are somebody's name. */
function leadingName(words: readonly string[], known: readonly string[]): readonly string[] {
  const own = new Set(known.flatMap((name) => name.toLowerCase().split(/[\s,]+/)));
  const isPart = (one: string): boolean =>
    !nobody.test(one) && (/^\p{Lu}/u.test(one) || own.has(one.toLowerCase()) || particle.test(one));
  let count = 0;
  while (count < words.length && (isPart(words[count] ?? "") || joins.test(words[count] ?? ""))) count += 1;
  while (count > 0 && (joins.test(words[count - 1] ?? "") || particle.test(words[count - 1] ?? "")))
    count -= 1;
  const taken = words.slice(0, count);
  const people = taken.join(" ").split(/\s(?:and|und|et|y|e|en|&)\s/i);
  return people.every((one) => greetingName(one) !== null) ? taken : [];
}
const particle = /^(?:van|von|de|der|den|da|do|dos|du|del|la|le|ten|ter)$/;

function patternOf(text: string, opener: string, end: string): string {
  const between = /^\s+(there|again)(?!\p{L})/iu.exec(text.slice(opener.length))?.[0] ?? "";
  const words = `${opener}${between}`
    .toLowerCase()
    .replace(/ [tg](?=ag$|ott$)/, (noun) => noun.toUpperCase());
  return cleanLine(
    `${words.charAt(0).toUpperCase()}${words.slice(1)} {name}${end.includes("-") ? "," : end.trim()}`,
  );
}
