import { employersDomain } from "../domains.ts";
import { legalForm } from "./company-words.ts";
import type { DisplayName } from "./display-name.ts";
import { type Candidates, ofThePerson } from "./employer-candidates.ts";
import type { Letter } from "./letter.ts";
import { wordsIn } from "./name-runs.ts";
import { isOccupation } from "./occupations.ts";
import { organisationIn } from "./organisation-name.ts";
import { isPersonName, sameHuman, withoutTitles } from "./person-name.ts";
import { plainStartWords } from "./plain-start-words.ts";
import { squash } from "./spelling.ts";
import { endsLikeBusiness, nameAlone } from "./subject-names.ts";

/** Names in the lines under the text: behind the signer's title, or of a team ("The Kestrel Freight Talent Team"), or alone. */
export function namedInEnding(letter: Letter, display: DisplayName, into: Candidates): void {
  const signer = letter.ending.findIndex((line) => isSigner(line, letter, display));
  let credit = 4;
  const fromOwnDomain = letter.message.from !== null && employersDomain(letter.message.from.address) !== null;
  for (const [at, line] of letter.ending.entries()) {
    const team = teamOf(line);
    if (team !== null && !ofThePerson(letter, team)) {
      into.add(team, "ending", 3.5);
      continue;
    }
    if (line.length > 100 || (signer !== -1 && at < signer)) continue;
    const lastOnes = at >= letter.ending.length - 3;
    if (signer === -1 && !lastOnes) continue;
    for (const [n, piece] of piecesOf(line).entries()) {
      if (at === signer && n === 0) continue;
      const bare = piece.replace(legalForm, "");
      const name = nameAlone(behindTitle(bare), letter);
      if (name === null || (display.person !== null && sameHuman(name, display.person))) continue;
      // The last line of a system's mail is the employer more often than a human, if it has no title under it.
      const human =
        isPersonName(name) &&
        signer === -1 &&
        !(letter.isFromSystem && (endsLikeBusiness(name) || name.split(" ").length > 2));
      const doubtful = isPersonName(name) && !endsLikeBusiness(name) && fromOwnDomain;
      into.add(
        name,
        "ending",
        human
          ? 0.6
          : doubtful
            ? 1
            : signer === -1
              ? n === 0
                ? 2.2
                : 0.8
              : credit + (bare !== piece ? 1 : 0),
      );
      if (signer !== -1) credit = Math.max(0.8, credit - 1.6);
      if (n === 0 && signer === -1 && bare !== piece) into.add(name, "ending", 1.5);
    }
  }
}

const isSigner = (line: string, letter: Letter, display: DisplayName): boolean => {
  const name = withoutTitles(piecesOf(line)[0] ?? "");
  if (display.person !== null)
    return (
      sameHuman(name, display.person) ||
      (/^\p{Lu}{1,2}\.?$/u.test(name) && name.charAt(0) === display.person.charAt(0))
    );
  return (
    isPersonName(name) &&
    !ofThePerson(letter, name) &&
    (wordsIn(name).length > 1 || piecesOf(line).length > 1)
  );
};

/** "HR Officer Stellan University" -> the words behind the trade; "Regiomanager Zorggroep Duinrand". */
function behindTitle(piece: string): string {
  const at = /^(.*?)\s+(?:at|@|of|for|bei|chez|bij|na|no|en|de la|de|of the|for the)\s+(?=\p{Lu})(.+)$/u.exec(
    piece,
  );
  if (
    at !== null &&
    wordsIn(at[1] ?? "").some((word) => isOccupation(word.text)) &&
    !isOccupation((at[2] ?? "").split(" ")[0] ?? "")
  )
    return at[2] ?? piece;
  const words = piece.split(" ");
  let last = -1;
  for (const [n, word] of words.entries()) if (isOccupation(word)) last = n;
  return last >= 0 && last <= 3 && words.length - last > 2 && /^\p{Lu}/u.test(words[last + 1] ?? "")
    ? words.slice(last + 1).join(" ")
    : piece;
}

const piecesOf = (line: string): readonly string[] =>
  line
    .split(/\s*[|·•–—]\s*|,\s+|\s+[-@/]\s+|\s{2,}|\s*[()]\s*/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");

const team =
  /^(?:--\s*)?(?:(?:the|your|ihr|ihre|das|het|o|a|el|la|le|l')\s*)?(.{2,45}?)\s+(?:people team|(?:talent|recruiting|recruitment|hiring|careers?|hr|interview|people|store talent|graduate recruitment|early careers)(?:\s(?:acquisition|team|crew|operations|& culture|services))*|team|crew)\s*[.!]?$/i;
const teamOfWords =
  /^(?:(?:the|your|our|ihr|ihre|das|uw|votre|l'|el|la)\s*)?(?:\S+[\s-])?(?:team|hiring|careers|recruiting|recruitment|talent|recruiting-team|équipe|equipo|equipe|staff|all|everyone|us all|the team|the crew)\s+(?:at|of|der|des|von|vom|de|du|del|da|do|bij|van|@)\s+(?:the\s|la\s)?(.{2,50}?)[.!]?$/i;

function teamOf(line: string): string | null {
  const named =
    team.exec(line.replace(/^.*(?:&|and|und) (?:the|das|your) /i, ""))?.[1] ??
    teamOfWords.exec(line)?.[1] ??
    / (?:team|all|everyone) at (\p{Lu}.{2,40})$/u.exec(line)?.[1];
  if (named === undefined || named.includes(",")) return null;
  const name = organisationIn(named.replace(legalForm, ""));
  return name === null ||
    !/^\p{Lu}|^\d/u.test(name) ||
    plainStartWords.has(squash(name)) ||
    wordsIn(name).length > 6
    ? null
    : name;
}
