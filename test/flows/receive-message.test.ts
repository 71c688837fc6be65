import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { receiveMessage } from "../../src/flows/receive-message.ts";
import { sweep } from "../../src/flows/sweep.ts";
import { invitation, rejection } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let ana: Connected;

beforeAll(async () => {
  here = await openReceivingApp();
});
afterAll(() => here.close());
beforeEach(async () => {
  await here.reset();
  here.at("2026-05-18T09:00");
  ana = await here.connect();
});

const types = async () => (await here.journal(ana)).map(({ type }) => type);
const count = async (table: "message" | "candidacy" | "interview") =>
  Number((await here.query(`select count(*) as n from ${table}`))[0].n);
const candidacy = async () =>
  (await here.query("select state, close_reason, employer, role from candidacy"))[0];
const cursorOf = (folder: "inbox" | "sent") =>
  here.app.store.transaction((tx) => tx.mailboxes.cursor(ana.mailboxId, folder));
const digestNow = async () => (await here.digest(ana, "now"))?.text ?? "no digest";

test("an invitation opens a candidacy with its interview and its contact", async () => {
  await here.deliver(ana, invitation());
  expect(await candidacy()).toMatchObject({
    state: "interviewing",
    employer: "Fairholm Bakery",
    role: "Office Manager",
  });
  expect(await here.query("select starts_at, zone, cancelled from interview")).toEqual([
    { starts_at: new Date("2026-05-21T13:00:00Z"), zone: "Europe/London", cancelled: false },
  ]);
  expect(await here.query("select address from contact")).toEqual([
    { address: "jo.field@fairholm-bakery.example" },
  ]);
});

describe("cursor and effects are one", () => {
  /** The same program, killed at that moment. */
  const dying = (when: "before the commit" | "after the commit"): ReceivingApp["app"] => ({
    ...here.app,
    store: {
      transaction: (work) =>
        here.app.store.transaction(async (tx) => {
          const done = await work(tx);
          if (when === "before the commit") throw new Error("killed");
          return done;
        }),
    },
    queue: {
      remind: async () => {
        throw new Error("killed");
      },
      remindAll: async () => {
        throw new Error("killed");
      },
    },
  });

  test("killed before the commit: nothing of the mail is there, and it is taken whole after the restart", async () => {
    const mail = await here.fetched(ana, invitation());
    await expect(receiveMessage(dying("before the commit"), ana.account, mail)).rejects.toThrow("killed");
    expect(await cursorOf("inbox")).toEqual({ uidValidity: 1n, lastUid: 0 });
    expect(await count("candidacy")).toBe(0);
    await receiveMessage(here.app, ana.account, mail);
    expect(await count("candidacy")).toBe(1);
    expect(await cursorOf("inbox")).toEqual({ uidValidity: 1n, lastUid: 1 });
  });

  test("killed between the commit and the queue: the mail is not taken again, and the sweep finds what is due", async () => {
    const mail = await here.fetched(ana, invitation());
    await expect(receiveMessage(dying("after the commit"), ana.account, mail)).rejects.toThrow("killed");
    await receiveMessage(here.app, ana.account, mail);
    expect((await types()).filter((type) => type === "opened")).toHaveLength(1);
    expect(await count("message")).toBe(1);
    here.reminders.length = 0;
    here.at("2026-05-21T15:00");
    await sweep(here.app);
    expect(here.reminders.map(({ reminder }) => reminder.queue)).toContain("plan");
  });

  test("two watchers that take one mail at once draw its effects once", async () => {
    const mail = await here.fetched(ana, invitation());
    await Promise.all([1, 2, 3, 4].map(() => receiveMessage(here.app, ana.account, mail)));
    expect((await types()).filter((type) => type !== "mailbox")).toEqual([
      "opened",
      "message",
      "interview",
      "moved",
      "marked",
    ]);
    expect(await count("message")).toBe(1);
  });

  test("a mail of an older UIDVALIDITY moves no cursor and has no effect", async () => {
    const mail = await here.fetched(ana, invitation());
    await here.app.store.transaction((tx) =>
      tx.mailboxes.startAt(ana.mailboxId, "inbox", { uidValidity: 2n, lastUid: 0 }),
    );
    await receiveMessage(here.app, ana.account, mail);
    expect(await count("candidacy")).toBe(0);
  });
});

describe("one mail is one event", () => {
  const date = "Mon, 18 May 2026 08:00:00 +0100";

  test("five new mails that arrive around a change of UIDVALIDITY are five events, and none of the old ones is repeated", async () => {
    await here.deliver(ana, invitation({ date }));
    const news = [1, 2, 3, 4, 5].map((n) =>
      rejection({
        id: `news-${n}@fairholm-bakery.example`,
        text: `Dear Ana,\n\nWe have no news yet, this is week ${n} of our search. We will be in touch.\n\nJo Field`,
      }),
    );
    await here.deliver(ana, news[0] ?? rejection());
    // The folder was made anew: the watcher reads all of it again.
    await here.app.store.transaction((tx) =>
      tx.mailboxes.startAt(ana.mailboxId, "inbox", { uidValidity: 2n, lastUid: 0 }),
    );
    const before = (await here.query("select message_id from message")).map((row) => row.message_id);
    for (const mail of [invitation({ date }), ...news]) await here.deliver(ana, mail);
    const after = (await here.query("select message_id from message order by message_id")).map(
      (row) => row.message_id,
    );
    expect(before).toHaveLength(2);
    expect(after).toEqual([
      "invite-1@fairholm-bakery.example",
      ...[1, 2, 3, 4, 5].map((n) => `news-${n}@fairholm-bakery.example`),
    ]);
    expect((await types()).filter((type) => type === "opened")).toHaveLength(1);
  });

  test("the same mail in two folders is one", async () => {
    const { source } = await here.deliver(ana, invitation());
    const words = (await types()).length;
    await here.deliver(ana, source, "inbox");
    expect(await count("message")).toBe(1);
    expect((await types()).length).toBe(words);
  });

  test("two different bodies with one Message-ID are two", async () => {
    await here.deliver(ana, invitation());
    await here.deliver(
      ana,
      rejection({ id: "invite-1@fairholm-bakery.example", answers: "invite-1@fairholm-bakery.example" }),
    );
    expect(await count("message")).toBe(2);
    expect(await candidacy()).toMatchObject({ state: "closed", close_reason: "rejected" });
  });
});

test("a mail that no parser likes is set aside and told, and the mails behind it are read", async () => {
  await here.deliver(ana, Buffer.from("\u0000\u0001 this is no mail at all"));
  await here.deliver(ana, invitation());
  expect(await candidacy()).toMatchObject({ state: "interviewing" });
  expect(await cursorOf("inbox")).toMatchObject({ lastUid: 2 });
  here.at("2026-05-18T20:00");
  expect(await digestNow()).toContain("A mail could not be read");
});

test("a calendar part without a zone stops nothing: the candidacy opens, and the person is told that the time is unclear", async () => {
  await here.deliver(
    ana,
    invitation({
      text: "Dear Ana,\n\nplease find our invitation to an interview attached.\n\nJo Field\nFairholm Bakery",
      meeting: { zone: null },
    }),
  );
  expect(await candidacy()).toMatchObject({ state: "interviewing" });
  expect(await count("interview")).toBe(0);
  here.at("2026-05-18T20:00");
  expect(await digestNow()).toMatch(/without a time zone/);
});

test("a copy of a Message-ID of ours that a stranger puts into the inbox hides no real answer", async () => {
  await here.deliver(ana, invitation());
  const ours = "tk-0123456789abcdef@reyes.example";
  await here.query(
    `insert into outbox (id, person_id, mailbox_id, purpose, candidacy_id, message_id, envelope_from, envelope_to, rfc822, state, not_before, approved_at)
     select gen_random_uuid(), $1, $2, 'draft', id, $3, 'ana@reyes.example', 'jo.field@fairholm-bakery.example', '', 'sent', now(), now() from candidacy`,
    [ana.personId, ana.mailboxId, ours],
  );
  await here.deliver(ana, rejection({ id: ours }));
  expect(await candidacy()).toMatchObject({ state: "closed" });
});

test("a stranger with a forged In-Reply-To and a no in it changes nothing, and is told as possibly related", async () => {
  await here.deliver(ana, invitation());
  await here.deliver(ana, rejection({ from: "Jo Field <jo.field@fairholrn-bakery.example>" }));
  await here.deliver(ana, rejection({ id: "unproven@fairholm-bakery.example", proven: null }));
  expect(await candidacy()).toMatchObject({ state: "interviewing" });
  here.at("2026-05-18T20:00");
  expect((await digestNow()).toLowerCase()).toContain("possibly related");
});

test("the person's own address as sender in the inbox is no employer's mail and no mail by hand", async () => {
  await here.deliver(ana, invitation());
  await here.deliver(ana, rejection({ from: "Ana <ana@reyes.example>", proven: null }));
  expect(await count("message")).toBe(1);
  expect(await candidacy()).toMatchObject({ state: "interviewing" });
});
