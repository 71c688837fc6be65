import { Temporal } from "temporal-polyfill";
import type { Question, Texts } from "./connect-answers.ts";

/** What a prompt shows as its first answer where nothing was known before: what this machine and the address suggest. */
export function suggestion(question: Question, address: string, answered: Partial<Texts>): string {
  const domain = address.slice(address.lastIndexOf("@") + 1);
  switch (question) {
    case "name":
      return "";
    case "zone":
      return Temporal.Now.timeZoneId();
    case "country":
      return countryOf(answered.zone ?? Temporal.Now.timeZoneId());
    case "digestAt":
      return usualDigestAt;
    case "imap":
      return `imaps://imap.${domain}`;
    case "smtp":
      return `smtps://smtp.${domain}`;
    case "login":
      return address;
  }
}

/** When the digest comes unless the person says otherwise. */
export const usualDigestAt = "07:30";

/** The country of this machine's language if the zone lies in it, else the first country that has the zone, else nothing. */
function countryOf(zone: string): string {
  const own = new Intl.Locale(Intl.DateTimeFormat().resolvedOptions().locale).region;
  if (own && zonesOf(own).has(canonical(zone))) return own;
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const countries = letters
    .flatMap((first) => letters.map((second) => `${first}${second}`))
    .filter((code) => names.of(code) !== undefined);
  return countries.find((code) => zonesOf(code).has(canonical(zone))) ?? "";
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
