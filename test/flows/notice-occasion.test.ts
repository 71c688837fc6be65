import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
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
  await here.deliver(ana, invitation());
  await here.query("update candidacy set state = 'keeping_in_touch', state_before = 'awaiting_decision'");
  here.at("2026-06-15T09:00");
});

const list = ["List-Id: <news.fairholm-bakery.example>", "Precedence: bulk"];
const notice = (parts: Partial<Letter> = {}): Letter => ({
  from: "Fairholm Bakery <jobs@fairholm-bakery.example>",
  subject: "We're hiring: Shop Manager",
  headers: list,
  text: "Hello,\n\nWe are looking for a Shop Manager for our new shop in Leeds. Apply by 30 June.\n\nFairholm Bakery",
  ...parts,
});
const news = (parts: Partial<Letter> = {}): Letter =>
  notice({
    from: "Fairholm Bakery <news@fairholm-bakery.example>",
    subject: "June at the bakery",
    text: "Hello,\n\nWe have opened our fifth shop in York. The ovens are warm.\n\nFairholm Bakery",
    ...parts,
  });
const board = (text: string, parts: Partial<Letter> = {}): Letter =>
  notice({ from: "Job alerts <jobalerts-noreply@linkedin.com>", subject: "Your job alert", text, ...parts });
const occasions = () => here.query("select says, by, vacancy from occasion order by at");
const lines = async () =>
  await here.query(
    "select kind, reason from follow_up where kind = 'direct_line' and status in ('planned', 'offered')",
  );
const told = async () => (await here.journal(ana)).filter(({ type }) => type === "occasion");

describe("a vacancy notice of an employer one keeps in touch with", () => {
  test("from its own domain is an occasion for a direct line, written down and planned at once", async () => {
    await here.deliver(ana, notice());
    expect(await occasions()).toEqual([
      { says: "Fairholm Bakery is looking for someone: Shop Manager.", by: "mail", vacancy: "Shop Manager" },
    ]);
    expect(await lines()).toEqual([{ kind: "direct_line", reason: expect.stringContaining("Shop Manager") }]);
    expect((await told()).map(({ says, evidence }) => [says, evidence])).toEqual([
      [
        "Fairholm Bakery: an occasion to write. Fairholm Bakery is looking for someone: Shop Manager.",
        [expect.stringContaining("Shop Manager")],
      ],
    ]);
    expect(await here.query("select state from candidacy")).toEqual([{ state: "keeping_in_touch" }]);
  });

  test("is one vacancy however often it is told within thirty days, and another one after that", async () => {
    await here.deliver(ana, notice());
    here.at("2026-06-29T09:00");
    await here.deliver(ana, notice({ subject: "Reminder: Shop Manager wanted" }));
    await here.deliver(ana, board("Shop Manager\nFairholm Bakery\nLeeds, England"));
    expect(await occasions()).toHaveLength(1);
    here.at("2026-07-20T09:00");
    await here.deliver(ana, notice({ subject: "Again: Shop Manager" }));
    expect(await occasions()).toHaveLength(2);
  });

  test("another role is another vacancy", async () => {
    await here.deliver(ana, notice());
    await here.deliver(ana, notice({ subject: "New vacancy: Baker", text: "We are looking for a Baker." }));
    expect((await occasions()).map(({ vacancy }) => vacancy)).toEqual(["Shop Manager", "Baker"]);
  });

  test("counts from a job board that names the employer as the one who hires", async () => {
    await here.deliver(
      ana,
      board("Receptionist\nOther Inns\nYork\n\nShop Manager\nFairholm Bakery\nLeeds, England"),
    );
    expect((await occasions()).map(({ vacancy }) => vacancy)).toEqual(["Shop Manager"]);
  });

  test("does not count from a job board where another company bears the name's beginning, or the name is only mentioned", async () => {
    await here.deliver(ana, board("Shop Manager\nFairholm Bakery Supplies\nLeeds"));
    await here.deliver(ana, board("Shop Manager\nOther Inns\nLeeds, next to Fairholm Bakery"));
    expect(await occasions()).toEqual([]);
  });

  test("does not count from a sender whom nobody proves, nor from another domain", async () => {
    await here.deliver(ana, notice({ proven: null }));
    await here.deliver(ana, notice({ from: "Fairholm Bakery <jobs@fairholm-careers.example>" }));
    expect(await occasions()).toEqual([]);
  });

  test("written by the contact makes the direct line and is asked about as before", async () => {
    await here.deliver(
      ana,
      notice({
        from: "Jo Field <jo.field@fairholm-bakery.example>",
        subject: "A role you may like",
        headers: [],
        text: "Dear Ana,\n\nwe have an opening for a Shop Manager from September and I thought of you. Would you like to hear more?\n\nBest regards,\nJo Field",
      }),
    );
    expect((await occasions()).map(({ vacancy }) => vacancy)).toEqual(["Shop Manager"]);
  });
});

describe("other news of theirs", () => {
  test("that say what they did are an occasion without a vacancy, once", async () => {
    await here.deliver(ana, news());
    await here.deliver(ana, news({ subject: "June at the bakery, again" }));
    expect(await occasions()).toEqual([
      { says: "We have opened our fifth shop in York.", by: "mail", vacancy: null },
    ]);
    expect(await lines()).toEqual([]);
  });

  test("give the next mail its reason", async () => {
    await here.deliver(ana, news());
    expect(
      await here.query("select reason, needs_occasion from follow_up where kind = 'keep_in_touch'"),
    ).toEqual([
      { reason: expect.stringContaining("We have opened our fifth shop in York."), needs_occasion: false },
    ]);
  });

  test("that only offer something, or come from a board, are none", async () => {
    await here.deliver(
      ana,
      news({ text: "Hello,\n\nTwenty percent off all bread this week.\n\nFairholm Bakery" }),
    );
    await here.deliver(ana, board("Fairholm Bakery has opened a new shop. See all jobs."));
    expect(await occasions()).toEqual([]);
  });
});

test("while a candidacy is under way or closed, a notice of the same employer changes nothing", async () => {
  for (const state of ["awaiting_decision", "closed", "signed"]) {
    await here.query("update candidacy set state = $1", [state]);
    await here.deliver(ana, notice({ subject: `We're hiring: Shop Manager (${state})` }));
  }
  expect(await occasions()).toEqual([]);
});
