import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import type { DraftId, PersonId } from "../domain/ids.ts";
import { hashDigits, type LinkClaims, linkPurposes } from "../domain/link.ts";
import { ok, refuse } from "../domain/result.ts";
import type { Links } from "../ports/links.ts";
import type { SealKey } from "./seal.ts";

// Format, key id, purpose, seconds of expiry, person, draft, mail, half of the hash; then the MAC.
const format = 1;
const keyIdBytes = 4;
const [keyIdAt, purposeAt, expiryAt, personAt, draftAt, mailAt, hashAt, macAt] = [
  1, 5, 6, 10, 26, 42, 58, 74,
];
/** Half of HMAC-SHA-256, as RFC 2104 section 5 allows. */
const macBytes = 16;
const wholeBytes = macAt + macBytes;

/**
 * Links below `publicUrl` (without a slash at its end), signed with a key of their own that comes from the installation's by HKDF (RFC 5869): who
 * learns the one does not learn the other. A token is 120 letters of base64url. The key's id stands in it, so that another key is told from a change.
 */
export function createLinks(publicUrl: string, key: SealKey): Links {
  const secret = Buffer.from(hkdfSync("sha256", key.object, "", "afterword signed links 1", 32));
  const keyId = key.id.subarray(0, keyIdBytes);
  const macOf = (claims: Buffer): Buffer =>
    createHmac("sha256", secret).update(claims).digest().subarray(0, macBytes);
  return {
    origin: new URL(publicUrl).origin,
    address: (token) => `${publicUrl}/d/${token}`,
    sign: (claims) => {
      const bytes = bytesOf(claims, keyId);
      return Buffer.concat([bytes, macOf(bytes)]).toString("base64url");
    },
    read: (token) => {
      const bytes = Buffer.from(token, "base64url");
      // A token has one spelling: "used" is looked up by it.
      if (bytes.length !== wholeBytes || bytes.toString("base64url") !== token) return refuse("no link");
      const claims = bytes.subarray(0, macAt);
      const isSigned = timingSafeEqual(bytes.subarray(macAt), macOf(claims));
      const isOurs = bytes[0] === format && claims.subarray(keyIdAt, purposeAt).equals(keyId);
      return isSigned && isOurs ? ok(claimsIn(claims)) : refuse("forged");
    },
  };
}

function bytesOf(claims: LinkClaims, keyId: Buffer): Buffer {
  const bytes = Buffer.alloc(macAt);
  bytes.writeUInt8(format);
  keyId.copy(bytes, keyIdAt);
  bytes.writeUInt8(linkPurposes.indexOf(claims.purpose), purposeAt);
  bytes.writeUInt32BE(Math.floor(claims.expiresAt.epochMilliseconds / 1_000), expiryAt);
  bytes.write(claims.personId.replaceAll("-", ""), personAt, "hex");
  bytes.write(claims.draftId.replaceAll("-", ""), draftAt, "hex");
  bytes.write(claims.mailId.replaceAll("-", ""), mailAt, "hex");
  bytes.write(claims.hash.slice(0, hashDigits), hashAt, "hex");
  return bytes;
}

/** What is signed was written by `bytesOf`. */
const claimsIn = (bytes: Buffer): LinkClaims => ({
  purpose: linkPurposes[bytes.readUInt8(purposeAt)] ?? "draft",
  expiresAt: Temporal.Instant.fromEpochMilliseconds(bytes.readUInt32BE(expiryAt) * 1_000),
  personId: uuidAt(bytes, personAt) as PersonId,
  draftId: uuidAt(bytes, draftAt) as DraftId,
  mailId: uuidAt(bytes, mailAt),
  hash: bytes.toString("hex", hashAt, macAt),
});

const uuidAt = (bytes: Buffer, at: number): string =>
  bytes.toString("hex", at, at + 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
