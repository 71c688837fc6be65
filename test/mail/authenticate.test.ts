import { generateKeyPairSync } from "node:crypto";
import { dkimSign } from "mailauth";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { proveSender } from "../../src/mail/authenticate.ts";

const authservId = "mx.reed.example";
const from = "From: Greg <greg@abc.example>";
const prove = (...headers: string[]) =>
  proveSender(Buffer.from([...headers, "Subject: Hi", "", "Text"].join("\r\n")), { authservId });
const verdict = (rest: string) => `Authentication-Results: mx.reed.example; ${rest}`;

describe("the receiving server's verdict", () => {
  test.each([
    ["dmarc", "dmarc=pass (p=reject) header.from=abc.example"],
    ["dmarc without a property", "dmarc=pass"],
    ["dkim by header.d", "dkim=pass header.d=abc.example header.s=s1 header.b=AbC="],
    ["dkim by header.i of a subdomain", "dkim=pass header.i=@mail.abc.example"],
    ["the second of two signatures", "dkim=pass header.d=mailer.example; dkim=pass header.d=abc.example"],
    ["spf by address", "spf=pass smtp.mailfrom=bounce@bounces.abc.example"],
    ["spf by domain", "spf=pass (sender ; is (fine)) smtp.mailfrom=abc.example"],
    [
      "dmarc beside a bounce address with an equals sign",
      "spf=pass smtp.mailfrom=bounce+sam=reed.example@ats.example; dmarc=pass header.from=abc.example",
    ],
    ["dmarc beside a quoted local part", 'spf=pass smtp.mailfrom="a b"@ats.example; dmarc=pass'],
    ["a version and capitals", "DMARC=Pass Header.From=ABC.example"],
  ])("proves an aligned sender: %s", async (_, rest) => {
    expect(await prove(verdict(rest), from)).toMatchObject({
      aligned: true,
      domain: "abc.example",
      dkimWhole: false,
    });
  });

  test("may carry a version number and fold its lines", async () => {
    const proof = await prove(
      "Authentication-Results: MX.reed.example 1;\r\n\tdmarc=pass\r\n header.from=abc.example",
      from,
    );
    expect(proof.aligned).toBe(true);
  });

  test.each([
    ["a pass for someone else's signature", "dkim=pass header.d=evil.example"],
    ["a pass for someone else's envelope", "spf=pass smtp.mailfrom=bounce@evil.example"],
    ["a dmarc pass for another From", "dmarc=pass header.from=evil.example"],
    [
      "a failed dmarc beside an aligned pass",
      "dmarc=fail header.from=abc.example; dkim=pass header.d=abc.example",
    ],
    ["a pass in a comment", "dmarc=none (dmarc=pass header.from=abc.example)"],
    ["a comment that closes itself early", "spf=fail (x\\) ; dmarc=pass (y) smtp.mailfrom=a@evil.example"],
    ["a pass in a quoted string", 'spf=fail smtp.mailfrom="x; dmarc=pass"@evil.example'],
    ["a quoted address that claims the domain", 'spf=pass smtp.mailfrom="a@abc.example"@evil.example'],
    ["an open comment", "dmarc=pass (header.from=abc.example"],
    ["an open quote", 'dkim=fail header.i="@a; dmarc=pass'],
    ["a lookalike ending", "dkim=pass header.d=notabc.example"],
    ["a domain in front", "dkim=pass header.d=abc.example.evil.example"],
    ["the signer's own i= where d= is another's", "dkim=pass header.d=evil.example header.i=@abc.example"],
    ["none", "none"],
    [
      "softer words",
      "dmarc=bestguesspass; spf=softfail smtp.mailfrom=abc.example; dkim=passed header.d=abc.example",
    ],
  ])("proves nothing by %s", async (_, rest) => {
    expect(await prove(verdict(rest), from)).toMatchObject({
      aligned: false,
      domain: null,
      dkimWhole: false,
    });
  });

  test("a pass by a signature that allows for more body than it covers proves nothing; the way it came does (R31)", async () => {
    const signature = "DKIM-Signature: v=1; a=rsa-sha256; d=abc.example; s=s1; l=13; h=from; bh=x; b=y";
    for (const pass of ["dkim=pass header.d=abc.example", "dmarc=pass header.from=abc.example"])
      expect((await prove(verdict(pass), signature, from)).aligned).toBe(false);
    expect((await prove(verdict("spf=pass smtp.mailfrom=abc.example"), signature, from)).aligned).toBe(true);
    const others = signature.replace("d=abc.example", "d=mailer.example");
    expect((await prove(verdict("dkim=pass header.d=abc.example"), others, from)).aligned).toBe(true);
  });

  test("is believed only from the configured server", async () => {
    expect((await prove("Authentication-Results: mx.evil.example; dmarc=pass", from)).aligned).toBe(false);
    expect(
      (await prove("Authentication-Results: (mx.reed.example) evil.example; dmarc=pass", from)).aligned,
    ).toBe(false);
    const source = Buffer.from(`${verdict("dmarc=pass")}\r\n${from}\r\n\r\nText`);
    expect((await proveSender(source, { authservId: null })).aligned).toBe(false);
  });

  test("is believed only in the topmost header: a forged one below changes nothing, one above ends the trust", async () => {
    const forged = verdict("dmarc=pass header.from=abc.example");
    const real = verdict("dmarc=fail header.from=abc.example");
    expect((await prove(real, forged, from)).aligned).toBe(false);
    expect((await prove("Authentication-Results: evil.example; none", forged, from)).aligned).toBe(false);
  });

  test.each([
    ["no From", []],
    ["two From headers", [from, "From: Other <other@abc.example>"]],
    ["two addresses in From", ["From: greg@abc.example, eve@evil.example"]],
    ["a From without a domain", ["From: greg"]],
    ["a From at a public suffix", ["From: greg@co.uk"]],
  ])("proves nothing with %s", async (_, froms) => {
    expect((await prove(verdict("dmarc=pass"), ...froms)).aligned).toBe(false);
  });

  test("two customers of one hosting domain are not one another", async () => {
    const proof = await prove(verdict("dkim=pass header.d=eve.github.io"), "From: greg@abc.github.io");
    expect(proof.aligned).toBe(false);
  });
});

describe("our own DKIM check", () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  const key = publicKey.replace(/-----[^-]+-----|\s/g, "");
  const now = Temporal.Instant.from("2026-05-22T06:45:00Z");
  const resolver = async () => [[`v=DKIM1; k=rsa; p=${key}`]];
  const check = (source: string, at = now) =>
    proveSender(Buffer.from(source), { authservId: null, verify: { resolver, now: at } });

  const signed = async (
    options: { headers?: string; maxBodyLength?: number; domain?: string; body?: string } = {},
  ): Promise<string> => {
    const message = [
      "From: Sam Reed <sam@reed.example>",
      "To: Sam Reed <sam@reed.example>",
      "Subject: Re: Afterword",
      "Date: Fri, 22 May 2026 07:45:00 +0100",
      "Message-ID: <answer-1@reed.example>",
      "In-Reply-To: <digest.abc@reed.example>",
      "References: <digest.abc@reed.example>",
      "",
      options.body ?? "1 ok\r\n",
    ].join("\r\n");
    const key = { signingDomain: options.domain ?? "reed.example", selector: "s1", privateKey };
    const part = options.maxBodyLength === undefined ? {} : { maxBodyLength: options.maxBodyLength };
    const { signatures } = await dkimSign(message, {
      ...key,
      canonicalization: "relaxed/relaxed",
      signTime: new Date(now.epochMilliseconds - 60_000),
      headerList: (options.headers ?? "from:to:subject:date:message-id:in-reply-to:references").split(":"),
      signatureData: [{ ...key, ...part }],
    });
    return `${signatures.trim()}\r\n${message}`;
  };

  test("proves a reply that its own domain signed in whole", async () => {
    expect(await check(await signed())).toMatchObject({
      aligned: true,
      domain: "reed.example",
      dkimWhole: true,
    });
  });

  test("refuses a signature that allows for more body than it covers, even where nothing was added yet", async () => {
    expect((await check(await signed({ maxBodyLength: 6 }))).dkimWhole).toBe(false);
  });

  test("refuses a signature that covers only a part of the body", async () => {
    const source = await signed({ maxBodyLength: 4 });
    expect((await check(source)).dkimWhole).toBe(false);
    expect((await check(`${source}all ok\r\n`)).dkimWhole).toBe(false);
  });

  test.each([
    ["Subject", "from:to:date:message-id:in-reply-to:references"],
    ["In-Reply-To", "from:to:subject:date:message-id:references"],
    ["References", "from:to:subject:date:message-id:in-reply-to"],
    ["Message-ID, by which a replay is known", "from:to:subject:date:in-reply-to:references"],
  ])("refuses a signature that leaves out %s", async (_, headers) => {
    expect((await check(await signed({ headers }))).dkimWhole).toBe(false);
  });

  test("refuses another domain's signature, a changed body, a second From and an added References", async () => {
    expect((await check(await signed({ domain: "evil.example" }))).dkimWhole).toBe(false);
    const source = await signed();
    expect((await check(source.replace("1 ok", "2 ok"))).dkimWhole).toBe(false);
    expect((await check(`From: eve@reed.example\r\n${source}`)).dkimWhole).toBe(false);
    expect((await check(`References: <digest.other@reed.example>\r\n${source}`)).dkimWhole).toBe(false);
  });

  test("an employer whose server leaves the thread headers unsigned is proven, but may give no command", async () => {
    expect(await check(await signed({ headers: "from:to:subject:date" }))).toMatchObject({
      aligned: true,
      domain: "reed.example",
      dkimWhole: false,
    });
  });

  test.each([
    ["From", "to:subject:date"],
    ["To", "from:subject:date"],
    ["Subject", "from:to:date"],
    ["Date", "from:to:subject"],
  ])(
    "a signature without %s proves nobody: the mail could be sent on to another person",
    async (_, headers) => {
      expect((await check(await signed({ headers }))).aligned).toBe(false);
    },
  );

  test("refuses a genuine mail that is older than seven days", async () => {
    expect((await check(await signed(), now.add({ hours: 8 * 24 }))).dkimWhole).toBe(false);
  });

  test("is not proven when the name server fails", async () => {
    const failing = { resolver: async () => Promise.reject(new Error("timeout")), now };
    const proof = await proveSender(Buffer.from(await signed()), { authservId: null, verify: failing });
    expect(proof.aligned).toBe(false);
  });

  test("a thousand signatures of others ask the name server for nothing, and a thousand of its own prove nothing (R25)", async () => {
    let asked = 0;
    const counting = async () => {
      asked += 1;
      return resolver();
    };
    const verify = { resolver: counting, now };
    const prove = (source: string) => proveSender(Buffer.from(source), { authservId: null, verify });
    const genuine = await signed();
    const signature = genuine.slice(0, genuine.indexOf("From:"));
    const others = Array.from({ length: 15 }, (_, n) => signature.replace("d=reed", `d=other-${n}`));
    expect((await prove(`${others.join("")}${genuine}`)).dkimWhole).toBe(true);
    expect(asked).toBe(1);
    expect((await prove(`${signature.repeat(1_000)}${genuine}`)).aligned).toBe(false);
    expect(asked).toBe(1);
  });

  test("headers longer than what is read of them prove nothing: a second From may stand behind", async () => {
    const source = (await signed()).replace("\r\n\r\n", `\r\nX-Fill: ${"a".repeat(300_000)}\r\n\r\n`);
    expect((await check(source)).aligned).toBe(false);
  });
});
