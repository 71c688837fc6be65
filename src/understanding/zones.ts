import { Temporal } from "temporal-polyfill";
import { findIana } from "windows-iana";

/** Gives the IANA name that a calendar's zone name stands for, or null: IANA itself, with a vendor's prefix ("/x.org/2024/Europe/Paris"), or a Windows name. */
export function ianaZone(name: string): string | null {
  const plain = name.trim().replace(/^"|"$/g, "");
  if (isZone(plain)) return plain;
  const path = plain.split("/");
  const tail = [path.slice(-3).join("/"), path.slice(-2).join("/")].find(
    (name) => name.includes("/") && isZone(name),
  );
  if (tail !== undefined) return tail;
  return findIana(plain)[0] ?? null;
}

function isZone(name: string): boolean {
  // Temporal also takes offsets ("+02:00") and ISO strings, which are no names.
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

// As lived, not as written: people say "EST" in July and mean the clock of New York (POLICY 8.4).
const spoken: Readonly<Record<string, string>> = {
  et: "America/New_York",
  est: "America/New_York",
  edt: "America/New_York",
  eastern: "America/New_York",
  "new york": "America/New_York",
  boston: "America/New_York",
  toronto: "America/Toronto",
  ct: "America/Chicago",
  cst: "America/Chicago",
  cdt: "America/Chicago",
  central: "America/Chicago",
  houston: "America/Chicago",
  chicago: "America/Chicago",
  dallas: "America/Chicago",
  austin: "America/Chicago",
  mt: "America/Denver",
  mst: "America/Denver",
  mdt: "America/Denver",
  mountain: "America/Denver",
  denver: "America/Denver",
  phoenix: "America/Phoenix",
  arizona: "America/Phoenix",
  pt: "America/Los_Angeles",
  pst: "America/Los_Angeles",
  pdt: "America/Los_Angeles",
  pacific: "America/Los_Angeles",
  "san francisco": "America/Los_Angeles",
  "los angeles": "America/Los_Angeles",
  seattle: "America/Los_Angeles",
  california: "America/Los_Angeles",
  bst: "Europe/London",
  uk: "Europe/London",
  london: "Europe/London",
  edinburgh: "Europe/London",
  british: "Europe/London",
  dublin: "Europe/Dublin",
  irish: "Europe/Dublin",
  cet: "Europe/Paris",
  cest: "Europe/Paris",
  paris: "Europe/Paris",
  french: "Europe/Paris",
  berlin: "Europe/Berlin",
  german: "Europe/Berlin",
  munich: "Europe/Berlin",
  amsterdam: "Europe/Amsterdam",
  dutch: "Europe/Amsterdam",
  brussels: "Europe/Brussels",
  madrid: "Europe/Madrid",
  spanish: "Europe/Madrid",
  barcelona: "Europe/Madrid",
  rome: "Europe/Rome",
  milan: "Europe/Rome",
  zurich: "Europe/Zurich",
  vienna: "Europe/Vienna",
  stockholm: "Europe/Stockholm",
  eet: "Europe/Helsinki",
  eest: "Europe/Helsinki",
  athens: "Europe/Athens",
  lisbon: "Europe/Lisbon",
  wet: "Europe/Lisbon",
  dubai: "Asia/Dubai",
  singapore: "Asia/Singapore",
  sgt: "Asia/Singapore",
  tokyo: "Asia/Tokyo",
  jst: "Asia/Tokyo",
  indian: "Asia/Kolkata",
  sydney: "Australia/Sydney",
  aest: "Australia/Sydney",
  aedt: "Australia/Sydney",
  utc: "UTC",
  gmt: "UTC",
  z: "UTC",
};
const names = Object.keys(spoken)
  .sort((a, b) => b.length - a.length)
  .join("|");
// Abbreviations count in capitals only: "at 3 pt" is no Pacific time, "et" is French for "and".
const abbreviated =
  /^[\s,(]*\b(ET|EST|EDT|CT|CST|CDT|MT|MST|MDT|PT|PST|PDT|BST|CES?T|EES?T|WET|SGT|JST|AES?DT|AEST|UTC|GMT|IST)\b(?:\s?([+-]\d{1,2})(?::?(\d{2}))?)?/;
const place = new RegExp(`^[\\s,(]*(${names})(?:\\s+(?:local\\s+)?time)(?:\\s+zone)?\\b`, "i");

/** What a text says of the zone right after a clock time: an IANA name or fixed offset, "unclear" for a name that means several, null when it names none. */
export function zoneAfter(text: string, mailOffset: string | null): string | "unclear" | null {
  const short = abbreviated.exec(text);
  if (short !== null) {
    const [, name = "", hours, minutes = "00"] = short;
    if (hours !== undefined)
      return `${hours.startsWith("-") ? "-" : "+"}${hours.replace(/[+-]/, "").padStart(2, "0")}:${minutes}`;
    // India, Ireland and Israel all say IST.
    if (name === "IST")
      return mailOffset === "+05:30" ? "Asia/Kolkata" : mailOffset === "+01:00" ? "Europe/Dublin" : "unclear";
    // Who writes at +01:00 and says GMT lives by London's clock in summer.
    if (name === "GMT" && mailOffset === "+01:00") return "Europe/London";
    return spoken[name.toLowerCase()] ?? null;
  }
  const spelled = place.exec(text)?.[1];
  if (spelled !== undefined) return spoken[spelled.toLowerCase()] ?? null;
  const iana = /^[\s,(]*([A-Z][A-Za-z]+\/[A-Z][A-Za-z_]+)/.exec(text)?.[1];
  return iana === undefined ? null : ianaZone(iana);
}
