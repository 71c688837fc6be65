import { randomBytes } from "node:crypto";

/** Name of the receiving server in Authentication-Results, which the story's mailbox trusts (SAFETY R30). */
export const authservId = (personAddress: string): string => `mx.${domainOf(personAddress)}`;

/** Verdict on a mail whose From was proven for its own domain. */
export const passing = (personAddress: string, from: string): string => {
  const domain = domainOf(from);
  return (
    `${authservId(personAddress)}; spf=pass smtp.mailfrom=${from};` +
    ` dkim=pass header.d=${domain}; dmarc=pass header.from=${domain}`
  );
};

/** Verdict on a mail whose From is only claimed. */
export const failing = (personAddress: string, from: string): string => {
  const domain = domainOf(from);
  return (
    `${authservId(personAddress)}; spf=fail smtp.mailfrom=${from};` +
    ` dkim=none; dmarc=fail header.from=${domain}`
  );
};

/** True for the address itself and its plus-addresses. */
export function isSamePerson(personAddress: string, address: string): boolean {
  const [local = "", domain = ""] = address.toLowerCase().split("@");
  return `${local.split("+", 1)[0]}@${domain}` === personAddress.toLowerCase();
}

export const domainOf = (address: string): string =>
  address.slice(address.lastIndexOf("@") + 1).toLowerCase();

/** A password nobody has to remember. */
export const freshPassword = (): string => randomBytes(9).toString("base64url");
