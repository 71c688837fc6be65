import type { Facts, Kind } from "../../domain/assessment.ts";
import { isSharedAddress, registrable, seemsApplicantSystem } from "../domains.ts";
import type { DisplayName } from "./display-name.ts";
import { interviewersIn } from "./interviewers.ts";
import type { Letter } from "./letter.ts";
import { isPersonName, sameHuman, withoutTitles } from "./person-name.ts";
import { signerOf } from "./signer.ts";
import { squash } from "./spelling.ts";
import { greetedIn, isThePerson } from "./spoken-to.ts";

type People = Facts["people"];

const introducing: ReadonlySet<Kind> = new Set<Kind>([
  "holding",
  "offer",
  "info_request",
  "assessment",
  "no_for_now",
]);
const meetings: ReadonlySet<Kind> = new Set<Kind>([
  "interview_invitation",
  "interview_confirmed",
  "interview_rescheduled",
  "interview_cancelled",
]);

/**
 * Humans on the employer's side: who writes or signs, the calendar's organizer and attendees, and in a mail about an interview those
 * who will be there. The person themself, teams, systems and the employer are never among them; titles are left off where a full name stands.
 */
export function peopleIn(letter: Letter, employer: string | null, display: DisplayName): People {
  const { message, event, person } = letter;
  const own = person.address.toLowerCase();
  const found: { name: string; address: string | null }[] = [];
  const greeted = greetedIn(letter);
  const add = (raw: string, address: string | null): void => {
    const name = kept(raw);
    if (
      address === null &&
      greeted.some(
        (one) =>
          sameHuman(one, name) ||
          squash(withoutTitles(one).split(" ").at(-1) ?? "") === squash(withoutTitles(name)),
      )
    )
      return;
    if (name === "" || address === own || isThePerson(name, person.name) || isEmployer(name, employer))
      return;
    const same = found.find(
      (known) =>
        (address !== null && known.address === address) ||
        sameHuman(known.name, name) ||
        namesake(known.name, name),
    );
    if (same === undefined) found.push({ name, address });
    else {
      if (withoutTitles(same.name).length < withoutTitles(name).length) same.name = name;
      same.address ??= address;
    }
  };
  const from = message.from;
  const isSystem =
    from === null || isSharedAddress(from.address) || seemsApplicantSystem(registrable(from.address) ?? "");
  const signer = signerOf(letter, display, employer);
  const writer =
    display.person ?? (isSystem || from === null ? null : signer === null ? spelledOut(from.address) : null);
  if (writer !== null && !leftTheCompany(letter, writer))
    add(writer, isSystem ? null : (from?.address ?? null));
  // A first name under a human's own mail is theirs, nickname or not.
  const others =
    signer === null
      ? []
      : signer.split(" & ").filter((name, _, all) => writer === null || all.length > 1 || name.includes(" "));
  for (const name of others) add(name, from === null || isSystem || writer !== null ? null : from.address);
  for (const who of event === null ? [] : [event.organizer, ...event.attendees])
    if (who !== null && !isSharedAddress(who.address)) {
      const turned = /^([^,]+),\s*(.+)$/.exec(who.name);
      const called = turned === null ? who.name : `${turned[2] ?? ""} ${turned[1] ?? ""}`;
      const plain = withoutTitles(called);
      if (who.address !== own)
        add(isPersonName(plain) ? plain : (spelledOut(who.address) ?? ""), who.address);
    }
  const meets = meetings.has(letter.kind);
  if (meets || introducing.has(letter.kind))
    for (const name of interviewersIn(letter, meets)) add(name, addressOf(name, message.cc));
  for (const cc of message.cc)
    if (
      cc.name !== "" &&
      !isSharedAddress(cc.address) &&
      found.some((known) => sameHuman(known.name, cc.name))
    )
      add(cc.name, cc.address);
  return found;
}

/** "Mrs Geddes" is the Lorna Geddes who writes. */
const namesake = (one: string, other: string): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const bare = withoutTitles(short);
  return (
    bare !== short &&
    !bare.includes(" ") &&
    squash(withoutTitles(long).split(" ").at(-1) ?? "") === squash(bare)
  );
};

const kept = (raw: string): string => {
  const bare = withoutTitles(raw);
  if (bare === "") return "";
  // "Dr Ng": without the title nothing would be left to write to.
  return bare.includes(" ") || !/^\p{L}+\.?\s/u.test(raw) ? bare : raw.trim();
};

const isEmployer = (name: string, employer: string | null): boolean => {
  if (employer === null) return false;
  const [plain, whole] = [squash(name), squash(employer)];
  return plain === whole || (name.includes(" ") && whole.startsWith(plain));
};

/** "greg.miller@abc.example" -> "Greg Miller". */
const spelledOut = (address: string): string | null => {
  const found = /^(\p{L}{2,})[._](\p{L}{2,})@/u.exec(address);
  const word = (letters = ""): string => letters.charAt(0).toUpperCase() + letters.slice(1);
  return found === null ? null : `${word(found[1])} ${word(found[2])}`;
};

const addressOf = (name: string, cc: Letter["message"]["cc"]): string | null =>
  cc.find((one) => one.name !== "" && sameHuman(one.name, name))?.address ?? null;

/** "Mark Ellery no longer works here" is nobody to write to. */
const leftTheCompany = (letter: Letter, writer: string): boolean => {
  const text = letter.lines.join("\n");
  return (
    letter.kind === "auto_reply" &&
    text.includes(writer) &&
    /\b(?:no longer (?:works?|with|at|employed)|has left)\b/i.test(text) &&
    !letter.ending.some((line) => sameHuman(line, writer))
  );
};
