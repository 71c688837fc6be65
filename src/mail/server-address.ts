import { isIP } from "node:net";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { ServerAddress } from "../ports.ts";

/** Scheme, default port, and how TLS begins (RFC 8314: implicit TLS is the first choice; without "s" STARTTLS is required). */
const schemes: Readonly<Record<string, { port: number; security: "tls" | "starttls" }>> = {
  "imaps:": { port: 993, security: "tls" },
  "imap:": { port: 143, security: "starttls" },
  "smtps:": { port: 465, security: "tls" },
  "submissions:": { port: 465, security: "tls" },
  "smtp:": { port: 587, security: "starttls" },
  "submission:": { port: 587, security: "starttls" },
};

/**
 * Reads an address such as `imaps://imap.mail.example`, `smtp://mail.example:587` or `imap://127.0.0.1:1143`.
 * `imap://` and `smtp://` mean STARTTLS; with `allowPlain` they mean plain text, which is refused
 * for every host but this machine (SAFETY R51). The refusal is a sentence that says what to write instead.
 */
export function parseServerUrl(
  url: string,
  { allowPlain = false }: { readonly allowPlain?: boolean } = {},
): Result<ServerAddress, string> {
  const parsed = URL.parse(url.trim());
  const scheme = parsed === null ? undefined : schemes[parsed.protocol];
  if (parsed === null || scheme === undefined || parsed.hostname === "") {
    return refuse(
      `"${url}" is not a mail server address: write it like imaps://imap.mail.example or smtps://smtp.mail.example.`,
    );
  }
  if (parsed.username !== "" || parsed.password !== "") {
    return refuse("Leave user name and password out of the server address: they are asked for separately.");
  }
  if ((parsed.pathname !== "" && parsed.pathname !== "/") || parsed.search !== "" || parsed.hash !== "") {
    return refuse(`Write only scheme, host and port, like ${parsed.protocol}//${parsed.host}.`);
  }
  const host = parsed.hostname.replace(/^\[(.*)\]$/, "$1");
  const port = parsed.port === "" ? scheme.port : Number(parsed.port);
  if (port === 0) return refuse("Port 0 is no port of a server: write the port it listens on.");
  const security = allowPlain && scheme.security === "starttls" ? "plain" : scheme.security;
  const address: ServerAddress = { host, port, security };
  const refused = plainTextRefusal(address);
  return refused === null ? ok(address) : refuse(refused);
}

/** Says why this address may not be used, or null. To be asked before every connection (SAFETY R51). */
export function plainTextRefusal({ host, security }: ServerAddress): string | null {
  if (security !== "plain" || isLoopback(host)) return null;
  return `${host} would get the password in plain text: only a server on this machine may be used without TLS. Use imaps:// or smtps://, or leave out the option for plain text.`;
}

/** True for a host that is this machine by its name or number; no look-up is made. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase();
  if (isIP(name) === 4) return name.startsWith("127.");
  return name === "::1" || name === "localhost";
}

/** "imap.mail.example:993", with IPv6 hosts in brackets. */
export const printAddress = ({ host, port }: ServerAddress): string =>
  host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
