import { Buffer } from "node:buffer";
import type { Hono } from "hono";
import ICAL from "ical.js";
import type { Kysely } from "kysely";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { CandidacyId } from "../../src/domain/ids.ts";
import { commandRepair } from "../../src/flows/command-repair.ts";
import { type FeedChange, switchFeed } from "../../src/flows/switch-feed.ts";
import { openKysely } from "../../src/store/database.ts";
import type { Schema } from "../../src/store/schema.ts";
import { createViews } from "../../src/store/views.ts";
import { api } from "../../src/web/api.ts";
import { listen } from "../../src/web/server.ts";
import { invitation, meeting } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let db: Kysely<Schema>;
let web: Hono;
let ana: Connected;

beforeAll(async () => {
  here = await openReceivingApp();
  db = openKysely(here.connection, () => undefined);
  web = api({ app: here.app, views: createViews(db), token: "of the API", timeMachine: null });
});
afterAll(async () => {
  await db.destroy();
  await here.close();
});
beforeEach(async () => {
  await here.reset();
  here.at("2026-05-18T09:00");
  ana = await here.connect();
});

/** The path of the feed after the change. */
const feed = async (change: FeedChange, of = ana): Promise<string> => {
  const done = await switchFeed(here.app, of.personId, change, { by: "cli" });
  if (!done.ok) throw new Error(done.error);
  return `/calendar/${done.value}.ics`;
};
const secretOf = (path: string): string => path.slice("/calendar/".length, -".ics".length);
const events = async (path: string): Promise<ICAL.Component[]> => {
  const answer = await web.request(path);
  expect(answer.status).toBe(200);
  return new ICAL.Component(ICAL.parse(await answer.text())).getAllSubcomponents("vevent");
};
const value = (event: ICAL.Component | undefined, name: string) =>
  String(event?.getFirstPropertyValue(name) ?? "");
const titled = (all: readonly ICAL.Component[], words: string) =>
  all.find((event) => value(event, "summary").startsWith(words));
const candidacy = async (): Promise<CandidacyId> => (await here.query("select id from candidacy"))[0].id;

describe("the address", () => {
  test("is none until the person asks for one, and holds 128 bits or more", async () => {
    expect(await here.query("select feed_token from person")).toEqual([{ feed_token: null }]);
    expect((await web.request("/calendar/null.ics")).status).toBe(404);
    expect((await web.request("/calendar/.ics")).status).toBe(404);
    const [, token = ""] = /^\/calendar\/([\w-]+)\.ics$/.exec(await feed("on")) ?? [];
    expect(Buffer.from(token, "base64url").length).toBeGreaterThanOrEqual(16);
  });

  test("needs no other proof, sets no cookie and is kept by nobody in between", async () => {
    const answer = await web.request(await feed("on"));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(answer.headers.get("cache-control")).toMatch(/\bprivate\b/);
    expect(answer.headers.get("set-cookie")).toBeNull();
  });

  test("stays the same when the feed is switched on again", async () => {
    expect(await feed("on")).toBe(await feed("on"));
  });

  test("is replaced by a new one, and the old subscription ends", async () => {
    const old = await feed("on");
    const fresh = await feed("new");
    expect(fresh).not.toBe(old);
    expect((await web.request(old)).status).toBe(404);
    expect((await web.request(fresh)).status).toBe(200);
  });

  test("is written of in the journal when it changes, and never told there", async () => {
    const secrets = [await feed("on"), await feed("on"), await feed("new"), await feed("off")].map(secretOf);
    await feed("off");
    const rows = (await here.journal(ana)).filter(({ type }) => type === "set");
    expect(rows.map(({ by, says, candidacyId }) => [by, says, candidacyId])).toEqual([
      ["person", "You switched the calendar feed on.", null],
      ["person", "You switched the calendar feed to a new address.", null],
      ["person", "You switched the calendar feed off.", null],
    ]);
    expect(rows.map(({ data }) => data?.proof)).toEqual([{ by: "cli" }, { by: "cli" }, { by: "cli" }]);
    for (const secret of secrets.slice(0, 3)) expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test("cannot be replaced while there is none", async () => {
    expect(await switchFeed(here.app, ana.personId, "new", { by: "cli" })).toMatchObject({
      ok: false,
      error: expect.stringContaining("afterword feed on"),
    });
    expect(await here.query("select feed_token from person")).toEqual([{ feed_token: null }]);
  });

  test("that is wrong, replaced or switched off is answered like any path at which there is nothing", async () => {
    const replaced = await feed("on");
    const switchedOff = await feed("new");
    await feed("off");
    const on = await feed("on");
    const nearly = on.replace(/.\.ics$/, (end) => (end.startsWith("A") ? "B.ics" : "A.ics"));
    const answers = [];
    for (const path of ["/nothing", replaced, switchedOff, nearly, on.replace(".ics", ""), `${on}x`]) {
      const answer = await web.request(path);
      answers.push({
        status: answer.status,
        headers: [...answer.headers],
        words: await answer.text(),
      });
    }
    expect(answers[0]?.status).toBe(404);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect((await web.request(on)).status).toBe(200);
  });

  test("is looked up in the store by its hash alone", async () => {
    const path = await feed("on");
    const asked: string[] = [];
    const watched = db.withPlugin({
      transformQuery: ({ node }) => {
        asked.push(JSON.stringify(node));
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    expect(await createViews(watched).agenda(secretOf(path))).toEqual([]);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.join()).not.toContain(secretOf(path));
  });

  test("is in no line that the program prints when something breaks", async () => {
    const path = await feed("on");
    // There, nothing has been migrated.
    const elsewhere = openKysely({ ...here.connection, database: "postgres" }, () => undefined);
    const views = createViews(elsewhere);
    const printed: unknown[] = [];
    const spies = (["log", "info", "warn", "error"] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation((...words) => void printed.push(...words)),
    );
    const answer = await api({ app: here.app, views, token: "x", timeMachine: null }).request(path);
    for (const spy of spies) spy.mockRestore();
    await elsewhere.destroy();
    expect(answer.status).toBe(500);
    expect(printed).toHaveLength(1);
    expect(printed[0]).toMatchObject({ error: "DatabaseError", code: "42P01" });
    expect(JSON.stringify(printed)).not.toContain(secretOf(path));
  });
});

describe("over the wire", () => {
  test("HEAD tells what GET would, without the calendar", async () => {
    const path = await feed("on");
    const server = await listen(web, "127.0.0.1", 0);
    const [get, head] = await Promise.all([
      fetch(`${server.url}${path}`),
      fetch(`${server.url}${path}`, { method: "HEAD" }),
    ]);
    const gone = await fetch(`${server.url}/calendar/gone.ics`, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
    expect(await get.text()).toContain("BEGIN:VCALENDAR");
    for (const name of ["content-type", "cache-control", "etag"])
      expect(head.headers.get(name), name).toBe(get.headers.get(name));
    expect(gone.status).toBe(404);
    await server.close();
  });

  test("what has not changed is not sent again, however late it is asked for", async () => {
    await here.deliver(ana, invitation());
    const path = await feed("on");
    const etag = (await web.request(path)).headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[^"]+"$/);
    here.at("2026-05-18T12:00");
    const again = await web.request(path, { headers: { "If-None-Match": etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect(again.headers.get("cache-control")).toMatch(/\bprivate\b/);
    await here.deliver(ana, moved());
    const changed = await web.request(path, { headers: { "If-None-Match": etag } });
    expect(changed.status).toBe(200);
    expect(changed.headers.get("etag")).not.toBe(etag);
  });

  test("only asking is possible", async () => {
    const path = await feed("on");
    for (const method of ["POST", "PUT", "DELETE"])
      expect((await web.request(path, { method })).status, method).toBe(404);
    expect((await web.request(path)).status).toBe(200);
  });
});

const moved = () =>
  invitation({
    id: "moved-1@fairholm-bakery.example",
    subject: "New time: Interview for Office Manager",
    text: "Dear Ana,\n\nWe have to move your interview to Friday 22 May 2026 at 11:00.\n\nJo Field\nFairholm Bakery",
    meeting: { start: "20260522T110000", end: "20260522T114500", sequence: 1 },
  });

describe("what stands in it", () => {
  test("an interview from an invitation, at its moment, with what its sender wrote left out", async () => {
    await here.deliver(ana, invitation());
    const path = await feed("on");
    const talk = titled(await events(path), "Interview: ");
    expect(value(talk, "summary")).toBe("Interview: Fairholm Bakery, Office Manager");
    expect(value(talk, "dtstart")).toBe("2026-05-21T13:00:00Z");
    expect(value(talk, "dtend")).toBe("2026-05-21T13:45:00Z");
    const text = await (await web.request(path)).text();
    expect(text.replaceAll("\r\n ", "")).not.toMatch(/jo\.field@|reyes|We would like to invite/i);
  });

  test("an interview that moves keeps its UID and is a later revision; cancelled, it says so", async () => {
    await here.deliver(ana, invitation());
    const path = await feed("on");
    const before = titled(await events(path), "Interview: ");
    await here.deliver(ana, moved());
    const after = titled(await events(path), "Interview: ");
    expect(value(after, "dtstart")).toBe("2026-05-22T10:00:00Z");
    expect(value(after, "uid")).toBe(value(before, "uid"));
    expect(Number(value(after, "sequence"))).toBeGreaterThan(Number(value(before, "sequence")));
    expect(value(after, "last-modified") >= value(before, "last-modified")).toBe(true);
    await here.deliver(
      ana,
      invitation({
        id: "cancelled-1@fairholm-bakery.example",
        subject: "Cancelled: Interview for Office Manager",
        text: "Dear Ana,\n\nWe have to cancel your interview on Friday 22 May 2026.\n\nJo Field\nFairholm Bakery",
        meeting: { start: "20260522T110000", end: "20260522T114500", sequence: 2, method: "CANCEL" },
      }),
    );
    const cancelled = titled(await events(path), "Interview: ");
    expect(value(cancelled, "status")).toBe("CANCELLED");
    expect(value(cancelled, "uid")).toBe(value(before, "uid"));
    expect(Number(value(cancelled, "sequence"))).toBeGreaterThan(Number(value(after, "sequence")));
  });

  test("an interview that goes to a candidacy of which less is known keeps its UID and is a later revision", async () => {
    await here.deliver(ana, invitation());
    await here.deliver(ana, moved());
    for (const n of [1, 2, 3, 4, 5, 6])
      await here.deliver(ana, {
        from: "Jo Field <jo.field@fairholm-bakery.example>",
        answers: "invite-1@fairholm-bakery.example",
        subject: "Re: Interview for Office Manager",
        text: `Dear Ana,\n\nThe door on the left, ring bell ${n}.\n\nJo Field`,
      });
    await here.deliver(ana, {
      ...invitation({
        from: "Kim Ode <kim@ode-interiors.example>",
        id: "invite-2@ode-interiors.example",
        subject: "Interview for Bookkeeper",
        text: "Dear Ana,\n\nWe would like to invite you to an interview for the position of Bookkeeper at Ode Interiors on Friday 22 May 2026 at 16:00.\n\nKim Ode\nOde Interiors",
      }),
      calendar: meeting({
        uid: "talk-2@ode-interiors.example",
        start: "20260522T160000",
        end: "20260522T164500",
        summary: "Interview: Bookkeeper",
        organizer: "CN=Kim Ode:mailto:kim@ode-interiors.example",
      }),
    });
    const path = await feed("on");
    const before = titled(await events(path), "Interview: Fairholm Bakery");
    const merged = await commandRepair(here.app, { type: "merge", number: 1, to: 2 }, { by: "cli" });
    expect(merged).toMatchObject({ ok: true });
    const after = (await events(path)).find((event) => value(event, "uid") === value(before, "uid"));
    expect(value(after, "summary")).toBe("Interview: Ode Interiors, Bookkeeper");
    expect(Number(value(after, "sequence"))).toBeGreaterThan(Number(value(before, "sequence")));
  });

  test("an invitation whose words hold an event of their own brings one event in", async () => {
    const calendar = meeting({
      start: "20260521T140000",
      end: "20260521T144500",
      summary: "Interview: Office Manager\\nEND:VEVENT\\nBEGIN:VEVENT\\nUID:evil\\nSUMMARY:Other",
    }).replace(
      "SEQUENCE:0",
      "LOCATION:Room 4\\nEND:VEVENT\\nBEGIN:VEVENT\\nUID:evil\\nSUMMARY:Other\\, jo@evil.example\r\nSEQUENCE:0",
    );
    await here.deliver(ana, { ...invitation(), calendar });
    const path = await feed("on");
    const talks = (await events(path)).filter((event) => value(event, "dtstart").includes("2026-05-21"));
    expect(talks).toHaveLength(1);
    expect(value(talks[0], "uid")).toMatch(/^[0-9a-f-]{36}$/);
    expect(value(talks[0], "location")).toBe("Room 4 END:VEVENT BEGIN:VEVENT UID:evil SUMMARY:Other,");
    const lines = (await (await web.request(path)).text()).split("\r\n");
    expect(lines).not.toContain("UID:evil");
  });

  test("a promised day and the check-in after it", async () => {
    await here.deliver(ana, invitation());
    here.at("2026-05-21T16:00");
    await here.deliver(ana, {
      from: "Jo Field <jo.field@fairholm-bakery.example>",
      answers: "invite-1@fairholm-bakery.example",
      subject: "Re: Interview for Office Manager",
      text: "Dear Ana,\n\nThank you for your time today. You will hear from us by Friday 22 May 2026.\n\nBest regards,\nJo Field",
    });
    await here.pass();
    const all = await events(await feed("on"));
    const promise = titled(all, "Fairholm Bakery promised word by today");
    expect([value(promise, "dtstart"), value(promise, "dtend")]).toEqual(["2026-05-22", "2026-05-23"]);
    const [{ due_at }] = await here.query("select due_at from follow_up where kind = 'check_in'");
    const checkIn = titled(all, "Check-in with Jo Field (Fairholm Bakery) is due");
    expect(Temporal.Instant.from(value(checkIn, "dtstart")).epochMilliseconds).toBe(due_at.getTime());
    expect(value(checkIn, "transp")).toBe("TRANSPARENT");
  });

  test("a mail that was approved, sent or skipped is due no more", async () => {
    await here.deliver(ana, invitation());
    const path = await feed("on");
    here.at("2026-05-21T16:00");
    await here.pass();
    for (const status of ["planned", "offered", "approved", "sent", "skipped", "dropped"]) {
      await here.query("update follow_up set status = $1 where kind = 'thank_you'", [status]);
      const shown = titled(await events(path), "Thank-you to Jo Field") !== undefined;
      expect(shown, status).toBe(status === "planned" || status === "offered");
    }
  });

  test("the last day of an offer", async () => {
    await here.deliver(ana, invitation());
    const id = await candidacy();
    await here.app.store.transaction((tx) =>
      tx.candidacies.update(id, {
        state: "offered",
        offerDeadline: Temporal.PlainDate.from("2026-05-29"),
      }),
    );
    const offer = titled(await events(await feed("on")), "Answer the offer of Fairholm Bakery by today");
    expect([value(offer, "dtstart"), value(offer, "dtend")]).toEqual(["2026-05-29", "2026-05-30"]);
  });

  test("nothing of anybody else", async () => {
    await here.deliver(ana, invitation());
    const ben = await here.connect({ name: "Ben Ito", address: "ben@ito.example" });
    const [own, bens] = [await feed("on"), await feed("on", ben)];
    expect(await events(bens)).toEqual([]);
    expect((await events(own)).length).toBeGreaterThan(0);
    await feed("off");
    expect((await web.request(own)).status).toBe(404);
    expect((await web.request(bens)).status).toBe(200);
  });
});
