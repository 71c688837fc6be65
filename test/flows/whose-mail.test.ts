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

/** Invited by Fairholm Bakery on Monday, answered by hand, told of on Tuesday, interviewed on Thursday. */
beforeEach(async () => {
  await here.reset();
  here.at("2026-05-18T09:00");
  ana = await here.connect();
  await here.deliver(ana, invitation());
  await here.deliver(
    ana,
    {
      from: "Ana Reyes <ana@reyes.example>",
      to: "Jo Field <jo.field@fairholm-bakery.example>",
      subject: "Re: Interview for Office Manager",
      id: "by-hand-1@reyes.example",
      answers: "invite-1@fairholm-bakery.example",
      text: "Dear Jo, thank you, I will be there.",
    },
    "sent",
  );
  here.at("2026-05-19T07:30");
  await here.digest(ana);
  here.at("2026-05-21T20:00");
  await here.pass();
});

const kim: Letter = {
  from: "Kim Ode <kim@larkspur-books.example>",
  id: "invite-2@larkspur-books.example",
  subject: "Interview for Bookseller",
  text: "Dear Ana,\n\nWe would like to invite you to an interview for the position of Bookseller at Larkspur Books on Friday 29 May 2026 at 10:00.\n\nKim Ode\nLarkspur Books",
};
const privately = (text: string, parts: Partial<Letter> = {}): Letter => ({
  from: "Jo Field <jo.private@elsewhere.example>",
  subject: "Re: Interview for Office Manager",
  answers: "by-hand-1@reyes.example",
  text: `Dear Ana,\n\n${text}\n\nJo Field\nFairholm Bakery`,
  ...parts,
});
const states = async () =>
  (await here.query("select employer, state, close_reason from candidacy order by number")).map((row) =>
    [row.employer, row.state, row.close_reason].filter(Boolean).join(" "),
  );
const contacts = async () =>
  (
    await here.query(
      "select k.number, c.address from contact c join candidacy k on k.id = c.candidacy_id order by 1, 2",
    )
  ).map((row) => `${row.number} ${row.address}`);
const told = async () =>
  (await here.journal(ana)).filter(({ type }) => type === "reply_doubt").map(({ says }) => says);
const repairs = async () =>
  (await here.journal(ana)).filter(({ type }) => type === "repaired" || type === "undone");

describe("a mail that is possibly related", () => {
  test("is asked about by name, subject and candidacy; `yes` takes it in with what follows from it, and its address is remembered", async () => {
    here.at("2026-05-22T10:00");
    await here.deliver(ana, privately("We will decide by Friday 29 May 2026."));
    expect(await here.query("select due from promise")).toEqual([]);
    here.at("2026-05-23T07:30");
    const digest = await digestOf(here, ana);
    const n = numberOf(
      digest,
      /Possibly related: does this mail of Jo Field <jo\.private@elsewhere\.example> about “Re: Interview for Office Manager” belong to Fairholm Bakery, Office Manager\?/,
    );
    expect(digest.text).toContain("mails may go to it too");
    await answer(here, ana, digest, `${n} yes`);
    expect(await here.query("select due::text from promise")).toEqual([{ due: "2026-05-29" }]);
    expect(await contacts()).toContain("1 jo.private@elsewhere.example");
    expect((await repairs()).map(({ says }) => says)).toEqual([
      expect.stringContaining(
        "belongs to Fairholm Bakery, Office Manager. jo.private@elsewhere.example is a contact",
      ),
    ]);

    here.at("2026-05-26T10:00");
    await here.deliver(
      ana,
      privately("After careful consideration we have decided not to move forward with your application."),
    );
    expect(await states()).toEqual(["Fairholm Bakery closed rejected"]);
    expect(await here.query("select id from message where question is not null")).toEqual([]);
  });

  test("`no` leaves it out and it is not asked about again; `undo` asks again", async () => {
    here.at("2026-05-22T10:00");
    await here.deliver(ana, privately("We will decide by Friday 29 May 2026."));
    here.at("2026-05-23T07:30");
    const digest = await digestOf(here, ana);
    const n = numberOf(digest, /Possibly related/);
    await answer(here, ana, digest, `${n} no`);
    here.at("2026-05-24T07:30");
    expect((await here.digest(ana))?.text ?? "").not.toContain("Possibly related");
    await answer(here, ana, digest, `undo ${n}`);
    here.at("2026-05-25T07:30");
    expect((await digestOf(here, ana)).text).toContain("Possibly related");
    expect(await here.query("select due from promise")).toEqual([]);
  });

  test("`undo` of a yes takes the mail, its effects and its address out again", async () => {
    here.at("2026-05-22T10:00");
    await here.deliver(
      ana,
      privately("After careful consideration we have decided not to move forward with your application."),
    );
    here.at("2026-05-23T07:30");
    const digest = await digestOf(here, ana);
    const n = numberOf(digest, /Possibly related/);
    await answer(here, ana, digest, `${n} yes`);
    expect(await states()).toEqual(["Fairholm Bakery closed rejected"]);
    await answer(here, ana, digest, `undo ${n}`);
    expect(await states()).toEqual(["Fairholm Bakery awaiting_decision"]);
    expect(await contacts()).not.toContain("1 jo.private@elsewhere.example");
    here.at("2026-05-24T07:30");
    expect((await digestOf(here, ana)).text).toContain("Possibly related");
  });

  test("with a contact's address and no proof it says so plainly, and changes nothing by itself", async () => {
    here.at("2026-05-22T10:00");
    await here.deliver(
      ana,
      rejection({ answers: "forged@elsewhere.example", proven: null, id: "forged-1@elsewhere.example" }),
    );
    expect(await states()).toEqual(["Fairholm Bakery awaiting_decision"]);
    here.at("2026-05-23T07:30");
    const digest = await digestOf(here, ana);
    numberOf(
      digest,
      /Careful: it bears the address of a contact of yours, but nothing proves that they sent it/,
    );
  });

  test("is told of for a week and then not any more", async () => {
    here.at("2026-05-22T10:00");
    await here.deliver(ana, privately("We will decide by Friday 29 May 2026."));
    here.at("2026-05-29T07:30");
    expect((await digestOf(here, ana)).text).toContain("Possibly related");
    here.at("2026-05-30T07:30");
    expect((await here.digest(ana))?.text ?? "").not.toContain("Possibly related");
  });

  test("as an automatic reply it is told in one line and asks nothing", async () => {
    here.at("2026-05-22T10:00");
    await here.deliver(
      ana,
      privately("I am out of the office until Monday 1 June 2026.", {
        subject: "Automatic reply: Interview",
        headers: ["Auto-Submitted: auto-replied"],
      }),
    );
    expect(await here.query("select id from message where question is not null")).toEqual([]);
  });

  test("`is offer` before it is known whose it is, is asked back", async () => {
    here.at("2026-05-22T10:00");
    await here.deliver(ana, privately("We will decide by Friday 29 May 2026."));
    here.at("2026-05-23T07:30");
    const digest = await digestOf(here, ana);
    const n = numberOf(digest, /Possibly related/);
    await answer(here, ana, digest, `${n} is offer`);
    expect((await told())[0]).toContain("Say first whose mail that is");
    await answer(here, ana, digest, `${n} is nothing`);
    expect(await here.query("select id from message where question is not null")).toEqual([]);
  });

  test("as a first mail that nothing proves, it opens a candidacy by the person's word alone", async () => {
    here.at("2026-05-22T10:00");
    await here.deliver(ana, { ...kim, proven: null });
    expect(await states()).toHaveLength(1);
    here.at("2026-05-23T07:30");
    const digest = await digestOf(here, ana);
    const n = numberOf(digest, /begin something that I should follow\? Careful: nothing proves who sent it/);
    await answer(here, ana, digest, `${n} yes`);
    expect(await states()).toEqual(["Fairholm Bakery awaiting_decision", "Larkspur Books interviewing"]);
    await answer(here, ana, digest, `undo ${n}`);
    expect(await states()).toEqual(["Fairholm Bakery awaiting_decision", "Larkspur Books closed"]);
  });
});

describe("a recruiter's approach", () => {
  const approach: Letter = {
    from: "Max Hale <max@hale-search.example>",
    id: "approach-1@hale-search.example",
    subject: "Your profile",
    text: "Dear Ana,\n\nI came across your profile and I am recruiting for a client who is looking for an Operations Lead. Would you be open to a short call about this opportunity?\n\nBest wishes,\nMax Hale\nHale Search",
  };
  beforeEach(async () => {
    here.at("2026-05-22T10:00");
    await here.deliver(ana, approach);
    here.at("2026-05-23T07:30");
  });

  test("opens nothing and is offered once", async () => {
    expect(await states()).toHaveLength(1);
    const digest = await digestOf(here, ana);
    numberOf(digest, /Max Hale <max@hale-search\.example> writes as a recruiter\. Shall I follow it\?/);
    here.at("2026-05-24T07:30");
    await here.deliver(ana, {
      ...approach,
      id: "approach-2@hale-search.example",
      text: `${approach.text}\n\nP.S. Any news?`,
    });
    expect((await here.digest(ana))?.text ?? "").not.toContain("recruiter");
  });

  test("`yes` follows it, even to the digest of the day before, and `undo` lets it go", async () => {
    const digest = await digestOf(here, ana);
    const n = numberOf(digest, /writes as a recruiter/);
    here.at("2026-05-24T09:00");
    await answer(here, ana, digest, `${n} yes`);
    expect((await states())[1]).toContain("applied");
    expect(await contacts()).toContain("2 max@hale-search.example");
    await answer(here, ana, digest, `undo ${n}`);
    expect((await states())[1]).toContain("closed");
  });

  test("answered by hand it is followed as well", async () => {
    await here.deliver(
      ana,
      {
        from: "Ana Reyes <ana@reyes.example>",
        to: "Max Hale <max@hale-search.example>",
        subject: "Re: Your profile",
        answers: "approach-1@hale-search.example",
        text: "Dear Max, gladly.",
      },
      "sent",
    );
    expect((await states())[1]).toContain("applied");
    expect(
      await here.query(
        "select direction from message where candidacy_id = (select id from candidacy where number = 2) order by at, direction",
      ),
    ).toEqual([{ direction: "in" }, { direction: "hand" }]);
    expect((await here.digest(ana))?.text ?? "").not.toContain("Shall I follow it?");
  });

  test("of somebody who is not proven is not offered", async () => {
    await here.reset();
    here.at("2026-05-22T10:00");
    ana = await here.connect();
    await here.deliver(ana, { ...approach, proven: null });
    expect(await here.query("select id from message where question = 'follow'")).toEqual([]);
  });
});

describe("a mail that joined the wrong candidacy", () => {
  beforeEach(async () => {
    here.at("2026-05-21T21:00");
    await here.deliver(ana, kim);
    await here.query("update candidacy set role = 'Bookseller' where number = 2");
    here.at("2026-05-22T07:30");
    await here.digest(ana);
    here.at("2026-05-22T10:00");
    await here.deliver(ana, rejection());
    here.at("2026-05-23T07:30");
  });

  test.each([
    ["a line", (digest: Parameters<typeof numberOf>[0]) => `${numberOf(digest, /Larkspur/)}`],
    ["a name", () => "Larkspur"],
    ["name and role", () => "Larkspur Books Bookseller"],
  ])("goes to %s with what it does; `undo` brings it back", async (_, target) => {
    const digest = await digestOf(here, ana);
    const n = numberOf(digest, /Fairholm.*closed/);
    await answer(here, ana, digest, `move ${n} to ${target(digest)}`);
    expect(await told()).toEqual([]);
    expect(await states()).toEqual(["Fairholm Bakery awaiting_decision", "Larkspur Books closed rejected"]);
    await answer(here, ana, digest, `undo ${n}`);
    expect(await states()).toEqual(["Fairholm Bakery closed rejected", "Larkspur Books interviewing"]);
    expect((await repairs()).map(({ type }) => type)).toEqual(["repaired", "repaired", "undone", "undone"]);
  });

  test("to a name that nobody has, or several have, is asked back", async () => {
    const digest = await digestOf(here, ana);
    const n = numberOf(digest, /Fairholm.*closed/);
    await answer(here, ana, digest, `move ${n} to Quarry Lane`);
    expect((await told())[0]).toContain(
      'I know no candidacy "quarry lane"; there are Fairholm Bakery, Larkspur Books.',
    );
    await here.query("update candidacy set employer = 'Larkspur Press' where number = 1");
    await answer(here, ana, digest, `move ${n} to Larkspur`);
    expect((await told())[1]).toContain("name the role as well");
    expect(await states()).toEqual(["Larkspur Press closed rejected", "Larkspur Books interviewing"]);
  });

  test("a line that is a candidacy and no mail is not moved but asked back", async () => {
    const digest = await digestOf(here, ana);
    await answer(here, ana, digest, `move ${numberOf(digest, /Larkspur/)} to Fairholm`);
    expect((await told())[0]).toContain("merge");
  });
});

test("what a reply says of a waiting line is not said of a mail that came after that digest", async () => {
  here.at("2026-05-22T07:30");
  const digest = await digestOf(here, ana);
  const n = numberOf(digest, /Fairholm Bakery/);
  here.at("2026-05-22T08:00");
  await here.deliver(ana, {
    from: "Jo Field <jo.field@fairholm-bakery.example>",
    answers: "invite-1@fairholm-bakery.example",
    subject: "Re: Interview for Office Manager",
    text: "Dear Ana,\n\nWe are delighted to offer you the position of Office Manager. Please reply by 29 May 2026.\n\nJo Field",
  });
  here.at("2026-05-22T08:05");
  await answer(here, ana, digest, `${n} is rejection`);
  expect((await states()).join()).not.toContain("closed");
  expect((await told()).join()).toContain("They wrote since that digest");
});

test("who shares nothing but a mail provider with the sender is no contact and closes nothing", async () => {
  await here.deliver(ana, {
    from: "Jo Field <jofield.kiosk@gmail.com>",
    to: "ana@reyes.example, rival.applicant@gmail.com",
    id: "kiosk-1@gmail.com",
    subject: "Interview for Kiosk Manager at Quay Kiosk",
    text: "Dear both,\n\nWe would like to invite you to an interview for the position of Kiosk Manager at Quay Kiosk on Friday 29 May 2026 at 10:00.\n\nJo Field\nQuay Kiosk",
  });
  expect((await contacts()).filter((one) => one.includes("rival"))).toEqual([]);
  await here.deliver(ana, {
    from: "A Rival <rival.applicant@gmail.com>",
    answers: "kiosk-1@gmail.com",
    subject: "Re: Interview for Kiosk Manager at Quay Kiosk",
    text: "We have decided not to move forward with your application.",
  });
  expect((await states()).filter((state) => state.includes("closed"))).toEqual([]);
});
