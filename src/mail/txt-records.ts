import { Resolver } from "node:dns/promises";

const resolver = new Resolver({ timeout: 2_000, tries: 2 });

/** DKIM keys are TXT records; a name server that is silent proves nothing and holds nothing up for long. */
export const txtRecords = async (name: string, type: string): Promise<string[][]> => {
  if (type !== "TXT") throw Object.assign(new Error(`no ${type} lookups`), { code: "ENODATA" });
  return resolver.resolveTxt(name);
};
