import { parseAddressHeader } from "mailparser";
import type { Address } from "../domain/message.ts";
import { cleanLine } from "../domain/plain-text.ts";

/** RFC 5321 section 4.5.3.1: what is longer cannot be written to. */
const longestAddress = 320;
/** A mail to more people is no letter. */
const mostAddresses = 200;
const longestField = mostAddresses * longestAddress;

/** The addresses of an address field, groups opened, domains in ASCII as they stand (SAFETY R38), lower case. */
export const addressesIn = (values: readonly string[]): Address[] =>
  parseAddressHeader(
    values.map((value) => value.slice(0, longestField)),
    { flatten: true, decodePunycode: false },
  )
    .value.flatMap((entry) =>
      entry.address?.includes("@") && entry.address.length <= longestAddress
        ? [{ name: cleanLine(entry.name), address: cleanLine(entry.address).toLowerCase() }]
        : [],
    )
    .slice(0, mostAddresses);
