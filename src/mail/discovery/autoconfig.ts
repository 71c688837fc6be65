import { cleanLine } from "../../domain/plain-text.ts";
import { ok, type Result, refuse } from "../../domain/result.ts";
import type { ServerAddress } from "../../ports.ts";
import { readAutoconfig, type WrittenServer } from "./autoconfig-document.ts";
import { portsOf } from "./found.ts";
import { type FetchLimits, httpsGet } from "./https-get.ts";
import { hostName, type Outside } from "./outside.ts";

export type Servers = { readonly imap: ServerAddress; readonly smtp: ServerAddress; readonly login: string };

/**
 * What the domain itself says over https, in Thunderbird's format, at both places where that may lie. Plain http is never asked (SAFETY R52), and
 * the address of the person is not told, although the format allows it: the domain is enough.
 */
export async function findByAutoconfig(
  address: string,
  outside: Outside,
  limits: FetchLimits,
): Promise<Result<Servers, readonly string[]>> {
  const domain = address.slice(address.lastIndexOf("@") + 1);
  const answers = await Promise.all([
    httpsGet(`autoconfig.${domain}`, "/mail/config-v1.1.xml", outside, limits),
    httpsGet(domain, "/.well-known/autoconfig/mail/config-v1.1.xml", outside, limits),
  ]);
  const read = answers.map((answer) => (answer.ok ? serversIn(answer.value, address) : answer));
  const found = read.find((each) => each.ok);
  return found ?? refuse(read.flatMap((each) => (each.ok ? [] : [each.error])));
}

/** The first incoming and the first outgoing server that may be used, with one login for both. */
export function serversIn(xml: string, address: string): Result<Servers, string> {
  const { incoming, outgoing } = readAutoconfig(xml);
  const imap = usable(incoming, "imap")[0];
  if (imap === undefined) return refuse(`Its description names no IMAP server that can be used: ${wanted}.`);
  const smtp = usable(outgoing, "smtp").find(({ written }) => written.username === imap.written.username);
  if (smtp === undefined)
    return refuse(`Its description names no SMTP server with the same login that can be used: ${wanted}.`);
  return ok({ imap: imap.address, smtp: smtp.address, login: loginOf(imap.written.username, address) });
}

const wanted = "ports 993, 143, 465 or 587, encrypted, with a password";

/** Names of authentication that mean a password, the format's old ones too; none given means one. */
const byPassword: ReadonlySet<string> = new Set([
  "password-cleartext",
  "password-encrypted",
  "plain",
  "secure",
]);

const usable = (
  servers: readonly WrittenServer[],
  protocol: "imap" | "smtp",
): { written: WrittenServer; address: ServerAddress }[] =>
  servers.flatMap((written) => {
    const host = hostName(written.hostname);
    const port = Number(written.port);
    const security = securities[written.socketType];
    const takesPassword =
      written.authentication.length === 0 || written.authentication.some((each) => byPassword.has(each));
    return written.type === protocol &&
      host !== null &&
      security !== undefined &&
      portsOf[protocol].includes(port) &&
      takesPassword
      ? [{ written, address: { host, port, security } }]
      : [];
  });

const securities: Readonly<Record<string, "tls" | "starttls">> = { SSL: "tls", STARTTLS: "starttls" };

/** The format's three place-holders; nothing given means the address. */
function loginOf(written: string, address: string): string {
  const at = address.lastIndexOf("@");
  const login = written
    .replaceAll("%EMAILADDRESS%", address)
    .replaceAll("%EMAILLOCALPART%", address.slice(0, at))
    .replaceAll("%EMAILDOMAIN%", address.slice(at + 1));
  return cleanLine(login).slice(0, 320) || address;
}
