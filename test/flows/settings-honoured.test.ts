import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { changeSetting } from "../../src/flows/change-setting.ts";
import { digestDueAt } from "../../src/flows/digest-time.ts";
import { brake } from "../../src/flows/sending-brake.ts";
import { spreadLate } from "../../src/flows/spread-late.ts";
import { invitation } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let ana: Connected;

beforeAll(async () => {
  here = await openReceivingApp();
});
afterAll(() => here.close());

/** Interviewed on Thursday 21 May 2026 from 14:00 to 14:45, in London. */
beforeEach(async () => {
  await here.reset();
  here.at("2026-05-18T09:00");
  ana = await here.connect();
  await here.deliver(ana, invitation());
});

const set = async (name: string, words: string, candidacy: number | null = null) =>
  expect(
    await changeSetting(here.app, ana.personId, { name, words, candidacy }, { by: "cli" }),
  ).toMatchObject({ ok: true });

describe("the days of the digest", () => {
  const due = async () =>
    (
      await here.app.store.transaction(async (tx) =>
        digestDueAt(tx, await tx.people.get(ana.personId), here.app.clock.now()),
      )
    )
      ?.toZonedDateTimeISO("Europe/London")
      .toPlainDateTime()
      .toString({ smallestUnit: "minute" });
  const at = async (wallClock: string) => {
    here.at(wallClock);
    return due();
  };

  test("a day without a digest is passed over; the next digest day tells what came meanwhile", async () => {
    await set("digest-days", "mon-fri");
    here.at("2026-05-22T07:30");
    await here.digest(ana);
    expect(await due()).toBe("2026-05-25T07:30");
    here.at("2026-05-23T10:00");
    await here.deliver(ana, {
      from: "Jo Field <jo.field@fairholm-bakery.example>",
      answers: "invite-1@fairholm-bakery.example",
      subject: "Re: Interview for Office Manager",
      text: "Dear Ana,\n\nafter careful consideration we have decided not to move forward with your application for the position of Office Manager.\n\nBest regards,\nJo Field",
    });
    for (const day of ["2026-05-23T12:00", "2026-05-24T12:00", "2026-05-25T07:29"]) {
      here.at(day);
      expect(await here.digest(ana), day).toBeNull();
    }
    here.at("2026-05-25T07:30");
    expect((await here.digest(ana))?.text).toContain("Fairholm Bakery, Office Manager: closed");
  });

  test("late rather than missing: on a digest day until its last minute, then on the next digest day", async () => {
    await set("digest-days", "mon-fri");
    expect(await at("2026-05-22T23:59")).toBe("2026-05-22T07:30");
    expect(await at("2026-05-23T00:00")).toBe("2026-05-25T07:30");
  });

  test.each([
    ["mon", "2026-05-18T09:00", "2026-05-25T07:30"],
    ["sun", "2026-05-23T23:59", "2026-05-24T07:30"],
    ["sun", "2026-05-25T00:00", "2026-05-31T07:30"],
    ["tue, thu", "2026-05-20T12:00", "2026-05-21T07:30"],
  ])("%s, looked at on %s", async (days, now, next) => {
    await set("digest-days", days);
    expect(await at(now)).toBe(next);
  });

  test("a day is one of the person's own zone", async () => {
    await set("zone", "Pacific/Auckland");
    await set("digest-days", "sat");
    // Friday evening in London is Saturday morning in Auckland.
    here.at("2026-05-22T20:29");
    expect(await here.digest(ana)).toBeNull();
    here.at("2026-05-22T20:30");
    expect(await here.digest(ana)).not.toBeNull();
  });

  test("asked for by hand, a digest comes on any day, and the next one on its day", async () => {
    await set("digest-days", "mon-fri");
    here.at("2026-05-23T10:00");
    await here.pass();
    expect(await here.digest(ana, "now")).not.toBeNull();
    expect(await due()).toBe("2026-05-25T07:30");
  });
});

describe("the debrief", () => {
  const asked = async () => (await here.query("select id from debrief")).length;
  const lookAt = async () =>
    (await here.query("select next_due_at from candidacy"))[0].next_due_at?.toISOString().slice(0, 16);

  test("comes so many minutes after the end as the person wants, and the candidacy is looked at then", async () => {
    await set("debrief-after", "90");
    here.at("2026-05-21T14:45");
    await here.pass();
    expect(await lookAt()).toBe("2026-05-21T15:15");
    here.at("2026-05-21T16:14");
    await here.pass();
    expect(await asked()).toBe(0);
    here.at("2026-05-21T16:15");
    await here.pass();
    expect(await asked()).toBe(1);
  });

  test("switched off nobody is asked; the thank-you is proposed all the same", async () => {
    await set("debrief", "off");
    here.at("2026-05-21T15:15");
    await here.pass();
    expect(await asked()).toBe(0);
    expect(await lookAt()).not.toBe("2026-05-21T14:15");
    here.at("2026-05-22T07:30");
    expect((await here.digest(ana))?.text).toContain("Thank you to Jo Field");
  });

  test("can be off for one candidacy alone, and on again for one alone", async () => {
    await set("debrief", "off");
    await set("debrief", "on", 1);
    here.at("2026-05-21T15:15");
    await here.pass();
    expect(await asked()).toBe(1);
  });
});

describe("mails a day", () => {
  /** Why one more mail waits when so many have left today. */
  const heldAfter = async (sent: number) => {
    await here.query("delete from outbox");
    await here.query(
      `insert into outbox (id, person_id, mailbox_id, purpose, message_id, envelope_from, envelope_to, rfc822, state, not_before, approved_at, sent_at)
       select gen_random_uuid(), $1, $2, 'draft', n || '@reyes.example', 'ana@reyes.example', 'jo@abc.example', 'x',
         case when n = 0 then 'queued' else 'sent' end, $3::timestamptz, $3::timestamptz, case when n > 0 then $3::timestamptz end
       from generate_series(0, $4::integer) n`,
      [ana.personId, ana.mailboxId, here.app.clock.now().toString(), sent],
    );
    const [{ id }] = await here.query("select id from outbox where state = 'queued'");
    return here.app.store.transaction(async (tx) => {
      const row = await tx.outbox.get(id);
      if (!row) throw new Error("the mail is gone");
      const braked = await brake(tx, row, here.app.clock.now());
      return braked === "busy" ? braked : (braked?.why ?? null);
    });
  };

  test("as many as the person allows leave, the next one waits and says why", async () => {
    await set("mails-a-day", "2");
    expect(await heldAfter(1)).toBeNull();
    expect(await heldAfter(2)).toBe(
      "2 mails have left ana@reyes.example within a day. The next ones wait until tomorrow.",
    );
    await set("mails-a-day", "1");
    expect(await heldAfter(1)).toContain("1 mail has left");
  });

  test("never more than twenty, whatever the store says (SAFETY R13)", async () => {
    await here.query(`update person set preferences = '{"mailsADay": 50}'`);
    expect(await heldAfter(19)).toBeNull();
    expect(await heldAfter(20)).not.toBeNull();
  });
});

describe("late mails", () => {
  test.each([
    ["1", ["2026-06-25", "2026-06-26", "2026-06-29", "2026-06-30"]],
    ["3", ["2026-06-25", "2026-06-25", "2026-06-25", "2026-06-26"]],
    ["4", ["2026-06-25", "2026-06-25", "2026-06-25", "2026-06-25"]],
  ])("%s a day are proposed", async (many, days) => {
    await set("late-a-day", many);
    for (let n = 1; n <= 4; n += 1)
      await here.query(
        `insert into follow_up (id, candidacy_id, key, kind, ordinal, status, offer_from, due_at, stale_at, to_name, to_address, reason, rule)
         select gen_random_uuid(), id, $1, 'check_in', 1, 'planned', '2026-06-10', $2, '2026-07-20', 'Jo', 'jo.field@fairholm-bakery.example', '', '' from candidacy`,
        [`late:${n}`, `2026-06-1${n}T09:00:00Z`],
      );
    here.at("2026-06-24T09:00");
    await here.app.store.transaction(async (tx) =>
      spreadLate(tx, here.app, await tx.people.get(ana.personId), here.app.clock.now()),
    );
    const rows = await here.query(
      "select not_before::text from follow_up where key like 'late:%' order by not_before",
    );
    expect(rows.map((row) => row.not_before)).toEqual(days);
  });
});

describe("a draft that is left undecided", () => {
  const shown = async (day: string) => {
    here.at(`${day}T07:30`);
    return (await here.digest(ana))?.text ?? "";
  };
  const wholeText = "Thank you for taking the time";

  test("is shown in full as often as the person wants, then as one line", async () => {
    await set("shown-in-full", "1");
    here.at("2026-05-21T15:30");
    await here.pass();
    expect(await shown("2026-05-22")).toContain(wholeText);
    const second = await shown("2026-05-23");
    expect(second).toContain("Thank you to Jo Field");
    expect(second).not.toContain(wholeText);
  });

  test("is shown in full more often for one candidacy alone", async () => {
    await set("shown-in-full", "1");
    await set("shown-in-full", "2", 1);
    here.at("2026-05-21T15:30");
    await here.pass();
    expect(await shown("2026-05-22")).toContain(wholeText);
    expect(await shown("2026-05-23")).toContain(wholeText);
    expect(await shown("2026-05-24")).not.toContain(wholeText);
  });
});

test("the hours of the recipient are those that the person has set, on both sides", async () => {
  const leaves = (when: string) =>
    here.reminders
      .filter(({ reminder }) => reminder.queue === "outbox")
      .map(({ at }) => at.toString())
      .includes(Temporal.Instant.from(when).toString());
  await set("send-from", "08:30");
  here.at("2026-05-21T15:30");
  await here.pass();
  here.at("2026-05-22T07:30");
  const digest = await here.digest(ana);
  await here.deliver(
    ana,
    { from: "ana@reyes.example", to: "ana@reyes.example", answers: digest?.messageId ?? "", text: "1 ok" },
    "sent",
  );
  expect(leaves("2026-05-22T07:30:00Z")).toBe(true);
});
