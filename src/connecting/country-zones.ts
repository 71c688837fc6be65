/** The country of this machine's language if the zone lies in it, else the first country that has the zone, else nothing. */
export function countryOf(zone: string): string {
  const own = new Intl.Locale(Intl.DateTimeFormat().resolvedOptions().locale).region;
  if (own && zonesOf(own).has(canonical(zone))) return own;
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const pairs = letters.flatMap((first) => letters.map((second) => `${first}${second}`));
  return pairs.find((code) => zonesOf(code).has(canonical(zone))) ?? "";
}

function zonesOf(country: string): ReadonlySet<string> {
  const locale: object = new Intl.Locale(`und-${country}`);
  // ECMA-402 Intl Locale Info; TypeScript's own library does not describe it yet.
  if (!("getTimeZones" in locale) || typeof locale.getTimeZones !== "function") return new Set();
  const zones: unknown = locale.getTimeZones();
  return new Set(Array.isArray(zones) ? zones.map((zone) => canonical(String(zone))) : []);
}

/** One name for a zone that has been renamed, such as Asia/Calcutta. */
const canonical = (zone: string): string =>
  new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
