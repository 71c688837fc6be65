import { afterEach, expect, test } from "vitest";
import { ok, refuse } from "../../src/domain/result.ts";
import { checkAccount } from "../../src/mail/check.ts";
import { createCourier } from "../../src/mail/courier.ts";
import type { AccessTokens, Account } from "../../src/ports.ts";
import { onLoopback, secret, testAccount } from "../support/account.ts";
import { startXoauth2Imap, startXoauth2Smtp } from "../support/xoauth2-peers.ts";

const quick = { connectTimeout: 2_000, commandTimeout: 2_000 };
const mail = {
  from: "ada@person.example",
  to: "greta@employer.example",
  rfc822: Buffer.from("Subject: Hi\r\n\r\nHello\r\n"),
};
const opens: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of opens.splice(0)) await stop();
});

/** Servers that take the token "elm" alone, and an account that signs in to them. */
const servers = async (given: { saslIr?: boolean } = {}) => {
  const takes = (token: string | undefined) => token === "elm";
  const imap = await startXoauth2Imap(takes, given);
  const smtp = await startXoauth2Smtp(takes);
  opens.push(imap.stop, smtp.stop);
  const account: Account = testAccount({
    signIn: "google",
    password: secret(""),
    sentFolder: "",
    imap: onLoopback(imap.port),
    smtp: onLoopback(smtp.port),
  });
  return { imap, smtp, account };
};
/** Gives these tokens, one after the other, and then the last one for ever. */
const giving = (...tokens: readonly string[]) => {
  const refused: (string | null)[] = [];
  const accessTokens: AccessTokens = async (_account, before) => {
    refused.push(before?.reveal() ?? null);
    return ok(secret(tokens[Math.min(refused.length, tokens.length) - 1] ?? ""));
  };
  return { refused, accessTokens };
};

test.each([{ saslIr: true }, { saslIr: false }])(
  "both servers let a token in ($saslIr: it may stand in the command)",
  async (given) => {
    const { account } = await servers(given);
    const { accessTokens } = giving("elm");
    expect(await checkAccount(account, { ...quick, accessTokens })).toMatchObject({
      ok: true,
      value: { sentFolder: "Sent" },
    });
  },
);

test.each([{ saslIr: true }, { saslIr: false }])(
  "an IMAP server that says why in JSON first and then waits is answered, and no wrong password is spoken of ($saslIr)",
  async (given) => {
    const { imap, account } = await servers(given);
    const { accessTokens } = giving("canary-oak");
    const checked = await checkAccount(account, { ...quick, accessTokens });
    expect(checked).toMatchObject({ ok: false, error: { kind: "login" } });
    const says = checked.ok ? "" : checked.error.says;
    expect(says).toMatch(/let nobody in with this sign-in: .*IMAP is switched on.*Invalid credentials/);
    expect(says).not.toMatch(/password|canary/);
    expect(imap.heard).toContain("CONTINUED ");
  },
);

test("a token that a server refuses before its time is exchanged for a new one, once", async () => {
  const { imap, smtp, account } = await servers();
  const { refused, accessTokens } = giving("oak", "elm", "oak", "elm");
  expect((await checkAccount(account, { ...quick, accessTokens })).ok).toBe(true);
  expect(refused).toEqual([null, "oak", null, "oak"]);
  expect(imap.connections()).toBe(2);
  expect(smtp.logins()).toBe(2);
});

test("a mail leaves with a token, and after a refusal with the next one, never twice", async () => {
  const { smtp, account } = await servers();
  const { accessTokens } = giving("oak", "elm");
  let gates = 0;
  const sent = await createCourier({ accessTokens }).send(account, mail, async () => {
    gates += 1;
    return true;
  });
  expect(sent).toMatchObject({ type: "accepted" });
  expect(smtp.accepted).toHaveLength(1);
  expect({ gates, logins: smtp.logins() }).toEqual({ gates: 1, logins: 2 });
});

test("an SMTP server that says why in JSON first and then waits is answered; each token is shown once", async () => {
  const { smtp, account } = await servers();
  const { accessTokens } = giving("canary-oak", "canary-ash");
  const sent = await createCourier({ accessTokens }).send(account, mail, async () => true);
  expect(sent).toMatchObject({ type: "login_refused", reply: expect.stringMatching(/535/) });
  expect(JSON.stringify(sent)).not.toContain("canary");
  expect(smtp.logins()).toBe(2);
  expect(smtp.accepted).toEqual([]);
});

test.each([
  ["signed_out", "login_refused"],
  ["unreachable", "later"],
] as const)("without a token (%s) no server is connected to, and sending ends as %s", async (kind, type) => {
  const { imap, smtp, account } = await servers();
  const accessTokens: AccessTokens = async () => refuse({ kind, says: "No token." });
  expect(await checkAccount(account, { ...quick, accessTokens })).toEqual({
    ok: false,
    error: { kind, says: "No token." },
  });
  expect(await createCourier({ accessTokens }).send(account, mail, async () => true)).toEqual({
    type,
    reply: "No token.",
  });
  expect(imap.connections()).toBe(0);
  expect(smtp.logins()).toBe(0);
});
