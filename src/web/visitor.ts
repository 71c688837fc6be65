import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";

/** What the server knows of the connection; nothing where a request did not come over one. */
export type Connection = { Bindings: Partial<HttpBindings> };

/**
 * Gives the address that a request is counted for. A proxy on this machine or in its network writes the address that it saw last into
 * X-Forwarded-For; from anybody else that header is what they please.
 */
export function visitor(c: Context<Connection>): string {
  const peer = c.env?.incoming?.socket.remoteAddress ?? "";
  const forwarded = c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim();
  return forwarded && isNear(peer) ? forwarded.slice(0, 45) : peer;
}

/** Loopback and the private networks of RFC 1918 and RFC 4193, also as IPv4 mapped into IPv6. */
const isNear = (address: string): boolean =>
  /^(?:::ffff:)?(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|^::1$|^f[cd][0-9a-f]{2}:/i.test(
    address,
  );
