import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";

/**
 * Preloaded (`--import`) into a program under test, so that its questions stay on the loopback: records come from the name server TEST_NAME_SERVER,
 * addresses from TEST_ADDRESSES (JSON, by host), and a host that is not in it does not exist.
 */
const told = new WeakSet<object>();
const { prototype } = dns.promises.Resolver;
for (const kind of ["resolveMx", "resolveSrv"] as const) {
  const ask: (this: object, name: string) => unknown = prototype[kind];
  Object.defineProperty(prototype, kind, {
    value: function resolve(this: dns.promises.Resolver, name: string) {
      if (!told.has(this)) this.setServers([process.env.TEST_NAME_SERVER ?? ""]);
      told.add(this);
      return ask.call(this, name);
    },
  });
}
const addresses = new Map(Object.entries(JSON.parse(process.env.TEST_ADDRESSES ?? "{}") as object));
const lookup = async (host: string) => {
  const known = addresses.get(host);
  if (known === undefined) throw Object.assign(new Error(`no ${host}`), { code: "ENOTFOUND" });
  return [{ address: String(known), family: 4 }];
};
type Answer = (error: unknown, found?: Awaited<ReturnType<typeof lookup>>) => void;
Object.defineProperty(dns.promises, "lookup", { value: lookup });
// Sockets ask for all addresses at once.
Object.defineProperty(dns, "lookup", {
  value: (host: string, _options: unknown, answer: Answer) =>
    void lookup(host).then((all) => answer(null, all), answer),
});
syncBuiltinESMExports();
