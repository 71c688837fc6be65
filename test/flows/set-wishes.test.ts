import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { changeSetting } from "../../src/flows/change-setting.ts";
import { commandRepair } from "../../src/flows/command-repair.ts";
import { invitation } from "../support/letter.ts";
import { type Connected, type Made, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let ana: Connected;
let digest: Made;

beforeAll(async () => {
  here = await openReceivingApp();
});
afterAll(() => here.close());

/** Interviewed at Fairholm Bakery on Thursday 21 May 2026, no date promised; on Friday the digest offers the thank-you as 1 and tells of the candidacy as 3. */
beforeEach(async () => {
  await here.reset();
  here.at("2026-05-18T09:00");
  ana = await here.connect();
  await here.deliver(ana, invitation());
  here.at("2026-05-21T15:20");
  await here.pass();
  here.at("2026-05-22T07:30");
  const made = await here.digest(ana);
  if (!made) throw new Error("no digest was due");
  digest = made;
  here.at("2026-05-22T07:45");
});

const reply = (text: string, to: Made = digest) =>
  here.deliver(
    ana,
    {
      from: "ana@reyes.example",
      to: "ana@reyes.example",
      subject: `Re: ${to.subject}`,
      answers: to.messageId,
      proven: null,
      text: `${text}\n\nOn Fri, 22 May 2026 at 07:30, Afterword <ana@reyes.example> wrote:\n${to.text.replaceAll(/^/gm, "> ")}`,
    },
    "sent",
  );
const lines = async () =>
  here.query("select n, type from digest_item join digest on digest.id = digest_id order by n");
const standing = async (): Promise<number> =>
  (await lines()).find(({ type }) => type === "standing")?.n ?? Number.NaN;
const chase = async () =>
  (
    await here.query(
      "select kind, due_at from follow_up where status in ('planned', 'offered') and kind in ('check_in', 'breakup')",
    )
  ).map(({ kind, due_at }) => `${kind} ${due_at.toISOString().slice(0, 10)}`);
const proposed = async () =>
  here.query("select kind from follow_up where status in ('planned', 'offered') order by kind");
const candidacy = async () =>
  (await here.query("select every_w, no_more, size, size_by, because from candidacy"))[0];
const repairs = async () =>
  (await here.journal(ana)).filter(({ type }) => type === "repaired").map(({ says }) => says);
const doubts = async () =>
  (await here.journal(ana)).filter(({ type }) => type === "reply_doubt").map(({ says }) => says);

describe("how long to wait", () => {
  test("`3 every 2 weeks` takes the place of the usual wait, is written down, and `3 as usual` ends it", async () => {
    const n = await standing();
    // 7 W after Thursday 21 May; Monday 25 May is a bank holiday, and Monday 1 June is no day for a check-in but counts.
    expect(await chase()).toEqual(["check_in 2026-06-02"]);
    await reply(`${n} every 2 weeks`);
    expect(await chase()).toEqual(["check_in 2026-06-05"]);
    expect(await repairs()).toEqual(["Fairholm Bakery: you want 10 working days between two mails."]);
    await reply(`${n} as usual`);
    expect(await chase()).toEqual(["check_in 2026-06-02"]);
    expect(await doubts()).toEqual([]);
  });

  test("days are counted as working days, and a draft's line stands for its candidacy as well", async () => {
    await reply("1 every 10 days");
    expect((await candidacy()).every_w).toBe(7);
    await reply("1 every 4 working days, 1 ok");
    expect((await candidacy()).every_w).toBe(4);
    expect(await here.query("select status from follow_up where kind = 'thank_you'")).toEqual([
      { status: "approved" },
    ]);
  });

  test("the same by the command line", async () => {
    const set = (words: string | null) =>
      changeSetting(here.app, ana.personId, { name: "every", words, candidacy: 1 }, { by: "cli" });
    expect(await set("2 weeks")).toEqual({
      ok: true,
      value: "Fairholm Bakery: you want 10 working days between two mails.",
    });
    expect(await chase()).toEqual(["check_in 2026-06-05"]);
    expect(await set("10 working days")).toEqual({
      ok: true,
      value: "For Fairholm Bakery it is so already.",
    });
    expect(await set("now and then")).toMatchObject({ ok: false });
    expect(await set(null)).toMatchObject({ ok: true });
    expect(await chase()).toEqual(["check_in 2026-06-02"]);
    expect(await repairs()).toHaveLength(2);
  });
});

describe("`no more`", () => {
  test("proposes nothing there any more, and the reason stands where the candidacy is told of", async () => {
    await reply(`${await standing()} no more`);
    expect(await proposed()).toEqual([]);
    expect((await candidacy()).because).toContain("You want no more mails here");
    here.at("2026-06-10T07:30");
    await here.pass();
    expect(await proposed()).toEqual([]);
  });

  test("takes what is approved out of the outbox, and says that it is not sent", async () => {
    await reply("1 ok");
    expect(await here.query("select state from outbox where purpose = 'draft'")).toEqual([
      { state: "queued" },
    ]);
    await reply(`${await standing()} no more`);
    expect(await here.query("select state from outbox where purpose = 'draft'")).toEqual([
      { state: "cancelled" },
    ]);
    expect(await proposed()).toEqual([]);
    expect((await here.journal(ana)).find(({ type }) => type === "held")?.says).toBe(
      "Not sent to jo.field@fairholm-bakery.example: you want no more mails there.",
    );
  });

  test("cannot stop a mail of which a byte may have left, and says so", async () => {
    await reply("1 ok");
    await here.query("update outbox set state = 'transmitting' where purpose = 'draft'");
    const n = await standing();
    await reply(`${n} no more`);
    expect((await candidacy()).no_more).toBe(true);
    expect(await doubts()).toEqual([
      "Fairholm Bakery: one mail was on its way already and could not be stopped.",
    ]);
  });

  test.each(["undo", "as usual"])("`%s` takes it back: what was proposed is proposed again", async (back) => {
    const n = await standing();
    const before = await proposed();
    await reply(`${n} no more`);
    await reply(`${n} ${back}`);
    expect(await candidacy()).toMatchObject({ no_more: false });
    expect(await proposed()).toEqual(before);
    expect(await doubts()).toEqual([]);
  });

  test("`1 undo` on the draft's own line takes back what was said last: first no more, then the skip", async () => {
    await reply("1 skip");
    await reply("1 no more");
    await reply("1 undo");
    expect(await candidacy()).toMatchObject({ no_more: false });
    expect(await here.query("select status from follow_up where kind = 'thank_you'")).toEqual([
      { status: "skipped" },
    ]);
    await reply("undo 1");
    expect(await here.query("select status from follow_up where kind = 'thank_you'")).toEqual([
      { status: "offered" },
    ]);
  });

  test("the same by the command line, and `afterword undo` takes it back", async () => {
    const set = (words: string | null) =>
      changeSetting(here.app, ana.personId, { name: "no-more", words, candidacy: 1 }, { by: "cli" });
    expect(await set("on")).toMatchObject({ ok: true });
    expect(await proposed()).toEqual([]);
    expect(await commandRepair(here.app, { type: "undo", number: 1 }, { by: "cli" })).toMatchObject({
      ok: true,
    });
    expect(await proposed()).not.toEqual([]);
    await set("on");
    expect(await set("off")).toMatchObject({ ok: true });
    expect((await candidacy()).no_more).toBe(false);
  });
});

describe("the employer's size", () => {
  test("`5 small company` is the person's word: it changes the wait and can be taken back", async () => {
    const n = await standing();
    await reply(`${n} small company`);
    expect(await candidacy()).toMatchObject({ size: "small", size_by: "person" });
    // 5 W after Thursday 21 May, with a bank holiday between.
    expect(await chase()).toEqual(["check_in 2026-05-29"]);
    await reply(`${n} undo`);
    expect(await candidacy()).toMatchObject({ size: "unknown", size_by: "rules" });
    expect(await chase()).toEqual(["check_in 2026-06-02"]);
  });

  test("its evidence is the person's word from then on, and what a mail showed before comes back with `undo`", async () => {
    const shown = { size: "a team of twelve", size_from: "3 mail", country: "Leeds", country_from: "2 mail" };
    const reading = async () => (await here.query("select reading from candidacy"))[0].reading;
    await here.query("update candidacy set size = 'small', reading = $1", [JSON.stringify(shown)]);
    const n = await standing();
    await reply(`${n} large`);
    expect(await reading()).toEqual({ ...shown, size: "You said so.", size_from: "person" });
    await reply(`${n} undo`);
    expect(await reading()).toEqual(shown);
    expect(await candidacy()).toMatchObject({ size: "small", size_by: "rules" });
  });

  test("`undo` of another wish leaves a size that was learnt since", async () => {
    const n = await standing();
    await reply(`${n} no more`);
    await here.query("update candidacy set size = 'large'");
    await reply(`${n} undo`);
    expect(await candidacy()).toMatchObject({ no_more: false, size: "large" });
  });

  test("what was guessed right is confirmed by saying it", async () => {
    await here.query("update candidacy set size = 'small'");
    await reply(`${await standing()} small`);
    expect(await candidacy()).toMatchObject({ size: "small", size_by: "person" });
  });
});

test("a wish that is fulfilled already is answered in the next digest", async () => {
  const n = await standing();
  await reply(`${n} as usual`);
  expect(await doubts()).toEqual([`${n}: For Fairholm Bakery it is so already.`]);
});

test("a wish said of a candidacy that was merged since counts for the one that stays", async () => {
  await here.deliver(ana, {
    from: "Max Field <max.field@fairholm-bakery.example>",
    subject: "Interview for Night Baker",
    text: "Dear Ana,\n\nWe would like to invite you to an interview for the position of Night Baker at Fairholm Bakery on Thursday 28 May 2026 at 14:00.\n\nBest regards,\nMax Field",
  });
  expect(await here.query("select number from candidacy")).toHaveLength(2);
  await commandRepair(here.app, { type: "merge", number: 1, to: 2 }, { by: "cli" });
  await reply(`${await standing()} no more`);
  expect(await here.query("select number from candidacy where no_more")).toEqual([{ number: 2 }]);
});

test("prose about days and sizes changes nothing", async () => {
  await reply("See you in 10 days.\n2 small things:\nI hear from them every 2 weeks, as usual.");
  expect(await repairs()).toEqual([]);
  expect(await candidacy()).toMatchObject({ every_w: null, no_more: false, size: "unknown" });
});
