import type { MxRecord, SrvRecord } from "node:dns";
import { isIP } from "node:net";
import { ok, type Result, refuse } from "../../domain/result.ts";
import { isPublicAddress } from "./public-address.ts";

/** What discovery asks of the network, passed in. Every look-up throws as node:dns does; ENOTFOUND and ENODATA mean that there is nothing. */
export type Names = {
  readonly mx: (domain: string) => Promise<readonly MxRecord[]>;
  readonly srv: (name: string) => Promise<readonly SrvRecord[]>;
  /** IPv4 and IPv6 addresses of a host, as this machine would connect to them. */
  readonly addresses: (host: string) => Promise<readonly string[]>;
};

export type Outside = {
  readonly names: Names;
  /** AFTERWORD_PRIVATE_SERVERS: what is found may also lead into this machine or its network. */
  readonly allowPrivate: boolean;
};

/**
 * The address to connect to, looked up and checked now (SAFETY R52): whoever connects to it and not to the name cannot be led elsewhere by an
 * answer that changes. One address inside spoils them all. IPv4 comes first, for a network without IPv6 is the commoner fault.
 */
export async function checkedAddress(
  host: string,
  { names, allowPrivate }: Outside,
): Promise<Result<string, string>> {
  const known = isIP(host) !== 0 ? ok([host]) : await lookUp(() => names.addresses(host));
  if (!known.ok) return refuse(`${host} could not be looked up (${known.error}).`);
  const inside = known.value.find((address) => !isPublicAddress(address));
  if (inside !== undefined && !allowPrivate)
    return refuse(
      `${host} leads to ${inside}, which is not on the internet, and is not used: name the server yourself if that is right, or set AFTERWORD_PRIVATE_SERVERS=1.`,
    );
  const address = known.value.find((each) => isIP(each) === 4) ?? known.value[0];
  return address === undefined ? refuse(`There is no host ${host}.`) : ok(address);
}

/** What there is, empty where there is nothing; refuses with the resolver's code where that could not be learnt. */
export async function lookUp<T>(ask: () => Promise<readonly T[]>): Promise<Result<readonly T[], string>> {
  try {
    return ok(await ask());
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "") throw error;
    return code === "ENOTFOUND" || code === "ENODATA" ? ok([]) : refuse(code);
  }
}

/** A host's name as others may give it: at least two labels of letters, digits and hyphens (RFC 1123 section 2.1), no number in disguise; null for anything else. */
export function hostName(text: string): string | null {
  const name = text.trim().toLowerCase().replace(/\.$/, "");
  const isName = /^(?=.{4,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])$/.test(
    name,
  );
  return isName ? name : null;
}
