import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { changeSetting } from "../../src/flows/change-setting.ts";
import { invitation } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let ana: Connected;

beforeAll(async () => {
  here = await openReceivingApp();
});
afterAll(() => here.close());

/** Two employers, interviewed on Thursday 21 May 2026; both promised an answer by Friday 29 May. */
beforeEach(async () => {
  await here.reset();
  here.at("2026-05-18T09:00");
  ana = await here.connect();
  await here.deliver(ana, invitation());
  await here.deliver(
    ana,
    invitation({
      from: "Kim Vale <kim@vale-press.example>",
      id: "invite-2@vale-press.example",
      subject: "Interview for Proof Reader",
      text: "Dear Ana,\n\nWe would like to invite you to an interview for the position of Proof Reader at\nVale Press on Thursday 21 May 2026 at 10:00.\n\nBest regards,\nKim Vale\nVale Press",
      meeting: {
        uid: "talk@vale-press.example",
        start: "20260521T100000",
        end: "20260521T104500",
        summary: "Interview: Proof Reader",
        organizer: "CN=Kim Vale:mailto:kim@vale-press.example",
      },
    }),
  );
  here.at("2026-05-21T16:00");
  for (const [from, answers] of [
    ["Jo Field <jo.field@fairholm-bakery.example>", "invite-1@fairholm-bakery.example"],
    ["Kim Vale <kim@vale-press.example>", "invite-2@vale-press.example"],
  ])
    await here.deliver(ana, {
      from: from ?? "",
      answers: answers ?? "",
      subject: "Re: Interview",
      text: "Dear Ana,\n\nThank you for your time today. You will hear from us by Friday 29 May 2026.\n\nBest regards",
    });
  await here.pass();
});

const set = (name: string, words: string | null, candidacy: number | null = null) =>
  changeSetting(here.app, ana.personId, { name, words, candidacy }, { by: "cli" });
const checkIns = async () =>
  (
    await here.query(
      "select due_at from follow_up join candidacy on candidacy.id = candidacy_id where kind = 'check_in' and status = 'planned' order by candidacy.number",
    )
  ).map(({ due_at }) => due_at.toISOString().slice(0, 16));
const journal = async () => (await here.journal(ana)).filter(({ type }) => type === "set");
const person = () => here.app.store.transaction((tx) => tx.people.get(ana.personId));

test("a changed wait is written down and every candidacy of the person is planned anew", async () => {
  expect(await checkIns()).toEqual(["2026-06-02T08:00", "2026-06-02T08:00"]);
  here.reminders.length = 0;
  expect(await set("after-promise", "3")).toEqual({
    ok: true,
    value: "after-promise is 3 working days now; it was 2.",
  });
  expect(await checkIns()).toEqual(["2026-06-03T08:00", "2026-06-03T08:00"]);
  expect(await journal()).toMatchObject([
    {
      by: "person",
      candidacyId: null,
      says: "You set after-promise to 3 working days; it was 2.",
      data: { setting: "after-promise", before: "2", after: "3", proof: { by: "cli" } },
    },
  ]);
  expect(here.reminders.filter(({ reminder }) => reminder.queue === "plan")).toHaveLength(2);
});

test("undone, it is as it was, and the journal has both", async () => {
  await set("after-promise", "3");
  expect(await set("after-promise", null)).toMatchObject({ ok: true });
  expect(await checkIns()).toEqual(["2026-06-02T08:00", "2026-06-02T08:00"]);
  expect(await journal()).toHaveLength(2);
  expect(await here.query("select preferences from person")).toEqual([{ preferences: {} }]);
});

test("set for one candidacy it leaves the others alone, and stays when the rest changes", async () => {
  await set("after-promise", "4", 2);
  expect(await checkIns()).toEqual(["2026-06-02T08:00", "2026-06-04T08:00"]);
  await set("after-promise", "3");
  expect(await checkIns()).toEqual(["2026-06-03T08:00", "2026-06-04T08:00"]);
  await set("after-promise", null, 2);
  expect(await checkIns()).toEqual(["2026-06-03T08:00", "2026-06-03T08:00"]);
  const second = (await here.query("select id from candidacy where number = 2"))[0].id;
  expect((await journal()).map(({ candidacyId }) => candidacyId)).toEqual([second, null, second]);
});

test("a value that a candidacy shall keep is kept although it is the same now", async () => {
  expect(await set("after-promise", "2", 2)).toMatchObject({ ok: true });
  expect(await journal()).toHaveLength(1);
  await set("after-promise", "3");
  expect(await checkIns()).toEqual(["2026-06-03T08:00", "2026-06-02T08:00"]);
});

test("what is so already is said, and nothing is written", async () => {
  expect(await set("after-promise", "2")).toMatchObject({ ok: true });
  await set("after-promise", "3");
  here.reminders.length = 0;
  expect(await set("after-promise", "3")).toEqual({
    ok: true,
    value: "after-promise is 3 working days already.",
  });
  expect(here.reminders).toEqual([]);
});

test("the wait of one size leaves the waits of the others", async () => {
  await set("no-promise.small", "4");
  await set("no-promise.large", "9", 2);
  expect((await person()).preferences.noPromise).toMatchObject({ small: 4, large: 8, unknown: 7 });
  expect((await here.query("select preferences from candidacy where number = 2"))[0].preferences).toEqual({
    noPromise: { large: 9 },
  });
});

test("other hours move what is planned", async () => {
  await set("send-from", "8:30");
  expect(await checkIns()).toEqual(["2026-06-02T07:30", "2026-06-02T07:30"]);
});

test("a mail that is approved stays approved when a setting changes", async () => {
  here.at("2026-05-22T07:30");
  const digest = await here.digest(ana);
  await here.deliver(
    ana,
    {
      from: "ana@reyes.example",
      to: "ana@reyes.example",
      answers: digest?.messageId ?? "",
      text: "1 ok",
    },
    "sent",
  );
  await set("thank-you-stale", "2");
  expect(await here.query("select status from follow_up where status = 'approved'")).toHaveLength(1);
  expect(await here.query("select state from outbox where purpose = 'draft'")).toEqual([{ state: "queued" }]);
});

describe("what a person told of themselves", () => {
  test.each([
    ["name", "Ana R. Reyes", { name: "Ana R. Reyes" }],
    ["country", "de", { country: "DE" }],
    ["zone", "Europe/Berlin", { zone: "Europe/Berlin" }],
    ["digest-at", "6:45", { digestAt: "06:45" }],
  ])("%s", async (name, words, changed) => {
    expect(await set(name, words)).toMatchObject({ ok: true });
    expect(await person()).toMatchObject({ address: "ana@reyes.example", ...changed });
    expect(await journal()).toHaveLength(1);
  });

  test("the holidays of another country count from then on", async () => {
    await here.query("update candidacy set country = null, zone = null");
    await set("country", "DE");
    // Thursday 4 June 2026, Corpus Christi, is a holiday in parts of Germany only; Monday 25 May, Whit Monday, in all of it.
    expect(await checkIns()).toEqual(["2026-06-02T08:00", "2026-06-02T08:00"]);
    await set("country", "IE");
    // Monday 1 June 2026 is one in Ireland.
    expect(await checkIns()).toEqual(["2026-06-03T08:00", "2026-06-03T08:00"]);
  });

  test("another hour of the digest reaches the queue at once", async () => {
    here.at("2026-05-22T08:00");
    await here.digest(ana);
    here.reminders.length = 0;
    await set("digest-at", "06:15");
    expect(
      here.reminders.filter(({ reminder }) => reminder.queue === "digest").map(({ at }) => at.toString()),
    ).toEqual(["2026-05-23T05:15:00Z"]);
  });

  test("the hour can be taken back, a name cannot", async () => {
    await set("digest-at", "06:15");
    expect(await set("digest-at", null)).toMatchObject({ ok: true });
    expect(await person()).toMatchObject({ digestAt: "07:30" });
    expect(await set("name", null)).toEqual({
      ok: false,
      error: "name has no default; write what it is to be.",
    });
  });
});

describe("what is not allowed", () => {
  const refused: [string, string, number | null, string][] = [
    ["after-promise", "0", null, "after-promise must be a whole number from 1 to 30 (working days)."],
    ["mails-a-day", "21", null, "mails-a-day must be a whole number from 1 to 20 (mails a day)."],
    ["debrief", "perhaps", null, "debrief must be on or off."],
    ["zone", "Mars/Base", null, "zone must be a time zone like Europe/London or America/New_York."],
    ["no-promise", "4", null, 'There is no setting "no-promise"; did you mean no-promise.small'],
    ["patience", "4", null, 'There is no setting "patience"; "npx afterword set" lists them.'],
    ["digest-days", "mon", 2, "digest-days counts for everything; it cannot differ for one candidacy."],
    ["name", "Bo", 2, "name counts for everything; it cannot differ for one candidacy."],
    ["every", "10 days", null, 'every is said of one candidacy: "npx afterword set --candidacy 3 every".'],
    ["after-promise", "3", 9, 'There is no candidacy 9; "npx afterword candidacies" lists them.'],
    [
      "send-from",
      "16:01",
      null,
      "send-from must lie at least an hour before send-until; it would be 16:01 and 17:00.",
    ],
    [
      "send-until",
      "09:59",
      2,
      "send-from must lie at least an hour before send-until; it would be 09:00 and 09:59.",
    ],
  ];

  test("is refused in a sentence that says what is, and nothing changes", async () => {
    for (const [name, words, candidacy, error] of refused)
      expect(await set(name, words, candidacy), name).toMatchObject({
        ok: false,
        error: expect.stringContaining(error),
      });
    expect(await journal()).toEqual([]);
    expect(
      await here.query("select preferences from person union all select preferences from candidacy"),
    ).toEqual([{ preferences: {} }, { preferences: {} }, { preferences: {} }]);
  });

  test("an hour to send in is enough", async () => {
    expect(await set("send-from", "16:00")).toMatchObject({ ok: true });
  });
});

describe("a broken value in the store", () => {
  test.each([
    ['{"afterPromise": "soon", "breakup": 8}'],
    [
      '{"afterPromise": -2, "noPromise": {"small": null}, "digestDays": [9], "sendFrom": "nine", "breakup": 8}',
    ],
    ['{"sendFrom": "18:00", "breakup": 8}'],
  ])("%s counts as if it had never been set, beside what is sound", async (broken) => {
    await here.query("update person set preferences = $1", [broken]);
    await here.pass();
    expect(await checkIns()).toEqual(["2026-06-02T08:00", "2026-06-02T08:00"]);
    expect((await person()).preferences).toMatchObject({ breakup: 8, sendFrom: "09:00", afterPromise: 2 });
  });

  test.each(["[]", "3", "null", '"mon-fri"', '{"afterPromise": 0.5, "sendUntil": "08:00"}'])(
    "%s in a candidacy as well",
    async (broken) => {
      await here.query("update candidacy set preferences = $1", [broken]);
      await here.pass();
      expect(await checkIns()).toEqual(["2026-06-02T08:00", "2026-06-02T08:00"]);
    },
  );
});
