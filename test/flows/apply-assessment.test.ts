import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { invitation, type Letter, rejection } from "../support/letter.ts";
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
  await here.deliver(ana, invitation());
});

const jo = (text: string, parts: Partial<Letter> = {}): Letter => ({
  from: "Jo Field <jo.field@fairholm-bakery.example>",
  subject: "Re: Interview for Office Manager",
  answers: "invite-1@fairholm-bakery.example",
  text: `Dear Ana,\n\n${text}\n\nBest regards,\nJo Field\nFairholm Bakery`,
  ...parts,
});
const interviews = async () =>
  (await here.query("select starts_at, cancelled from interview order by starts_at")).map(
    ({ starts_at, cancelled }) => `${starts_at.toISOString()}${cancelled ? " cancelled" : ""}`,
  );
const candidacy = async () => (await here.query("select state, close_reason from candidacy"))[0];

describe("one interview stays one through every change of its invitation", () => {
  test("an update with the same UID and a higher SEQUENCE moves it", async () => {
    await here.deliver(
      ana,
      invitation({
        id: "update@fairholm-bakery.example",
        subject: "Updated: Interview for Office Manager",
        text: "The interview moves.",
        meeting: { sequence: 1, start: "20260522T100000", end: "20260522T104500" },
      }),
    );
    expect(await interviews()).toEqual(["2026-05-22T09:00:00.000Z"]);
  });

  test("a late copy with a lower SEQUENCE changes nothing", async () => {
    await here.deliver(
      ana,
      invitation({
        id: "u2@fairholm-bakery.example",
        text: "Moved.",
        meeting: { sequence: 2, start: "20260522T100000", end: "20260522T104500" },
      }),
    );
    await here.deliver(
      ana,
      invitation({
        id: "u1@fairholm-bakery.example",
        text: "Moved earlier.",
        meeting: { sequence: 1, start: "20260521T090000", end: "20260521T094500" },
      }),
    );
    expect(await interviews()).toEqual(["2026-05-22T09:00:00.000Z"]);
  });

  test("a CANCEL cancels it, so that no thank-you falls due", async () => {
    await here.deliver(
      ana,
      invitation({
        id: "cancel@fairholm-bakery.example",
        subject: "Cancelled: Interview for Office Manager",
        text: "The interview is cancelled.",
        meeting: { method: "CANCEL", sequence: 1 },
      }),
    );
    expect(await interviews()).toEqual(["2026-05-21T13:00:00.000Z cancelled"]);
    here.at("2026-05-21T20:00");
    await here.pass();
    expect(
      await here.query(
        "select kind from follow_up where status in ('planned', 'offered') and kind = 'thank_you'",
      ),
    ).toEqual([]);
  });

  test("a CANCEL from somebody who does not belong cancels nothing", async () => {
    await here.deliver(
      ana,
      invitation({
        from: "Max <max@elsewhere.example>",
        id: "cancel@elsewhere.example",
        subject: "Cancelled: Interview for Office Manager",
        text: "The interview is cancelled.",
        meeting: { method: "CANCEL", sequence: 1 },
      }),
    );
    expect(await interviews()).toEqual(["2026-05-21T13:00:00.000Z"]);
  });

  test("words that move it move it, and do not make a second one", async () => {
    await here.deliver(
      ana,
      jo(
        "Unfortunately we have to reschedule your interview. It will now take place on Friday 22 May 2026 at 11:00.",
      ),
    );
    expect(await interviews()).toEqual(["2026-05-22T10:00:00.000Z"]);
  });
});

test("promised working days pass over a public holiday: two after Thursday 21 May are over on Tuesday 26 May, for Monday is one", async () => {
  here.at("2026-05-21T16:00");
  await here.deliver(ana, jo("Thank you for coming in. We will let you know within two working days."));
  expect(await here.query("select due::text from promise")).toEqual([{ due: "2026-05-26" }]);
});

describe("a no", () => {
  test("closes, and says in the journal which sentence did it", async () => {
    await here.deliver(ana, rejection());
    expect(await candidacy()).toEqual({ state: "closed", close_reason: "rejected" });
    const moved = (await here.journal(ana)).findLast(({ type }) => type === "moved");
    expect(moved?.evidence.join(" ")).toContain("not to move");
  });

  test("after the second interview leaves the door open", async () => {
    here.at("2026-05-22T09:00");
    await here.deliver(
      ana,
      jo("We would like to invite you to a second interview on Tuesday 26 May 2026 at 10:00.", {
        id: "second@fairholm-bakery.example",
        calendar:
          invitation({
            meeting: {
              uid: "talk-2@fairholm-bakery.example",
              start: "20260526T100000",
              end: "20260526T104500",
            },
          }).calendar ?? "",
      }),
    );
    here.at("2026-05-28T09:00");
    await here.pass();
    await here.deliver(ana, rejection());
    expect(await candidacy()).toEqual({ state: "keeping_in_touch", close_reason: null });
    here.at("2026-05-29T07:30");
    expect((await here.digest(ana))?.text).toContain("keeping in touch");
  });

  test("that comes twice closes once", async () => {
    await here.deliver(ana, rejection({ id: "no-1@fairholm-bakery.example" }));
    await here.deliver(
      ana,
      rejection({
        id: "no-2@fairholm-bakery.example",
        text: "Dear Ana,\n\nTo confirm: we have decided not to move forward with your application.\n\nJo Field",
      }),
    );
    expect(
      (await here.journal(ana)).filter(({ type, data }) => type === "moved" && data?.to === "closed"),
    ).toHaveLength(1);
  });

  test("is taken back by `undo 1` and the candidacy stands where it stood", async () => {
    here.at("2026-05-21T20:00");
    await here.pass();
    here.at("2026-05-22T07:30");
    await here.digest(ana);
    here.at("2026-05-22T10:00");
    await here.deliver(ana, rejection());
    here.at("2026-05-23T07:30");
    const made = await here.digest(ana);
    const n = /^(\d+)\. Fairholm Bakery.*closed/im.exec(made?.text ?? "")?.[1];
    await here.deliver(
      ana,
      {
        from: "ana@reyes.example",
        to: "ana@reyes.example",
        answers: made?.messageId ?? "",
        text: `undo ${n}`,
      },
      "sent",
    );
    expect(await candidacy()).toEqual({ state: "awaiting_decision", close_reason: null });
  });
});

describe("after a close", () => {
  beforeEach(async () => {
    await here.deliver(ana, rejection());
  });

  test("a new invitation reopens and the person is told", async () => {
    await here.deliver(
      ana,
      invitation({
        id: "again@fairholm-bakery.example",
        meeting: { uid: "talk-9@fairholm-bakery.example", start: "20260528T100000", end: "20260528T104500" },
      }),
    );
    expect(await candidacy()).toEqual({ state: "interviewing", close_reason: null });
    here.at("2026-05-19T07:30");
    expect((await here.digest(ana))?.text).toContain("reopened");
  });

  test("an automatic reply reopens nothing", async () => {
    await here.deliver(
      ana,
      jo("I am out of the office until Monday 25 May 2026 and will answer then.", {
        subject: "Automatic reply: Interview",
        headers: ["Auto-Submitted: auto-replied"],
      }),
    );
    expect(await candidacy()).toMatchObject({ state: "closed" });
  });

  test("no follow-up stays open", async () => {
    here.at("2026-06-30T09:00");
    await here.pass();
    expect(
      await here.query(
        "select kind from follow_up where status in ('planned', 'offered') and kind <> 'thank_you'",
      ),
    ).toEqual([]);
  });
});

test("`unfortunately` alone is no no: the person is asked or nothing happens, and the state stands", async () => {
  await here.deliver(ana, jo("Unfortunately Greg is ill this week. I will write again about the interview."));
  expect(await candidacy()).toEqual({ state: "interviewing", close_reason: null });
});
