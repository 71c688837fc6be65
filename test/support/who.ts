import type { Kind } from "../../src/domain/assessment.ts";
import type { CalendarPart } from "../../src/domain/message.ts";
import { readCalendar } from "../../src/understanding/calendar/calendar.ts";
import { letterParts } from "../../src/understanding/text/reply-text.ts";
import { type Who, whoIn } from "../../src/understanding/who/who.ts";
import { ana, messageOf } from "./message.ts";

/** Employer, role and people of a mail that was judged to be `kind`. */
export function whoOf({
  kind = "interview_invitation",
  ...given
}: Parameters<typeof messageOf>[0] & { readonly kind?: Kind }): Who {
  const message = messageOf(given);
  const part: CalendarPart | undefined = message.calendar[0];
  const reading = part === undefined ? null : readCalendar(part, message);
  return whoIn({
    message,
    parts: letterParts(message.text),
    event: reading?.ok ? reading.value : null,
    person: ana,
    kind,
  });
}
