import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { canBeWrittenTo } from "../../src/domain/recipient.ts";
import { answer, digestOf, numberOf } from "../support/answering.ts";
import { invitation } from "../support/letter.ts";
import { type Connected, type Made, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

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
  await here.query("update person set preferences = '{\"debrief\": false}'");
});

const thanksFor = async (from: string): Promise<Made> => {
  await here.deliver(ana, invitation({ from }));
  here.at("2026-05-21T15:20");
  await here.pass();
  here.at("2026-05-22T07:30");
  return digestOf(here, ana);
};
const approved = async () =>
  (await here.query("select envelope_to from outbox where purpose = 'draft' and state = 'queued'")).map(
    (row) => row.envelope_to,
  );
const usual = "Jo Field <jo.field@fairholm-bakery.example>";

describe("whatever an employer's From holds, the person's `1 ok` acts or is told, and the mail behind it is read", () => {
  test.each([
    ["a name with an address in it", '"Jo Field @ Fairholm Bakery" <jo.field@fairholm-bakery.example>'],
    ["a name that is an address", '"jo@other.example" <jo.field@fairholm-bakery.example>'],
    ["a very long name", `"${"Jo ".repeat(60)}" <jo.field@fairholm-bakery.example>`],
  ])("%s", async (_, from) => {
    const digest = await thanksFor(from);
    expect(digest.text).toContain("jo.field@fairholm-bakery.example");
    await answer(here, ana, digest, "1 ok");
    expect(await approved()).toEqual(["jo.field@fairholm-bakery.example"]);
  });

  test.each(["jo..field@abc.example", "jö@abc.example", "jo@fäirholm.example", '"jo field"@abc.example'])(
    "%s, which no envelope can hold, is nobody's to be written to",
    (address) => expect(canBeWrittenTo(address)).toBe(false),
  );

  test("a Message-ID that no header can hold is left out of the thread", async () => {
    await here.deliver(ana, invitation({ from: usual, id: "grüße@fairholm-bakery.example" }));
    here.at("2026-05-21T15:20");
    await here.pass();
    here.at("2026-05-22T07:30");
    await answer(here, ana, await digestOf(here, ana), "1 ok");
    expect(await approved()).toHaveLength(1);
  });

  test("the person's own name cannot keep a mail from being written", async () => {
    await here.query("update person set name = 'Ana @ home'");
    await answer(here, ana, await thanksFor(usual), "1 ok");
    expect(await approved()).toHaveLength(1);
  });
});

describe("words that hold back are never swallowed (POLICY 7.2)", () => {
  test("in the line below a note", async () => {
    const digest = await thanksFor(usual);
    await answer(
      here,
      ana,
      digest,
      "1 ok\nnote Fairholm: they opened an office\nactually please wait with that",
    );
    expect(await approved()).toEqual([]);
  });

  test("in a note", async () => {
    const digest = await thanksFor(usual);
    await answer(here, ana, digest, "1 ok\nnote Fairholm: wait, do not send it yet");
    expect(await approved()).toEqual([]);
  });

  test.each(["N no more\n1 ok", "1 ok\nN no more", "N no more\nall ok"])(
    "`%s` lets nothing leave",
    async (words) => {
      const digest = await thanksFor(usual);
      const n = numberOf(digest, /^\d+\. Fairholm Bakery, Office Manager: /);
      await answer(here, ana, digest, words.replace("N", `${n}`));
      expect(await approved()).toEqual([]);
    },
  );
});

test("an interview that would end in thousands of years lasts an hour", async () => {
  await here.deliver(ana, invitation({ meeting: { start: "20260521T140000", end: "99991231T000000" } }));
  const [{ hours }] = await here.query(
    "select extract(epoch from ends_at - starts_at) / 3600 as hours from interview",
  );
  expect(Number(hours)).toBe(1);
});

test("`pause 2w` in answer to the question how it went pauses, and is no account of the talk", async () => {
  await here.query("update person set preferences = '{}'");
  await here.deliver(ana, invitation());
  here.at("2026-05-21T15:20");
  await here.pass();
  const [{ message_id: asked }] = await here.query("select message_id from debrief");
  await here.deliver(
    ana,
    { from: `Ana Reyes <${ana.address}>`, to: ana.address, answers: asked, proven: null, text: "pause 2w" },
    "sent",
  );
  expect((await here.query("select paused_until from person"))[0].paused_until).not.toBeNull();
  expect((await here.query("select answer from debrief"))[0].answer).toBeNull();
});
