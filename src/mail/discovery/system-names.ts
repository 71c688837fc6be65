import { lookup, Resolver } from "node:dns/promises";
import type { Names } from "./outside.ts";

/** This machine's name servers for records, and its own way from a name to addresses, hosts file included, for connecting. */
export function systemNames(resolver: Resolver = new Resolver({ timeout: 2_000, tries: 2 })): Names {
  return {
    mx: (domain) => resolver.resolveMx(domain),
    srv: (name) => resolver.resolveSrv(name),
    addresses: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  };
}
