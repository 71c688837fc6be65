import { Temporal } from "temporal-polyfill";

/** Names that RFC 5322 section 4.3 allows beside numbers; "EST" in summer is meant as lived (POLICY 8.4), but a program wrote this header. */
const namedZones: Readonly<Record<string, string>> = {
  UT: "+00:00",
  UTC: "+00:00",
  GMT: "+00:00",
  Z: "+00:00",
  EST: "-05:00",
  EDT: "-04:00",
  CST: "-06:00",
  CDT: "-05:00",
  MST: "-07:00",
  MDT: "-06:00",
  PST: "-08:00",
  PDT: "-07:00",
};

/** The Date header where it is readable and within a day of INTERNALDATE, else INTERNALDATE (POLICY 8.4). The offset is null where "-0000" or nothing tells it (RFC 5322 section 3.3). */
export function mailDate(
  header: string | undefined,
  internalDate: Temporal.Instant,
): { date: Temporal.Instant; dateOffset: string | null } {
  const bare = (header ?? "")
    .slice(0, 200)
    .replace(/\([^()]*\)/g, " ")
    .trim();
  const zone = /(?:([+-])(\d{2}):?(\d{2})|\b(UTC?|GMT|Z|[ECMP][SD]T))$/i.exec(bare);
  if (zone === null) return { date: internalDate, dateOffset: null };
  const at = Date.parse(bare);
  if (!(Math.abs(at - internalDate.epochMilliseconds) <= 86_400_000))
    return { date: internalDate, dateOffset: null };
  return { date: Temporal.Instant.fromEpochMilliseconds(at), dateOffset: offsetOf(zone) };
}

function offsetOf(zone: RegExpExecArray): string | null {
  const [, sign, hours, minutes, name] = zone;
  if (name !== undefined) return namedZones[name.toUpperCase()] ?? null;
  return sign === "-" && hours === "00" && minutes === "00" ? null : `${sign}${hours}:${minutes}`;
}
