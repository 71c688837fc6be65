import type { DisplayName } from "./display-name.ts";
import type { Letter } from "./letter.ts";
import { isOccupation } from "./occupations.ts";
import { isPersonName, withoutTitles } from "./person-name.ts";
import { plainStartWords } from "./plain-start-words.ts";
import { squash } from "./spelling.ts";

const farewell =
  /^(?:(?:with |mit |un |una )?(?:\S+ ){0,4}(?:regards|wishes|thanks|love|apologies|greetings?|gr(?:ü|ue)(?:ß|ss)en?|cheers|best|salutations?|saludos?|abra(?:ç|z)o\S*|groet(?:en)?|cordialement|cumprimentos|hoogachtend|sincerely|faithfully|truly|warmly|att)\b.{0,30}|le gach .*|god bless|see you.*|thank you.*|ta|until \S+|x+|im auftrag|à (?:très vite|mardi|bientôt).*|obrigad[oa].*|bedankt.*|danke.*|merci.*|gracias.*)[,.!]*$/i;

/** Who signs under the text, as far as the lines tell: the name, two joined by " & ", or null. A team or the employer is nobody. */
export function signerOf(letter: Letter, display: DisplayName, employer: string | null): string | null {
  const lines = letter.ending;
  const isName = (line: string): boolean => nameOf(line, employer) !== null;
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const after = lines[at + 1];
    const name = nameOf(line, employer);
    const two = /^(\p{Lu}\p{Ll}+)(?:, (\p{Lu}\p{Ll}+))? (?:&|and|und|et|y|e|en) (\p{L}+)/u.exec(line);
    if (two !== null && before !== undefined && farewell.test(before))
      return [two[1], two[2], two[3]]
        .filter((each) => each !== undefined && /^\p{Lu}/u.test(each) && isPersonName(each))
        .join(" & ");
    if (name === null) continue;
    if (
      isOwn(name, letter) ||
      (display.person === null &&
        squash(name) === squash(letter.message.from?.name ?? "") &&
        employer === null)
    )
      continue;
    const signedOff = before !== undefined && (farewell.test(before) || /^\p{L}[^.!?]{2,40},$/u.test(before));
    const describes = after !== undefined && isTitleLine(after);
    const own =
      /,\s|\s[|–@-]\s|\s\(/.test(line) &&
      line
        .split(/,\s|\s[|–@-]\s|\s\(/)
        .slice(1)
        .some(
          (piece) =>
            piece.split(/\s/).some(isOccupation) ||
            (employer !== null && squash(piece).includes(squash(employer).slice(0, 8))),
        );
    const single = !name.includes(" ");
    if (at === 0 && lines.length > 2 && single && !own) continue;
    if (signedOff || describes || own) return name;
    // A name near the end with nothing but the employer under it, or as the last line.
    const last = at >= lines.length - 3 && at > 0;
    if (
      last &&
      (!single || before === undefined || before.length > 20) &&
      (after === undefined || !isName(after) || isEmployerLine(after, employer)) &&
      letter.lines.length > (single ? 1 : 2)
    )
      return name;
  }
  return null;
}

function nameOf(line: string, employer: string | null): string | null {
  if (line.length > 110 || /^[^,|(]{2,30}:(?:\s|$)/.test(line)) return null;
  const piece = withoutTitles(
    (line.split(/,\s|\s*[|·]\s*|\s[–@/-]\s|\s\(|\s{2,}/)[0] ?? "")
      .replace(/\s+x+$/i, "")
      .replace(/^(?:i\.\s?a\.|ppa\.?|pp)\s+/i, ""),
  );
  if (
    !isPersonName(piece) ||
    (!piece.includes(" ") && (piece.length < 3 || plainStartWords.has(squash(piece))))
  )
    return null;
  if (
    employer !== null &&
    (squash(employer).includes(squash(piece)) || squash(piece).startsWith(squash(employer)))
  )
    return null;
  return piece;
}

const isTitleLine = (line: string): boolean =>
  line.length < 100 &&
  !/[.!?]$/.test(line) &&
  (line.split(/[\s,/|]+/).some(isOccupation) ||
    /\b(?:human resources|talent|people|recruit\w*|resourcing|hr|personal\w*|services?|faculty|office|staffing|admissions)\b/i.test(
      line,
    ));

const isEmployerLine = (line: string, employer: string | null): boolean =>
  employer !== null && squash(line).includes(squash(employer).slice(0, 10));

const isOwn = (name: string, letter: Letter): boolean => {
  const mine = letter.person.name.split(/\s+/).map(squash);
  return name
    .split(/\s+/)
    .map(squash)
    .every((part) => mine.includes(part));
};
