import type { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { changeSetting } from "../../src/flows/change-setting.ts";
import { receiveMessage } from "../../src/flows/receive-message.ts";
import { reviseDraft } from "../../src/flows/revise-draft.ts";
import { sendDue } from "../../src/flows/send-due.ts";
import { sweep } from "../../src/flows/sweep.ts";
import type { Views } from "../../src/store/views.ts";
import { api } from "../../src/web/api.ts";
import { rateLimit } from "../../src/web/rate-limit.ts";
import { answer } from "../support/answering.ts";
import { answering, shortMailsTo } from "../support/confirmations.ts";
import { invitation, type Letter } from "../support/letter.ts";
import { type Connected, type Made, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

const home = "https://jobs.example";
let here: ReceivingApp;
let web: Hono;
let ana: Connected;
let digest: Made;
/** The path of the link in the digest. */
let link: string;

beforeAll(async () => {
  here = await openReceivingApp(() => null, home);
  web = serving(here.app);
});
afterAll(() => here.close());

/** Invited on Monday, interviewed on Thursday 14:00; the digest of Friday 07:30 offers a thank-you, and it is 07:45. */
beforeEach(async () => {
  await here.reset();
  here.at("2026-05-18T09:00");
  ana = await here.connect();
  await here.deliver(ana, invitation());
  await here.deliver(ana, directions);
  here.at("2026-05-21T15:20");
  await here.pass();
  here.at("2026-05-22T07:30");
  digest = await made();
  link = pathIn(digest.text);
  here.at("2026-05-22T07:45");
});

const directions: Letter = {
  from: "Jo Field <jo.field@fairholm-bakery.example>",
  subject: "Re: Interview for Office Manager",
  answers: "invite-1@fairholm-bakery.example",
  text: "Dear Ana,\n\nHow to find us: https://fairholm-bakery.example/find?key=canary-7\n\nJo Field\n\nOn Monday Ana Reyes wrote:\n> canary-quote",
};
const serving = (app: ReceivingApp["app"]): Hono =>
  api({ app, views: {} as Views, token: "of the API", timeMachine: null });
const made = async (): Promise<Made> => {
  const one = await here.digest(ana);
  if (!one) throw new Error("no digest was due");
  return one;
};
const pathIn = (text: string): string => {
  const [address = ""] = /https:\/\/jobs\.example\/d\/\S+/.exec(text) ?? [];
  if (address === "") throw new Error(`no link in:\n${text}`);
  return address.slice(home.length);
};
const get = (path = link): Promise<Response> => Promise.resolve(web.request(path));
const post = (fields: Record<string, string>, path = link, headers: Record<string, string> = {}) =>
  Promise.resolve(
    web.request(path, {
      method: "POST",
      body: new URLSearchParams(fields).toString(),
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        origin: "null",
        "sec-fetch-site": "same-origin",
        ...headers,
      },
    }),
  );
const status = async (): Promise<string> =>
  (await here.query("select status from follow_up where kind = 'thank_you'"))[0].status;
const approved = () =>
  here.query("select draft_hash, not_before, state from outbox where purpose = 'draft' order by approved_at");
/** What we told the person by mail besides digests, newest first. */
const notes = async (): Promise<string[]> => {
  const rows = await here.query(
    "select rfc822 from outbox where purpose = 'self' and message_id like 'note.%' order by approved_at desc",
  );
  const context = { internalDate: here.app.clock.now(), authservId: null };
  return Promise.all(
    rows.map(async ({ rfc822 }) => (await here.app.mime.read(rfc822, context)).message.text),
  );
};
const undoPathIn = (page: string): string => `/d/${/action="([\w-]+)"/.exec(page)?.[1]}`;

describe("the page", () => {
  test("shows to whom exactly, what, why, when, and the conversation without quotes and links (R47)", async () => {
    const answered = await get();
    expect(answered.status).toBe(200);
    const page = await answered.text();
    for (const words of [
      "Thank you to Jo Field, Fairholm Bakery",
      "The interview on Thursday 21 May has ended.",
      "jo.field@fairholm-bakery.example",
      "Re: Interview for Office Manager",
      "Thank you for taking the time to talk with me on Thursday 21 May",
      "Below it, the mail that it answers is quoted.",
      "It goes out today at 09:00, and can be stopped until then.",
      "We would like to invite you to an interview for the position of Office Manager at Fairholm",
      "How to find us: [link]",
    ])
      expect(page).toContain(words);
    expect(page).not.toMatch(/canary|<script|<img|<link|onclick/i);
    expect(page.indexOf("How to find us")).toBeLessThan(page.indexOf("We would like to invite you"));
  });

  test("shows the newest six mails of the conversation, says how many are older, and cuts what is long", async () => {
    for (let n = 1; n <= 6; n += 1)
      await here.deliver(ana, {
        ...directions,
        text: `Dear Ana,\n\nHow to find us: Door number ${n}. ${n === 6 ? "Please ring the bell. ".repeat(120) : ""}\n\nJo Field`,
      });
    here.at("2026-05-23T07:30");
    const page = await (await get(pathIn((await made()).text))).text();
    expect(page.match(/Door number \d/g)).toEqual([6, 5, 4, 3, 2, 1].map((n) => `Door number ${n}`));
    expect(page).toContain("2 older mails are left out.");
    expect(page.match(/The rest of this mail is left out/g)).toHaveLength(1);
  });

  test("says why a mail cannot be approved now, and has no button that would", async () => {
    await here.query("update person set paused_until = '2026-06-01T07:00:00Z'");
    const page = await (await get()).text();
    expect(page).toContain("You paused, so nothing is approved now");
    expect(page).not.toContain('value="approve"');
    expect((await post({ act: "approve" })).status).toBe(409);
    expect(await approved()).toEqual([]);
  });

  test("of a mail that has waited too long has no button that would be refused", async () => {
    here.at("2026-05-29T07:29");
    const page = await (await get()).text();
    expect(page).toContain("That mail is no longer due.");
    expect(page).not.toContain('value="approve"');
  });

  test("bears the same headers whatever comes of a request (R35, R54)", async () => {
    const shown = Object.fromEntries((await get()).headers);
    const policy = shown["content-security-policy"]?.replace(/sha256-[\w+/]{43}=/, "sha256-OF-THE-STYLES");
    expect({ ...shown, "content-security-policy": policy }).toMatchInlineSnapshot(`
      {
        "cache-control": "no-store",
        "content-security-policy": "default-src 'none'; style-src 'sha256-OF-THE-STYLES'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        "content-type": "text/html; charset=UTF-8",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "x-robots-tag": "noindex",
      }
    `);
    for (const other of [await get("/d/none"), await post({ act: "none" }), await post({ act: "skip" })]) {
      const headers = Object.fromEntries(other.headers);
      expect(headers).toEqual(shown);
    }
  });

  test("and every link are absent without PUBLIC_URL, and where the person switches links off", async () => {
    const without = serving({ ...here.app, links: null });
    expect((await without.request(link)).headers.get("content-type")).toContain("application/json");
    await changeSetting(
      here.app,
      ana.personId,
      { name: "links", candidacy: null, words: "off" },
      { by: "cli" },
    );
    const off = await get();
    expect(off.status).toBe(403);
    expect(await off.text()).not.toContain("Jo Field");
    expect((await post({ act: "approve" })).status).toBe(403);
    here.at("2026-05-23T07:30");
    expect((await made()).source.toString()).not.toContain("/d/");
    expect(await approved()).toEqual([]);
  });
});

test("an answer to the short mail about it stops what was approved by a link", async () => {
  await post({ act: "approve" });
  const [mail] = (await shortMailsTo(here, ana)).slice(-1);
  if (!mail) throw new Error("no short mail told of it");
  expect(mail.text).toContain('Answering this mail with "1 undo" stops it as well.');
  await here.deliver(ana, answering(ana, mail, "1 undo"), "sent");
  expect(await here.query("select state from outbox where purpose = 'draft'")).toEqual([
    { state: "cancelled" },
  ]);
});

describe("a link that is not right changes nothing and shows nothing of the draft (R35)", () => {
  const claimsOf = (path: string) => {
    const read = here.app.links?.read(path.slice("/d/".length));
    if (!read?.ok) throw new Error("no claims");
    return read.value;
  };
  const signed = (change: object): string => `/d/${here.app.links?.sign({ ...claimsOf(link), ...change })}`;

  test.each([
    ["cut", 404, async () => link.slice(0, -1)],
    [
      "changed in one bit",
      403,
      async () => `${link.slice(0, 20)}${link[20] === "A" ? "B" : "A"}${link.slice(21)}`,
    ],
    ["of a draft that is gone", 404, async () => signed({ draftId: crypto.randomUUID() })],
    ["of another version's hash", 404, async () => signed({ hash: "0".repeat(32) })],
    [
      "of another person",
      404,
      async () =>
        signed({ personId: (await here.connect({ name: "Bo Lund", address: "bo@lund.example" })).personId }),
    ],
  ])("%s: %i", async (_what, code, path) => {
    const wrong = await path();
    for (const answered of [await get(wrong), await post({ act: "approve" }, wrong)]) {
      expect(answered.status).toBe(code);
      expect(await answered.text()).not.toMatch(/Jo Field|fairholm/i);
    }
    expect(await status()).toBe("offered");
    expect(await approved()).toEqual([]);
  });

  test("seven days after its digest it has expired, and a second before it has not", async () => {
    here.at("2026-05-29T07:29:59");
    expect((await get()).status).toBe(200);
    here.at("2026-05-29T07:30");
    for (const answered of [await get(), await post({ act: "approve" })]) {
      expect(answered.status).toBe(410);
      expect(await answered.text()).not.toMatch(/Jo Field|fairholm/i);
    }
    expect(await approved()).toEqual([]);
  });

  test("one for taking back cannot approve, and one for deciding cannot take back", async () => {
    expect((await post({ act: "undo" })).status).toBe(409);
    const undo = undoPathIn(await (await post({ act: "later friday" })).text());
    for (const act of ["approve", "skip", "later", "wish", "edit"])
      expect((await post({ act, wish: "shorter", text: "Send me." }, undo)).status, act).toBe(409);
    expect(await approved()).toEqual([]);
    expect(await status()).toBe("planned");
  });
});

describe("a form counts only from a page of ours (R35)", () => {
  test.each([
    ["another site", { "sec-fetch-site": "cross-site" }],
    ["a neighbour below the same domain", { "sec-fetch-site": "same-site" }],
    ["nowhere", { "sec-fetch-site": "none" }],
    ["another origin", { origin: "https://evil.example" }],
  ])("from %s: 403", async (_from, headers) => {
    expect((await post({ act: "approve" }, link, headers)).status).toBe(403);
    expect(await approved()).toEqual([]);
  });

  test("that says nothing of where it comes from: 403; that names our origin alone: done", async () => {
    const bare = (headers: Record<string, string>) =>
      web.request(link, {
        method: "POST",
        body: "act=approve",
        headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      });
    expect((await bare({})).status).toBe(403);
    expect((await bare({ origin: "null" })).status).toBe(403);
    expect((await bare({ origin: home })).status).toBe(200);
  });

  test("of another type, too long, or without a choice of ours: refused", async () => {
    expect((await post({ act: "approve" }, link, { "content-type": "text/plain" })).status).toBe(415);
    expect((await post({ act: "edit", text: "x".repeat(100_000) })).status).toBe(413);
    expect((await post({ act: "send again" })).status).toBe(400);
    expect(await status()).toBe("offered");
  });
});

describe("a decision", () => {
  test("to send: once, half an hour later at the earliest, told at once with the way to stop it, and by the next digest (R36)", async () => {
    here.at("2026-05-22T10:00");
    const first = await post({ act: "approve" });
    expect(first.status).toBe(200);
    expect(await first.text()).toContain("today at 10:30");
    const [row] = await approved();
    expect(row.not_before.toISOString()).toBe("2026-05-22T09:30:00.000Z");
    expect(here.reminders.some(({ reminder }) => reminder.queue === "outbox")).toBe(true);
    const [entry] = (await here.journal(ana)).filter(({ type }) => type === "approved");
    expect(entry?.data?.proof).toEqual({
      by: "link",
      mailId: (await here.query("select id from digest"))[0].id,
    });
    const again = await post({ act: "approve" });
    expect(again.status).toBe(410);
    expect((await get()).status).toBe(410);
    expect(await approved()).toHaveLength(1);
    const [note = ""] = await notes();
    expect(note).toContain("approved the mail to Jo Field <jo.field@fairholm-bakery.example>");
    expect(note).toContain("today at 10:30");
    const undone = await post({ act: "undo" }, pathIn(note));
    expect(undone.status).toBe(200);
    expect((await approved()).map(({ state }) => state)).toEqual(["cancelled"]);
    expect((await post({ act: "undo" }, pathIn(note))).status).toBe(410);
    here.at("2026-05-23T07:30");
    expect((await made()).text).toContain("DECIDED BY A LINK\n- You approved the mail to jo.field@");
  });

  test("to send is taken back by the page that says so, until the mail leaves", async () => {
    const undo = undoPathIn(await (await post({ act: "approve" })).text());
    expect(await (await get(undo)).text()).toContain("Take it back?");
    await here.query("update outbox set state = 'transmitting' where purpose = 'draft'");
    expect((await post({ act: "undo" }, undo)).status).toBe(410);
    expect((await approved()).map(({ state }) => state)).toEqual(["transmitting"]);
    // Caps, a server that is away or a copy in Drafts make it later than was planned.
    await here.query("update outbox set state = 'queued' where purpose = 'draft'");
    here.at("2026-05-22T11:00");
    expect(await (await get(undo)).text()).toContain("goes out as soon as it can");
    expect((await post({ act: "undo" }, undo)).status).toBe(200);
    expect((await approved()).map(({ state }) => state)).toEqual(["cancelled"]);
  });

  test("on the last day of its link is taken back until the mail leaves, too", async () => {
    const read = here.app.links?.read(link.slice("/d/".length));
    if (!read?.ok) throw new Error("no claims");
    const expiresAt = here.app.clock.now().add({ minutes: 5 });
    const ending = `/d/${here.app.links?.sign({ ...read.value, expiresAt })}`;
    const undo = undoPathIn(await (await post({ act: "approve" }, ending)).text());
    here.at("2026-05-22T08:59");
    expect((await post({ act: "undo" }, undo)).status).toBe(200);
    expect((await approved()).map(({ state }) => state)).toEqual(["cancelled"]);
  });

  test("to leave it out, and to decide later, are done once and can be taken back", async () => {
    const skipped = await (await post({ act: "skip" })).text();
    expect(await status()).toBe("skipped");
    expect((await post({ act: "approve" })).status).toBe(410);
    expect((await post({ act: "undo" }, undoPathIn(skipped))).status).toBe(200);
    expect(await status()).toBe("offered");
    for (const act of ["approve", "skip", "later"]) expect((await post({ act })).status).toBe(410);
    expect((await post({ act: "undo" }, undoPathIn(skipped))).status).toBe(410);
    expect(await status()).toBe("offered");
    here.at("2026-05-23T07:30");
    const next = pathIn((await made()).text);
    expect(await (await post({ act: "later friday" }, next)).text()).toContain("until Friday 29 May");
    expect(
      (await here.query("select not_before::text from follow_up where kind = 'thank_you'"))[0].not_before,
    ).toBe("2026-05-29");
  });

  test("to change the text makes a version that this link cannot send; a new link comes by mail", async () => {
    expect((await post({ act: "edit", text: "Dear Jo,\r\n\r\nThank you!\r\n\r\nAna" })).status).toBe(200);
    expect(await status()).toBe("offered");
    for (const answered of [await get(), await post({ act: "approve" })]) expect(answered.status).toBe(410);
    await answer(here, ana, digest, "1 ok");
    expect(await approved()).toEqual([]);
    const note =
      (await notes()).find((one) => one.includes("changed the text of the mail to Jo Field")) ?? "";
    const page = await (await get(pathIn(note))).text();
    expect(page).toContain("Dear Jo,\n\nThank you!\n\nAna");
    expect((await post({ act: "approve" }, pathIn(note))).status).toBe(200);
    const versions = await here.query("select hash, text, by from draft order by version");
    expect(versions.at(-1)).toMatchObject({ text: "Dear Jo,\n\nThank you!\n\nAna", by: "person" });
    expect((await approved()).map(({ draft_hash }) => draft_hash)).toEqual([versions.at(-1).hash]);
    expect(await here.query("select * from lesson")).toEqual([]);
  });

  test("to change the text is told by the next digest, with the whole new text however often the old one was shown", async () => {
    await here.query("update follow_up set times_offered = 5 where kind = 'thank_you'");
    await post({ act: "edit", text: "Dear Jo,\n\nNever seen before.\n\nAna" });
    here.at("2026-05-23T07:30");
    const { text } = await made();
    expect(text).toContain("> Never seen before.");
    expect(text).toContain("Its text was changed on its page.");
    expect((await get(pathIn(text))).status).toBe(200);
  });

  test("to have other words leaves the draft without an approval until the new version is seen", async () => {
    const answered = await post({ act: "wish", wish: "shorter, please" });
    expect(answered.status).toBe(200);
    const [wish] = here.reminders.filter(({ reminder }) => reminder.queue === "draft");
    if (wish?.reminder.queue !== "draft") throw new Error("nobody was asked for other words");
    await reviseDraft(here.app, wish.reminder.id);
    expect((await post({ act: "approve" })).status).toBe(410);
    expect(await approved()).toEqual([]);
  });

  test("that is refused leaves the link as it was", async () => {
    expect((await post({ act: "edit", text: " " })).status).toBe(409);
    expect((await post({ act: "wish", wish: " " })).status).toBe(409);
    expect((await post({ act: "approve" })).status).toBe(200);
  });
});

describe("where both short mails of a day are used up (R36)", () => {
  const toldTwice = async (): Promise<void> => {
    for (const unclear of ["8 ok", "9 ok"]) await answer(here, ana, digest, unclear);
    expect(await notes()).toHaveLength(2);
  };
  const sent: string[] = [];
  const sending = async (): Promise<void> => {
    const [row] = await here.query("select id from outbox where purpose = 'draft'");
    const send: ReceivingApp["app"]["courier"]["send"] = async (_account, mail) => {
      sent.push(mail.to);
      return { type: "unknown", reply: "the line broke" };
    };
    await sendDue({ ...here.app, courier: { ...here.app.courier, send } }, row.id);
  };

  test("an approval leaves an hour after the next digest at the earliest, which shows the mail and stops it", async () => {
    await here.query("update person set digest_at = '09:30'");
    here.at("2026-05-26T08:00");
    await toldTwice();
    expect(await (await get()).text()).toContain(
      "It goes out today at 10:30, after your next digest has told of it, and can be stopped until then.",
    );
    expect(await (await post({ act: "approve" })).text()).toContain("goes out today at 10:30");
    expect(await notes()).toHaveLength(2);
    here.at("2026-05-26T09:30");
    const next = await made();
    expect(next.text).toContain(
      "Somebody with the link of your digest, most likely you, approved the mail to Jo Field. It goes out today at 10:30, and can be stopped until then.\n\nTo: Jo Field <jo.field@fairholm-bakery.example>",
    );
    expect(next.text).toContain("> Thank you for taking the time to talk with me on Thursday 21 May");
    expect(next.text).not.toContain("DECIDED BY A LINK");
    const [, n] = /^(\d+)\. Fairholm Bakery, Office Manager: approved\./m.exec(next.text) ?? [];
    expect(next.text).toContain(`Reply "${n} undo".`);
    await answer(here, ana, next, `${n} undo`);
    expect((await approved()).map(({ state }) => state)).toEqual(["cancelled"]);
  });

  test("it waits for that digest however late the digest is, and for an hour more", async () => {
    await here.query("update person set digest_at = '09:30'");
    here.at("2026-05-26T08:00");
    await toldTwice();
    await post({ act: "approve" });
    here.at("2026-05-26T12:00");
    await sending();
    here.at("2026-05-26T12:10");
    const { text } = await made();
    expect(text).toContain("It goes out today at 13:10");
    expect(text).not.toContain("TROUBLE");
    here.at("2026-05-26T13:10");
    // The digest has not left yet.
    await sending();
    await here.query("update outbox set state = 'sent' where purpose = 'self'");
    here.at("2026-05-26T13:09");
    await sending();
    expect(sent).toEqual([]);
    here.at("2026-05-26T13:30");
    await sending();
    expect(sent).toEqual(["jo.field@fairholm-bakery.example"]);
  });

  test("the page promises no mail with a changed text", async () => {
    expect(await (await get()).text()).toContain("Your text is mailed to you, and leaves when");
    await toldTwice();
    expect(await (await get()).text()).toContain("Your text stands in your next digest, and leaves when");
  });
});

describe("a link that has acted", () => {
  test("says that its mail was held back, not that somebody took it back", async () => {
    await post({ act: "approve" });
    await here.deliver(ana, {
      ...directions,
      text: "Dear Ana,\n\nOne more thing: bring your papers.\n\nJo Field",
    });
    here.at("2026-05-22T09:00");
    const [row] = await here.query("select id from outbox where purpose = 'draft'");
    await sendDue(here.app, row.id);
    expect((await approved()).map(({ state }) => state)).toEqual(["held"]);
    const page = await (await get()).text();
    expect(page).toContain("It was approved, and then held back");
    expect(page).not.toContain("taken back");
  });

  test.each([
    { act: "edit", text: "Dear Jo,\n\nThank you!\n\nAna" },
    { act: "wish", wish: "shorter" },
  ])("by $act says what became of the new version", async (fields) => {
    expect(await (await post(fields)).text()).toMatch(/Nothing is sent (before|by that)/);
    await here.query("update follow_up set status = 'sent' where kind = 'thank_you'");
    const page = await (await get()).text();
    expect(page).toContain("It was sent.");
    expect(page).not.toContain("Nothing is sent");
  });

  test("is forgotten by the sweep when it would have expired, and not before", async () => {
    await post({ act: "skip" });
    here.at("2026-05-29T07:45");
    await sweep(here.app);
    expect(await here.query("select act from used_link")).toEqual([{ act: "skip" }]);
    here.at("2026-05-29T07:46");
    await sweep(here.app);
    expect(await here.query("select act from used_link")).toEqual([]);
  });
});

describe("the draft behind a link", () => {
  test("about which they have written since explains that it has changed, and is not sent", async () => {
    await here.deliver(ana, {
      ...directions,
      text: "Dear Ana,\n\nOne more thing: bring your papers.\n\nJo Field",
    });
    for (const answered of [await get(), await post({ act: "approve" })]) {
      expect(answered.status).toBe(410);
      expect(await answered.text()).toContain("It has changed");
    }
    expect(await approved()).toEqual([]);
  });

  test("whose text was changed by a later link explains that it has changed, and the old text is not sent", async () => {
    here.at("2026-05-23T07:30");
    const later = pathIn((await made()).text);
    expect((await get()).status).toBe(200);
    await post({ act: "edit", text: "Dear Jo,\n\nAnother text.\n\nAna" }, later);
    for (const answered of [await get(), await post({ act: "approve" }), await post({ act: "skip" })]) {
      expect(answered.status).toBe(410);
      expect(await answered.text()).toContain("It has changed");
    }
    expect(await status()).toBe("offered");
  });

  test("that was decided by mail says how, and can be stopped there", async () => {
    await answer(here, ana, digest, "1 ok");
    const answered = await get();
    expect(answered.status).toBe(410);
    const page = await answered.text();
    expect(page).toContain("goes out today at 09:00");
    await post({ act: "undo" }, undoPathIn(page));
    expect((await approved()).map(({ state }) => state)).toEqual(["cancelled"]);
  });

  test("that has acted names the recipient and the subject of what was decided, and never shows the text; one whose draft changed shows nothing (R35)", async () => {
    const [draft] = await here.query("select to_name, subject, text from draft where to_name = 'Jo Field'");
    const named = [draft.to_name, "jo.field@fairholm-bakery.example", draft.subject];
    await here.query("update draft set wish = 'shorter'");
    for (const words of named) expect(await (await get()).text()).not.toContain(words);
    await here.query("update draft set wish = null");
    await post({ act: "skip" });
    const page = await (await get()).text();
    for (const words of ["Already decided", ...named]) expect(page).toContain(words);
    expect(page).not.toContain(draft.text.split("\n")[2]);
  });

  test("approved 50 times at once, half by link and half by reply, is one row in the outbox (R12)", async () => {
    const letters = Array.from({ length: 25 }, (_, at) => ({
      from: "Ana Reyes <ana@reyes.example>",
      to: "ana@reyes.example",
      answers: digest.messageId,
      id: `reply-${at}@reyes.example`,
      proven: null,
      text: "1 ok",
    }));
    // A mailbox is read mail by mail, in whatever process.
    const reading = async (): Promise<void> => {
      for (const letter of letters)
        await receiveMessage(here.app, ana.account, await here.fetched(ana, letter, "sent"));
    };
    const [answers] = await Promise.all([
      Promise.all(letters.map(() => post({ act: "approve" }))),
      reading(),
    ]);
    expect(await approved()).toHaveLength(1);
    expect((await here.journal(ana)).filter(({ type }) => type === "approved")).toHaveLength(1);
    expect(answers.filter(({ status: code }) => code === 200).length).toBeLessThanOrEqual(1);
    expect(answers.filter(({ status: code }) => code !== 200 && code !== 410)).toEqual([]);
  });
});

describe("a flood", () => {
  const sent = (fresh: Hono, path: string, peer: string, forwarded: string): Promise<Response> =>
    Promise.resolve(
      fresh.request(
        path,
        {
          method: "POST",
          body: "act=approve",
          headers: {
            "content-type": "application/x-www-form-urlencoded",
            "sec-fetch-site": "same-origin",
            "x-forwarded-for": forwarded,
          },
        },
        { incoming: { socket: { remoteAddress: peer } } },
      ),
    );
  /** What the last of so many forms is answered, each with another header of a proxy. */
  const lastOf = async (times: number, peer: string, path: (n: number) => string): Promise<number> => {
    const fresh = serving(here.app);
    let code = 0;
    for (let n = 0; n < times; n += 1) code = (await sent(fresh, path(n), peer, `198.51.100.${n}`)).status;
    return code;
  };

  test("of forms on one link is held back whoever sends them; what is held back does nothing, and later it acts", async () => {
    const fresh = serving(here.app);
    for (let n = 0; n < 60; n += 1) await fresh.request(link, { method: "POST" });
    const held = await sent(fresh, link, "127.0.0.1", "198.51.100.1");
    expect([held.status, held.headers.get("retry-after")]).toEqual([429, "600"]);
    expect(await held.text()).toContain("Try again in 10 minutes");
    expect(await approved()).toEqual([]);
    here.at("2026-05-22T07:55");
    expect((await sent(fresh, link, "127.0.0.1", "198.51.100.1")).status).toBe(200);
  });

  test("from one address is held back; a near proxy names it, and from afar no header does", async () => {
    const elsewhere = (n: number) => `/d/none-${n}`;
    expect(await lastOf(120, "203.0.113.9", elsewhere)).toBe(404);
    expect(await lastOf(121, "203.0.113.9", elsewhere)).toBe(429);
    for (const near of ["127.0.0.1", "::ffff:172.18.0.2", "fd00::1"])
      expect(await lastOf(121, near, elsewhere), near).toBe(404);
  });

  test("of looks is held back for the rest of a minute, and says so", async () => {
    const fresh = serving(here.app);
    for (let n = 0; n < 3_000; n += 1) await fresh.request("/d/none");
    here.at("2026-05-22T07:45:20");
    const held = await fresh.request("/d/none");
    expect([held.status, held.headers.get("retry-after")]).toEqual([429, "40"]);
    expect(await held.text()).toContain("Try again in a minute");
    here.at("2026-05-22T07:46");
    expect((await fresh.request("/d/none")).status).toBe(404);
  });

  test("of keys takes a bounded memory: the oldest gives way", () => {
    const now = here.app.clock.now();
    const refuses = rateLimit({ most: 1, within: { minutes: 1 } }, 2);
    const end = now.add({ minutes: 1 });
    const asked = (...keys: string[]) => keys.map((key) => refuses(key, now));
    expect(asked("a", "a", "b", "c")).toEqual([null, end, null, null]);
    expect([...asked("a", "c"), refuses("c", end)]).toEqual([null, end, null]);
  });
});

test("a token that was made up or has expired costs the store nothing", async () => {
  const away = serving({
    ...here.app,
    store: {
      transaction: () => {
        throw new Error("the store was asked");
      },
    },
  });
  const forged = `${link.slice(0, 20)}${link[20] === "A" ? "B" : "A"}${link.slice(21)}`;
  expect((await away.request(forged)).status).toBe(403);
  here.at("2026-05-29T07:30");
  expect((await away.request(link)).status).toBe(410);
});

test("something broken inside is told by its place, with neither the token nor the words of the error in any line that is printed", async () => {
  const broken = serving({
    ...here.app,
    store: {
      transaction: async () => {
        throw new Error("the store is away with jo.field@fairholm-bakery.example");
      },
    },
  });
  const printed: unknown[] = [];
  const spy = vi.spyOn(console, "error").mockImplementation((...words) => void printed.push(...words));
  const answered = await broken.request(link);
  spy.mockRestore();
  expect(answered.status).toBe(500);
  expect(answered.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(printed).toEqual([
    { error: "Error", code: "", at: expect.stringMatching(/^draft-pages\.test\.ts:\d+ < /) },
  ]);
  expect(JSON.stringify(printed)).not.toContain(link.slice(3));
});
