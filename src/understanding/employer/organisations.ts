import { isFreeMail, plainLabel, seemsApplicantSystem } from "../domains.ts";
import { squash } from "../who/spelling.ts";
import type { EmployerClues } from "./clues.ts";

/**
 * The names by which the employer calls itself: the candidacy's where the sender's domain does not speak against it, that of the sender, and those
 * of the signature that are the same or spell the domain. Where somebody studied stands in a signature as well.
 */
export function organisationsIn({ employer, from, domain, signature }: EmployerClues): readonly string[] {
  const own = squash(employer);
  const label =
    domain === null || isFreeMail(domain) || seemsApplicantSystem(domain) ? "" : squash(plainLabel(domain));
  const isTheirs = (name: string): boolean => {
    const plain = squash(name);
    return (
      plain.length >= 4 &&
      ((own !== "" && (plain.includes(own) || own.includes(plain))) ||
        (label.length >= 4 && plain.includes(label)))
    );
  };
  const pieces = [from?.name ?? "", ...signature.split("\n")]
    .filter((line) => line.length <= 160)
    .flatMap((line) => [line, ...line.split(/\s*[|·•]\s*|,\s+|\s+[-–—]\s+/)])
    .map((piece) => piece.trim().replace(/^[*_"']+|[*_"'.]+$/g, ""));
  const named = label.length < 4 || isSpelledBy(employer, label) ? [employer] : [];
  return [...new Set([...named, ...pieces.filter(isTheirs)])];
}

/** A council whose mail comes from "ironbarkpeople" writes through somebody else. */
const isSpelledBy = (name: string, label: string): boolean =>
  squash(name).includes(label) ||
  name
    .split(/[^\p{L}]+/u)
    .some((word) => word.length >= 4 && !plain.test(word) && label.includes(squash(word)));

const plain =
  /^(?:university|council|county|borough|district|city|trust|hospitals?|foundation|charity|service|stadt|gemeente|ville)$/i;
