import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import type { DraftId, PersonId } from "../../src/domain/ids.ts";
import type { LinkClaims } from "../../src/domain/link.ts";
import { sealKey } from "../../src/store/seal.ts";
import { createLinks } from "../../src/store/signed-links.ts";

const key = sealKey(randomBytes(32));
const links = createLinks("https://jobs.example/afterword", key);
const claims: LinkClaims = {
  purpose: "draft",
  personId: randomUUID() as PersonId,
  draftId: randomUUID() as DraftId,
  hash: randomBytes(16).toString("hex"),
  mailId: randomUUID(),
  expiresAt: Temporal.Instant.from("2026-05-29T07:30:00Z"),
};
const token = links.sign(claims);

test("a token says what was signed, is short, and stands below PUBLIC_URL with its path", () => {
  expect(links.read(token)).toEqual({ ok: true, value: claims });
  expect(token).toMatch(/^[\w-]{120}$/);
  expect(links.address(token)).toBe(`https://jobs.example/afterword/d/${token}`);
  expect(links.origin).toBe("https://jobs.example");
});

test("no bit of it can be flipped (R35)", () => {
  const bytes = Buffer.from(token, "base64url");
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const flipped = Buffer.from(bytes);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(links.read(flipped.toString("base64url")), `bit ${bit}`).toEqual({ ok: false, error: "forged" });
  }
});

test("every claim is under the signature: no two that differ in one share a token", () => {
  const others: readonly Partial<LinkClaims>[] = [
    { purpose: "undo" },
    { personId: randomUUID() as PersonId },
    { draftId: randomUUID() as DraftId },
    { hash: randomBytes(16).toString("hex") },
    { mailId: randomUUID() },
    { expiresAt: claims.expiresAt.add({ seconds: 1 }) },
  ];
  const signed = others.map((other) => links.sign({ ...claims, ...other }));
  expect(new Set([token, ...signed.map((one) => one.slice(-21))]).size).toBe(others.length + 1);
  for (const [at, other] of others.entries())
    expect(links.read(signed[at] ?? "")).toEqual({ ok: true, value: { ...claims, ...other } });
});

test("a link signed with another key of this program is refused, whatever key it names", () => {
  const other = createLinks("https://jobs.example/afterword", sealKey(randomBytes(32)));
  expect(other.read(token)).toEqual({ ok: false, error: "forged" });
  const bytes = Buffer.from(other.sign(claims), "base64url");
  Buffer.from(token, "base64url").copy(bytes, 1, 1, 5);
  expect(links.read(bytes.toString("base64url"))).toEqual({ ok: false, error: "forged" });
});

test("the key that seals passwords is not the one that signs", () => {
  const bytes = Buffer.from(token, "base64url");
  const sealing = createHmac("sha256", key.object).update(bytes.subarray(0, -16)).digest();
  expect(bytes.subarray(-16).equals(sealing.subarray(0, 16))).toBe(false);
});

test("a token has one spelling: padded, cut, lengthened or in another alphabet it is none", () => {
  for (const other of [
    "",
    token.slice(0, -1),
    `${token}A`,
    `${token}==`,
    ` ${token}`,
    `${token.slice(0, 60)}.${token.slice(60)}`,
  ])
    expect(links.read(other), other).toEqual({ ok: false, error: "no link" });
});
