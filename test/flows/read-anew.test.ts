import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { answer, digestOf, numberOf } from "../support/answering.ts";
import { invitation, type Letter, rejection } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let ana: Connected;

beforeAll(async () => {
  here = await openReceivingApp();
});
afterAll(() => here.close());

/** Invited on Monday, told of on Tuesday, interviewed on Thursday 14:00. */
beforeEach(async () => {
  await here.reset();
  here.at("2026-05-18T09:00");
  ana = await here.connect();
  await here.deliver(ana, invitation());
  here.at("2026-05-19T07:30");
  await here.digest(ana);
  here.at("2026-05-21T20:00");
  await here.pass();
});

const jo = (text: string, parts: Partial<Letter> = {}): Letter => ({
  from: "Jo Field <jo.field@fairholm-bakery.example>",
  subject: "Re: Interview for Office Manager",
  answers: "invite-1@fairholm-bakery.example",
  text: `Dear Ana,\n\n${text}\n\nBest regards,\nJo Field\nFairholm Bakery`,
  ...parts,
});
const state = async () =>
  (await here.query("select state, close_reason from candidacy order by number")).map((row) =>
    [row.state, row.close_reason].filter(Boolean).join(" "),
  );
const told = async () =>
  (await here.journal(ana)).filter(({ type }) => type === "reply_doubt").map(({ says }) => says);
const kinds = async () =>
  (
    await here.query("select assessment->>'kind' as kind from message where direction = 'in' order by at")
  ).map(({ kind }) => kind);

describe("a mail that was read wrongly is put right by one answer", () => {
  test("`is offer` on the line that says closed takes the close back and draws the offer; `undo` restores the close; the journal shows all of it", async () => {
    here.at("2026-05-22T10:00");
    await here.deliver(ana, rejection());
    expect(await state()).toEqual(["closed rejected"]);
    here.at("2026-05-23T07:30");
    const digest = await digestOf(here, ana);
    const n = numberOf(digest, /Fairholm.*closed/);
    expect(digest.text).toContain(`"${n} reopen" or "${n} is offer"`);
    await answer(here, ana, digest, `${n} is offer`);
    expect(await state()).toEqual(["offered"]);
    expect(await kinds()).toEqual(["interview_invitation", "offer"]);

    await answer(here, ana, digest, `undo ${n}`);
    expect(await state()).toEqual(["closed rejected"]);
    expect(await kinds()).toEqual(["interview_invitation", "rejection"]);
    const rows = (await here.journal(ana)).filter(({ data }) => data?.repair);
    expect(rows.map(({ type, by }) => [type, by])).toEqual([
      ["moved", "person"],
      ["moved", "person"],
      ["repaired", "person"],
      ["moved", "person"],
      ["moved", "employer"],
      ["undone", "person"],
    ]);
    const [repaired] = rows.filter(({ type }) => type === "repaired");
    expect(repaired?.says).toContain("the mail of jo.field@fairholm-bakery.example");
    expect(repaired?.says).toContain("an offer");
    expect(repaired?.evidence.join(" ")).toContain("not to move");
    expect(repaired?.data?.proof).toMatchObject({ by: "reply", sender: "sent_folder" });
    expect(await told()).toEqual([]);
  });

  test("a no that was overlooked is told by the line of the waiting list, and a friendly answer takes the place of the thank-you", async () => {
    here.at("2026-05-22T10:00");
    await here.deliver(ana, jo("Thank you for coming. The team talked about it all afternoon."));
    here.at("2026-05-23T07:30");
    const digest = await digestOf(here, ana);
    await answer(here, ana, digest, `${numberOf(digest, /^\d+\. Fairholm Bakery, Office Manager:/)} is a no`);
    expect(await state()).toEqual(["closed rejected"]);
    here.at("2026-05-24T07:30");
    const next = await digestOf(here, ana);
    expect(next.text).toContain("1. Friendly answer to");
    expect(next.text).not.toContain("Thank you to");
  });

  test("what others did since stays: after a wrong offer the interview that was held still counts as held", async () => {
    here.at("2026-05-22T10:00");
    await here.deliver(ana, rejection());
    here.at("2026-05-23T07:30");
    const digest = await digestOf(here, ana);
    const n = numberOf(digest, /closed/);
    await answer(here, ana, digest, `${n} is no news`);
    expect(await state()).toEqual(["awaiting_decision"]);
  });

  test("a mail that opened a candidacy and is nothing closes it away, and `undo` brings it back", async () => {
    here.at("2026-05-22T09:00");
    await here.deliver(ana, {
      from: "Kim Ode <kim@larkspur-books.example>",
      id: "invite-2@larkspur-books.example",
      subject: "Interview for Bookseller",
      text: "Dear Ana,\n\nWe would like to invite you to an interview for the position of Bookseller at Larkspur Books on Friday 29 May 2026 at 10:00.\n\nKim Ode\nLarkspur Books",
    });
    here.at("2026-05-23T07:30");
    const digest = await digestOf(here, ana);
    const n = numberOf(digest, /Larkspur.*new\./);
    await answer(here, ana, digest, `${n} is nothing`);
    expect(await state()).toEqual(["awaiting_decision", "closed"]);
    expect(await here.query("select cancelled from interview order by starts_at")).toEqual([
      { cancelled: false },
      { cancelled: true },
    ]);
    await answer(here, ana, digest, `undo ${n}`);
    expect(await state()).toEqual(["awaiting_decision", "interviewing"]);
    expect(await here.query("select cancelled from interview order by starts_at")).toEqual([
      { cancelled: false },
      { cancelled: false },
    ]);
  });

  test("a promise that a misread mail made is forgotten and comes back with it", async () => {
    here.at("2026-05-22T10:00");
    await here.deliver(
      ana,
      jo(
        "Thank you for your patience. We have not made a decision yet and will let you know by Friday 29 May 2026.",
      ),
    );
    expect(await here.query("select due::text from promise")).toEqual([{ due: "2026-05-29" }]);
    here.at("2026-05-23T07:30");
    const digest = await digestOf(here, ana);
    const n = numberOf(digest, /^\d+\. Fairholm Bakery, Office Manager:/);
    await answer(here, ana, digest, `${n} is a newsletter`);
    expect(await here.query("select due::text from promise")).toEqual([]);
    await answer(here, ana, digest, `undo ${n}`);
    expect(await here.query("select due::text from promise")).toEqual([{ due: "2026-05-29" }]);
  });

  test("the same word twice is told and changes nothing", async () => {
    here.at("2026-05-22T10:00");
    await here.deliver(ana, rejection());
    here.at("2026-05-23T07:30");
    const digest = await digestOf(here, ana);
    const n = numberOf(digest, /closed/);
    await answer(here, ana, digest, `${n} is offer`);
    await answer(here, ana, digest, `${n} is offer`);
    expect(await told()).toEqual([`${n}: That mail is an offer already.`]);
  });
});

describe("what was approved before", () => {
  const approve = async () => {
    here.at("2026-05-22T07:30");
    const digest = await digestOf(here, ana);
    await answer(here, ana, digest, "1 ok");
    return digest;
  };

  test("is stopped and asked again when its candidacy is put right", async () => {
    const digest = await approve();
    expect(await here.query("select state from outbox where purpose = 'draft'")).toEqual([
      { state: "queued" },
    ]);
    await answer(
      here,
      ana,
      digest,
      `${numberOf(digest, /^\d+\. Fairholm Bakery, Office Manager:/)} is a question`,
    );
    expect(await here.query("select state from outbox where purpose = 'draft'")).toEqual([
      { state: "cancelled" },
    ]);
    expect((await here.journal(ana)).filter(({ type }) => type === "held")).toHaveLength(1);
  });

  test("and is on its way is left alone", async () => {
    const digest = await approve();
    await here.query(
      "update outbox set state = 'transmitting', attempt = gen_random_uuid() where purpose = 'draft'",
    );
    await answer(
      here,
      ana,
      digest,
      `${numberOf(digest, /^\d+\. Fairholm Bakery, Office Manager:/)} is a question`,
    );
    expect(await here.query("select state from outbox where purpose = 'draft'")).toEqual([
      { state: "transmitting" },
    ]);
    expect(await kinds()).toEqual(["info_request"]);
  });
});

describe("a question about a mail that may be a no", () => {
  beforeEach(async () => {
    here.at("2026-05-22T10:00");
    await here.deliver(ana, jo("Thank you for coming. It was not an easy decision for us."));
    // As the rules leave it where only the tone says no, whatever words they know.
    await here.query(
      `update message set question = 'kind', question_about = candidacy_id, human = true,
         assessment = assessment || '{"kind": "holding", "confidence": 0.5}'
       where subject = 'Re: Interview for Office Manager' and candidacy_id is not null`,
    );
  });

  test("answered with yes closes; taken back, it stands open again", async () => {
    here.at("2026-05-23T07:30");
    const digest = await digestOf(here, ana);
    const n = numberOf(digest, /is this a no\?/);
    await answer(here, ana, digest, `${n} yes`);
    expect(await state()).toEqual(["closed rejected"]);
    await answer(here, ana, digest, `undo ${n}`);
    expect(await state()).toEqual(["awaiting_decision"]);
    here.at("2026-05-24T07:30");
    expect((await digestOf(here, ana)).text).toContain("is this a no?");
  });

  test("answered with no changes nothing and is not asked again, unless that is taken back", async () => {
    here.at("2026-05-23T07:30");
    const digest = await digestOf(here, ana);
    const n = numberOf(digest, /is this a no\?/);
    await answer(here, ana, digest, `${n} no`);
    expect(await state()).toEqual(["awaiting_decision"]);
    here.at("2026-05-24T07:30");
    expect((await here.digest(ana))?.text ?? "").not.toContain("is this a no?");
    await answer(here, ana, digest, `undo ${n}`);
    here.at("2026-05-25T07:30");
    expect((await digestOf(here, ana)).text).toContain("is this a no?");
    expect(
      (await here.journal(ana)).filter(({ type }) => type === "repaired" || type === "undone"),
    ).toHaveLength(2);
  });

  test("answered with what it is instead needs no second answer", async () => {
    here.at("2026-05-23T07:30");
    const digest = await digestOf(here, ana);
    await answer(here, ana, digest, `${numberOf(digest, /is this a no\?/)} is not now`);
    expect(await state()).toEqual(["keeping_in_touch"]);
    here.at("2026-05-24T07:30");
    expect((await here.digest(ana))?.text ?? "").not.toContain("is this");
  });
});

describe("an interview whose time can be read in two ways", () => {
  beforeEach(async () => {
    await here.reset();
    here.at("2026-05-18T09:00");
    ana = await here.connect();
    await here.deliver(
      ana,
      invitation({
        text: "Dear Ana,\n\nplease find our invitation to an interview attached.\n\nJo Field\nFairholm Bakery",
        meeting: { zone: null },
      }),
    );
    here.at("2026-05-19T07:30");
  });

  test("is asked about, and set by the person's word in the person's own zone; `undo` asks again", async () => {
    const digest = await digestOf(here, ana);
    const n = numberOf(digest, /when is the interview\?/);
    expect(digest.text).toContain(`"${n} at friday 14:00"`);
    await answer(here, ana, digest, `${n} at 21 May 14:00`);
    expect(await here.query("select starts_at, cancelled from interview")).toEqual([
      { starts_at: new Date("2026-05-21T13:00:00Z"), cancelled: false },
    ]);
    here.at("2026-05-20T07:30");
    expect((await here.digest(ana))?.text ?? "").not.toContain("when is the interview?");
    await answer(here, ana, digest, `undo ${n}`);
    expect(await here.query("select cancelled from interview")).toEqual([{ cancelled: true }]);
    here.at("2026-05-21T07:30");
    expect((await digestOf(here, ana)).text).toContain("when is the interview?");
  });

  test("without a day it is asked back", async () => {
    const digest = await digestOf(here, ana);
    await answer(here, ana, digest, `${numberOf(digest, /when is/)} at 14:00`);
    expect(await here.query("select id from interview")).toEqual([]);
    expect((await told())[0]).toContain("On which day?");
  });

  test("that a later mail makes clear is asked about no more", async () => {
    await here.deliver(ana, invitation({ id: "again@fairholm-bakery.example" }));
    expect((await here.digest(ana))?.text ?? "").not.toContain("when is the interview?");
  });
});

test("a time that was read wrongly is put right on any line of its candidacy, and `undo` puts it back", async () => {
  await here.reset();
  here.at("2026-05-18T09:00");
  ana = await here.connect();
  await here.deliver(ana, invitation());
  here.at("2026-05-19T07:30");
  const digest = await digestOf(here, ana);
  const n = numberOf(digest, /Fairholm/);
  await answer(here, ana, digest, `${n} at 15:30`);
  const starts = async () =>
    (await here.query("select starts_at, ends_at from interview")).map((row) => [
      row.starts_at.toISOString(),
      row.ends_at.toISOString(),
    ]);
  expect(await starts()).toEqual([["2026-05-21T14:30:00.000Z", "2026-05-21T15:15:00.000Z"]]);
  await answer(here, ana, digest, `undo ${n}`);
  expect(await starts()).toEqual([["2026-05-21T13:00:00.000Z", "2026-05-21T13:45:00.000Z"]]);
});
