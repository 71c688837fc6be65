import type { SrvRecord } from "node:dns";
import { ok, type Result, refuse } from "../../domain/result.ts";
import type { ServerAddress } from "../../ports.ts";
import { portsOf } from "./found.ts";
import { hostName, lookUp, type Names } from "./outside.ts";

/** The service names of RFC 6186 section 3 and RFC 8314 section 5.1; TLS from the first byte is asked for first. */
const services = {
  imap: [
    ["_imaps", "tls"],
    ["_imap", "starttls"],
  ],
  smtp: [
    ["_submissions", "tls"],
    ["_submission", "starttls"],
  ],
} as const;

/** The servers that a domain names in its SRV records; refuses with a sentence for what is missing or not allowed. */
export async function findBySrv(
  domain: string,
  names: Names,
): Promise<Result<{ imap: ServerAddress; smtp: ServerAddress }, string>> {
  const [imap, smtp] = await Promise.all([serverOf(domain, "imap", names), serverOf(domain, "smtp", names)]);
  if (!imap.ok) return imap;
  if (!smtp.ok) return smtp;
  return ok({ imap: imap.value, smtp: smtp.value });
}

async function serverOf(
  domain: string,
  protocol: "imap" | "smtp",
  names: Names,
): Promise<Result<ServerAddress, string>> {
  for (const [service, security] of services[protocol]) {
    const records = await lookUp(() => names.srv(`${service}._tcp.${domain}`));
    if (!records.ok)
      return refuse(`The name server did not tell the SRV records of ${domain} (${records.error}).`);
    const best = firstOf(records.value);
    if (best === null) continue;
    const host = hostName(best.name);
    if (host === null || !portsOf[protocol].includes(best.port))
      return refuse(
        `The SRV records of ${domain} name a ${protocol.toUpperCase()} server or port that is not taken from them (port ${best.port}).`,
      );
    return ok({ host, port: best.port, security });
  }
  return refuse(`${domain} has no SRV record for ${protocol.toUpperCase()}.`);
}

/** RFC 2782: the lowest priority, and among equals the heaviest; "." says that there is no such service (RFC 6186 section 3.4). */
const firstOf = (records: readonly SrvRecord[]): SrvRecord | null =>
  records
    .filter(({ name }) => name !== "." && name !== "")
    .sort((a, b) => a.priority - b.priority || b.weight - a.weight)[0] ?? null;
