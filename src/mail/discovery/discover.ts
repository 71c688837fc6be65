import { ok, type Result, refuse } from "../../domain/result.ts";
import { findByAutoconfig } from "./autoconfig.ts";
import type { Found } from "./found.ts";
import { type FetchLimits, fetchLimits } from "./https-get.ts";
import { checkedAddress, lookUp, type Outside } from "./outside.ts";
import { type Provider, providerOfDomain, providerOfMx } from "./provider.ts";
import { findBySrv } from "./srv.ts";

/**
 * Finds the servers of a mailbox (SAFETY R52): from our table, by the address itself or by where its domain's mail goes; else from the domain's
 * SRV records; else from its autoconfig file. It knows no password and sends nothing but names. Refuses with what every step said, a sentence each.
 */
export async function discover(
  address: string,
  outside: Outside,
  limits: FetchLimits = fetchLimits,
): Promise<Result<Found, readonly string[]>> {
  const domain = address.slice(address.lastIndexOf("@") + 1);
  const known = providerOfDomain(domain);
  if (known !== null) return ok(fromTable(known, address, "address"));

  const exchanges = await lookUp(() => outside.names.mx(domain));
  const hosting = exchanges.ok
    ? providerOfMx(exchanges.value.map(({ exchange }) => exchange.toLowerCase()))
    : null;
  if (hosting !== null) return ok(fromTable(hosting, address, "mx"));
  const silent = exchanges.ok
    ? []
    : [`The name server did not tell where the mail of ${domain} goes (${exchanges.error}).`];

  const srv = await findBySrv(domain, outside.names);
  const bySrv = srv.ok ? await onlyPublic({ ...srv.value, login: address, by: "srv" }, outside) : srv;
  if (bySrv.ok) return bySrv;

  const file = await findByAutoconfig(address, outside, limits);
  const byFile = file.ok ? await onlyPublic({ ...file.value, by: "autoconfig" }, outside) : file;
  return byFile.ok ? byFile : refuse([...silent, bySrv.error, byFile.error].flat());
}

const fromTable = (provider: Provider, address: string, by: "address" | "mx"): Found => ({
  imap: provider.imap,
  smtp: provider.smtp,
  login: address,
  by,
  provider,
});

/** Hosts that the network named are not even shown when they lead inside. They are looked up again when they are connected to. */
async function onlyPublic(found: Omit<Found, "provider">, outside: Outside): Promise<Result<Found, string>> {
  for (const { host } of [found.imap, found.smtp]) {
    const address = await checkedAddress(host, outside);
    if (!address.ok) return address;
  }
  return ok({ ...found, provider: null });
}
