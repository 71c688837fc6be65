import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { MailboxId, PersonId } from "../../src/domain/ids.ts";
import { accessToken } from "../../src/flows/access-token.ts";
import { connectMailbox } from "../../src/flows/connect-mailbox.ts";
import { readMailbox } from "../../src/flows/read-mailbox.ts";
import { sendDue } from "../../src/flows/send-due.ts";
import { createCourier } from "../../src/mail/courier.ts";
import { createMailboxes } from "../../src/mail/mailboxes.ts";
import { createSignIns } from "../../src/mail/sign-in/sign-ins.ts";
import type { Store } from "../../src/ports/store.ts";
import type { AccessTokens, Secret } from "../../src/ports.ts";
import { onLoopback, secret } from "../support/account.ts";
import { ana, openRealApp, type RealApp } from "../support/real-app.ts";
import { type SignInServer, startSignInServer } from "../support/sign-in-server.ts";
import { startXoauth2Imap, startXoauth2Smtp } from "../support/xoauth2-peers.ts";

let real: RealApp;
let provider: SignInServer;
let id: MailboxId;
beforeAll(async () => {
  real = await openRealApp();
});
afterAll(() => real.close());
beforeEach(async () => {
  provider = await startSignInServer();
  await real.reset();
  real.at("2026-05-18T09:00");
  ({ mailboxId: id } = await signIn());
});
afterEach(() => provider.stop());

/** Ana has signed in just now; her token holds for an hour. */
const signIn = (
  parts: { imapPort?: number; smtpPort?: number; endsIn?: { hours: number }; elsewhere?: string } = {},
) => {
  const { access, refresh } = parts.elsewhere
    ? { access: parts.elsewhere, refresh: parts.elsewhere }
    : provider.signedIn();
  const tokens = {
    access: secret(access),
    refresh: secret(refresh),
    expiresAt: real.now().add({ hours: 1 }),
    endsAt: parts.endsIn ? real.now().add(parts.endsIn) : null,
  };
  return connectMailbox(
    real.app,
    { ...ana, zone: "Europe/London", country: "GB", digestAt: "07:30" },
    {
      address: ana.address,
      login: ana.address,
      password: "",
      signedIn: { service: "google", tokens },
      imap: onLoopback(parts.imapPort ?? 9),
      smtp: onLoopback(parts.smtpPort ?? 9),
      sentFolder: "Sent",
      filesSentItself: true,
      authservId: null,
    },
    0,
  );
};
const signInsOf = () =>
  createSignIns(
    { google: { id: "elm", secret: "oak" }, microsoft: null, issuer: provider.issuer },
    { secret, now: real.now },
  );
const tools = (store: Store = real.app.store) => ({ ...real.app, store, signIns: signInsOf() });
const token = (refused: Secret | null = null, store?: Store) =>
  accessToken(tools(store), { mailboxId: id, address: ana.address }, refused);
const given = async (refused: Secret | null = null): Promise<string> => {
  const result = await token(refused);
  if (!result.ok) throw new Error(result.error.says);
  return result.value.reveal();
};
const expire = () => real.later({ minutes: 56 });
/** The holder's time is up, as after a minute without it. */
const leaseIsOver = () => real.query("update mailbox set renewal_lease = now() - interval '1 second'");
const trouble = async () => (await real.query("select trouble from mailbox"))[0]?.trouble;

test("a token that still holds is used as it is", async () => {
  expect(await given()).toBe(provider.tokens().access);
  expect(provider.asked).toEqual([]);
});

test("ten workers at its expiry: one renewal, and all have the new token", async () => {
  real.later({ minutes: 61 });
  const all = await Promise.all(Array.from({ length: 10 }, () => given()));
  expect(provider.renewals()).toBe(1);
  expect(new Set(all)).toEqual(new Set([provider.tokens().access]));
});

test("it is renewed five minutes ahead; until the answer is there the others use the one that still holds", async () => {
  const before = provider.tokens().access;
  expire();
  let answer: () => void = () => undefined;
  provider.waitFor(new Promise<void>((resolve) => (answer = resolve)));
  const first = given();
  await expect.poll(() => provider.renewals()).toBe(1);
  expect(await given()).toBe(before);
  answer();
  expect(await first).toBe(provider.tokens().access);
  expect(await first).not.toBe(before);
  expect(await given()).toBe(await first);
});

test("the new refresh token is the one that buys the next", async () => {
  for (const round of [1, 2, 3]) {
    expire();
    expect(await given()).toBe(provider.tokens().access);
    expect(provider.renewals()).toBe(round);
    expect(provider.asked.at(-1)).toMatchObject({ client_id: "elm", client_secret: "oak" });
  }
  expect(new Set(provider.asked.map(({ refresh_token }) => refresh_token)).size).toBe(3);
});

test("a provider that brings no new refresh token leaves the old one in use", async () => {
  provider.rotating(false);
  for (const _ of [1, 2]) {
    expire();
    expect(await given()).toBe(provider.tokens().access);
  }
  expect(new Set(provider.asked.map(({ refresh_token }) => refresh_token)).size).toBe(1);
});

/** A process that dies with the answer in its hands: nothing of it is written. */
const dyingStore = (): Store => ({
  transaction: (work) =>
    real.app.store.transaction((tx) =>
      work({ ...tx, mailboxes: { ...tx.mailboxes, renewed: () => Promise.reject(new Error("killed")) } }),
    ),
});

test("killed between the answer and its storing, where refresh tokens last: the next one renews as if nothing had been", async () => {
  provider.rotating(false);
  expire();
  await expect(token(null, dyingStore())).rejects.toThrow("killed");
  await leaseIsOver();
  expect(await given()).toBe(provider.tokens().access);
  expect(provider.renewals()).toBe(2);
});

test("killed between the answer and its storing, where a refresh token is good once: it is spent, and the person is asked and told why", async () => {
  expire();
  await expect(token(null, dyingStore())).rejects.toThrow("killed");
  await leaseIsOver();
  expect(await token()).toEqual({
    ok: false,
    error: {
      kind: "signed_out",
      says: expect.stringMatching(
        /^The sign-in of ana@reyes\.example has ended; ".*reconnect ana@reyes\.example" signs in again\. .*invalid_grant.*broken off before its answer was stored/,
      ),
    },
  });
  await token();
  expect(provider.renewals(), "nobody asks in vain").toBe(2);
});

test("who signs in anew while a renewal is under way has the new sign-in, whatever the old one brings", async () => {
  expire();
  let answer: () => void = () => undefined;
  provider.waitFor(new Promise<void>((resolve) => (answer = resolve)));
  const late = given();
  await expect.poll(() => provider.renewals()).toBe(1);
  await signIn({ elsewhere: "another" });
  answer();
  expect(await late).toBe("another");
  expect(await given()).toBe("another");
});

test("a token that a server refused is renewed; who comes late with the same one is given the new one", async () => {
  const refused = secret(await given());
  provider.takeBack("access");
  const [first, second] = await Promise.all([given(refused), given(refused)]);
  expect(first).toBe(provider.tokens().access);
  expect(second).toBe(first);
  expect(await given(refused)).toBe(first);
  expect(provider.renewals()).toBe(1);
});

test.each([
  [503, { error: "temporarily_unavailable" }],
  [500, {}],
  [400, { error: "invalid_client" }],
])("a provider that fails (%s) is asked again, and nobody is signed out", async (status, body) => {
  expire();
  provider.refuse(status, body);
  const failed = await token();
  expect(failed).toMatchObject({ ok: false, error: { kind: "unreachable" } });
  expect(failed.ok ? "" : failed.error.says).not.toMatch(/password/);
  provider.takeAgain();
  expect(await given()).toBe(provider.tokens().access);
});

test("a provider that repeats what it was sent brings no token into a message", async () => {
  expire();
  const { refresh } = provider.tokens();
  for (const error of ["server_error", "invalid_grant"]) {
    provider.refuse(400, { error, error_description: `no such token: ${refresh}` });
    expect(JSON.stringify(await token())).toMatch(/no such token: <redacted>/);
  }
});

test("a sign-in that has ended is told at once, in the digest too, and not as a wrong password", async () => {
  const imap = await startXoauth2Imap(provider.takes);
  await signIn({ imapPort: imap.port });
  provider.takeBack("everything");
  const app = {
    ...real.app,
    mailboxes: createMailboxes({
      accessTokens: (account, refused) => accessToken(tools(), account, refused),
    }),
  };
  const account = await real.app.store.transaction((tx) => tx.mailboxes.account(id));
  expect(await readMailbox(app, account)).toMatchObject({ ok: false, error: { kind: "signed_out" } });
  expect(await trouble()).toMatch(/has ended.*reconnect ana@reyes\.example/);
  await readMailbox(app, account);
  expect((await real.journal("mailbox")).filter(({ says }) => says.includes("has ended"))).toHaveLength(1);
  expect(imap.connections(), "who is signed out does not knock any more").toBe(1);
  const digest = await real.digest("2026-05-19T07:30");
  expect(digest.replaceAll(/\s+/g, " ")).toMatch(
    /ana@reyes\.example cannot be read: The sign-in .* has ended/,
  );
  expect(digest).not.toMatch(/password/);

  await signIn({ imapPort: imap.port });
  const again = await real.app.store.transaction((tx) => tx.mailboxes.account(id));
  expect((await readMailbox(app, again)).ok).toBe(true);
  expect(await trouble()).toBeNull();
  await imap.stop();
});

test("of a sign-in that ends on a known day the digest tells two days before, and not earlier", async () => {
  await signIn({ endsIn: { hours: 7 * 24 } });
  expect(await real.digest("2026-05-22T07:30")).not.toMatch(/sign-in/);
  const told = (await real.digest("2026-05-24T07:30")).replaceAll(/\s+/g, " ");
  expect(told).toMatch(
    /The sign-in of ana@reyes\.example ends on Monday 25 May at 09:00; ".*reconnect ana@reyes\.example"/,
  );
});

test("neither token stands in the database unsealed, and a token of another mailbox does not open", async () => {
  const { access, refresh } = provider.tokens();
  const rows = await real.query("select m::text as row, encode(password, 'escape') as sealed from mailbox m");
  const [{ row, sealed }] = rows as [{ row: string; sealed: string }];
  for (const words of [access, refresh]) {
    expect(row).not.toContain(words);
    expect(sealed).not.toContain(words);
  }
  const other = randomUUID() as MailboxId;
  const { id: person } = (await real.query("select id from person"))[0] as { id: PersonId };
  await real.query(
    "insert into mailbox (id, person_id, address, imap, smtp, login, password, sent_folder, connected_at, sign_in) select $1, $2, 'b@reyes.example', imap, smtp, login, password, sent_folder, connected_at, sign_in from mailbox",
    [other, person],
  );
  await expect(real.app.store.transaction((tx) => tx.mailboxes.signIn(other))).rejects.toThrow(
    /altered or moved/,
  );
});

test("a mail that was approved waits, unsent and uncounted, while the sign-in has ended, and leaves after a new one", async () => {
  const imap = await startXoauth2Imap(provider.takes);
  const smtp = await startXoauth2Smtp(provider.takes);
  await real.reset();
  await real.offerThankYous();
  real.at("2026-05-22T10:00");
  await real.replies("1 ok");
  await signIn({ imapPort: imap.port, smtpPort: smtp.port });
  provider.takeBack("everything");
  const accessTokens: AccessTokens = (account, refused) => accessToken(tools(), account, refused);
  const app = { ...real.app, courier: createCourier({ accessTokens }) };
  const { id: outboxId } = await real.mail();
  await sendDue(app, outboxId);
  expect((await real.mail()).state).toBe("queued");
  expect(smtp.accepted).toEqual([]);
  const [{ trouble: says, sending_paused: paused }] = (await real.query(
    "select trouble, sending_paused from mailbox",
  )) as [{ trouble: string; sending_paused: boolean }];
  expect(paused).toBe(true);
  expect(says).toMatch(/The sign-in of ana@reyes\.example has ended\. No mail leaves until ".*reconnect/);
  expect((await real.journal("waits")).map((entry) => entry.says)).toEqual([says]);

  await signIn({ imapPort: imap.port, smtpPort: smtp.port });
  real.later({ hours: 1 });
  await sendDue(app, outboxId);
  expect((await real.mail()).state).toBe("sent");
  expect(smtp.accepted).toHaveLength(1);
  await Promise.all([imap.stop(), smtp.stop()]);
});
