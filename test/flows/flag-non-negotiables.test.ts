import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addNonNegotiable, removeNonNegotiable } from "../../src/flows/keep-non-negotiables.ts";
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
const add = (words: string) => addNonNegotiable(here.app, ana.personId, words, { by: "cli" });
const remove = (words: string) => removeNonNegotiable(here.app, ana.personId, words, { by: "cli" });
const flags = async () => (await here.journal(ana)).filter(({ type }) => type === "flagged");

describe("a mail that announces what the person will not do", () => {
  test("is told in the next digest, with its sentence, and once", async () => {
    await add("no unpaid task over 2 hours");
    await here.deliver(ana, invitation());
    await here.deliver(
      ana,
      jo("Please complete the attached task at home before Thursday. It takes about four hours."),
    );
    here.at("2026-05-19T07:30");
    const digest = await here.digest(ana);
    expect(digest?.text).toContain("no unpaid task over 2 hours");
    expect(digest?.text).toContain("Please complete the attached task at home before Thursday.");
    here.at("2026-05-20T07:30");
    expect((await here.digest(ana))?.text ?? "").not.toContain("no unpaid task");
  });

  test("is flagged in the journal of its candidacy with the words, and again only for other words", async () => {
    await add("no relocation");
    await here.deliver(ana, invitation());
    await here.deliver(ana, jo("You would need to relocate to Leeds."));
    await here.deliver(ana, jo("You would need to relocate to Leeds."));
    expect((await flags()).map(({ evidence, data }) => [evidence, data?.wish])).toEqual([
      [["You would need to relocate to Leeds."], "no relocation"],
    ]);
    await here.deliver(ana, jo("By September you would have to relocate."));
    expect(await flags()).toHaveLength(2);
  });

  test("says so where it does not tell how much", async () => {
    await add("no unpaid task over 2 hours");
    await here.deliver(ana, invitation());
    await here.deliver(ana, jo("Before Thursday we will send you a short task."));
    expect((await flags())[0]?.says).toContain("They do not say how much; it is worth asking.");
  });

  test("is not flagged where it denies it, where nothing is listed, or in a no", async () => {
    await here.deliver(ana, invitation());
    await here.deliver(ana, jo("You would need to relocate to Leeds."));
    await add("no weekend work");
    await here.deliver(ana, jo("There is no weekend work in this role."));
    await here.deliver(
      ana,
      jo("We have decided not to move forward with your application. The role includes weekend shifts."),
    );
    expect(await flags()).toEqual([]);
  });
});

describe("the list", () => {
  test("grows and shrinks by words or by number, and the journal keeps it", async () => {
    expect(await add("no relocation")).toEqual({ ok: true, value: ["no relocation"] });
    expect(await add("  no   weekend work ")).toEqual({
      ok: true,
      value: ["no relocation", "no weekend work"],
    });
    expect(await remove("1")).toEqual({ ok: true, value: ["no weekend work"] });
    expect(await remove("No weekend work")).toEqual({ ok: true, value: [] });
    expect((await here.journal(ana)).filter(({ type }) => type === "set").map(({ says }) => says)).toEqual([
      "You will not do this: no relocation.",
      "You will not do this: no weekend work.",
      "You took this off the list of what you will not do: no relocation.",
      "You took this off the list of what you will not do: no weekend work.",
    ]);
  });

  test("refuses what is on it already, what no mail could announce, and what is not on it", async () => {
    await add("no relocation");
    expect(await add("No Relocation")).toMatchObject({
      ok: false,
      error: expect.stringContaining("already"),
    });
    expect(await add("never")).toMatchObject({ ok: false, error: expect.stringContaining("no relocation") });
    expect(await add("x".repeat(200))).toMatchObject({ ok: false });
    expect(await remove("7")).toMatchObject({ ok: false, error: expect.stringContaining("not on the list") });
  });

  test("is held against what candidacies under way have announced already", async () => {
    await here.deliver(ana, invitation());
    await here.deliver(ana, jo("You would need to relocate to Leeds."));
    await add("no relocation");
    expect((await flags()).map(({ evidence }) => evidence)).toEqual([
      ["You would need to relocate to Leeds."],
    ]);
  });
});
