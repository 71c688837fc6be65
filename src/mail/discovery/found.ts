import type { ServerAddress } from "../../ports.ts";
import type { Provider } from "./provider.ts";

/** Servers that were found for an address. Nothing of it is proved: the person confirms the hosts before any password is asked for (SAFETY R52). */
export type Found = {
  readonly imap: ServerAddress;
  readonly smtp: ServerAddress;
  readonly login: string;
  /** Who said so: our own table, by the address or by where its domain's mail goes, the domain's SRV records, or its autoconfig file. */
  readonly by: "address" | "mx" | "srv" | "autoconfig";
  readonly provider: Provider | null;
};

/** The ports that discovery may name (SAFETY R52). */
export const portsOf: Readonly<Record<"imap" | "smtp", readonly number[]>> = {
  imap: [993, 143],
  smtp: [465, 587],
};
