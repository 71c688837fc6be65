import { Temporal } from "temporal-polyfill";
import type { Question, Texts } from "./answers.ts";
import { countryOf } from "./country-zones.ts";

/** What a prompt shows as its first answer where nothing was known before: what this machine and the address suggest. */
export function suggestion(question: Question, address: string, answered: Partial<Texts>): string {
  const domain = address.slice(address.lastIndexOf("@") + 1);
  switch (question) {
    case "name":
      return "";
    case "zone":
      return Temporal.Now.timeZoneId();
    case "country":
      return countryOf(answered.zone ?? Temporal.Now.timeZoneId());
    case "digestAt":
      return usualDigestAt;
    case "imap":
      return `imaps://imap.${domain}`;
    case "smtp":
      return `smtps://smtp.${domain}`;
    case "login":
      return address;
  }
}

/** When the digest comes unless the person says otherwise. */
export const usualDigestAt = "07:30";
