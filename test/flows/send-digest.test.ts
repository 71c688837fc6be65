import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sendDigest } from "../../src/flows/send-digest.ts";
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

const send = (of: Connected = ana) => sendDigest(here.app, of.personId);
const digests = async () =>
  (await here.query("select local_date::text as day, mailed from digest order by local_date")).map(
    ({ day, mailed }) => `${day} ${mailed ? "mailed" : "empty"}`,
  );
const mails = async () =>
  Number((await here.query("select count(*) as n from outbox where purpose = 'self'"))[0].n);
/** Something that every digest tells for as long as it stands. */
const trouble = () =>
  here.app.store.transaction((tx) => tx.mailboxes.setTrouble(ana.mailboxId, "The server does not answer."));

describe("the person's hour", () => {
  test("a minute before it no digest is due, at it one is, and a minute later there is no second", async () => {
    await trouble();
    here.at("2026-05-19T07:29");
    expect(await send()).toBe("not due");
    here.at("2026-05-19T07:30");
    expect(await send()).toBe("made");
    here.at("2026-05-19T07:31");
    expect(await send()).toBe("not due");
    expect(await digests()).toEqual(["2026-05-19 mailed"]);
  });

  test("a mailbox connected after the hour gets its first digest the next day", async () => {
    await trouble();
    expect(await send()).toBe("not due");
    here.at("2026-05-18T23:59");
    expect(await send()).toBe("not due");
  });

  test("late after an outage rather than missing, and the missed days are not made up for", async () => {
    await trouble();
    here.at("2026-05-19T07:30");
    await send();
    here.at("2026-05-22T15:00");
    expect(await send()).toBe("made");
    here.at("2026-05-23T07:30");
    expect(await send()).toBe("made");
    expect(await digests()).toEqual(["2026-05-19 mailed", "2026-05-22 mailed", "2026-05-23 mailed"]);
  });

  test("an hour that spring skips is the next that the clock shows; an hour that autumn repeats counts once", async () => {
    // In London 01:30 does not exist on 29 March 2026, and comes twice on 25 October 2026.
    here.at("2026-03-28T12:00");
    const bo = await here.connect({ name: "Bo Lund", address: "bo@lund.example", digestAt: "01:30" });
    await here.app.store.transaction((tx) =>
      tx.mailboxes.setTrouble(bo.mailboxId, "The server does not answer."),
    );
    here.at("2026-03-29T01:29:00+00:00[UTC]");
    expect(await send(bo)).toBe("not due");
    here.at("2026-03-29T01:30:00+00:00[UTC]");
    expect(await send(bo)).toBe("made");
    here.at("2026-10-24T12:00");
    await send(bo);
    here.at("2026-10-25T00:29:00+00:00[UTC]");
    expect(await send(bo)).toBe("not due");
    here.at("2026-10-25T00:30:00+00:00[UTC]");
    expect(await send(bo)).toBe("made");
    here.at("2026-10-25T01:30:00+00:00[UTC]");
    expect(await send(bo)).toBe("not due");
    here.at("2026-10-26T01:30:00+00:00[UTC]");
    expect(await send(bo)).toBe("made");
  });

  test("thirty days with a call every hour, over the end of summer time, make thirty digests", async () => {
    await trouble();
    const start = Temporal.ZonedDateTime.from("2026-10-10T00:00[Europe/London]");
    await here.query("update mailbox set connected_at = $1", [
      start.subtract({ days: 1 }).toInstant().toString(),
    ]);
    for (let hours = 0; hours < 30 * 24 + 1; hours += 1) {
      here.at(start.add({ hours }).toString());
      if (start.add({ hours }).hour >= 6 && start.add({ hours }).hour <= 9) await send();
    }
    const days = await digests();
    expect(days).toHaveLength(30);
    expect(new Set(days).size).toBe(30);
  });
});

test("four processes that make the digest at once make one row and one mail", async () => {
  await trouble();
  here.at("2026-05-19T07:30");
  const outcomes = await Promise.all([send(), send(), send(), send()]);
  expect(outcomes.toSorted()).toEqual(["made", "not due", "not due", "not due"]);
  expect(await digests()).toHaveLength(1);
  expect(await mails()).toBe(1);
});

test("a day with nothing to say has its row and no mail, and no second chance", async () => {
  here.at("2026-05-19T07:30");
  expect(await send()).toBe("no news");
  await trouble();
  here.at("2026-05-19T09:00");
  expect(await send()).toBe("not due");
  expect(await digests()).toEqual(["2026-05-19 empty"]);
  expect(await mails()).toBe(0);
});

test("asked for early on a day that has nothing to say yet, the day keeps its digest", async () => {
  here.at("2026-05-19T05:00");
  expect(await here.digest(ana, "now")).toBeNull();
  await trouble();
  here.at("2026-05-19T07:30");
  expect(await send()).toBe("made");
  expect(await mails()).toBe(1);
});

test("what happened on a day without a digest's own mail is told in the next one", async () => {
  await here.deliver(ana, invitation());
  here.at("2026-05-22T07:30");
  await here.pass();
  await here.digest(ana);
  here.at("2026-05-25T10:00");
  await here.deliver(ana, rejection());
  here.at("2026-05-26T07:30");
  const told = await here.digest(ana);
  expect(told?.text).toContain("closed");
  expect(told?.text).toContain("decided not to move");
  here.at("2026-05-27T07:30");
  expect((await here.digest(ana))?.text ?? "").not.toContain("closed");
});

describe("drafts", () => {
  /** An interview on Friday 22 May 2026, 14:00 to 14:45. */
  const friday = () =>
    invitation({
      text: "Dear Ana,\n\nWe would like to invite you to an interview for the position of Office Manager\nat Fairholm Bakery on Friday 22 May 2026 at 14:00.\n\nBest regards,\nJo Field\nFairholm Bakery",
      meeting: { start: "20260522T140000", end: "20260522T144500" },
    });

  beforeEach(async () => {
    await here.deliver(ana, friday());
  });

  test("the interview stands in the digests of the day before and of its day, no draft does", async () => {
    here.at("2026-05-21T07:30");
    const before = await here.digest(ana);
    expect(before?.text).toContain("14:00");
    here.at("2026-05-22T07:30");
    const same = await here.digest(ana);
    expect(same?.text).toContain("14:00");
    expect(same?.subject).not.toContain("to approve");
  });

  test("a Friday interview's thank-you stands in Saturday's digest and leaves on the next working day, Tuesday after the holiday", async () => {
    here.at("2026-05-22T15:20");
    await here.pass();
    here.at("2026-05-23T07:30");
    const saturday = await here.digest(ana);
    expect(saturday?.subject).toBe("Afterword, Saturday 23 May: 1 to approve");
    expect(saturday?.text).toContain("To: Jo Field <jo.field@fairholm-bakery.example>");
    await here.deliver(
      ana,
      {
        from: "ana@reyes.example",
        to: "ana@reyes.example",
        answers: saturday?.messageId ?? "",
        text: "1 ok",
      },
      "sent",
    );
    const [row] = await here.query("select not_before from outbox where purpose = 'draft'");
    // Monday 25 May 2026 is a bank holiday.
    expect(row.not_before.toISOString()).toMatch(/^2026-05-26T08:/);
  });

  test("an undecided draft is shown again each day with the same text, after the third time as one line", async () => {
    here.at("2026-05-22T15:20");
    await here.pass();
    const shown: string[] = [];
    for (const day of ["23", "24", "25", "26"]) {
      here.at(`2026-05-${day}T07:30`);
      const made = await here.digest(ana);
      expect(made?.subject).toContain("1 to approve");
      shown.push(/^> [\s\S]*?\n\n(?!>)/m.exec(made?.text ?? "")?.[0] ?? "one line");
    }
    expect(shown[0]).toContain("> ");
    expect(shown.slice(1, 3)).toEqual([shown[0], shown[0]]);
    expect(shown[3]).toBe("one line");
    expect(await here.query("select count(*)::int as n from draft")).toEqual([{ n: 1 }]);
  });

  test("no one to write to is told in those words", async () => {
    await here.query("update contact set ended = 'left_company'");
    here.at("2026-05-22T15:20");
    await here.pass();
    here.at("2026-05-23T07:30");
    const made = await here.digest(ana);
    expect(made?.text.toLowerCase()).toContain("no one to write to");
    expect(made?.subject).not.toContain("to approve");
  });
});

test("the fixed words: waiting for you, reopened, keeping in touch", async () => {
  await here.deliver(ana, invitation());
  await here.deliver(ana, {
    from: "Jo Field <jo.field@fairholm-bakery.example>",
    answers: "invite-1@fairholm-bakery.example",
    subject: "Re: Interview for Office Manager",
    text: "Dear Ana,\n\nCould you please send us two references before we meet?\n\nBest regards,\nJo Field",
  });
  here.at("2026-05-19T07:30");
  expect((await here.digest(ana))?.text.toLowerCase()).toContain("waiting for you");
  here.at("2026-05-19T10:00");
  await here.deliver(ana, rejection());
  here.at("2026-05-20T07:30");
  expect((await here.digest(ana))?.text).toContain("closed");
  here.at("2026-05-20T10:00");
  await here.deliver(
    ana,
    invitation({
      id: "invite-3@fairholm-bakery.example",
      meeting: { uid: "talk-3@fairholm-bakery.example" },
    }),
  );
  here.at("2026-05-21T07:30");
  expect((await here.digest(ana))?.text).toContain("reopened");
});

test.each(["failed", "asked"])(
  "news of a digest whose mail ended as %s stand in the next one: none is lost",
  async (state) => {
    await here.deliver(ana, invitation());
    await here.deliver(ana, rejection());
    here.at("2026-05-19T07:30");
    expect((await here.digest(ana))?.text).toContain("Fairholm Bakery");
    await here.query("update outbox set state = $1 where purpose = 'self'", [state]);
    here.at("2026-05-20T07:30");
    const next = await here.digest(ana);
    expect(next?.text).toMatch(/Fairholm Bakery.*: closed/);
    await here.query("update outbox set state = 'sent' where purpose = 'self' and state = 'queued'");
    here.at("2026-05-21T07:30");
    expect((await here.digest(ana))?.text ?? "").not.toMatch(/Fairholm Bakery.*: closed/);
  },
);
