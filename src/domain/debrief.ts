import { Temporal } from "temporal-polyfill";
import type { Interview } from "./interview.ts";
import type { Preferences } from "./preferences.ts";

/** An interview that ended longer ago than this is not asked about any more: the program was off, or it was read late. */
const tooLate = { hours: 48 };

/** When the person is asked how an interview went: some minutes after its end (POLICY 2); null when they want no such question, or that is too long ago. */
export function debriefDueAt(
  interview: Interview,
  now: Temporal.Instant,
  { debrief, debriefAfter }: Pick<Preferences, "debrief" | "debriefAfter">,
): Temporal.Instant | null {
  if (interview.cancelled || !debrief) return null;
  const due = interview.end.toInstant().add({ minutes: debriefAfter });
  return Temporal.Instant.compare(now, due.add(tooLate)) > 0 ? null : due;
}
