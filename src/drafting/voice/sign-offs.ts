import { cleanLine } from "../../domain/plain-text.ts";
import { closesLetter } from "../../understanding/text/closings.ts";
import { dayNames } from "../../understanding/text/day-names.ts";
import { isPersonName, withoutTitles } from "../../understanding/who/person-name.ts";

/** How a letter closes: the words with the punctuation after them, the name, and the lines below it. `body` is what stands above. */
export type Closing = {
  /** Null where there is none, or where it fits one occasion only. */
  readonly signOff: string | null;
  readonly name: string | null;
  readonly card: readonly string[];
  readonly isIntimate: boolean;
  readonly body: string;
};

/**
 * Reads how a letter closes.
 * @param newest the person's words, as letterParts has them
 * @param signature what letterParts kept apart
 */
export function closingOf(newest: string, signature: string): Closing {
  const tail = writtenLines(signature);
  const first = tail[0] ?? "";
  if (first !== "" && closesLetter(tail, 0)) return closed(first, tail.slice(1), newest);
  const [together, phrase, name] = onOneLine(first);
  if (together) return closed(phrase, [name, ...tail.slice(1)], newest);
  const lines = newest.split("\n");
  const last = lastWritten(lines, lines.length);
  const above = lastWritten(lines, last);
  const lastLine = (lines[last] ?? "").trim();
  const said = lastLine.slice(sentenceEnd.exec(lastLine)?.[0].length ?? 0);
  const [inBody, ending, signed] = onOneLine(said);
  if (inBody && (above >= 0 || said !== lastLine)) {
    const rest = lastLine.slice(0, lastLine.length - said.length);
    return closed(ending, [signed, ...tail], [...lines.slice(0, last), rest].join("\n"));
  }
  if (kissed.test(lastLine)) return { ...closed("", tail, newest), signOff: null, isIntimate: true };
  const own = isName(lastLine);
  if (own && above > 0 && unlisted.test((lines[above] ?? "").trim()))
    return closed(lines[above] ?? "", [lastLine, ...tail], lines.slice(0, above).join("\n"));
  if (own && above >= 0 && /[.!?)]\s*$/.test(lines[above] ?? ""))
    return { ...closed("", [lastLine, ...tail], lines.slice(0, last).join("\n")), signOff: null };
  return { ...closed("", tail, newest), signOff: null };
}

const unlisted = /^\p{L}[^.!?:;\d@]{2,38}[,!]$/u;

function closed(line: string, below: readonly string[], body: string): Closing {
  const name = below[0] !== undefined && isName(below[0]) ? withoutTitles(bare(below[0])) : null;
  return {
    signOff: signOffOf(line),
    name,
    card: name === null ? below : below.slice(1),
    isIntimate: intimate.test(line) || kisses.test(below[0] ?? ""),
    body: body.trim(),
  };
}

/** "Kind regards,": as somebody else's mail may close too. Null for "See you Thursday," and "Happy Easter". */
function signOffOf(line: string): string | null {
  const words = cleanLine(bare(line))
    .replace(/ (?:aus|from|de|uit) (?:de[mr] )?(?!\p{Ll})[\p{L} -]{2,30}(?=[,.!]?$)/u, "")
    .replace(/\s*-+$/, "");
  if (words.length < 2 || words.length > 40 || /\d|@/.test(words) || occasion.test(words)) return null;
  if (
    words
      .split(" ")
      .slice(1)
      .some((word) => /^\p{Lu}/u.test(word) && !closingWord.test(word))
  )
    return null;
  return intimate.test(words) ? null : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** What may stand with a capital in a closing; anything else there is a name. */
const closingWord =
  /^(?:regards|wishes|sincerely|faithfully|truly|yours|thanks|you|best|kind|soon|again|advance|gr(?:ü|ue)(?:ß|ss)e?n?|gru(?:ß|ss)|dank|voraus|groet(?:en)?|saludos?|cumprimentos|salutations)[,.!]?$/i;
const occasion = new RegExp(
  `(?<!\\p{L})(?:${dayNames}|week-?end|wochenende|evening|afternoon|morning|night|abend|soirée|matinée|noche|tarde|noite|avond|fin de semana|fim de semana|easter|ostern|christmas|weihnacht\\w*|noël|navidad|natal|kerst|new year|holidays?|vacances|urlaub|today|tomorrow|tonight|morgen|heute|demain|mañana|amanhã)(?!\\p{L})`,
  "iu",
);
const intimate =
  /(?<!\p{L})(?:love|hugs?|kiss(?:es)?|x{2,}|xoxo|bisous?|bises|besos?|besitos|beijos?|beijinhos?|küsse|küsschen|kuss|kus|kusjes?|liefs|hdl)(?!\p{L})/iu;
const kissed = /^x{2,}(?:\s|$)|\sx{1,5}$/i;
/** "Will do. " before "Cheers, Jo" on one line. */
const sentenceEnd = /^.{0,2000}[.!?]\s+(?=[^.!?\s])/;
const kisses = /\sx+$/i;

/** "Cheers, Jo" and "Thanks - Jo" */
function onOneLine(line: string): readonly [boolean, string, string] {
  const found = /^(\p{L}[\p{L} ]{1,38}?)(\s?-|[,.!])\s+(\p{Lu}[\p{L}'-]*(?: \p{Lu}[\p{L}'.-]*)?)\.?$/u.exec(
    bare(line),
  );
  const [, phrase = "", mark = "", name = ""] = found ?? [];
  const said = `${phrase}${/-/.test(mark) ? "," : mark}`;
  const is = found !== null && closesLetter([said, name], 0) && isName(name);
  return [is, said, name];
}

const isName = (line: string): boolean => {
  const name = bare(line).replace(kisses, "");
  return name.length <= 60 && name.split(" ").length <= 6 && isPersonName(withoutTitles(name));
};

/** HTML leaves stars around what was bold, and the address of a link behind its words. */
const bare = (line: string): string =>
  line
    .replace(/\s*[[<(](?:https?|mailto):[^\s\])>]{0,300}[\])>]/g, "")
    .replace(/^[\s*_-]+|[\s*_]+$/g, "")
    .replace(/\s+/g, " ");

const writtenLines = (text: string): readonly string[] =>
  text
    .split("\n")
    .map(bare)
    .filter((line) => /[\p{L}\d]/u.test(line));

function lastWritten(lines: readonly string[], before: number): number {
  let at = before - 1;
  while (at >= 0 && (lines[at] ?? "").trim() === "") at -= 1;
  return at;
}
