import { Temporal } from "temporal-polyfill";
import type { Candidacy } from "../domain/candidacy.ts";
import type { CandidacyFacts } from "../domain/follow-up.ts";
import type { Planning } from "../domain/planning.ts";
import { type Preferences, withOwn } from "../domain/preferences.ts";
import type { WorkingCalendar } from "../domain/working-time.ts";
import type { Person } from "../ports/store.ts";
import type { App } from "./app.ts";

/** The recipient's working days and zone; the person's where the employer's are not known (POLICY 6.16). */
export const calendarOf = (
  app: Pick<App, "holidays">,
  facts: Pick<CandidacyFacts, "candidacy">,
  person: Person,
): WorkingCalendar => calendarFor(app, facts.candidacy, person, preferencesFor(person, facts.candidacy));

/** What the person wants for this candidacy, else for everything. */
const preferencesFor = (
  { preferences }: Pick<Person, "preferences">,
  candidacy: Pick<Candidacy, "preferences">,
): Preferences => withOwn(preferences, candidacy.preferences);

/** Gives what the policy looks at for candidacies of that person, now. The few calendars that a season needs are made once. */
export function plannings(
  app: Pick<App, "clock" | "holidays">,
  person: Person,
): (facts: CandidacyFacts) => Planning {
  const now = app.clock.now();
  const calendars = new Map<string, WorkingCalendar>();
  return (facts) => {
    const { country, zone } = facts.candidacy;
    const preferences = preferencesFor(person, facts.candidacy);
    const key = [country, zone, preferences.sendFrom, preferences.sendUntil].join(" ");
    const calendar = calendars.get(key) ?? calendarFor(app, facts.candidacy, person, preferences);
    calendars.set(key, calendar);
    return { facts, preferences, calendar, now };
  };
}

const calendarFor = (
  app: Pick<App, "holidays">,
  { country, zone }: Pick<Candidacy, "country" | "zone">,
  person: Person,
  { sendFrom, sendUntil }: Preferences,
): WorkingCalendar => ({
  ...app.holidays.calendar(country ?? person.country, zone ?? person.zone),
  hours: { from: Temporal.PlainTime.from(sendFrom), until: Temporal.PlainTime.from(sendUntil) },
});
