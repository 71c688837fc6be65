import type { Address } from "./message.ts";
import { cleanLine } from "./plain-text.ts";
import { ok, type Result, refuse } from "./result.ts";

/** A dot-atom of printable ASCII (RFC 5321 section 4.1.2), so no quoted local part, no route, no group and no second recipient fits in; nor an encoded word, which some readers open there too (RFC 2047 section 5). */
const localPart = /^(?!.*=\?)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domainPart =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Gives the address as it may be written into an envelope and a header, in lower case, or a sentence why it may not (SAFETY R37).
 * A display name that shows another address is refused, one that repeats its own is left out (R38).
 */
export function recipient(address: Address): Result<Address, string> {
  // Only ASCII is put in lower case: the Kelvin sign would become a plain k, and another address.
  const wanted = address.address.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const [local = "", domain = "", ...more] = wanted.split("@");
  if (more.length > 0 || !localPart.test(local) || local.length > 64 || !domainPart.test(domain)) {
    return refuse(`${quoted(address.address)} is not a plain mail address`);
  }
  if (address.name !== cleanLine(address.name)) {
    return refuse(`The name beside ${wanted} holds line breaks or invisible characters`);
  }
  if (address.name.length > 100) return refuse(`The name beside ${wanted} is longer than a name`);
  if (address.name.toLowerCase() === wanted) return ok({ name: "", address: wanted });
  return /[@<>]/.test(address.name)
    ? refuse(`The name beside ${wanted} looks like another address: ${quoted(address.name)}`)
    : ok({ name: address.name, address: wanted });
}

const quoted = (text: string): string => `"${cleanLine(text).slice(0, 80)}"`;
