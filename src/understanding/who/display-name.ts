import { isSharedAddress, registrable, seemsApplicantSystem } from "../domains.ts";
import { joiningWords } from "./company-words.ts";
import type { Hint } from "./employer-hints.ts";
import type { Letter } from "./letter.ts";
import { wordsIn } from "./name-runs.ts";
import { isDepartment, organisationIn } from "./organisation-name.ts";
import { isPersonName, withoutTitles } from "./person-name.ts";
import { spelledBy } from "./spelled-by.ts";
import { squash } from "./spelling.ts";

/** Who a From's display name is: a human, an organisation, or both ("Lorna at Saltmarsh Bay"). */
export type DisplayName = {
  readonly person: string | null;
  readonly organisation: string | null;
  /** It says "on behalf of". */
  readonly behalf?: boolean;
};

/** Reads From's display name. Departments and applicant systems are neither a human nor an organisation. */
export function displayNameOf(letter: Letter, hints: readonly Hint[]): DisplayName {
  const text = (letter.message.from?.name ?? "").replace(/^["'\s]+|["'\s]+$/g, "").replace(/^\S+@\S+$/, "");
  if (text === "") return { person: null, organisation: null };
  const behalf = /^(.*?)\s*(?:,\s*)?\b(?:on behalf of|im namen von|au nom de|namens)\s+(.+)$/i.exec(text);
  if (behalf !== null)
    return {
      person: humanIn(behalf[1] ?? "", letter, hints),
      organisation: organisationIn(behalf[2] ?? ""),
      behalf: true,
    };
  const via = /^(.+?)\s+(?:via|through|über|por)\s+\S.*$/i.exec(text)?.[1] ?? text;
  const forOne = /^(?:\S+\s)?(?:scheduling|recruiting|careers|talent|hiring|jobs)\s+for\s+(\p{Lu}.+)$/iu.exec(
    text,
  )?.[1];
  if (forOne !== undefined) return { person: null, organisation: organisationIn(forOne) };
  const [called = "", ...rest] = via.split(/,\s+/);
  // "Talia Brandt, Corvid Security", "People & Culture, Yarrawonga Dental"
  if (rest.length > 0 && (called.includes(" ") || isDepartment(called))) {
    const behind = rest.join(", ").replace(/^.*\s(?:at|bei|chez|bij)\s+/i, "");
    const person = humanIn(called, letter, hints);
    return {
      person,
      organisation: organisationIn(behind) ?? (person === null ? organisationIn(called) : null),
    };
  }
  const joined = /^(.+?)(?:\s+(?:at|@|from|bei|chez|bij)\s+|\s*@\s*|\s*\|\s*|\s+[-–—/·]\s+)(.+)$/i.exec(via);
  if (joined !== null) {
    const [left, right] = [(joined[1] ?? "").split(",")[0] ?? "", joined[2] ?? ""];
    const person = humanIn(left, letter, hints);
    const [one, two] = [organisationIn(left), organisationIn(right)];
    return { person, organisation: person === null && two === null ? one : (two ?? one) };
  }
  const bracketed = /^([^(]+?)\s*\(([^)]{2,50})\)$/.exec(via);
  if (bracketed !== null) {
    const person = humanIn(bracketed[1] ?? "", letter, hints);
    const inside = organisationIn(bracketed[2] ?? "");
    const is =
      inside !== null &&
      wordsIn(inside).every((word) => word.cap || joiningWords.has(squash(word.text))) &&
      !/\d|^(?:google|outlook|via|he|she|they)/i.test(inside);
    return {
      person,
      organisation: is ? inside : person === null ? organisationIn(bracketed[1] ?? "") : null,
    };
  }
  const turned = /^(\p{L}[\p{L}' -]+),\s*(\p{L}[\p{L}. -]+)$/u.exec(via);
  if (turned !== null) {
    const name = `${turned[2] ?? ""} ${turned[1] ?? ""}`;
    if (!isDepartment(turned[1] ?? "") && isPersonName(name) && (turned[2] ?? "").split(" ").length <= 2)
      return { person: withoutTitles(name), organisation: null };
    return { person: null, organisation: organisationIn(turned[2] ?? "") ?? organisationIn(turned[1] ?? "") };
  }
  const person = humanIn(via, letter, hints);
  return { person, organisation: person === null ? organisationIn(via) : null };
}

function humanIn(text: string, letter: Letter, hints: readonly Hint[]): string | null {
  const name = withoutTitles(text);
  if (!isPersonName(name) || isDepartment(name)) return null;
  if (withoutTitles(text) !== text.trim() && /^(?:dr|mr|mrs|ms|miss|prof)/i.test(text.trim())) return name;
  const address = letter.message.from?.address ?? "";
  const local = squash(address.slice(0, address.indexOf("@")));
  const [first = "", ...rest] = name.split(" ").map(squash);
  const last = rest.at(-1) ?? "";
  const words = wordsIn(name);
  const spelled = hints.some(({ label }) =>
    spelledBy(label, name, words).some(
      ({ from, to, share }) => from === 0 && to === words.length - 1 && share >= 0.7,
    ),
  );
  const system = seemsApplicantSystem(registrable(address) ?? "");
  const inLocal =
    local !== "" &&
    (system
      ? /^\p{L}+[._-]\p{L}/u.test(address) &&
        local.startsWith(first) &&
        last !== "" &&
        local.startsWith(first + last.charAt(0))
      : local.startsWith(first) || (last.length > 2 && local.includes(last)) || initialsOf(name) === local);
  if (system && appliedTo(letter, name)) return null;
  if (inLocal && !(spelled && isSharedAddress(address)))
    return !spelled || rest.length > 0 || signs(letter, first) ? name : null;
  if (spelled) return null;
  if (system) return signs(letter, first) || (last !== "" && signsOver(letter, name)) ? name : null;
  return !isSharedAddress(address) || signs(letter, first) || (last !== "" && signs(letter, squash(name)))
    ? name
    : null;
}

const initialsOf = (name: string): string =>
  name
    .split(/[\s-]/)
    .map((word) => word.charAt(0).toLowerCase())
    .join("");

/** "Thank you for applying to Nimbus Parcel": what one applies to is no human. */
const appliedTo = (letter: Letter, name: string): boolean =>
  [letter.subject, ...letter.lines].some((line) => {
    const at = line.indexOf(name);
    return (
      at > 0 &&
      /\b(?:to|at|in|from|joining|join|bei|chez|en|bij|na)\s$/.test(line.slice(Math.max(0, at - 9), at))
    );
  });

/** True when the name stands in the ending with something under it: a human's title or employer. */
const signsOver = (letter: Letter, name: string): boolean => {
  const at = letter.ending.findIndex((line) => line.startsWith(name));
  return at !== -1 && (at < letter.ending.length - 1 || /[,|]/.test(letter.ending[at] ?? ""));
};

/** True when a line of the ending is this name and nothing more, or begins with it before a comma. */
const signs = (letter: Letter, name: string): boolean =>
  letter.ending.some((line) => {
    const signed = squash(line.split(/[,|(]|\s-\s/)[0] ?? "");
    return signed === name || (signed.length >= 3 && name.startsWith(signed) && !line.includes(" "));
  });
