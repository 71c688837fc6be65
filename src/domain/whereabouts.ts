import { Temporal } from "temporal-polyfill";

/** Gives the IANA zone as the tz database spells it, or null. An offset is refused: it knows no daylight saving. */
export function zoneNamed(text: string): string | null {
  if (!/^[A-Za-z]/.test(text)) return null;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId;
  } catch {
    return null;
  }
}

/** Gives ISO 3166 alpha-2 in capitals, or null; with what people write for it: "uk" is GB. */
export function countryNamed(text: string): string | null {
  if (!/^[A-Za-z]{2}$/.test(text)) return null;
  const region = new Intl.Locale(`und-${text}`).region ?? "";
  const named = new Intl.DisplayNames("en", { type: "region", fallback: "none" }).of(region) !== undefined;
  return named && !noCountries.has(region) ? region : null;
}

/** Regions with a name that are no country: unions, "unknown" and codes made for tests (Unicode CLDR). */
const noCountries: ReadonlySet<string> = new Set(["EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"]);
