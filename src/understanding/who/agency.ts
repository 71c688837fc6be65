import { domainLabel, registrable } from "../domains.ts";
import { agencyWords, portalWords, speaksOfClients } from "./company-words.ts";
import type { DisplayName } from "./display-name.ts";
import { type Candidate, saidInText, weight } from "./employer-candidates.ts";
import { type Hint, readable } from "./employer-hints.ts";
import type { Letter } from "./letter.ts";
import { wordsIn } from "./name-runs.ts";
import { spelledBy } from "./spelled-by.ts";
import { squash } from "./spelling.ts";

/** A line of a signature in its pieces. */
export const segmentsOf = (line: string): readonly string[] =>
  line
    .split(/\s*[|·•–—©]\s*|,\s+|\s+[-@/:]\s+|\s{2,}|[()]|\.\s+(?=\p{Lu})/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");

/** Who stands between employer and person: an agency, or a job board that only passes mail on. */
export type Agent = { readonly name: string; readonly isPortal: boolean };

/** The agency or job board that the sender's own domain belongs to, or null. */
export function agencyOf(
  letter: Letter,
  mine: Candidate | null,
  label: string,
  display: DisplayName,
): Agent | null {
  const name = mine?.name ?? readable(label);
  const plain = squash(label);
  const text = `${letter.subject}\n${letter.lines.join("\n")}`;
  const human = display.person !== null;
  if (agencyWords.test(plain) || (human && mine !== null && agencyWords.test(squash(mine.name))))
    return {
      name,
      isPortal: !human && !speaksOfClients.test(text) && !/recruitment|staffing|personnel/i.test(name),
    };
  // "wardline-jobs.example" that nothing in the mail spells is a board; "orrinlogistics-jobs.example" of Orrin Logistics is not.
  const host = domainLabel(
    letter.message.from === null ? "" : (registrable(letter.message.from.address) ?? ""),
  );
  if (portalWords.test(plain) || (mine === null && !human && portalWords.test(squash(host))))
    return { name, isPortal: true };
  // "Brightwell Rowe Executive Search" under a domain that leaves the trade out.
  const signed = letter.ending
    .flatMap(segmentsOf)
    .find(
      (piece) =>
        piece.startsWith(name) &&
        piece.length > name.length &&
        agencyWords.test(squash(piece.slice(name.length))),
    );
  if (human && signed !== undefined && !/team|careers|acquisition|partner|operations|hiring/i.test(signed))
    return { name: signed, isPortal: false };
  return speaksOfClients.test(text) ? { name, isPortal: false } : null;
}

const clearEnough = 1.4;

/** The client that subject and text name clearly enough, or null. */
export const clientOf = (all: readonly Candidate[], agent: Agent, hints: readonly Hint[]): string | null => {
  const its = squash(agent.name);
  // A job board signs with the employer's name, an agency with its own.
  const worth = agent.isPortal ? weight : saidInText;
  const client = all
    .filter(({ own }) => own < 0.4)
    .toSorted((a, b) => worth(b) - worth(a))
    .find(
      (one) =>
        /\p{L}{4}|&/u.test(one.name) &&
        !squash(one.name).startsWith(its) &&
        !its.startsWith(squash(one.name)) &&
        !hints.some(
          ({ label, weight: of }) =>
            of === 1 && spelledBy(label, one.name, wordsIn(one.name)).some(({ share }) => share > 0.6),
        ),
    );
  return client !== undefined && worth(client) >= clearEnough ? client.name : null;
};

/** True when a sender of this domain may write for another: then only what the text says of others names the employer. */
export const mayBeAgency = (letter: Letter, label: string): boolean =>
  agencyWords.test(squash(label)) ||
  portalWords.test(squash(label)) ||
  letter.lines.some((line) => speaksOfClients.test(line)) ||
  letter.ending.some((line) => agencyWords.test(squash(line)));
