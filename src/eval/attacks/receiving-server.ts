import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { dkimSign } from "mailauth";
import { dkimVerify } from "mailauth/lib/dkim/verify.js";
import type { Temporal } from "temporal-polyfill";
import { getDomain } from "tldts";
import { addressesIn } from "../../mail/addresses.ts";
import { headerFields, valuesOf } from "../../mail/header-block.ts";
import type { Attack, Signing } from "./attack.ts";

const selector = "test";
/** What senders usually sign; a mail that lacks one of them has no less whole a signature. */
const usuallySigned = [
  ...["from", "to", "cc", "reply-to", "subject", "date", "message-id", "in-reply-to", "references"],
  ...["mime-version", "content-type", "content-transfer-encoding"],
];

export type ReceivingServer = {
  /** Finds the public keys of all that signed here; any other name does not exist. */
  readonly resolver: (name: string, type: string) => Promise<string[][]>;
  /** The mail as this server puts it into the mailbox: signed on its way as the attack says, with the true verdict on top. */
  readonly receive: (mail: Pick<Attack, "raw" | "auth" | "sign">, now: Temporal.Instant) => Promise<Buffer>;
};

/** A server that believes nothing and says what it found (RFC 8601). Keys are made here and known to nobody else. */
export function openReceivingServer(authservId: string): ReceivingServer {
  const keys = new Map<string, KeyObject>();
  const records = new Map<string, string>();
  const keyOf = (domain: string): KeyObject => {
    const known = keys.get(domain);
    if (known) return known;
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    const p = publicKey.export({ type: "spki", format: "der" }).subarray(-32).toString("base64");
    records.set(`${selector}._domainkey.${domain}`, `v=DKIM1; k=ed25519; p=${p}`);
    keys.set(domain, privateKey);
    return privateKey;
  };
  const resolver: ReceivingServer["resolver"] = async (name) => {
    const record = records.get(name);
    if (record === undefined) throw Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
    return [[record]];
  };

  async function signed(raw: Buffer, how: Signing, now: Temporal.Instant): Promise<Buffer> {
    const domain = how.d ?? domainsOf(raw).at(-1);
    if (domain === undefined) return raw;
    const key = {
      signingDomain: domain,
      selector,
      privateKey: keyOf(domain).export({ type: "pkcs8", format: "pem" }).toString(),
      algorithm: "ed25519-sha256",
      ...(how.l !== undefined && { maxBodyLength: how.l === true ? bodyLength(raw) : how.l }),
    };
    const { signatures } = await dkimSign(raw, {
      ...key,
      canonicalization: "relaxed/relaxed",
      signTime: signingTime(how.t, now),
      headerList: how.h ?? usuallySigned,
      signatureData: [key],
    });
    return Buffer.concat([Buffer.from(signatures.trim() === "" ? "" : `${signatures.trim()}\r\n`), raw]);
  }

  async function verdict(raw: Buffer, now: Temporal.Instant): Promise<string> {
    const { results } = await dkimVerify(raw, { resolver, curTime: new Date(now.epochMilliseconds) });
    const passed = results.filter(({ status }) => status.result === "pass");
    const [from, ...others] = domainsOf(raw);
    const isAligned = passed.some(({ signingDomain }) => from && same(signingDomain ?? "", from));
    const dkim = passed.map(({ signingDomain }) => `dkim=pass header.d=${signingDomain}`);
    // Two authors are refused by DMARC (RFC 7489 section 6.6.1).
    const dmarc = isAligned && others.length === 0 ? `pass header.from=${from}` : "none";
    return [authservId, ...(dkim.length > 0 ? dkim : ["dkim=none"]), "spf=none", `dmarc=${dmarc}`].join("; ");
  }

  return {
    resolver,
    receive: async ({ raw, auth, sign }, now) => {
      const written = Buffer.from(raw, "utf8");
      const how = auth === "none" ? null : ((auth === "special" ? sign : undefined) ?? {});
      const sent = how ? added(await signed(written, how, now), how.then_add) : written;
      return Buffer.concat([Buffer.from(`Authentication-Results: ${await verdict(sent, now)}\r\n`), sent]);
    },
  };
}

/** Domains of all authors, in the order in which From names them. */
const domainsOf = (raw: Buffer): readonly string[] =>
  valuesOf(headerFields(raw), "from").flatMap((value) =>
    addressesIn([value]).flatMap(({ address }) => address.split("@")[1] ?? []),
  );

const same = (a: string, b: string): boolean =>
  getDomain(a, { allowPrivateDomains: true }) === getDomain(b, { allowPrivateDomains: true });

const bodyLength = (raw: Buffer): number => {
  const start = raw.indexOf("\r\n\r\n");
  return start < 0 ? 0 : raw.length - start - 4;
};

function signingTime(t: Signing["t"], now: Temporal.Instant): Date {
  if (t === undefined) return new Date(now.epochMilliseconds - 60_000);
  return typeof t === "number" ? new Date(t * 1_000) : new Date(t);
}

/** Header lines go above the signed mail, anything else behind it. */
function added(raw: Buffer, more: Signing["then_add"]): Buffer {
  if (more === undefined) return raw;
  const { headers = "", body = "" } =
    typeof more !== "string" ? more : /^[A-Za-z][\w-]*:[ \t]/.test(more) ? { headers: more } : { body: more };
  const lines = headers === "" ? "" : `${headers.replace(/(?:\r\n)+$/, "")}\r\n`;
  return Buffer.concat([Buffer.from(lines), raw, Buffer.from(body)]);
}
