import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createDesk } from "../../src/connecting/desk.ts";
import { ok, type Result, refuse } from "../../src/domain/result.ts";
import { checkAccount } from "../../src/mail/check.ts";
import type { Found } from "../../src/mail/discovery/found.ts";
import { createMailboxes } from "../../src/mail/mailboxes.ts";
import { openPostOffice, type PostOffice } from "../../src/sandbox/post-office.ts";
import { secret } from "../../src/store/seal.ts";
import type { Views } from "../../src/store/views.ts";
import { api } from "../../src/web/api.ts";
import { openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

const address = "ines@okafor.example";
const about = {
  act: "meet",
  address,
  name: "Ines Okafor",
  zone: "Africa/Lagos",
  country: "NG",
  digestAt: "07:30",
};
const password = "green lamp 7";

let here: ReceivingApp;
let office: PostOffice;
let web: ReturnType<typeof api>;
let looked: string[];
let namedBy: string[];
let found: Result<Found, readonly string[]>;
beforeAll(async () => {
  here = await openReceivingApp();
  office = await openPostOffice({
    address,
    password,
    now: () => Temporal.Now.instant(),
    bringsMailToOthers: async () => false,
  });
});
afterAll(async () => {
  await office.close();
  await here.close();
});
beforeEach(async () => {
  await here.reset();
  [looked, namedBy] = [[], []];
  const here127 = { host: "127.0.0.1", security: "plain" } as const;
  found = ok({
    imap: { ...here127, port: office.imap.port },
    smtp: { ...here127, port: office.smtp.port },
    login: address,
    by: "srv",
    provider: null,
  });
  const app = {
    ...here.app,
    mailboxes: createMailboxes({ pollSeconds: 60, pollSentSeconds: 60, onTrouble: () => undefined }),
  };
  const desk = createDesk({
    app,
    discover: async (whose) => {
      looked.push(whose);
      return found;
    },
    checkAccount: (account, by) => {
      namedBy.push(by);
      return checkAccount(account);
    },
    rules: { allowPlain: true, loopbackOnly: false },
  });
  web = api({
    app,
    views: {} as Views,
    token: "of the API",
    timeMachine: null,
    connecting: { desk, token: "visit", secret },
  });
});

const home = "http://127.0.0.1:7788";
const page = async (headers: Record<string, string> = {}, path = "/connect/visit"): Promise<string> =>
  (await web.request(`${home}${path}`, { headers: { host: "127.0.0.1:7788", ...headers } })).text();
const post = (fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
  Promise.resolve(
    web.request(`${home}/connect/visit`, {
      method: "POST",
      body: new URLSearchParams(fields).toString(),
      headers: {
        host: "127.0.0.1:7788",
        "content-type": "application/x-www-form-urlencoded",
        origin: "null",
        "sec-fetch-site": "same-origin",
        ...headers,
      },
    }),
  );
const servers = () => ({
  act: "try",
  imap: `imap://127.0.0.1:${office.imap.port}`,
  smtp: `smtp://127.0.0.1:${office.smtp.port}`,
  login: address,
  history: "0",
});
const saved = () => here.query("select address, sent_folder, login from mailbox");

test("three forms connect a mailbox: who, where the password may go, which folder is Sent; each is answered by a look at the next", async () => {
  const met = await post(about);
  expect([met.status, met.headers.get("location")]).toEqual([303, "/connect/visit"]);
  const asked = await page();
  expect(asked).toContain("May your password go there?");
  expect(asked).toContain(`imap://127.0.0.1:${office.imap.port}`);
  expect(asked).toContain("in the SRV records of okafor.example");
  await post({ ...servers(), password });
  expect(await page()).toContain("Which folder holds the mail that you sent?");
  expect(await saved()).toEqual([]);
  await post({ act: "save", folder: "Sent" });
  expect(await saved()).toEqual([{ address, sent_folder: "Sent", login: address }]);
  const end = await page();
  expect(end).toContain(`${address} is connected`);
  expect(end).toContain("The next digest comes");
});

test("no password is asked for before the servers stand there, and none is on any page (SAFETY R52)", async () => {
  expect(await page()).not.toContain('type="password"');
  await post(about);
  await post({ ...servers(), password: "not that one" });
  const refused = await page();
  expect(refused).toContain('role="alert"');
  expect(refused).not.toContain("not that one");
  await post({ ...servers(), password });
  expect(await page()).not.toContain(password);
});

test("servers that the network named are tried as such, and as the person's own once they changed them (SAFETY R52)", async () => {
  await post(about);
  await post({ ...servers(), password: "wrong" });
  await post({ ...servers(), imap: `imap://localhost:${office.imap.port}`, password });
  expect(namedBy).toEqual(["network", "person"]);
});

test("every bad answer is told beside its field, in words that say what to write; the good ones are kept", async () => {
  await post({ ...about, address: "ines at okafor", zone: "Mars/Base", country: "", digestAt: "half past" });
  const again = await page();
  for (const words of ["is no mail address", "is no time zone", "is no country", "is no time of day"])
    expect(again).toContain(words);
  expect(again.match(/aria-invalid="true" aria-describedby/g)).toHaveLength(4);
  expect(again).toContain('value="Ines Okafor"');
  expect(looked).toEqual([]);
});

test("where nothing is found the servers are asked for, with what was tried", async () => {
  found = refuse(["There are no SRV records."]);
  await post(about);
  const asked = await page();
  expect(asked).toContain("Which servers are yours?");
  expect(asked).toContain("There are no SRV records.");
  expect(asked).toMatch(/<details open>/);
});

test("a provider that takes no password is named before one is asked for", async () => {
  await post({ ...about, address: "ines@outlook.com" });
  expect(await page()).toMatch(/OAuth2/);
  expect(looked).toEqual([]);
});

test("a button that is pressed twice connects once, and one of an earlier step does nothing", async () => {
  await post(about);
  await Promise.all([post({ ...servers(), password }), post({ ...servers(), password })]);
  expect(namedBy).toHaveLength(1);
  await Promise.all([post({ act: "save", folder: "Sent" }), post({ act: "save", folder: "Drafts" })]);
  await post({ act: "back" });
  await post(about);
  expect(await saved()).toMatchObject([{ sent_folder: "Sent" }]);
  expect(await page()).toContain("is connected");
});

test("Back goes a step back and keeps what was written", async () => {
  await post(about);
  await post({ ...servers(), password });
  await post({ act: "back" });
  expect(await page()).toContain("May your password go there?");
  await post({ act: "back" });
  expect(await page()).toContain(`value="${address}"`);
});

test("a folder that the mailbox does not have is not taken for Sent", async () => {
  await post(about);
  await post({ ...servers(), password });
  await post({ act: "save", folder: "Elsewhere" });
  expect(await saved()).toEqual([]);
});

test("something broken inside is told by its place, without the words of the error", async () => {
  found = Object.defineProperty({} as typeof found, "ok", {
    get: () => {
      throw new Error(`no servers for ${address}`);
    },
  });
  const printed: unknown[] = [];
  const spy = vi.spyOn(console, "error").mockImplementation((...words) => void printed.push(...words));
  expect((await post(about)).status).toBe(500);
  spy.mockRestore();
  expect(printed).toMatchObject([{ error: "Error", at: expect.stringMatching(/^connect-pages\.test\.ts:/) }]);
  expect(JSON.stringify(printed)).not.toContain(address);
});

describe("who may come in", () => {
  test("nobody without the token, of which nothing is told", async () => {
    expect(await page({}, "/connect/other")).toContain("There is nothing here");
    expect(await page({}, "/connect/other")).not.toContain("Ines");
  });

  test("no browser that would send the password through a network in plain text (SAFETY R51)", async () => {
    expect(await page({ host: "192.168.1.20:7788" })).toContain("Not over this connection");
    expect(await page({ host: "127.0.0.1.evil.example" })).toContain("Not over this connection");
    expect(await page({ host: "mail.example", "x-forwarded-proto": "https" })).toContain(
      "Connect your mailbox",
    );
    expect(await page({ host: "localhost:7788" })).toContain("Connect your mailbox");
  });

  test("no form that another site sends, and none that is no form of ours", async () => {
    expect((await post(about, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await post(about, { origin: "https://evil.example" })).status).toBe(403);
    expect((await post({ act: "else" })).status).toBe(400);
    expect((await post({ ...about, name: "x".repeat(20_000) })).status).toBe(413);
    expect(looked).toEqual([]);
  });

  test("and not often: every try is a login at the provider", async () => {
    await post(about);
    for (let n = 0; n < 29; n += 1) await post({ act: "else" });
    expect((await post({ ...servers(), password })).status).toBe(429);
    expect(namedBy).toEqual([]);
  });
});
