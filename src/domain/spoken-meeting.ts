import { Temporal } from "temporal-polyfill";
import { dateWords } from "./date-words.ts";
import type { Interview } from "./interview.ts";
import type { Language } from "./language.ts";
import { spokenDate, spokenTime } from "./spoken.ts";

/**
 * Gives the interviews that are still to come as one says them to the employer, "Thursday 21 May at 14:00", on their clock; null when there is
 * none, or so many that naming them would be a list. The clock is named where it is not the person's own, or theirs is not known:
 * "at 09:00 New York time".
 */
export function spokenMeetings(
  interviews: readonly Interview[],
  zones: { readonly employer: string | null; readonly person: string },
  now: Temporal.Instant,
  language: Language = "en",
): string | null {
  const coming = interviews
    .filter(({ cancelled, start }) => !cancelled && Temporal.Instant.compare(start.toInstant(), now) > 0)
    .toSorted((a, b) => Temporal.ZonedDateTime.compare(a.start, b.start));
  if (coming.length === 0 || coming.length > 3) return null;
  return listed(
    coming.map(({ start }) => spokenStart(start, zones, now, language)),
    language,
  );
}

const and: Readonly<Record<Language, string>> = {
  en: "and",
  de: "und",
  fr: "et",
  es: "y",
  nl: "en",
  pt: "e",
};

/** Gives "Greta Vance, Hana Lee and Jo Field", with that language's "and". */
export function listed(names: readonly string[], language: Language = "en"): string {
  const last = names.at(-1) ?? "";
  // Spanish avoids two vowels alike: "Ana e Irene", but "Ana y Hierro".
  const word = language === "es" && /^h?[ií](?![ae])/i.test(last) ? "e" : and[language];
  return [names.slice(0, -1).join(", "), last].filter((part) => part !== "").join(` ${word} `);
}

function spokenStart(
  start: Temporal.ZonedDateTime,
  zones: { readonly employer: string | null; readonly person: string },
  now: Temporal.Instant,
  language: Language,
): string {
  const theirs = zones.employer ?? (isPlace(start.timeZoneId) ? start.timeZoneId : null);
  const there = start.withTimeZone(theirs ?? zones.person);
  const today = now.toZonedDateTimeISO(there.timeZoneId).toPlainDate();
  const isOneClock = theirs !== null && there.offset === start.withTimeZone(zones.person).offset;
  return dateWords[language].meeting(
    spokenDate(there.toPlainDate(), today, language),
    spokenTime(there.toPlainTime()),
    isOneClock ? null : placeOf(there.timeZoneId),
  );
}

/** A calendar in UTC or at a bare offset says nothing of where its writer lives. */
const isPlace = (zone: string): boolean => zone.includes("/") && !zone.startsWith("Etc/");

const placeOf = (zone: string): string =>
  isPlace(zone) ? (zone.split("/").at(-1) ?? zone).replaceAll("_", " ") : zone.replace("Etc/", "");
