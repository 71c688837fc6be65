import { Temporal } from "temporal-polyfill";
import { findIana } from "windows-iana";

/**
 * Gives the IANA name that a calendar's zone name stands for, or null: IANA itself, with a vendor's prefix ("/x.org/2024/Europe/Paris"),
 * a Windows name ("Romance Standard Time"), or an abbreviation that means one zone.
 */
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
  ET: "America/New_York",
  EST: "America/New_York",
  EDT: "America/New_York",
  HAE: "America/Toronto",
  HNE: "America/Toronto",
  CT: "America/Chicago",
  CST: "America/Chicago",
  CDT: "America/Chicago",
  MT: "America/Denver",
  MST: "America/Denver",
  MDT: "America/Denver",
  PT: "America/Los_Angeles",
  PST: "America/Los_Angeles",
  PDT: "America/Los_Angeles",
  AKST: "America/Anchorage",
  AKDT: "America/Anchorage",
  HST: "Pacific/Honolulu",
  AST: "America/Halifax",
  ADT: "America/Halifax",
  BRT: "America/Sao_Paulo",
  BST: "Europe/London",
  CET: "Europe/Paris",
  CEST: "Europe/Paris",
  MEZ: "Europe/Berlin",
  MESZ: "Europe/Berlin",
  HEC: "Europe/Paris",
  EET: "Europe/Helsinki",
  EEST: "Europe/Helsinki",
  WET: "Europe/Lisbon",
  WEST: "Europe/Lisbon",
  MSK: "Europe/Moscow",
  TRT: "Europe/Istanbul",
  SAST: "Africa/Johannesburg",
  GST: "Asia/Dubai",
  PKT: "Asia/Karachi",
  SGT: "Asia/Singapore",
  HKT: "Asia/Hong_Kong",
  JST: "Asia/Tokyo",
  KST: "Asia/Seoul",
  AEST: "Australia/Sydney",
  AEDT: "Australia/Sydney",
  AET: "Australia/Sydney",
  ACST: "Australia/Adelaide",
  ACDT: "Australia/Adelaide",
  AWST: "Australia/Perth",
  NZST: "Pacific/Auckland",
  NZDT: "Pacific/Auckland",
  NZT: "Pacific/Auckland",
  UTC: "UTC",
  GMT: "UTC",
};
// Abbreviations count in capitals only: "at 3 pt" is no Pacific time, "et" is French for "and".
const abbreviated = new RegExp(
  `^(${Object.keys(spoken)
    .sort((a, b) => b.length - a.length)
    .join("|")}|IST|Z)(?![A-Za-z])(?:\\s?([+-]\\d{1,2})(?::?(\\d{2}))?)?`,
);

/** Abbreviations that stand for several clocks, decided by another offset of the same mail. */
const shared: Readonly<Record<string, readonly string[]>> = {
  IST: ["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"],
  CST: ["America/Chicago", "Asia/Shanghai"],
};

/**
 * What an abbreviation at the start of a text says ("CET", "GMT+2"): an IANA name or fixed offset; null when there is none.
 * "Unclear" when it stands for several zones and `nearby`, the offsets that the mail is otherwise known to live by, does not leave one.
 */
export function abbreviatedZone(
  text: string,
  at: Temporal.PlainDateTime,
  nearby: ReadonlySet<string>,
): { readonly zone: string | "unclear"; readonly length: number } | null {
  const found = abbreviated.exec(text);
  if (found === null) return null;
  const [words, name = "", hours, minutes = "00"] = found;
  const zone = (zone: string) => ({ zone, length: words.length });
  if (hours !== undefined)
    return zone(
      `${hours.startsWith("-") ? "-" : "+"}${hours.replace(/[+-]/, "").padStart(2, "0")}:${minutes}`,
    );
  const several = shared[name];
  if (several !== undefined) {
    const fitting = several.filter((one) => nearby.has(at.toZonedDateTime(one).offset));
    const usual = name === "CST" && fitting.length === 0 ? "America/Chicago" : undefined;
    return zone(fitting.length === 1 ? (fitting[0] ?? "unclear") : (usual ?? "unclear"));
  }
  // Who lives by London's clock and says GMT in summer means that clock.
  if (name === "GMT" && at.toZonedDateTime("Europe/London").offset !== "+00:00")
    return zone(nearby.has("+01:00") && !nearby.has("+00:00") ? "Europe/London" : "UTC");
  return zone(spoken[name] ?? "UTC");
}
