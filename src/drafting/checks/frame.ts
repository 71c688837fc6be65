import type { DraftBasis, Finding } from "../../domain/draft-basis.ts";
import { squash } from "../../understanding/who/spelling.ts";
import type { DraftReading } from "./draft-reading.ts";
import { finding } from "./finding.ts";
import { type Sources, wordsIn } from "./sources.ts";

/** A mail greets its recipient and nobody else, ends with the person's name, and holds more than one line (POLICY 5). */
export function frameFaults({ frame, lines, basis, sources }: DraftReading): readonly Finding[] {
  const faults: Finding[] = [];
  if (frame.greeting === null)
    faults.push(
      finding("frame", lines[0] ?? "", "Begin with the greeting that was given, on a line of its own."),
    );
  const stranger = strangerIn(frame.greets, basis, sources);
  if (stranger !== null)
    faults.push(finding("frame", stranger, "Greet the recipient with the greeting that was given."));
  if (frame.name === null)
    faults.push(
      finding(
        "frame",
        frame.last,
        `End with the sign-off and the name ${basis.personName}, with nothing below it.`,
      ),
    );
  if (lines.every((line) => line.trim() === ""))
    faults.push(finding("frame", frame.last, "Write a body between greeting and sign-off."));
  return faults;
}

/** Titles without a gender; one with a gender stands only where a source has it before that name. */
const plainTitles = /^(?:dr|prof|professor|professora|mx|phd|doktor|docteur|doctor)\.?$/i;
const genderedTitles =
  /^(?:mr|mrs|ms|miss|sir|madam|frau|herrn?|madame|monsieur|mme|m|mademoiselle|señora?|sra?|d|dña|don|doña|mevrouw|mevr|meneer|dhr|heer|senhora?)\.?$/i;
const nobody =
  /^(?:all|everyone|everybody|there|team|hiring|recruiting|recruitment|talent|people|zusammen|alle|alles|tous|toutes|à|todos|todas|equipo|equipe|équipe|allemaal|allen|and|und|et|y|en|e|to|the|again|de|l'équipe|das|ihr|du|von|van|der|den)$/i;

/** Whom a greeting names without being allowed to, else null. */
function strangerIn(greets: string, basis: DraftBasis, { flat, words }: Sources): string | null {
  const own = (basis.recipient.name === "" ? localPart(basis) : basis.recipient.name)
    .split(/[\s.,_+-]+/)
    .map(squash);
  const house = basis.employer.split(/\s+/).map(squash);
  const parts = greets.split(/[\s/]+/).filter((part) => /\p{L}/u.test(part));
  for (const [at, part] of parts.entries()) {
    if (genderedTitles.test(part)) {
      const titled = ` ${part} ${parts[at + 1] ?? ""} `.toLowerCase().replace(/\./g, "").replace(/\s+/g, " ");
      if (!flat.includes(titled)) return greets;
      continue;
    }
    if (plainTitles.test(part) || nobody.test(part)) continue;
    const pieces = [part, ...part.split("-")].map(squash);
    if (pieces.some((piece) => own.includes(piece) || house.includes(piece))) continue;
    // "Greg" for Gregory, where that is how the thread calls them.
    const short = squash(part);
    const called = short.length >= 3 && own.some((name) => name.startsWith(short));
    if (!(called && wordsIn(part).every((word) => words.has(word)))) return greets;
  }
  return null;
}

const localPart = ({ recipient }: DraftBasis): string => recipient.address.split("@")[0] ?? "";
