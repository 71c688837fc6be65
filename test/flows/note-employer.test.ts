import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { EmployerSize } from "../../src/domain/candidacy.ts";
import { commandMark } from "../../src/flows/command.ts";
import { commandRepair } from "../../src/flows/command-repair.ts";
import { openKysely } from "../../src/store/database.ts";
import { createViews } from "../../src/store/views.ts";
import { invitation, type Letter } from "../support/letter.ts";
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

const jo = (text: string, parts: Partial<Letter> = {}): Letter => ({
  from: "Jo Field <jo.field@fairholm-bakery.example>",
  subject: "Re: Interview for Office Manager",
  answers: "invite-1@fairholm-bakery.example",
  text: `Dear Ana,\n\n${text}\n\nBest regards,\nJo Field\nFairholm Bakery`,
  ...parts,
});
const known = async () => {
  const [row] = await here.query(
    "select size, size_by, country, zone, reading from candidacy order by number",
  );
  return row;
};
const mark = async (as: { size?: EmployerSize; country?: string; zone?: string }) =>
  expect(await commandMark(here.app, 1, as, { by: "cli" })).toMatchObject({ ok: true });
const marks = async () =>
  (await here.journal(ana)).filter(({ type, by }) => type === "marked" && by === "program");

describe("what a mail shows of the employer is kept with the words that show it", () => {
  test("the calendar's own zone gives country and zone, and the journal says so once", async () => {
    await here.deliver(ana, invitation());
    expect(await known()).toMatchObject({
      size: "unknown",
      size_by: "rules",
      country: "GB",
      zone: "Europe/London",
      reading: {
        country: expect.stringContaining('"Europe/London"'),
        zone: expect.stringContaining('"Europe/London"'),
      },
    });
    await here.deliver(ana, jo("We look forward to Thursday."));
    expect((await marks()).map(({ says }) => says)).toEqual([
      "Fairholm Bakery: country GB, zone Europe/London, as their mail shows.",
    ]);
    expect((await marks())[0]?.evidence).toEqual(['Their calendar entry counts in "Europe/London".']);
  });

  test("a later address adds the region, whose holidays count from then on: 31 August is one in England", async () => {
    await here.deliver(ana, invitation());
    expect(here.app.holidays.calendar("GB", "Europe/London").isHoliday("2026-08-31")).toBe(false);
    await here.deliver(
      ana,
      jo("See you on Thursday.", {
        text: "Dear Ana,\n\nSee you on Thursday.\n\nBest regards,\nJo Field\nFairholm Bakery\n12 Market Street, Leeds LS1 4AB",
      }),
    );
    const { country, reading } = await known();
    expect(country).toBe("GB-ENG");
    expect(reading.country).toContain("12 Market Street, Leeds LS1 4AB");
    expect(here.app.holidays.calendar(country, "Europe/London").isHoliday("2026-08-31")).toBe(true);
  });

  test("the size that they tell sets the waiting time: after five working days instead of seven", async () => {
    await here.deliver(ana, invitation());
    await here.deliver(ana, jo("We are a small team, so everybody will say hello on Thursday."));
    expect(await known()).toMatchObject({
      size: "small",
      size_by: "rules",
      reading: { size: expect.stringContaining("We are a small team") },
    });
    here.at("2026-05-21T20:00");
    await here.pass();
    const [checkIn] = await here.query(
      "select due_at from follow_up where kind = 'check_in' and ordinal = 1",
    );
    // Thursday 21 May + 5 W over the bank holiday of Monday 25 May.
    expect(checkIn?.due_at.toISOString().slice(0, 10)).toBe("2026-05-29");
  });

  test("stronger evidence takes the place of weaker, equal evidence does not", async () => {
    await here.deliver(ana, invitation());
    await here.deliver(ana, jo("We are a small team."));
    await here.deliver(ana, jo("We employ 4,000 people."));
    expect(await known()).toMatchObject({ size: "small" });
    await here.deliver(ana, jo("As a small charity we answer slowly."));
    expect(await known()).toMatchObject({ size: "charity" });
  });

  test("an automatic reply tells nothing", async () => {
    await here.deliver(ana, invitation({ calendar: "" }));
    await here.deliver(
      ana,
      jo("We are a small team and I am out of the office until Monday 25 May 2026.", {
        subject: "Automatic reply: Interview",
        headers: ["Auto-Submitted: auto-replied"],
      }),
    );
    expect(await known()).toMatchObject({ size: "unknown" });
  });
});

describe("the person's word stands", () => {
  test("a size that they set is never read over, nor a country or a zone", async () => {
    await here.deliver(ana, invitation({ calendar: "" }));
    await mark({ size: "large", country: "DE-BY", zone: "Europe/Berlin" });
    await here.deliver(
      ana,
      jo("As a small charity we answer slowly.", { calendar: invitation().calendar ?? "" }),
    );
    expect(await known()).toMatchObject({
      size: "large",
      size_by: "person",
      country: "DE-BY",
      zone: "Europe/Berlin",
      reading: { size: "You said so.", country: "You said so.", zone: "You said so." },
    });
  });

  test("a mail that is moved away takes along what only it told", async () => {
    await here.deliver(ana, invitation({ calendar: "" }));
    await here.deliver(ana, {
      from: "Kim Ode <kim@larkspur-books.example>",
      id: "invite-2@larkspur-books.example",
      subject: "Interview for Bookseller",
      text: "Dear Ana,\n\nWe would like to invite you to an interview for the position of Bookseller at Larkspur Books on Friday 29 May 2026 at 10:00.\n\nBest regards,\nKim Ode\nLarkspur Books",
    });
    await here.deliver(ana, jo("We are a small team."));
    expect(await known()).toMatchObject({ size: "small" });
    const done = await commandRepair(here.app, { type: "move", number: 1, to: 2, mail: null }, { by: "cli" });
    expect(done).toMatchObject({ ok: true });
    expect(await known()).toMatchObject({ size: "unknown", reading: {} });
    const [, other] = await here.query("select size from candidacy order by number");
    expect(other).toEqual({ size: "small" });
  });
});

test("the JSON API and the command line show size, country and zone with one sentence each", async () => {
  await here.deliver(ana, invitation());
  const db = openKysely(here.connection, () => undefined);
  try {
    const shown = (await createViews(db).candidacy(1))?.shown;
    expect(shown).toMatchObject({ size: "unknown", size_by: "rules", country: "GB", zone: "Europe/London" });
    expect(shown?.reading).toEqual({
      country: 'Their calendar entry counts in "Europe/London".',
      zone: 'Their calendar entry counts in "Europe/London".',
    });
  } finally {
    await db.destroy();
  }
});

describe("an offer's deadline is kept when the offer counts", () => {
  const offer = (text: string) =>
    jo(`We are delighted to offer you the position of Office Manager at Fairholm Bakery. ${text}`, {
      subject: "Your offer",
    });
  const deadline = async () => (await here.query("select state, offer_deadline::text from candidacy"))[0];

  test("the last day stands in the candidacy; a second mail without one leaves it, one with another day moves it", async () => {
    await here.deliver(ana, invitation());
    await here.deliver(ana, offer("Please let us know by Friday 29 May 2026 whether you accept."));
    expect(await deadline()).toEqual({ state: "offered", offer_deadline: "2026-05-29" });
    await here.deliver(ana, offer("The contract is attached."));
    expect(await deadline()).toEqual({ state: "offered", offer_deadline: "2026-05-29" });
    await here.deliver(ana, offer("Please let us know by Friday 5 June 2026 whether you accept."));
    expect(await deadline()).toEqual({ state: "offered", offer_deadline: "2026-06-05" });
  });

  test("an offer that is no offer yet sets none", async () => {
    await here.deliver(ana, invitation());
    await here.deliver(ana, jo("If we offer you the position, you will have until Friday 29 May 2026."));
    expect(await deadline()).toEqual({ state: "interviewing", offer_deadline: null });
  });
});

describe("the question how many stages there are", () => {
  const asked = async () =>
    (
      await here.query(
        "select kind from follow_up where kind = 'stage_question' and status in ('planned', 'offered')",
      )
    ).length;

  test("is planned after an invitation, and not where their mail tells the stages", async () => {
    await here.deliver(ana, invitation());
    expect(await asked()).toBe(1);
    await here.deliver(ana, jo("To be clear about what follows: ours is a two-stage process."));
    expect(await asked()).toBe(0);
  });

  test("is not planned any more once a debrief tells the stages", async () => {
    await here.deliver(ana, invitation());
    here.at("2026-05-21T15:30");
    await here.pass();
    const [debrief] = await here.query("select message_id, token from debrief");
    await here.deliver(
      ana,
      {
        from: "ana@reyes.example",
        to: "ana@reyes.example",
        answers: debrief?.message_id,
        text: "Went well. Jo said there will be three rounds.",
      },
      "sent",
    );
    expect(await here.query("select stages_told from candidacy")).toEqual([{ stages_told: true }]);
  });
});
