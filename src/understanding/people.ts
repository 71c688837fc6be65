import type { Facts } from "../domain/assessment.ts";
import type { Message } from "../domain/message.ts";
import type { CalendarReading } from "./calendar.ts";
import { isApplicantSystem, isSharedAddress, registrable } from "./domains.ts";
import { squash } from "./employers.ts";

type People = Facts["people"];

/**
 * Humans on the employer's side: From when it is no shared address, the calendar's organizer and attendees, whoever signs, and full
 * names after "meet" or "with". The person themself (by address or name) and the employer's name are never among them.
 */
export function peopleIn(
  message: Message,
  parts: { readonly newest: string; readonly signature: string },
  calendar: CalendarReading | null,
  person: { readonly address: string; readonly name: string },
  employer: string | null,
): People {
  const own = person.address.toLowerCase();
  const found: { name: string; address: string | null }[] = [];
  const add = (name: string, address: string | null): void => {
    const plain = personName(name, employer);
    if (address === own || (plain !== "" && squash(plain) === squash(person.name))) return;
    // An address whose owner nobody names may be a shared one.
    if (plain === "") return;
    const same = found.find((known) =>
      address !== null && known.address !== null ? known.address === address : sameName(known.name, plain),
    );
    if (same === undefined) found.push({ name: plain, address });
    else {
      if (same.name.length < plain.length) same.name = plain;
      same.address ??= address;
    }
  };
  const from = message.from;
  if (from !== null && !isSharedAddress(from.address) && !isApplicantSystem(registrable(from.address) ?? ""))
    add(from.name || signer(parts.signature) || spelledOut(from.address), from.address);
  else {
    if (from?.name.includes(" ")) add(from.name, null);
    add(signer(parts.signature), null);
  }
  for (const who of [calendar?.organizer ?? null, ...(calendar?.attendees ?? [])])
    if (who !== null && !isSharedAddress(who.address)) add(who.name, who.address);
  for (const name of namesIn(parts.newest)) add(name, null);
  return found;
}

/** "Miller, Greg" -> "Greg Miller"; "Greg Miller from ABC" -> "Greg Miller"; what is no name of a person -> "". */
function personName(raw: string, employer: string | null): string {
  const plain = raw
    .replace(/^["']|["']$/g, "")
    .replace(/\s*\([^)]*\)$/, "")
    .replace(/\s(?:from|at|@|\||-|via)\s.*$/i, "")
    .trim();
  const turned = /^(\p{L}[\p{L}' -]+),\s*(\p{L}[\p{L}. -]+)$/u.exec(plain);
  const name = turned === null ? plain : `${turned[2] ?? ""} ${turned[1] ?? ""}`.trim();
  if (name.includes("@") || /\d/.test(name) || name.split(" ").length > 4 || notNames.test(name)) return "";
  if (employer !== null && squash(employer) !== "") {
    const [short, long] = [squash(name), squash(employer)].sort((a, b) => a.length - b.length);
    if (short !== undefined && long?.startsWith(short)) return "";
  }
  return name;
}

const notNames =
  /\b(?:team|careers?|talent|recruit\w*|hr|human|hiring|people|jobs?|group|department|ltd|limited|inc|gmbh|llc|labs|no-?reply|zoom|teams|meet|microsoft|google|skype|monday|tuesday|wednesday|thursday|friday|january|february|march|april|may|june|july|august|september|october|november|december|interview|office|manager|director|engineer|head|company|university|street|road|kind|regards|sites?|notifications?|customer|service|support|system|alerts?|global|apply|training|recruiter|workday|linkedin|indeed|notify|candidate|research)\b/i;

const sameName = (one: string, other: string): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return squash(long) === squash(short) || (short !== "" && long.split(" ")[0] === short);
};

/** "greg.miller@abc.example" -> "Greg Miller". */
const spelledOut = (address: string): string => {
  const found = /^(\p{L}{2,})[._](\p{L}{2,})@/u.exec(address);
  const word = (letters = ""): string => letters.charAt(0).toUpperCase() + letters.slice(1);
  return found === null ? "" : `${word(found[1])} ${word(found[2])}`;
};

/** The first line of a signature that looks like one to three names. */
function signer(signature: string): string {
  const line = signature
    .split("\n")
    .map((each) => each.trim().replace(/[,.]$/, ""))
    .find(
      (each) =>
        /^\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*){0,2}$/u.test(each) &&
        !/^(?:best|kind|warm|many|thanks|cheers|regards|sincerely|yours)/i.test(each),
    );
  return line ?? "";
}

const full = String.raw`\p{Lu}[\p{Ll}'-]+(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}'-]+){1,2}`;
const introduced = new RegExp(
  String.raw`\b(?:meet(?:ing)?(?: with)?|with|speak(?:ing)? (?:to|with)|talk(?:ing)? (?:to|with)|interviewers?(?: (?:are|is|will be))?:?|joined by|see)\s+((?:${full})(?:(?:,\s+|\s+and\s+|,\s+and\s+|\s+&\s+)(?:${full}))*)`,
  "gu",
);

const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(introduced)]
    .flatMap((found) => (found[1] ?? "").split(/,\s+and\s+|,\s+|\s+and\s+|\s+&\s+/))
    .filter((name) => !notNames.test(name));
