import type { Found } from "../mail/discovery/found.ts";

/** The part behind the @. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1);

/** Where the servers of an address were found, behind the word "found". */
export function source({ by, provider }: Found, address: string): string {
  const domain = domainOf(address);
  switch (by) {
    case "address":
      return `in the list of well-known providers (${provider?.name})`;
    case "mx":
      return `by where the mail of ${domain} is delivered (${provider?.name})`;
    case "srv":
      return `in the SRV records of ${domain}`;
    case "autoconfig":
      return `in what ${domain} says for mail programs`;
  }
}
