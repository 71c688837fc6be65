import type { EmployerReading } from "../../../src/understanding/employer/clues.ts";
import { readEmployer } from "../../../src/understanding/employer/employer.ts";
import { letterParts } from "../../../src/understanding/text/reply-text.ts";

/** A mail as the table tells it: who writes from where, for which employer, and the whole text with its signature. */
export type AMail = {
  readonly from: string;
  readonly employer: string;
  readonly text: string;
  /** The calendar entry's TZID, where there is one. */
  readonly tzid?: string;
  /** False: nobody vouches for the sender. */
  readonly proven?: boolean;
};

/** Reads the employer of an invented mail, the sender proven for the domain of the address unless told otherwise. */
export function readingOf({ from, employer, text, tzid, proven = true }: AMail): EmployerReading {
  const address = /<([^>]+)>/.exec(from)?.[1] ?? from;
  const name = from
    .replace(/\s*<.*/, "")
    .replace(address, "")
    .trim();
  const host = address.slice(address.indexOf("@") + 1);
  const { newest, signature } = letterParts(text);
  const ics = [
    "BEGIN:VCALENDAR",
    "BEGIN:VEVENT",
    `DTSTART;TZID=${tzid}:20260521T140000`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return readEmployer({
    from: { name, address },
    domain: proven ? host : null,
    employer,
    newest,
    signature,
    calendar: tzid === undefined ? [] : [{ method: "REQUEST", ics: ics.join("\r\n") }],
  });
}

/** A letter that says a sentence, closes, and is signed with these lines. */
export const letter = (said: string, ...signature: readonly string[]): string =>
  `Dear Ana,\n\nThank you for your application. ${said}\n\nKind regards,\n${signature.join("\n")}`;
