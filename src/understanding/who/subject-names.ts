import { businessEndings } from "./company-words.ts";
import { type Candidates, ofThePerson } from "./employer-candidates.ts";
import type { Letter } from "./letter.ts";
import { wordsIn } from "./name-runs.ts";
import { isOccupation, isPluralTrade } from "./occupations.ts";
import { isDepartment, organisationIn } from "./organisation-name.ts";
import { isPersonName } from "./person-name.ts";
import { meetingTool, plainStartWords } from "./plain-start-words.ts";
import { squash } from "./spelling.ts";

const subjectPieces = /,\s(?=\p{Lu})|\s@\s|\s+[-–—|·×/]\s+|:\s+|\s*<>\s*|[[\]()]|\?\s|!\s|;\s/u;

/** Pieces of a subject or a calendar title that are a name and nothing else: "[Corvane Hotels] Job 1183", "Title – Employer". */
export function namedInSubject(letter: Letter, into: Candidates): void {
  for (const line of new Set([letter.subject, letter.title])) {
    const pieces = line.split(subjectPieces).map((piece) => piece.trim());
    for (const [at, piece] of pieces.entries()) {
      if (pieces.length === 1 && wordsIn(piece).length > 3) continue;
      const name = nameAlone(piece.replace(/\s+(?:interview|application|careers?)$/i, ""), letter);
      if (name !== null && !isPersonName(piece))
        into.add(
          name,
          "subject",
          pieces.length === 1
            ? 1
            : line.startsWith(`[${piece}`)
              ? 3
              : at === 0 || at === pieces.length - 1
                ? 2
                : 1.5,
        );
      else if (name !== null)
        into.add(name, "subject", line.includes(`(${piece})`) ? (letter.isFromSystem ? 2.2 : 1.5) : 0.9);
    }
  }
  for (const line of letter.lines) {
    const labelled =
      /^(?:company|employer|agency|organi[sz]ation|unternehmen|firma|entreprise|empresa|bedrijf|organisatie)\s*:\s*(.{2,60})$/i.exec(
        line,
      )?.[1];
    const topic = /^(?:what|event|event type|topic|subject)\s*:?\s+(\p{Lu}[^:]{2,40}):\s/iu.exec(line)?.[1];
    const about = topic === undefined ? null : nameAlone(topic, letter);
    if (about !== null) into.add(about, "prose", 1.5);
    if (labelled !== undefined) into.add(labelled.split(/,|\s-\s/)[0] ?? "", "prose", 5);
  }
}

/** Rows of a job board's receipt: "Corbel Logistics - Tamworth" under the title. */
export function namedInRows(letter: Letter, into: Candidates): void {
  for (const line of letter.lines.slice(0, 20)) {
    const [piece = "", ...rest] = line.split(/\s+[-–·|]\s+|,\s/);
    if (rest.length === 0 || line.length > 70 || /[.!?]$/.test(line)) continue;
    const name = nameAlone(piece, letter);
    if (name?.includes(" ") === true)
      into.add(name, "prose", isPersonName(name) && !endsLikeBusiness(name) ? 0.9 : 1.6);
  }
}

/** "Corbel Logistics", "Petit Bakers": the last word is a trade's or a business's. */
export const endsLikeBusiness = (name: string): boolean => {
  const at = name.lastIndexOf(" ");
  if (at === -1) return false;
  const last = squash(name.slice(at + 1));
  return businesses.has(last) || (last.endsWith("s") && businesses.has(last.slice(0, -1)));
};
const businesses = new Set(businessEndings);

/** A piece that is written like a name from its first word to its last, and is no trade, place of work, telephone or department. */
export function nameAlone(piece: string, letter: Letter): string | null {
  const name = organisationIn(
    piece.replace(/^(?:--|the|hr,?)\s+/i, (start) => (/^the/i.test(start) ? start : "")),
  );
  if (
    name === null ||
    name.length > 60 ||
    isDepartment(name) ||
    meetingTool.test(name) ||
    ofThePerson(letter, name)
  )
    return null;
  if (/@|:|\d{2,}|^[A-Z]{0,3}-?\d|^\+|^\d|-(?:backed|based|time|only|led)\b|\bbusiness partner\b/i.test(name))
    return null;
  const words = wordsIn(name);
  const first = words[0];
  if (first === undefined || words.length > 8 || !first.cap) return null;
  const isTrade = (word: string, at: number): boolean =>
    isOccupation(word) &&
    !/^(?:partners?|associates|head)$/i.test(word) &&
    !(at > 0 && at === words.length - 1 && isPluralTrade(word));
  if (words.some((word, at) => isTrade(word.text, at))) return null;
  if (
    words.filter((word) => plainStartWords.has(squash(word.text))).length >
    words.filter((word) => word.cap).length / 2
  )
    return null;
  return words.every(
    (word) =>
      word.cap ||
      /^(?:of|the|and|&|de|del|la|las|los|el|der|die|das|für|du|des|le|les|da|do|das|dos|van|von|y|e|et|und|en|in|for|\+|at)$/.test(
        word.text,
      ),
  )
    ? name
    : null;
}
