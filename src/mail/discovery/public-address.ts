import { BlockList, isIP } from "node:net";

/** Networks that are not the public internet (IANA special-purpose registries, RFC 6890): what discovery finds must not lead there (SAFETY R52). */
const inside4 = networks("ipv4", [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"],
  ...["192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15"],
  // Alibaba Cloud's metadata server stands in 100.64.0.0/10; Azure's answers at a public number.
  ...["198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32"],
]);

/** Of IPv6 only the global unicast block is given out at all (RFC 4291 section 2.4); within it some networks are special. */
const global6 = networks("ipv6", ["2000::/3"]);
const inside6 = networks("ipv6", ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"]);

/** IPv4 in IPv6's clothes: mapped (RFC 4291 section 2.5.5.2) and translated (RFC 6052). What is inside decides. */
const carriers = networks("ipv6", ["::ffff:0:0/96", "64:ff9b::/96"]);

/** True for an address of the public internet. Anything that is no IP address is none. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !inside4.check(address, "ipv4");
  if (family !== 6 || address.includes("%")) return false;
  if (carriers.check(address, "ipv6")) return isPublicAddress(carried(address));
  return global6.check(address, "ipv6") && !inside6.check(address, "ipv6");
}

/** The last 32 bits of an IPv6 address as an IPv4 address. The URL parser writes every form in one way (WHATWG URL section 3.5). */
function carried(address: string): string {
  const groups = new URL(`http://[${address}]/`).hostname.slice(1, -1).split("::");
  const tail = (groups.at(-1) ?? "").split(":").slice(-2);
  const [high = 0, low = 0] = [...(tail.length < 2 ? ["0"] : []), ...tail].map((group) =>
    Number.parseInt(group || "0", 16),
  );
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}

function networks(family: "ipv4" | "ipv6", ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = "", bits = ""] = range.split("/");
    list.addSubnet(network, Number(bits), family);
  }
  return list;
}
