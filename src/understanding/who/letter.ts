import type { Kind } from "../../domain/assessment.ts";
import type { Message } from "../../domain/message.ts";
import type { CalendarReading } from "../calendar/calendar.ts";
import { isFreeMail, registrable, seemsApplicantSystem } from "../domains.ts";
import type { MailboxOwner } from "../mailbox-owner.ts";
import { plainWords } from "../text/plain-words.ts";
import type { LetterParts } from "../text/reply-text.ts";
import { type Word, wordsIn } from "./name-runs.ts";

/** What is read for the facts of a mail. `kind` is what the mail was judged to be. */
export type LetterInput = {
  readonly message: Message;
  readonly parts: LetterParts;
  readonly event: CalendarReading | null;
  readonly person: MailboxOwner;
  readonly kind: Kind;
};

/** A mail laid out for who and what: bounded, links blanked, broken lines joined. */
export type Letter = LetterInput & {
  readonly subject: string;
  /** An applicant system writes, or what looks like one. */
  readonly isFromSystem: boolean;
  /** Title and place of the calendar event, "" without one. */
  readonly title: string;
  readonly place: string;
  /** The writer's own lines, signature and small print included. */
  readonly lines: readonly string[];
  /** The last lines, where the writer signs: never small print, at most ten. */
  readonly ending: readonly string[];
  /** Hosts of addresses and links in the text and the calendar that may be the employer's. */
  readonly hosts: readonly string[];
  /** The words of a line, cut once however often they are asked for. */
  readonly wordsOf: (line: string) => readonly Word[];
};

// A letter tells who writes at its head and its end; what lies between in a huge one is not read.
const head = 6000;
const tail = 1500;

/** Lays a mail out for reading who writes, for whom and about which role. */
export function letterOf(input: LetterInput): Letter {
  const { message, parts, event, person } = input;
  const whole = plainWords(`${parts.newest}\n${parts.signature}`);
  const text = whole.length > head + tail ? `${whole.slice(0, head)}\n${whole.slice(-tail)}` : whole;
  const lines = unwrapped(text.replace(addressOrLink, " "));
  return {
    ...input,
    subject: plainWords(message.subject).slice(0, 300),
    isFromSystem: seemsApplicantSystem(registrable(message.from?.address ?? "") ?? ""),
    title: plainWords(event?.title ?? ""),
    place: (event?.place ?? "").replace(addressOrLink, " ").slice(0, 200),
    lines:
      event === null
        ? lines
        : [...lines, ...unwrapped(plainWords(event.description).slice(0, 1500).replace(addressOrLink, " "))],
    ending: endingOf(lines),
    hosts: hostsOf(text, event, person.address),
    wordsOf: remembering(),
  };
}

function remembering(): (line: string) => readonly Word[] {
  const cut = new Map<string, readonly Word[]>();
  return (line) => {
    const known = cut.get(line) ?? wordsIn(line);
    cut.set(line, known);
    return known;
  };
}

const addressOrLink = /<?(?:mailto:|https?:\/\/|www\.)\S+|<?[\w.+-]+@[\w.-]+\w>?/g;

/** Lines that were broken at a margin are one again. */
function unwrapped(text: string): readonly string[] {
  const lines: string[] = [];
  let last = "";
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    const previous = lines.at(-1);
    if (previous !== undefined && isBroken(last, line)) lines[lines.length - 1] = `${previous} ${line}`;
    else lines.push(line);
    last = line;
  }
  return lines.filter((line) => line !== "");
}

// A margin stands at 60 columns or more, and a line ends where the next word would not have fitted.
const isBroken = (line: string, next: string): boolean =>
  next !== "" &&
  line.length >= 50 &&
  line.length <= 100 &&
  line.length + (next.split(" ")[0] ?? "").length >= 62 &&
  !/[.:;!?|]$/.test(line) &&
  !/^[-*•\d#]|\|/.test(next) &&
  !line.includes(" | ");

const smallPrint =
  /^(?:[*~_=-]{3,}|-- ?$)|^\W*(?:this (?:e-?mail|message|mailbox|is an? (?:auto|system)|inbox)|if you (?:are not|have received)|confidential|disclaimer|please (?:do not|don't|consider)|do not (?:reply|answer)|replies to|sent (?:from|via|by|with)|get outlook|from mobile|powered by|unsubscribe|you(?:'re| are) receiving|liability limited|registered (?:in|office|charity)|ce (?:courriel|message)|diese (?:e-?mail|nachricht)|dit (?:bericht|is een automatisch)|este (?:mensaje|correo|e-mail)|reply for |invitation from |join (?:on|zoom|the)|meeting id|one tap|microsoft teams|reuni[oó]n de microsoft|r[ée]union microsoft|reuni[ãa]o do microsoft)/i;
const longestEnding = 10;

function endingOf(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line, at) => at > 0 && smallPrint.test(line));
  const own = first === -1 ? lines : lines.slice(0, first);
  // Behind a rule of dashes a signature may stand as well.
  const after =
    first === -1 ? [] : lines.slice(first).filter((line) => line.length < 90 && !smallPrint.test(line));
  const found: string[] = [];
  for (const line of own.slice(-longestEnding).toReversed()) {
    if (line.length <= 110) found.unshift(line);
    else {
      const last = /[.!?:)]\s+(?:x+\s)?([^.!?]{2,70})$/.exec(line)?.[1];
      if (last !== undefined && found.length === 0) found.unshift(last);
      break;
    }
  }
  return [...found, ...after.slice(-4)];
}

const elsewhere =
  /(?:^|\.)(?:zoom\.(?:us|example)|google\.com|microsoft\.com|live\.com|webex\.com|whereby\.com|youtube\.com|facebook\.com|instagram\.com|twitter\.com|x\.com|wa\.me|bit\.ly|office\.com|outlook\.com|doodle\.com|gov\.uk)$/;

function hostsOf(text: string, event: CalendarReading | null, own: string): readonly string[] {
  const hosts = new Set<string>();
  for (const found of text.matchAll(/(?:@|https?:\/\/)((?:[a-z\d-]+\.)+[a-z]{2,})/gi))
    hosts.add((found[1] ?? "").toLowerCase());
  for (const who of [event?.organizer ?? null, ...(event?.attendees ?? [])])
    if (who !== null) hosts.add(who.address.slice(who.address.indexOf("@") + 1));
  const mine = registrable(own);
  return [...hosts].slice(0, 12).filter((host) => {
    const domain = registrable(host);
    return (
      domain !== null &&
      domain !== mine &&
      !isFreeMail(domain) &&
      !seemsApplicantSystem(domain) &&
      !elsewhere.test(host)
    );
  });
}
