import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createSignIns } from "../../src/mail/sign-in/sign-ins.ts";
import type { BrowserSignIn, SignInService } from "../../src/ports.ts";
import { onLoopback, secret } from "../support/account.ts";
import { type SignInServer, startSignInServer } from "../support/sign-in-server.ts";

const now = Temporal.Instant.from("2026-05-18T08:00:00Z");
const clients = {
  google: { id: "elm", secret: "oak" },
  microsoft: { id: "ash", secret: null, tenant: "common" },
};
let provider: SignInServer;
let open: BrowserSignIn[] = [];
beforeEach(async () => {
  provider = await startSignInServer();
});
afterEach(async () => {
  await Promise.all(open.map((each) => each.close()));
  open = [];
  await provider.stop();
});

const signIns = (given: Partial<Parameters<typeof createSignIns>[0]> = {}) =>
  createSignIns({ ...clients, issuer: provider.issuer, ...given }, { secret, now: () => now });
const begin = async (service: SignInService = "google"): Promise<BrowserSignIn> => {
  const begun = await signIns().inBrowser(service, "sam@gmail.com");
  open.push(begun);
  return begun;
};
/** Where the browser is sent after the person said yes, without going there. */
const sentTo = async (url: string): Promise<URL> => {
  const page = await fetch(url, { redirect: "manual" });
  return new URL(page.headers.get("location") ?? "");
};
const query = (url: string) => Object.fromEntries(new URL(url).searchParams);

test("the browser goes to the sign-in page, comes back to this machine, and the tokens are there", async () => {
  const { url, returned } = await begin();
  expect(query(url)).toMatchObject({
    response_type: "code",
    client_id: "elm",
    scope: "https://mail.google.com/",
    code_challenge_method: "S256",
    redirect_uri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/$/),
    login_hint: "sam@gmail.com",
    access_type: "offline",
  });
  const page = await fetch(url);
  expect(page.status).toBe(200);
  expect(await page.text()).toMatch(/signed in.*go back to Afterword/);
  expect(page.headers.get("content-security-policy")).toMatch(/default-src 'none'/);
  const result = await returned;
  if (!result.ok) throw new Error(result.error);
  const { access, refresh, expiresAt, endsAt } = result.value;
  expect({ access: access.reveal(), refresh: refresh.reveal() }).toEqual(provider.tokens());
  expect(expiresAt.equals(now.add({ hours: 1 }))).toBe(true);
  expect(endsAt).toBeNull();
  expect(provider.asked).toMatchObject([
    {
      grant_type: "authorization_code",
      client_id: "elm",
      client_secret: "oak",
      code_verifier: expect.any(String),
    },
  ]);
  expect(provider.asked[0]?.redirect_uri).toBe(query(url).redirect_uri);
});

test("an answer with another state is refused, asks nobody for a token, and ends nothing", async () => {
  const { url, returned } = await begin();
  const back = await sentTo(url);
  const forged = new URL(back);
  forged.searchParams.set("state", "guessed");
  const page = await fetch(forged);
  expect(page.status).toBe(400);
  expect(await page.text()).toMatch(/not the answer to this sign-in/);
  const without = new URL(back);
  without.searchParams.delete("state");
  expect((await fetch(without)).status).toBe(400);
  expect(provider.asked).toEqual([]);
  expect((await fetch(back)).status).toBe(200);
  expect((await returned).ok).toBe(true);
});

test("an answer that names another issuer is refused before any token is asked for", async () => {
  provider.sendBackTo((back) => back.searchParams.set("iss", "https://evil.example"));
  const { url, returned } = await begin();
  expect((await fetch(url)).status).toBe(400);
  expect(await returned).toMatchObject({ ok: false, error: expect.stringMatching(/Google did not let/) });
  expect(provider.asked).toEqual([]);
});

test("a code is used once, however often the page is loaded", async () => {
  const { url } = await begin();
  const back = await sentTo(url);
  const pages = await Promise.all([fetch(back), fetch(back), fetch(back)]);
  expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(provider.asked).toHaveLength(1);
});

test("who says no on the page is told so, and what they did not allow is not asked for", async () => {
  provider.sendBackTo((back) => {
    back.searchParams.delete("code");
    back.searchParams.set("error", "access_denied");
  });
  const { url, returned } = await begin();
  await fetch(url);
  expect(await returned).toMatchObject({ ok: false, error: expect.stringMatching(/access_denied/) });
});

test("only the one page of this machine is answered, and only GET", async () => {
  const { url } = await begin();
  const back = await sentTo(url);
  expect((await fetch(new URL("/other?x=1", back))).status).toBe(404);
  expect((await fetch(back, { method: "POST" })).status).toBe(404);
  expect(provider.asked).toEqual([]);
});

test("where the browser runs on another machine, the address at which it ended is taken; another address is not", async () => {
  const { url, take } = await begin();
  const back = await sentTo(url);
  expect(await take("http://127.0.0.1:1/?state=guessed&code=1")).toMatchObject({ ok: false });
  expect(await take("what?")).toMatchObject({ ok: false, error: expect.stringMatching(/not the answer/) });
  expect((await take(`  ${back.href}\n`)).ok).toBe(true);
});

test("what ends after a while is known where the provider says so; without a token that lasts there is no sign-in", async () => {
  provider.tells({ refresh_token_expires_in: 604_799 });
  const first = await begin();
  await fetch(first.url);
  const result = await first.returned;
  expect(result.ok && result.value.endsAt?.equals(now.add({ seconds: 604_799 }))).toBe(true);
  provider.tells({ refresh_token: undefined });
  const second = await begin();
  await fetch(second.url);
  expect(await second.returned).toMatchObject({
    ok: false,
    error: expect.stringMatching(/no token that lasts/),
  });
});

test("Microsoft is asked for reading, sending and a token that lasts, and sends the browser back to the name that its portal takes", async () => {
  const { url } = await begin("microsoft");
  expect(query(url)).toMatchObject({
    client_id: "ash",
    scope:
      "https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access",
    redirect_uri: expect.stringMatching(/^http:\/\/localhost:\d+\/$/),
  });
});

test("on a server without a browser Microsoft's sign-in goes by a code that is typed elsewhere", async () => {
  const begun = await signIns().onDevice("microsoft");
  if (!begun.ok) throw new Error(begun.error);
  expect(begun.value).toMatchObject({ code: "ELM-OAK", url: `${provider.issuer}/device` });
  await expect.poll(() => provider.asked.length).toBeGreaterThan(0);
  provider.typeCode();
  const done = await begun.value.done;
  expect(done.ok && done.value.access.reveal()).toBe(provider.tokens().access);
});

test("Google gives no mail to a sign-in by code, which is said at once", async () => {
  expect(await signIns().onDevice("google")).toMatchObject({
    ok: false,
    error: expect.stringMatching(/Google lets no program read mail.*paste/),
  });
});

test("a token goes to the mail servers of its own service and nowhere else, and only where the owner has a client id", () => {
  const server = (host: string) => ({ host, port: 993, security: "tls" }) as const;
  const real = signIns({ issuer: null });
  const both = (imap: string, smtp: string) => ({ imap: server(imap), smtp: server(smtp) });
  const gmail = both("imap.gmail.com", "smtp.gmail.com");
  expect(real.serviceOf("sam@elm.example", gmail)).toBe("google");
  expect(real.serviceOf("sam@elm.example", both("outlook.office365.com", "smtp.office365.com"))).toBe(
    "microsoft",
  );
  expect(real.serviceOf("sam@gmail.com", both("imap.gmail.com", "smtp.evil.example"))).toBeNull();
  expect(real.serviceOf("sam@gmail.com", both("imap.gmail.com", "smtp.office365.com"))).toBeNull();
  expect(real.serviceOf("sam@gmail.com", { imap: onLoopback(1), smtp: onLoopback(2) })).toBeNull();
  expect(signIns({ issuer: null, google: null }).serviceOf("sam@gmail.com", gmail)).toBeNull();
  expect(signIns().serviceOf("sam@gmail.com", gmail), "a stand-in's tokens stay here").toBeNull();
});

test("a client id that was taken out of the settings is named, and nobody is signed out for it", async () => {
  expect(await signIns({ google: null }).renew("google", secret("x"))).toEqual({
    type: "later",
    answered: true,
    says: expect.stringMatching(/AFTERWORD_GOOGLE_CLIENT_ID is missing/),
  });
});

test("an answer that is no JSON, and a provider that is not there, are tried again; nothing of the answer is repeated", async () => {
  provider.refuse(200, "canary-token" as unknown as object);
  const odd = await signIns().renew("google", secret("x"));
  expect(odd).toMatchObject({ type: "later", answered: false });
  expect(JSON.stringify(odd)).not.toContain("canary");
  const gone = await signIns({ issuer: "http://127.0.0.1:9" }).renew("google", secret("x"));
  expect(gone).toMatchObject({
    type: "later",
    says: expect.stringMatching(/could not be asked for a new token/),
  });
});
