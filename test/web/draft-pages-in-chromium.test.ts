import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Views } from "../../src/store/views.ts";
import { api } from "../../src/web/api.ts";
import { listen } from "../../src/web/server.ts";
import { type Browser, openBrowser } from "../support/chromium.ts";
import { invitation } from "../support/letter.ts";
import { realServer } from "../support/real-servers.ts";
import { type Connected, type Made, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

/** What a sanitiser may be talked into, and what must not be needed here: every one of them is text (SAFETY R55). */
const hostile = `<script>document.title="owned"</script><img src=//evil.example/x onerror=alert(1)><svg/onload=alert(2)><math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(3)&gt;">{{7*7}}\${7*7}</textarea></title><form action="//evil.example">&lt;b&gt;`;
const hostileName = "Jo <img src=//evil.example onerror=alert(4)>";

const chromium = realServer("chromium");
describe.skipIf(chromium.missing)(chromium.title("the page of a draft in a browser"), () => {
  let here: ReceivingApp;
  let server: { readonly url: string; readonly close: () => Promise<void> };
  let browser: Browser;
  let ana: Connected;
  let digest: Made;
  let link: string;

  beforeAll(async () => {
    // The digest names the address of the server, so that one is there first.
    let pages = new Hono();
    server = await listen(
      new Hono().all("*", (c) => pages.fetch(c.req.raw, c.env)),
      "127.0.0.1",
      0,
    );
    here = await openReceivingApp(() => null, server.url);
    pages = api({ app: here.app, views: {} as Views, token: "of the API", timeMachine: null });
    browser = await openBrowser(chromium.path);
    here.at("2026-05-18T09:00");
    ana = await here.connect();
    const subject = `Interview ${hostile}`;
    await here.deliver(ana, invitation({ subject }));
    // Two mails of one moment have no order.
    here.at("2026-05-18T09:01");
    await here.deliver(
      ana,
      invitation({
        subject,
        from: `=?utf-8?B?${Buffer.from(hostileName).toString("base64")}?= <jo.field@fairholm-bakery.example>`,
        id: "invite-2@fairholm-bakery.example",
        answers: "invite-1@fairholm-bakery.example",
        text: `Dear Ana,\n\nThe door is on the left. ${hostile}\n\nJo Field`,
        meeting: { sequence: 1 },
      }),
    );
    here.at("2026-05-21T15:20");
    await here.pass();
    await nextDigest("2026-05-22T07:30");
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    await here.close();
  });

  const nextDigest = async (at: string): Promise<void> => {
    here.at(at);
    const made = await here.digest(ana);
    if (!made) throw new Error("no digest was due");
    digest = made;
    [link = ""] = addressesIn(made.text);
  };
  const addressesIn = (text: string): string[] => [
    ...new Set(text.match(/\bhttps?:\/\/[^\s"'<>]+/g)?.filter((one) => one.startsWith(server.url)) ?? []),
  ];
  /** Everything that the database holds. */
  const dump = async (): Promise<readonly unknown[]> => {
    const tables = await here.query(
      "select table_schema s, table_name t from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1, 2",
    );
    return Promise.all(
      tables.map(async ({ s, t }) => [
        t,
        (
          await here.query(`select md5(string_agg(r::text, chr(10) order by r::text)) from "${s}"."${t}" r`)
        )[0].md5,
      ]),
    );
  };

  test("what others wrote, and what is written into the form, is text: nothing runs, nothing is asked for elsewhere (R54, R55)", async () => {
    await browser.open(link);
    const page = String(await browser.tell("document.body.innerText"));
    for (const words of [
      "Re: Interview <script>document",
      hostileName,
      "The door is on the left. <script>",
      "{{7*7}}",
    ])
      expect(page).toContain(words);
    await browser.tell(
      `document.querySelector("#text").value = ${JSON.stringify(`Dear Jo,\n\n${hostile}\n\nAna`)}`,
    );
    await browser.press('button[value="edit"]');
    await nextDigest("2026-05-23T07:30");
    await browser.open(link);
    expect(await browser.tell('document.querySelector(".letter").innerText')).toBe(
      `Dear Jo,\n\n${hostile}\n\nAna`,
    );
    expect(await browser.tell('document.querySelector("#text").value')).toBe(`Dear Jo,\n\n${hostile}\n\nAna`);
    expect(
      await browser.tell(
        'document.querySelectorAll("script, img, svg, math, iframe, object, link, [onerror]").length',
      ),
    ).toBe(0);
    expect(await browser.tell("document.cookie")).toBe("");
    expect(await browser.tell("document.title")).toBe("A draft to decide - Afterword");
    expect(new Set(browser.asked().map((url) => new URL(url).origin))).toEqual(new Set([server.url]));
    expect(browser.complaints()).toEqual([]);
  });

  test.each([
    ["a phone", { width: 390, height: 844 }],
    ["a narrow phone", { width: 320, height: 640 }],
    ["a desktop", { width: 1280, height: 900 }],
    ["a desktop at 200 %", { width: 1280, height: 900, zoom: 2 }],
  ])(
    "on %s everything fits, is large enough to press, and stands out in light and in dark",
    async (_name, window) => {
      await browser.open(link);
      await browser.tell('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
      for (const scheme of ["light", "dark"] as const) {
        await browser.shoot({ ...window, scheme });
        expect(await browser.tell("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
        expect(await browser.tell(smallest)).toBeGreaterThanOrEqual(44);
        expect(
          await browser.tell('parseFloat(getComputedStyle(document.querySelector(".letter")).fontSize)'),
        ).toBe(17);
        expect(await browser.tell(faintest), scheme).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  test("a screen reader is told what each part is and what each button does", async () => {
    await browser.open(link);
    await browser.tell('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
    const spoken = (await browser.spoken()).filter((one) =>
      /^(?:heading|region|button|group|textbox)/.test(one),
    );
    expect(spoken).toMatchInlineSnapshot(`
      [
        "heading: Thank you to Jo Field, Fairholm Bakery",
        "region: The mail as it would leave",
        "region: The conversation so far",
        "button: Send it",
        "group: Decide later, on",
        "heading: The conversation so far",
        "button: Tuesday 26 May",
        "button: Friday 29 May",
        "textbox: What is to be different?",
        "button: Ask for a new version",
        "textbox: Your text",
        "button: Keep this text",
        "button: Skip it",
      ]
    `);
    expect(await browser.tell("document.documentElement.lang")).toBe("en");
    expect(await browser.tell('document.querySelectorAll("main, h1").length')).toBe(2);
  });

  test("every address of a digest, asked for 100 times by GET and by HEAD and opened with scripts on, changes nothing; then one press acts once (R34)", async () => {
    await nextDigest("2026-05-24T07:30");
    const before = await dump();
    // Both parts of it: the text, and the button in the HTML.
    const source = digest.source.toString().replaceAll("=\r\n", "").replaceAll("=3D", "=");
    const addresses = addressesIn(source);
    expect(addresses).toEqual([link]);
    expect(source.split(link)).toHaveLength(3);
    for (const address of addresses) {
      for (let n = 0; n < 100; n += 1)
        for (const method of ["GET", "HEAD"]) {
          const answered = await fetch(address, { method });
          expect(answered.status).toBe(200);
          expect((await answered.text()) === "").toBe(method === "HEAD");
        }
      await browser.open(address);
    }
    expect(await dump()).toEqual(before);
    await browser.press('button[value="approve"]');
    expect(await browser.tell('document.querySelector("h1").innerText')).toBe("Approved");
    expect(await browser.tell('document.querySelector("[role=status]").innerText')).toContain(
      "until then it can be stopped",
    );
    const queued = "select state from outbox where purpose = 'draft'";
    expect(await here.query(queued)).toEqual([{ state: "queued" }]);
    await browser.open(link);
    expect(await browser.tell('document.querySelector("h1").innerText')).toBe("Already decided");
    await browser.press('button[value="undo"]');
    expect(await browser.tell('document.querySelector("h1").innerText')).toBe("Taken back");
    expect(await here.query(queued)).toEqual([{ state: "cancelled" }]);
  });
});

/** The height in CSS pixels of the lowest thing to press. */
const smallest =
  'Math.min(...[...document.querySelectorAll("button, summary")].map((one) => one.getBoundingClientRect().height))';

/** The least contrast of any text with what is behind it (WCAG 2.2, 1.4.3). */
const faintest = `(() => {
  const rgb = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = rgb(colour).map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (one) => {
    const colour = getComputedStyle(one).backgroundColor;
    return rgb(colour)[3] === 0 ? behind(one.parentElement) : colour;
  };
  const texts = [...document.querySelectorAll("main *")].filter((one) => [...one.childNodes].some((child) => child.nodeType === 3 && child.data.trim() !== ""));
  return Math.min(...texts.map((one) => {
    const [a, b] = [light(getComputedStyle(one).color), light(behind(one))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }));
})()`;
