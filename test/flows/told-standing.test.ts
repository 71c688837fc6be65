import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { commandMark } from "../../src/flows/command.ts";
import { commandRepair } from "../../src/flows/command-repair.ts";
import { answer, digestOf, numberOf } from "../support/answering.ts";
import { invitation, type Letter } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";
import { answerable } from "../support/told.ts";

let here: ReceivingApp;
let ana: Connected;

beforeAll(async () => {
  here = await openReceivingApp();
});
afterAll(() => here.close());

/** Interviewed by Fairholm Bakery on Thursday 21 May and by Larkspur Books on Tuesday 19 May; both decide. It is Friday. */
beforeEach(async () => {
  await here.reset();
  here.at("2026-05-18T09:00");
  ana = await here.connect();
  await here.query("update person set preferences = '{\"debrief\": false}'");
  await here.deliver(ana, invitation());
  await here.deliver(ana, interviewAt("Larkspur Books", "larkspur-books", "20260519T10"));
  here.at("2026-05-22T07:00");
  await here.pass();
});

const interviewAt = (employer: string, domain: string, start: string, role = "Bookseller"): Letter =>
  invitation({
    from: `Kim Ode <kim@${domain}.example>`,
    id: `invite-${role.length}@${domain}.example`,
    subject: `Interview for ${role}`,
    text: `Dear Ana,\n\nWe would like to invite you to an interview for the position of ${role}\nat ${employer} on the day in the calendar.\n\nBest regards,\nKim Ode\n${employer}`,
    meeting: {
      uid: `talk-${role.length}@${domain}.example`,
      summary: `Interview: ${role}`,
      organizer: `CN=Kim Ode:mailto:kim@${domain}.example`,
      start: `${start}0000`,
      end: `${start}3000`,
    },
  });

let written = 0;
const write = async (text: string) => {
  written += 1;
  const id = `command-${written}@reyes.example`;
  return here.deliver(
    ana,
    {
      from: "Ana Reyes <ana@reyes.example>",
      to: "ana@reyes.example",
      subject: "Re: Afterword",
      answers: await answerable(here, ana),
      proven: null,
      id,
      text,
    },
    "sent",
  );
};
const standing = async () =>
  (
    await here.query(
      "select employer, state, close_reason, offer_deadline::text as until from candidacy order by number",
    )
  ).map((row) => [row.employer, row.state, row.close_reason, row.until].filter(Boolean).join(" "));
const planned = async (kind: string) =>
  (
    await here.query(
      "select c.employer from follow_up f join candidacy c on c.id = f.candidacy_id where f.kind = $1 and f.status in ('planned', 'offered') order by 1",
      [kind],
    )
  ).map((row) => row.employer);
const note = async () => {
  const [row] = await here.query(
    "select rfc822 from outbox where message_id like 'note.%' order by progressed_at desc limit 1",
  );
  const { message } = await here.app.mime.read(row?.rfc822, {
    internalDate: here.app.clock.now(),
    authservId: null,
  });
  return message.text;
};

describe("an offer", () => {
  test("of a known employer moves it, with the day by which to answer, and asks the others to decide", async () => {
    await write("I got an offer from Fairholm, answer by 5 June");
    expect(await standing()).toEqual([
      "Fairholm Bakery offered 2026-06-05",
      "Larkspur Books awaiting_decision",
    ]);
    expect(await planned("decision_request")).toEqual(["Larkspur Books"]);
    expect(await note()).toContain("Fairholm Bakery: an offer, to be answered by Friday 5 June.");
    here.at("2026-05-22T07:30");
    expect((await digestOf(here, ana)).text).toContain("Asking for a decision: Kim Ode");
  });

  test("of an employer that nobody knew opens a candidacy by the person's word", async () => {
    await write("I got an offer from Quillon Press, answer by 5 June");
    expect(await standing()).toEqual([
      "Fairholm Bakery awaiting_decision",
      "Larkspur Books awaiting_decision",
      "Quillon Press offered 2026-06-05",
    ]);
    expect(await planned("decision_request")).toEqual(["Fairholm Bakery", "Larkspur Books"]);
    const rows = (await here.journal(ana))
      .filter(({ by }) => by === "person")
      .map(({ type, says }) => `${type} ${says}`);
    expect(rows).toEqual(
      expect.arrayContaining([
        "opened Quillon Press: opened by you.",
        "moved Quillon Press: an offer, to be answered by Friday 5 June.",
      ]),
    );
  });

  test("without a day asks nobody to decide until the day is told", async () => {
    await write("offer from Fairholm Bakery");
    expect(await planned("decision_request")).toEqual([]);
    await write("offer from Fairholm Bakery until 5 June");
    expect(await standing()).toContain("Fairholm Bakery offered 2026-06-05");
    expect(await planned("decision_request")).toEqual(["Larkspur Books"]);
  });

  test.each([
    ["offer from Fairholm until sometime soon", /I do not know which day/],
    ["offer from Fairholm until friday", /the day on which you wrote or a week later/],
    ["offer from Fairholm until 2026-05-20", /cannot be the day/],
    ["offer from Fairholm until 20 May", /cannot be the day/],
    ["offer from Fairholn Bakery until 5 June", /Do you mean Fairholm Bakery\?/],
    ["offer from Fairholm Bakers and Sons until 5 June", /with "&" where "and" belongs to it/],
  ])("is asked back in doubt: %s", async (line, question) => {
    await write(line);
    expect(await standing()).toEqual([
      "Fairholm Bakery awaiting_decision",
      "Larkspur Books awaiting_decision",
    ]);
    expect(await note()).toMatch(question);
  });

  test("of an employer with two candidacies is asked back with both, and taken with the role", async () => {
    await here.deliver(ana, interviewAt("Larkspur Books", "larkspur-books", "20260520T10", "Store Manager"));
    await here.pass();
    await write("offer from Larkspur until 5 June");
    expect(await note()).toMatch(
      /could be Larkspur Books, Bookseller or Larkspur Books, Store Manager; name the role/,
    );
    await write("offer from Larkspur Books, Store Manager until 5 June");
    expect(await standing()).toEqual([
      "Fairholm Bakery awaiting_decision",
      "Larkspur Books awaiting_decision",
      "Larkspur Books offered 2026-06-05",
    ]);
    // Of the two only one can be accepted.
    await write("accepted Larkspur");
    expect((await standing())[2]).toMatch(/accepted/);
  });
});

describe("what follows from it", () => {
  test("an accepted offer asks nobody any more, and ends nobody", async () => {
    await write("offer from Fairholm until 5 June");
    await write("I accepted the offer from Fairholm");
    expect(await standing()).toEqual([
      "Fairholm Bakery accepted 2026-06-05",
      "Larkspur Books awaiting_decision",
    ]);
    expect(await planned("decision_request")).toEqual([]);
    expect(await planned("withdraw")).toEqual([]);
  });

  test("signed withdraws from the others; a contract that falls through puts everything back", async () => {
    await write("signed with Fairholm");
    expect(await standing()).toEqual(["Fairholm Bakery signed", "Larkspur Books awaiting_decision"]);
    expect(await planned("withdraw")).toEqual(["Larkspur Books"]);
    await here.deliver(ana, {
      from: "Jo Field <jo.field@fairholm-bakery.example>",
      subject: "Re: Interview for Office Manager",
      answers: "invite-1@fairholm-bakery.example",
      text: "Dear Ana,\n\nI am very sorry, but we have to withdraw our offer for the position of Office Manager.\n\nJo Field\nFairholm Bakery",
    });
    const digest = await digestOf(here, ana, "now");
    if (!(await standing())[0]?.includes("closed"))
      await answer(here, ana, digest, `${numberOf(digest, /Fairholm/)} is offer withdrawn`);
    expect((await standing())[0]).toContain("closed rejected");
    expect(await planned("withdraw")).toEqual([]);
    expect(await planned("check_in")).toEqual(["Larkspur Books"]);
  });

  test("letting an offer go closes it as withdrawn, and the question to the others is none any more", async () => {
    await write("offer from Fairholm until 5 June");
    await write("let Fairholm go");
    expect(await standing()).toEqual([
      "Fairholm Bakery closed withdrawn 2026-06-05",
      "Larkspur Books awaiting_decision",
    ]);
    expect(await planned("decision_request")).toEqual([]);
  });

  test("an approved question to decide is stopped when the offer that it tells of is gone", async () => {
    await write("offer from Fairholm until 5 June");
    here.at("2026-05-22T07:30");
    const digest = await digestOf(here, ana);
    await answer(here, ana, digest, `${numberOf(digest, /Asking for a decision/)} ok`);
    await write("I declined the offer from Fairholm");
    expect(await here.query("select envelope_to, state from outbox where purpose = 'draft'")).toEqual([
      { envelope_to: "kim@larkspur-books.example", state: "cancelled" },
    ]);
    const held = (await here.journal(ana)).filter(({ type }) => type === "held").map(({ says }) => says);
    expect(held).toEqual([expect.stringContaining("an offer elsewhere changes what is due here")]);
  });

  test("a thank-you that was approved leaves all the same", async () => {
    here.at("2026-05-22T07:30");
    const digest = await digestOf(here, ana);
    await answer(here, ana, digest, `${numberOf(digest, /Thank you to Jo Field/)} ok`);
    await write("offer from Larkspur until 5 June");
    expect(await here.query("select state from outbox where purpose = 'draft'")).toEqual([
      { state: "queued" },
    ]);
  });

  test("an offer by mail of theirs, and one marked by hand, do the same: whatever way it came about", async () => {
    const [row] = await here.query("select number from candidacy where employer = 'Fairholm Bakery'");
    await here.query("update candidacy set offer_deadline = '2026-06-05' where employer = 'Fairholm Bakery'");
    await commandMark(here.app, row?.number, { state: "offered" }, { by: "cli" });
    expect(await planned("decision_request")).toEqual(["Larkspur Books"]);
    await commandMark(here.app, row?.number, { state: "awaiting_decision" }, { by: "cli" });
    expect(await planned("decision_request")).toEqual([]);
    await here.deliver(ana, {
      from: "Jo Field <jo.field@fairholm-bakery.example>",
      subject: "Re: Interview for Office Manager",
      answers: "invite-1@fairholm-bakery.example",
      text: "Dear Ana,\n\nWe are delighted to offer you the position of Office Manager at Fairholm Bakery. Please let us know by Friday 5 June 2026.\n\nJo Field\nFairholm Bakery",
    });
    expect((await standing())[0]).toMatch(/offered/);
    expect(await planned("decision_request")).toEqual(["Larkspur Books"]);
  });

  test("undo of what was told puts everything back", async () => {
    await write("signed with Fairholm");
    expect(await planned("withdraw")).toEqual(["Larkspur Books"]);
    const [row] = await here.query("select number from candidacy where employer = 'Fairholm Bakery'");
    await commandRepair(here.app, { type: "undo", number: row?.number }, { by: "cli" });
    expect((await standing())[0]).toBe("Fairholm Bakery awaiting_decision");
    expect(await planned("withdraw")).toEqual([]);
  });
});

describe("ends and notes", () => {
  test.each([["withdrew from Larkspur"], ["let Larkspur Books go"]])("%s", async (line) => {
    await write(line);
    expect(await standing()).toEqual([
      "Fairholm Bakery awaiting_decision",
      "Larkspur Books closed withdrawn",
    ]);
  });

  test("what is closed or signed stays so, and is told", async () => {
    await write("let Larkspur go");
    await write("accepted Larkspur");
    expect(await note()).toContain(
      'Larkspur Books, Bookseller is closed. If it goes on after all, say "offer from Larkspur Books" first.',
    );
    here.at("2026-05-23T09:00");
    await write("signed with Fairholm");
    await write("let Fairholm go");
    expect(await note()).toContain("You signed with Fairholm Bakery; that stays as it is.");
    expect(await standing()).toEqual(["Fairholm Bakery signed", "Larkspur Books closed withdrawn"]);
  });

  test("an unknown employer is asked back with the known ones", async () => {
    await write("accepted Quillon");
    expect(await note()).toContain(
      'I know no candidacy "Quillon"; there are Fairholm Bakery, Larkspur Books',
    );
    expect(await standing()).toHaveLength(2);
  });

  test("`break up` makes a last mail due at once", async () => {
    await write("break up Larkspur");
    expect(await planned("breakup")).toEqual(["Larkspur Books"]);
    expect(await note()).toContain("a last mail stands in the next digest");
    here.at("2026-05-22T07:30");
    expect((await digestOf(here, ana)).text).toContain("Last word to Kim Ode, Larkspur Books");
  });

  test("`break up` where the policy plans none changes nothing and says why", async () => {
    await write("let Larkspur go");
    await write("break up Larkspur");
    expect(await planned("breakup")).toEqual([]);
    expect(
      await here.query("select breakup_asked_at from candidacy where employer = 'Larkspur Books'"),
    ).toEqual([{ breakup_asked_at: null }]);
    expect(await note()).toMatch(
      /No last mail is due to Larkspur Books, Bookseller\. Closed \(you withdrew\)/,
    );
  });

  test("a note is an occasion of the person's, at the time at which it was written", async () => {
    await write("note Larkspur: they opened a shop in Leeds");
    expect(await here.query("select says, by, vacancy, message_id from occasion")).toEqual([
      { says: "they opened a shop in Leeds", by: "person", vacancy: null, message_id: null },
    ]);
    expect((await here.journal(ana)).find(({ type }) => type === "note")?.evidence).toEqual([
      "they opened a shop in Leeds",
    ]);
  });

  test("clear lines act and doubtful ones are asked back", async () => {
    await write("accepted Quillon\nwithdrew from Larkspur");
    expect(await standing()).toEqual([
      "Fairholm Bakery awaiting_decision",
      "Larkspur Books closed withdrawn",
    ]);
    expect(await note()).toMatch(
      /Larkspur Books: closed, you withdrew\.[\s\S]+"accepted Quillon": I know no candidacy/,
    );
  });
});
