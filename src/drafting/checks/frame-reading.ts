import type { DraftBasis } from "../../domain/draft-basis.ts";
import { squash } from "../../understanding/who/spelling.ts";

/** What stands round the body of a draft. */
export type Frame = {
  /** The words of greeting with the name, null where there is none. */
  readonly greeting: string | null;
  /** Whom it names; empty for "Hello,". */
  readonly greets: string;
  readonly signOff: string | null;
  /** The last line where it is nothing but the person's name, else null. */
  readonly name: string | null;
  /** What stands where the name should. */
  readonly last: string;
  readonly lines: readonly string[];
};

const hellos =
  "dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings|hallo|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|werte[rs]?|moin|servus|grüß (?:gott|dich|sie)|grüezi|bonjour|bonsoir|chers?|chères?|salut|hola|buen(?:os|as)? (?:días|dias|tardes|noches|día|dia)|buenas|estimad[oa]s?|querid[oa]s?|beste|geachte|hoi|dag|goede(?:morgen|middag|avond|ndag)|lieve|olá|oi|bom dia|boa (?:tarde|noite)|car[oa]s?|prezad[oa]s?";
/** A greeting and what it names, up to the first mark; "Hello and thank you" has no mark and is too long for a line of its own. */
const opening = new RegExp(`^\\s*(${hellos})(?![\\p{L}])([^,!:\\n]{0,80})(?:[,!:]|$)`, "iu");
/** "Hola, Lucía:" and "Olá, Inês," put a comma between greeting and name. */
const parted = new RegExp(`^\\s*(${hellos}),\\s+([^,!:.?\\n]{1,60})(?:[,!:]|$)`, "iu");
const mostNameWords = 7;
const mostSignOffWords = 7;

/** Takes greeting, sign-off, name and the person's own signature off a draft. `text` with plain marks. */
export function frameOf(text: string, basis: DraftBasis): Frame {
  const all = withoutSignature(text.trimEnd().split("\n"), basis.signature ?? []);
  const first = all.findIndex((line) => line.trim() !== "");
  const apart = parted.exec(all[first] ?? "");
  const found = apart !== null && isName(apart[2] ?? "") ? apart : opening.exec(all[first] ?? "");
  const greets = (found?.[2] ?? "").trim();
  const isGreeting = found !== null && greets.split(/\s+/).length <= mostNameWords;
  const rest = isGreeting ? [(all[first] ?? "").slice(found[0].length), ...all.slice(first + 1)] : all;
  const written = trimmed(rest);
  const last = (written.at(-1) ?? "").trim();
  const [closing, name] = nameOn(last, basis.personName);
  const above = name === null ? written : trimmed(written.slice(0, -1));
  const signOff = name === null ? null : (closing ?? signOffOf(above));
  return {
    greeting: isGreeting ? found[0].trim() : null,
    greets: isGreeting ? greets : "",
    signOff,
    name,
    last,
    lines: signOff === null || closing !== null ? above : trimmed(above.slice(0, -1)),
  };
}

/** Every word with a capital, but for what joins names. */
const isName = (words: string): boolean =>
  words
    .trim()
    .split(/\s+/)
    .every((word) => /^\p{Lu}/u.test(word) || /^(?:de|da|do|dos|la|van|von|der|den|y|e|i)$/i.test(word));

/** "Best, Ana" on one line is sign-off and name. */
function nameOn(line: string, personName: string): readonly [string | null, string | null] {
  if (isNameOf(line, personName)) return [null, line];
  const joined = /^(.{2,60}?)(?:,\s*|\s+[-/]\s*)([^,]{2,60})$/u.exec(line);
  const [, closing = "", name = ""] = joined ?? [];
  return joined !== null && isNameOf(name, personName) ? [closing, name] : [null, null];
}

/** True for the person's whole name, their first name, or the first with an initial. */
function isNameOf(line: string, personName: string): boolean {
  const parts = line
    .replace(/^[\s/~-]+|[\s.]+$/gu, "")
    .split(/\s+/)
    .map(squash);
  const own = personName.split(/\s+/).map(squash);
  const [first = ""] = parts;
  return (
    first !== "" &&
    own.includes(first) &&
    parts.every((part) => own.includes(part) || (part.length === 1 && own.some((word) => word[0] === part)))
  );
}

function signOffOf(lines: readonly string[]): string | null {
  const line = (lines.at(-1) ?? "").trim();
  const short = line !== "" && line.split(/\s+/).length <= mostSignOffWords && !/[.?;:]$/.test(line);
  return short ? line : null;
}

function withoutSignature(lines: readonly string[], signature: readonly string[]): readonly string[] {
  const own = signature.map((line) => line.trim()).filter((line) => line !== "");
  const kept = lines.filter((line) => line.trim() !== "");
  const tail = kept.slice(kept.length - own.length).map((line) => line.trim());
  if (own.length === 0 || own.some((line, at) => tail[at] !== line)) return lines;
  let left = own.length;
  let end = lines.length;
  while (left > 0 && end > 0) {
    end -= 1;
    if ((lines[end] ?? "").trim() !== "") left -= 1;
  }
  const above = trimmed(lines.slice(0, end));
  return above.at(-1)?.trim() === "--" ? trimmed(above.slice(0, -1)) : above;
}

function trimmed(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== "");
  const last = lines.findLastIndex((line) => line.trim() !== "");
  return first < 0 ? [] : lines.slice(first, last + 1);
}
