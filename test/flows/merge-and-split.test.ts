import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sendDigest } from "../../src/flows/send-digest.ts";
import { answer, digestOf, numberOf } from "../support/answering.ts";
import { invitation, type Letter, rejection } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let ana: Connected;

beforeAll(async () => {
  here = await openReceivingApp();
});
afterAll(() => here.close());

/** The same talk seen twice: Fairholm Bakery invites on Monday, a mail of its sister company about it opens a second candidacy. Both are interviewed on Thursday. */
const agency: Letter = invitation({
  from: "Kim Ode <kim@ode-interiors.example>",
  id: "invite-2@ode-interiors.example",
  subject: "Interview for Bookkeeper",
  text: "Dear Ana,\n\nWe would like to invite you to an interview for the position of Bookkeeper at Ode Interiors on Thursday 21 May 2026 at 16:00. It takes 45 minutes.\n\nKim Ode\nOde Interiors",
  meeting: {
    uid: "talk-2@ode-interiors.example",
    summary: "Interview: Bookkeeper",
    organizer: "CN=Kim Ode:mailto:kim@ode-interiors.example",
    start: "20260521T160000",
    end: "20260521T164500",
  },
});

const states = async () =>
  (await here.query("select number, state, close_reason from candidacy order by number")).map((row) =>
    [row.number, row.state, row.close_reason].filter(Boolean).join(" "),
  );
const owned = async (table: string) =>
  (
    await here.query(
      `select k.number, count(*)::int as n from ${table} t join candidacy k on k.id = t.candidacy_id group by 1 order by 1`,
    )
  ).map(({ number, n }) => `${number}: ${n}`);
const told = async () =>
  (await here.journal(ana)).filter(({ type }) => type === "reply_doubt").map(({ says }) => says);
const offered = async () =>
  (
    await here.query(
      "select k.number, f.to_address as to from follow_up f join candidacy k on k.id = f.candidacy_id where f.status in ('planned', 'offered') and f.kind = 'thank_you' order by 1, 2",
    )
  ).map((row) => `${row.number} ${row.to}`);

describe("two candidacies that are one", () => {
  let digest: Awaited<ReturnType<typeof digestOf>>;
  let first: number;
  let second: number;

  beforeEach(async () => {
    await here.reset();
    here.at("2026-05-18T09:00");
    ana = await here.connect();
    await here.deliver(ana, invitation());
    await here.deliver(ana, agency);
    here.at("2026-05-19T07:30");
    await here.digest(ana);
    here.at("2026-05-21T20:00");
    await here.pass();
    here.at("2026-05-22T07:30");
    digest = await digestOf(here, ana);
    first = numberOf(digest, /^\d+\. Fairholm Bakery, Office Manager:/);
    second = numberOf(digest, /^\d+\. Ode Interiors/);
    expect(await offered()).toEqual(["1 jo.field@fairholm-bakery.example", "2 kim@ode-interiors.example"]);
  });

  test("become one: mails, interviews, contacts and what is due go to the one that stays, and the other is closed away without drafts", async () => {
    await answer(here, ana, digest, `merge ${second} into ${first}`);
    expect(await told()).toEqual([]);
    expect(await states()).toEqual(["1 awaiting_decision", "2 closed"]);
    expect(await owned("message")).toEqual(["1: 2"]);
    expect(await owned("interview")).toEqual(["1: 2"]);
    expect(await owned("debrief")).toEqual(["1: 2"]);
    expect((await offered()).every((one) => one.startsWith("1 "))).toBe(true);
    here.at("2026-05-23T07:30");
    const next = await digestOf(here, ana);
    expect(next.text).not.toContain("Ode Interiors, ");

    // What the sister company writes from now on belongs to the one that stays, in whatever thread.
    here.at("2026-05-26T10:00");
    await here.deliver(ana, {
      from: "Kim Ode <kim@ode-interiors.example>",
      subject: "Your interview",
      text: "Dear Ana,\n\nAfter careful consideration they have decided not to move forward with your application.\n\nKim Ode\nOde Interiors",
    });
    expect((await states())[0]).toMatch(/^1 (closed rejected|keeping_in_touch)$/);
  });

  test("a new word reopens the one that stays, never the one that is gone", async () => {
    await answer(here, ana, digest, `merge ${second} into ${first}`);
    await here.query("update candidacy set state = 'closed', close_reason = 'no_reply' where number = 1");
    await here.deliver(ana, {
      from: "Kim Ode <kim@ode-interiors.example>",
      subject: "A second interview",
      text: "Dear Ana,\n\nWe would like to invite you to a second interview on Friday 29 May 2026 at 10:00.\n\nKim Ode\nOde Interiors",
    });
    expect(await states()).toEqual(["1 interviewing", "2 closed"]);
  });

  test("are told of in both journals, and `undo` makes two of them again, each as it stood", async () => {
    await answer(here, ana, digest, `merge ${second} into ${first}`);
    const repaired = (await here.journal(ana)).filter(({ type }) => type === "repaired");
    expect(new Set(repaired.map(({ candidacyId }) => candidacyId)).size).toBe(2);
    expect(repaired[0]?.says).toBe(
      "You said that Ode Interiors (2) and Fairholm Bakery (1) are one candidacy.",
    );
    await answer(here, ana, digest, `undo ${second}`);
    expect(await told()).toEqual([]);
    expect(await states()).toEqual(["1 awaiting_decision", "2 awaiting_decision"]);
    expect(await owned("message")).toEqual(["1: 1", "2: 1"]);
    expect(await owned("interview")).toEqual(["1: 1", "2: 1"]);
    expect(await owned("contact")).toEqual(["1: 1", "2: 1"]);
    expect(await offered()).toEqual(["1 jo.field@fairholm-bakery.example", "2 kim@ode-interiors.example"]);
  });

  test("stand where the newest word has put one of them", async () => {
    here.at("2026-05-22T10:00");
    await here.deliver(ana, rejection());
    expect(await states()).toEqual(["1 closed rejected", "2 awaiting_decision"]);
    await answer(here, ana, digest, `merge ${first} into ${second}`);
    expect(await states()).toEqual(["1 closed", "2 closed rejected"]);
    await answer(here, ana, digest, `undo ${first}`);
    expect(await states()).toEqual(["1 closed rejected", "2 awaiting_decision"]);
  });

  test("a mail that was approved is asked again; one that is on its way makes it wait", async () => {
    await answer(here, ana, digest, "1 ok");
    await here.query(
      "update outbox set state = 'transmitting', attempt = gen_random_uuid() where purpose = 'draft'",
    );
    await answer(here, ana, digest, `merge ${second} into ${first}`);
    expect((await told())[0]).toContain("on its way at this moment");
    expect((await states())[1]).toBe("2 awaiting_decision");
    await here.query("update outbox set state = 'queued', attempt = null where purpose = 'draft'");
    await answer(here, ana, digest, `merge ${second} into ${first}`);
    expect(await here.query("select state from outbox where purpose = 'draft'")).toEqual([
      { state: "cancelled" },
    ]);
    expect((await states())[1]).toBe("2 closed");
  });

  test("what was thanked for is not thanked for again", async () => {
    await here.query("update follow_up set status = 'sent', sent_at = now()");
    await answer(here, ana, digest, `merge ${second} into ${first}`);
    here.at("2026-05-23T07:30");
    expect((await here.digest(ana))?.subject ?? "").not.toContain("to approve");
  });

  test("the one that is gone cannot be reopened, and an answer to its line means the one that stays", async () => {
    await answer(here, ana, digest, `merge ${second} into ${first}`);
    await answer(here, ana, digest, `reopen ${second}`);
    expect((await told())[0]).toContain("the same as another candidacy");
    await answer(here, ana, digest, `${second} is offer`);
    expect(await states()).toEqual(["1 offered", "2 closed"]);
  });

  test("itself is no other one", async () => {
    await answer(here, ana, digest, `merge ${first} into Fairholm`);
    expect((await told())[0]).toContain("That is the same candidacy.");
  });
});

describe("one candidacy that is two", () => {
  let digest: Awaited<ReturnType<typeof digestOf>>;
  let n: number;

  /** A second invitation of the same employer, in a thread of its own, was taken for the same role. */
  beforeEach(async () => {
    await here.reset();
    here.at("2026-05-18T09:00");
    ana = await here.connect();
    await here.deliver(ana, invitation());
    here.at("2026-05-19T09:00");
    await here.deliver(
      ana,
      invitation({
        id: "invite-9@fairholm-bakery.example",
        subject: "Interview",
        text: "Dear Ana,\n\nWe would like to invite you to an interview on Friday 22 May 2026 at 10:00. It takes 45 minutes.\n\nJo Field\nFairholm Bakery",
        meeting: {
          uid: "talk-9@fairholm-bakery.example",
          summary: "Interview",
          start: "20260522T100000",
          end: "20260522T104500",
        },
      }),
    );
    here.at("2026-05-20T07:30");
    digest = await digestOf(here, ana);
    n = numberOf(digest, /Fairholm/);
    expect(await owned("interview")).toEqual(["1: 2"]);
  });

  test("is split: the latest thread gets a number, its interview and its state", async () => {
    await answer(here, ana, digest, `split ${n}`);
    expect(await told()).toEqual([]);
    expect(await states()).toEqual(["1 interviewing", "2 interviewing"]);
    expect(await owned("message")).toEqual(["1: 1", "2: 1"]);
    expect(
      await here.query(
        "select k.number, i.uid from interview i join candidacy k on k.id = i.candidacy_id order by 1",
      ),
    ).toEqual([
      { number: 1, uid: "talk-1@fairholm-bakery.example" },
      { number: 2, uid: "talk-9@fairholm-bakery.example" },
    ]);
    here.at("2026-05-25T10:00");
    await here.pass();
    await here.deliver(ana, rejection({ answers: "invite-9@fairholm-bakery.example" }));
    expect(await states()).toEqual(["1 awaiting_decision", "2 closed rejected"]);
  });

  test("`undo` makes one of it again, and the journal shows both", async () => {
    await answer(here, ana, digest, `split ${n}`);
    await answer(here, ana, digest, `undo ${n}`);
    expect(await told()).toEqual([]);
    expect(await states()).toEqual(["1 interviewing", "2 closed"]);
    expect(await owned("interview")).toEqual(["1: 2"]);
    expect(
      (await here.journal(ana)).flatMap(({ type, says }) =>
        type === "repaired" || type === "undone" ? [says] : [],
      ),
    ).toEqual([
      "You split Fairholm Bakery (1): the latest thread is number 2 now.",
      "You split Fairholm Bakery (1): the latest thread is number 2 now.",
      "You took it back: You split Fairholm Bakery (1): the latest thread is number 2 now.",
      "You took it back: You split Fairholm Bakery (1): the latest thread is number 2 now.",
    ]);
    expect(await sendDigest(here.app, ana.personId, { early: true })).not.toBe("made");
  });

  test("one thread is not split but asked back", async () => {
    await answer(here, ana, digest, `split ${n}`);
    await answer(here, ana, digest, `split ${n}`);
    expect((await told())[0]).toContain("stand in one thread");
  });
});
