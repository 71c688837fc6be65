import { isFreeMail, plainLabel, registrable, seemsApplicantSystem } from "../domains.ts";
import { businessEndings } from "./company-words.ts";
import type { Letter } from "./letter.ts";
import { squash } from "./spelling.ts";

/** A domain's label or a mailbox's name that may spell the employer: "thornbury-council". `weight` is 1 for the sender's own domain. */
export type Hint = { readonly label: string; readonly weight: number };

/** Hints in the order of their worth: the sender's own domain, the tenant's name at an applicant system, hosts that the mail names. */
export function hintsOf(letter: Letter): {
  readonly own: string | null;
  readonly label: string;
  readonly hints: readonly Hint[];
} {
  const address = letter.message.from?.address ?? "";
  const host = address.slice(address.indexOf("@") + 1);
  const domain = registrable(address);
  const mine = registrable(letter.person.address);
  const own =
    domain === null || domain === mine || isFreeMail(domain) || seemsApplicantSystem(domain) ? null : domain;
  const hints: Hint[] = [];
  // "andres.rueda@" at an applicant system is the writer, unless the display name is the tenant's own.
  const shown = (letter.message.from?.name ?? "").split(/\s+/).map(squash);
  const writer = letter.ending.some((line) =>
    line.startsWith((letter.message.from?.name ?? "").slice(0, 3) || "?"),
  )
    ? shown
    : [];
  const add = (label: string, weight: number): void => {
    if (label.length >= 3 && !noName.test(label) && !hints.some((known) => known.label === label))
      hints.push({ label, weight });
  };
  // "wolds.ac.example": where the domain itself says nothing, what stands before it does.
  const labels =
    own === null
      ? []
      : [plainLabel(own), ...host.split(".").slice(0, -1).toReversed()].filter(
          (label) => label.length >= 3 && !noName.test(label),
        );
  const label = labels[0] ?? (own === null ? "" : plainLabel(own));
  if (own !== null) for (const each of labels) add(each, each === label ? 1 : 0.8);
  else if (domain !== null && seemsApplicantSystem(domain)) {
    for (const label of host.slice(0, -domain.length).split(".")) add(label, 0.7);
    const tenant = address
      .slice(0, address.indexOf("@"))
      .split(
        /[+._]|-(?=(?:jobs?|careers?|no-?reply|talent)$)|(?<=^(?:jobs?|careers?|no-?reply|talent|recruiting|hr))-/,
      )
      .filter(
        (part) =>
          part.length >= 4 &&
          (part === shown.join("") || !writer.some((name) => part.startsWith(name) || name.startsWith(part))),
      );
    for (const label of tenant) add(label, 0.6);
  }
  for (const name of letter.hosts) add(plainLabel(registrable(name) ?? name), 0.5);
  return { own, label, hints: hints.slice(0, 8) };
}

const noName =
  /^(?:no-?reply|do-?not-?reply|donotreply|jobs?|careers?|karriere|mail|email|e?-?mails?|smtp|www|hire|us|eu|uk|app|apply|talent|recruit\w*|hr|notifications?|alerts?|info|hello|team|support|candidates?|applicants?|my|com|org|net|co|ac|gov|edu|nhs|www\d?|post|news|reply|bounce|m|go|cal|forms|cdn|assets|autoreply|work|people|boards|portal|interviews?|offers?|agency)$/;

/**
 * "northwind-traders" as a name: "Northwind Traders"; a squashed label falls apart at a word of the trade or of the mail (`said`), or at the writer's own name:
 * "hudsontile" is "Hudson Tile", "tansleyframes" of Oliver Tansley is "Tansley Frames".
 */
export const readable = (
  label: string,
  writers: readonly string[] = [],
  said: readonly string[] = [],
): string => {
  const plain = label.replace(/-(?:uk|us|ie|ca|au|de|nz|hq|inc|ltd|llc|gmbh|jobs|careers)$/, "");
  const names = writers
    .flatMap((name) => name.split(/[\s-]+/).map(squash))
    .filter((name) => name.length >= 3);
  return plain
    .split(/[-_]/)
    .flatMap((part, _, all) => (all.length === 1 ? parted(part, names, said) : [part]))
    .map((part) =>
      part === "and"
        ? "&"
        : /^(?:dos|das|do|da|del|de|du|des)$/.test(part)
          ? part
          : part.length <= 3 && /^[^aeiouy]+$/.test(part)
            ? part.toUpperCase()
            : part.charAt(0).toUpperCase() + part.slice(1),
    )
    .join(" ");
};

// "quintadosmelros": how a house is called in the Romance languages.
const southern =
  /^(quinta|casa|herdade|fonda|hotel|grupo|clinica|museu|museo|escola|escuela|banco|bodegas?|finca|talleres|taller|villa|ferme|maison|domaine|chateau|moulin|librairie|boulangerie|panaderia|padaria|adega|azienda|trattoria|atelier|cafe|olaria|fundacao|fundacion|conservas|aceros|editorial)(dos|das|do|da|del|de|du|des|la|los|las|el)?(\p{L}{4,})$/u;

function parted(label: string, names: readonly string[], said: readonly string[] = []): readonly string[] {
  const ends = (each: string): boolean => label.endsWith(each) && label.length >= each.length + 3;
  const ending = said.find(ends) ?? businessEndings.find(ends);
  if (ending !== undefined) return [...parted(label.slice(0, -ending.length), names, said), ending];
  const name = names.find(
    (each) =>
      label !== each && (label.startsWith(each) || label.endsWith(each)) && label.length >= each.length + 3,
  );
  if (name !== undefined && label.startsWith(`${name}and`) && label.length > name.length + 6)
    return [name, "and", label.slice(name.length + 3)];
  if (name !== undefined)
    return label.startsWith(name)
      ? [name, ...parted(label.slice(name.length), [])]
      : [...parted(label.slice(0, -name.length), []), name];
  const house = southern.exec(label);
  if (house !== null) return house.slice(1).filter((part) => part !== undefined && part !== "");
  const and = /^(\p{L}{4,})and(\p{L}{4,})$/u.exec(label);
  return and === null || label.length < 11 ? [label] : [and[1] ?? "", "and", and[2] ?? ""];
}
