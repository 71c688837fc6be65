import { isLoopback } from "../compose.ts";
import type { Config } from "../config.ts";

/** Below which address the program is found, and from where. */
export type FeedBase = {
  readonly url: string;
  readonly works: "anywhere" | "in this network" | "on this machine";
};

/**
 * PUBLIC_URL, else where the program listens or would listen; null where only a running one could tell.
 * @param running where the running program listens, null when it does not run
 */
export function feedBase(
  { publicUrl, host, port }: Pick<Config, "publicUrl" | "host" | "port">,
  running: string | null,
): FeedBase | null {
  if (publicUrl !== null)
    return { url: publicUrl, works: isLoopback(hostOf(publicUrl)) ? "on this machine" : "anywhere" };
  if (running === null && port === 0) return null;
  const listens = new URL(running ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`);
  const at = hostOf(listens.href);
  // It listens at every address of this machine; at which of them others reach it is not known here.
  const isEverywhere = at === "0.0.0.0" || at === "::";
  if (isEverywhere) listens.hostname = "127.0.0.1";
  const works = isEverywhere || isLoopback(at) ? "on this machine" : "in this network";
  return { url: listens.origin, works };
}

const hostOf = (url: string): string => new URL(url).hostname.replace(/^\[(.*)\]$/, "$1");
