import { domainLabel, employersDomain } from "../domains.ts";
import { agencyOf, clientOf, mayBeAgency, segmentsOf } from "./agency.ts";
import { portalWords } from "./company-words.ts";
import { type DisplayName, displayNameOf } from "./display-name.ts";
import { type Candidate, Candidates, merged, ofThePerson, weight } from "./employer-candidates.ts";
import { hintsOf, readable } from "./employer-hints.ts";
import { namedInEnding } from "./ending-names.ts";
import type { Letter } from "./letter.ts";
import { isPersonName, sameHuman } from "./person-name.ts";
import { namedInProse } from "./prose-names.ts";
import { spelledNames } from "./spelled-names.ts";
import { squash } from "./spelling.ts";
import { namedInRows, namedInSubject } from "./subject-names.ts";

/** What a mail says of who hires: the name as a person would say it, and the domain it proves. */
export type EmployerFact = {
  readonly employer: string | null;
  readonly employerDomain: string | null;
  /** Who the display name is, for the reading of people. */
  readonly display: DisplayName;
};

/**
 * Reads who hires (POLICY 8.5). Names are gathered from From, subject, text, signature and calendar, and weighed; one that spells the
 * sender's domain weighs most. An agency is not the employer: the client it names is, else "a client of AGENCY".
 */
export function employerIn(letter: Letter): EmployerFact {
  const { own, label, hints } = hintsOf(letter);
  const display = displayNameOf(letter, hints);
  const employerDomain =
    letter.message.from !== null && letter.message.proof.aligned
      ? employersDomain(letter.message.from.address)
      : null;
  const found = new Candidates();
  const places: readonly (readonly [string, boolean])[] = [
    [letter.message.from?.name ?? "", true],
    [letter.subject, false],
    [letter.title, false],
    ...letter.place
      .split(/,|\n/)
      .slice(0, 2)
      .map((piece) => [piece.trim(), true] as const),
    ...letter.lines.map((line) => [line, false] as const),
    ...letter.ending.flatMap((line) => segmentsOf(line).map((piece) => [piece, true] as const)),
  ];
  for (const [line, isSegment] of places) {
    if (line === "") continue;
    spelledNames(line, letter.wordsOf(line), hints, isSegment, found);
  }
  const sender =
    letter.isFromSystem || (own !== null && portalWords.test(squash(label)))
      ? "system"
      : own !== null && mayBeAgency(letter, label)
        ? "agency"
        : "other";
  for (const line of [...letter.lines, letter.subject])
    namedInProse(letter, line, letter.wordsOf(line), found, sender);
  // At an own domain a display name that spells nothing of it may as well be a department.
  if (display.organisation !== null)
    found.add(display.organisation, "display", display.behalf ? 14 : own === null ? 4.5 : 1.6);
  namedInSubject(letter, found);
  namedInEnding(letter, display, found);
  if (sender === "system") namedInRows(letter, found);
  const all = merged(found.all()).filter((one) => !isHuman(one, letter, display));
  const best = all[0] ?? null;
  const mine = all.find((one) => one.own >= 0.4) ?? null;
  const agent = own === null || display.behalf ? null : agencyOf(letter, mine, label, display);
  const spelled = (): string => readable(label, humans(letter, display), saidWords(letter, label));
  const said =
    agent !== null
      ? (clientOf(all, agent, hints) ?? (agent.isPortal ? null : `a client of ${agent.name}`))
      : own === null
        ? best !== null && weight(best) >= 2
          ? best.name
          : host(letter)
        : display.behalf && best !== null
          ? best.name
          : mine !== null
            ? mine.own >= 0.95
              ? mine.name
              : fuller(mine, spelled())
            : best !== null && isStated(best)
              ? best.name
              : spelled();
  return { employer: said, employerDomain, display };
}

/** Where a booking system writes, the calendar's own host tells whose it is. */
function host(letter: Letter): string | null {
  const address = letter.event?.organizer?.address ?? "";
  const domain = address === letter.person.address ? null : employersDomain(address);
  return domain === null ||
    domain === employersDomain(letter.person.address) ||
    !letter.hosts.includes(address.slice(address.indexOf("@") + 1))
    ? null
    : readable(domainLabel(domain), [letter.event?.organizer?.name ?? ""]);
}

/** Without a word that spells the domain, a name must be stated outright or in two places. */
const isStated = (one: Candidate): boolean =>
  /\p{L}{4}/u.test(one.name) &&
  ((one.scores.get("prose") ?? 0) >= 3.4 ||
    (one.scores.get("ending") ?? 0) >= 4.5 ||
    (one.scores.size >= 2 && weight(one) >= 4 && one.name.includes(" ")));

/** "Crossford" of crossfordcouncil.example is "Crossford Council". */
const fuller = (mine: Candidate, spelled: string): string => {
  const [a, b] = [mine.name.toLowerCase(), spelled.toLowerCase()];
  return b.length > a.length && (b.startsWith(`${a} `) || b.endsWith(` ${a}`)) ? spelled : mine.name;
};

/** Words of the mail that stand in the label, longest first. */
const saidWords = (letter: Letter, label: string): readonly string[] =>
  [
    ...new Set(
      [letter.subject, ...letter.lines].flatMap((line) =>
        letter.wordsOf(line).map(({ text }) => squash(text)),
      ),
    ),
  ]
    .filter((word) => word.length >= 4 && word.length < label.length - 2 && label.includes(word))
    .toSorted((a, b) => b.length - a.length);

const humans = (letter: Letter, display: DisplayName): readonly string[] => [
  display.person ?? "",
  letter.message.from?.name ?? "",
];

const isHuman = (one: Candidate, letter: Letter, display: DisplayName): boolean =>
  ofThePerson(letter, one.name) ||
  (display.person !== null && one.own < 0.9 && sameHuman(one.name, display.person)) ||
  (isPersonName(one.name) &&
    one.own < 0.9 &&
    (isListed(one.name, letter) || isCalledByFirstName(one.name, letter)));

const isListed = (name: string, { message, event }: Letter): boolean =>
  [...message.to, ...message.cc, ...(event === null ? [] : [event.organizer, ...event.attendees])].some(
    (who) => who !== null && isPersonName(who.name) && who.name.includes(" ") && sameHuman(name, who.name),
  );

const calls = [" will ", "'ll ", " would ", " has ", " and I "];

/** "Tessa will phone you": who is called by the first of two names is a human. */
const isCalledByFirstName = (name: string, letter: Letter): boolean => {
  const first = name.split(" ")[0] ?? "";
  return name.includes(" ") && letter.lines.some((line) => calls.some((call) => line.includes(first + call)));
};
