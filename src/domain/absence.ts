import { Temporal } from "temporal-polyfill";
import type { CandidacyFacts, Word } from "./follow-up.ts";
import type { Preferences } from "./preferences.ts";
import { same } from "./recipient.ts";
import { addWorkingDays, dateIn, type WorkingCalendar } from "./working-time.ts";

/**
 * Moves a due date past the out-of-office of its recipient (POLICY 3.3, 6.10): to the return date + 1 W, or by 7 W when none could be
 * read; later, never earlier. `from` is the date since which this due date has been waiting: an absence without an end moves only
 * the date that was waiting when it was announced, else one old notice would delay a whole season. An absence is over when that person
 * has written again. Thank-yous are not moved: past their 3 W they would be dropped, and an absence drops nothing.
 */
export function pastAbsence(
  facts: CandidacyFacts,
  preferences: Preferences,
  calendar: WorkingCalendar,
  date: Temporal.PlainDate,
  from: Temporal.PlainDate,
  recipient: string | null,
): Temporal.PlainDate {
  const notices = facts.words.filter((word) => isAbsent(facts, word, recipient));
  const said = notices
    .filter(({ outOfOfficeUntil }) => outOfOfficeUntil === "unknown")
    .map((word) => dateIn(calendar.zone, word.at))
    .filter((day) => Temporal.PlainDate.compare(day, from) >= 0)
    .toSorted(Temporal.PlainDate.compare)[0];
  // What was overdue when it was said counts from that day: moved from its own date it might be due at once.
  const waits = said !== undefined && Temporal.PlainDate.compare(said, date) > 0 ? said : date;
  const moved = said === undefined ? date : addWorkingDays(calendar, waits, preferences.outOfOfficeUnknown);
  return notices
    .flatMap(({ outOfOfficeUntil: back }) => (back === null || back === "unknown" ? [] : [back]))
    .map((back) => addWorkingDays(calendar, back, preferences.outOfOfficeAfterReturn))
    .reduce((later, day) => (Temporal.PlainDate.compare(day, later) > 0 ? day : later), moved);
}

/** A notice from an address that is no contact counts as well: many out-of-office replies come from an alias of the one that was written to. */
function isAbsent(facts: CandidacyFacts, word: Word, recipient: string | null): boolean {
  if (word.from !== "employer" || word.outOfOfficeUntil === null) return false;
  const isRecipient = recipient !== null && word.addresses.some((address) => same(address, recipient));
  const isStranger = !facts.contacts.some((contact) =>
    word.addresses.some((address) => same(address, contact.address)),
  );
  const hasWritten = facts.words.some(
    (later) =>
      later.from === "employer" &&
      later.human &&
      Temporal.Instant.compare(later.at, word.at) > 0 &&
      later.addresses.some((address) => word.addresses.some((absent) => same(absent, address))),
  );
  return (isRecipient || isStranger) && !hasWritten;
}
