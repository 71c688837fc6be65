import type { DKIMResult, DNSResolver } from "mailauth";
import type { Temporal } from "temporal-polyfill";
import { getDomain } from "tldts";
import type { SenderProof } from "../domain/message.ts";
import { addressesIn } from "./addresses.ts";
import { type MethodResult, readAuthenticationResults } from "./authentication-results.ts";
import { type HeaderField, headerFields, headersEnd, valuesOf } from "./header-block.ts";

/** `verify` checks DKIM ourselves: `resolver` asks for TXT records, `now` is the instant of receipt. Without it only the receiving server's word counts. */
export type HowToProve = {
  readonly authservId: string | null;
  readonly verify?: { readonly resolver: DNSResolver; readonly now: Temporal.Instant };
};

/**
 * Says whether the sender is who From claims (SAFETY R30, R31). The receiving server is believed in its topmost
 * Authentication-Results only, and only under the name that is configured for this mailbox. More or less than one From proves nothing.
 */
export async function proveSender(source: Buffer, how: HowToProve): Promise<SenderProof> {
  const fields = headerFields(source);
  const domain = fromDomain(fields);
  if (domain === null) return unproven("From does not name exactly one address with a domain of its own");
  const own = how.verify === undefined ? null : await verified(source, fields, domain, how.verify);
  if (own !== null) return { aligned: true, domain, ...own };
  const said = trustedWord(fields, domain, how.authservId);
  return said.proven ? { aligned: true, domain, dkimWhole: false, evidence: said.says } : unproven(said.says);
}

const unproven = (evidence: string): SenderProof => ({
  aligned: false,
  domain: null,
  dkimWhole: false,
  evidence,
});

/** Private suffixes count, so that two customers of one hosting domain are two (DMARC's organisational domain). */
const registrable = (host: string): string | null =>
  getDomain(host.toLowerCase().replace(/\.$/, ""), { allowPrivateDomains: true });

function fromDomain(fields: readonly HeaderField[]): string | null {
  const froms = valuesOf(fields, "from");
  const [from, ...others] = froms.length === 1 ? addressesIn(froms) : [];
  if (from === undefined || others.length > 0) return null;
  const parts = from.address.split("@");
  return parts.length === 2 ? registrable(parts[1] ?? "") : null;
}

function trustedWord(
  fields: readonly HeaderField[],
  domain: string,
  authservId: string | null,
): { proven: boolean; says: string } {
  if (authservId === null) return { proven: false, says: "no receiving server is trusted for this mailbox" };
  const topmost = valuesOf(fields, "authentication-results")[0];
  if (topmost === undefined) return { proven: false, says: `${authservId} gave no verdict` };
  const verdict = readAuthenticationResults(topmost);
  if (verdict?.authservId !== authservId.toLowerCase())
    return { proven: false, says: `the topmost verdict is not ${authservId}'s` };
  // A failed DMARC beside an aligned pass means that the domain asks for more than relaxed alignment.
  if (verdict.results.some((one) => one.method === "dmarc" && one.result === "fail"))
    return { proven: false, says: `${authservId} says dmarc=fail` };
  // Behind a signature with l= anybody can add text (R31, M9), and servers call it a pass all the same; then only the way counts that it came.
  const isPartial = valuesOf(fields, "dkim-signature").some(
    (signature) => tagOf(signature, "d", registrable) === domain && tagOf(signature, "l", String) !== "",
  );
  const pass = verdict.results.find(
    (one) => one.result === "pass" && aligned(one, domain) && (!isPartial || one.method === "spf"),
  );
  return pass === undefined
    ? { proven: false, says: `${authservId} vouches for nothing that belongs to ${domain}` }
    : { proven: true, says: `${authservId} says ${pass.method}=pass for ${domain}` };
}

function aligned(one: MethodResult, domain: string): boolean {
  const named = (property: string) => one.properties[property]?.split("@").at(-1);
  const belongs = (host: string | undefined) => host !== undefined && registrable(host) === domain;
  if (one.method === "dmarc") return belongs(named("header.from") ?? domain);
  // header.d is the signer; header.i counts where the server names no other (RFC 8601 section 2.7.1).
  if (one.method === "dkim") return belongs(named("header.d") ?? named("header.i"));
  return one.method === "spf" && belongs(named("smtp.mailfrom"));
}

/** Each must stand at most once and under the signature, or another mail could be made of this one (R31, M9). */
const readByRules = ["from", "to", "subject", "date"];
/** A command says by its thread what it answers, and its Message-ID keeps it from acting twice; many employers' servers do not sign these. */
const readByCommands = [...readByRules, "message-id", "in-reply-to", "references"];
const sevenDays = 7 * 86_400_000;

/** One mail may not hold up the others with thousands of keys to ask for (SAFETY R25). */
const mostSignatures = 20;

/** Each way to hash the body reads the whole mail once more; signers of one mail hardly differ in it. */
const mostHashes = 4;

/** A tag's value (RFC 6376 section 3.5); white space means nothing in it. */
const tagOf = <T>(signature: string, tag: string, read: (value: string) => T): T =>
  read(new RegExp(`(?:^|;)${tag}=([^;]*)`).exec(signature.replace(/\s+/g, ""))?.[1] ?? "");

const noSuchKey = (): Error => Object.assign(new Error("not asked for"), { code: "ENOTFOUND" });

async function verified(
  source: Buffer,
  fields: readonly HeaderField[],
  domain: string,
  { resolver, now }: NonNullable<HowToProve["verify"]>,
): Promise<{ dkimWhole: boolean; evidence: string } | null> {
  const signatures = valuesOf(fields, "dkim-signature");
  if (signatures.length > mostSignatures || !headersEnd(source)) return null;
  // A signature of anybody else proves nothing here: most mail needs no hash.
  if (!signatures.some((signature) => tagOf(signature, "d", registrable) === domain)) return null;
  const hashes = signatures.map((each) => ["a", "c", "l"].map((tag) => tagOf(each, tag, String)).join());
  if (new Set(hashes).size > mostHashes) return null;
  const { dkimVerify } = await import("mailauth/lib/dkim/verify.js");
  const { results } = await dkimVerify(source, {
    resolver: async (name, type) => {
      // A signature of anybody else proves nothing here, so its key is not asked for.
      if (registrable(name.replace(/^.*\._domainkey\./i, "")) !== domain) throw noSuchKey();
      return resolver(name, type);
    },
    strict: true,
    curTime: new Date(now.epochMilliseconds),
  });
  const covers = (result: DKIMResult, names: readonly string[]): boolean => {
    const signed = (result.signingHeaders?.keys ?? "").toLowerCase().split(/:\s*/);
    return names.every((name) => {
      const times = valuesOf(fields, name).length;
      return times === 0 ? name !== "from" : times === 1 && signed.includes(name);
    });
  };
  const recent = (result: DKIMResult): boolean => {
    const at = Date.parse(result.signTime ?? valuesOf(fields, "date")[0] ?? "");
    return Math.abs(now.epochMilliseconds - at) <= sevenDays;
  };
  const good = results.filter(
    (result) =>
      result.status.result === "pass" &&
      result.status.testing !== true &&
      result.status.underSized === undefined &&
      result.canonBodyLengthLimited === false &&
      registrable(result.signingDomain ?? "") === domain &&
      covers(result, readByRules) &&
      recent(result),
  );
  const [first] = good;
  if (first === undefined) return null;
  const dkimWhole = good.some((result) => covers(result, readByCommands));
  return {
    dkimWhole,
    evidence: `own check: DKIM of ${first.signingDomain} covers ${dkimWhole ? "the whole mail" : "sender, subject and text"}`,
  };
}
