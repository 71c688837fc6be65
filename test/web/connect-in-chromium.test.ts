import { Hono } from "hono";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDesk } from "../../src/connecting/desk.ts";
import { ok } from "../../src/domain/result.ts";
import { checkAccount } from "../../src/mail/check.ts";
import { createMailboxes } from "../../src/mail/mailboxes.ts";
import { openPostOffice, type PostOffice } from "../../src/sandbox/post-office.ts";
import { secret } from "../../src/store/seal.ts";
import type { Views } from "../../src/store/views.ts";
import { api } from "../../src/web/api.ts";
import { listen } from "../../src/web/server.ts";
import { type Browser, openBrowser } from "../support/chromium.ts";
import { realServer } from "../support/real-servers.ts";
import { openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

const address = "ines@okafor.example";
const password = "green lamp 7";

const chromium = realServer("chromium");
describe.skipIf(chromium.missing)(chromium.title("connecting a mailbox in a browser"), () => {
  let here: ReceivingApp;
  let office: PostOffice;
  let browser: Browser;
  let server: { readonly url: string; readonly close: () => Promise<void> };

  beforeAll(async () => {
    here = await openReceivingApp();
    office = await openPostOffice({
      address,
      password,
      now: () => Temporal.Now.instant(),
      bringsMailToOthers: async () => false,
    });
    const app = {
      ...here.app,
      mailboxes: createMailboxes({ pollSeconds: 60, pollSentSeconds: 60, onTrouble: () => undefined }),
    };
    const onLoopback = { host: "127.0.0.1", security: "plain" } as const;
    const desk = createDesk({
      app,
      discover: async () =>
        ok({
          imap: { ...onLoopback, port: office.imap.port },
          smtp: { ...onLoopback, port: office.smtp.port },
          login: address,
          by: "autoconfig",
          provider: null,
        }),
      checkAccount: (account) => checkAccount(account),
      rules: { allowPlain: true, loopbackOnly: false },
    });
    const connecting = { desk, token: "visit", secret };
    const pages = new Hono().route(
      "/",
      api({ app, views: {} as Views, token: "of the API", timeMachine: null, connecting }),
    );
    server = await listen(pages, "127.0.0.1", 0);
    browser = await openBrowser(chromium.path);
    await browser.open(`${server.url}/connect/visit`);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    await office.close();
    await here.close();
  });

  const fill = (fields: Record<string, string>): Promise<unknown> =>
    browser.tell(
      Object.entries(fields)
        .map(([id, value]) => `document.getElementById(${JSON.stringify(id)}).value=${JSON.stringify(value)}`)
        .join(";"),
    );
  const heading = (): Promise<unknown> => browser.tell("document.querySelector('h1').textContent");

  test("a new user who first writes nonsense and a wrong password ends with a connected mailbox", async () => {
    await fill({ address, name: "Ines Okafor", zone: "Lagos", country: "NG" });
    await browser.press("button.first");
    expect(await browser.tell("document.querySelector('.refused').textContent")).toContain("is no time zone");
    await fill({ zone: "Africa/Lagos" });
    await browser.press("button.first");
    expect(await heading()).toBe("May your password go there?");
    await fill({ password: "red lamp 7", history: "0" });
    await browser.press("button.first");
    expect(await browser.tell("document.querySelector('[role=alert]').textContent")).toContain(
      "refused user name or password",
    );
    await fill({ password });
    await browser.press("button.first");
    expect(await heading()).toBe("Both servers let us in");
    await browser.press("button.first");
    expect(await heading()).toBe(`${address} is connected`);
    expect(await here.query("select address from mailbox")).toEqual([{ address }]);
  });

  test("a screen reader hears a name for every field, and the page asks one origin for everything and complains of nothing", async () => {
    expect(browser.complaints()).toEqual([]);
    expect(browser.asked().filter((url) => !url.startsWith(server.url) && !url.startsWith("data:"))).toEqual(
      [],
    );
    expect((await browser.spoken()).join("\n")).toContain("is connected");
  });
});
