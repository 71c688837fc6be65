import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { answer, digestOf, numberOf } from "../support/answering.ts";
import { invitation } from "../support/letter.ts";
import { type Connected, type Made, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let ana: Connected;
let digest: Made;
let n: number;

beforeAll(async () => {
  here = await openReceivingApp();
});
afterAll(() => here.close());

/** Kept in touch with since 20 May 2026; eight weeks later there is nothing to write about. */
beforeEach(async () => {
  await here.reset();
  here.at("2026-05-18T09:00");
  ana = await here.connect();
  await here.deliver(ana, invitation());
  here.at("2026-05-20T09:00");
  await here.deliver(ana, {
    ...invitation({
      id: "no@fairholm-bakery.example",
      subject: "Your application",
      text: "Not this time, but we keep you in mind.",
    }),
  });
  await here.query("update candidacy set state = 'keeping_in_touch', state_before = 'awaiting_decision'");
  await here.query("update interview set cancelled = true");
  here.at("2026-07-15T07:30");
  await here.query("update candidacy set next_due_at = '2026-07-01'");
  await here.pass();
  digest = await digestOf(here, ana);
  n = numberOf(digest, /Keeping in touch with Fairholm Bakery/);
  here.at("2026-07-15T08:00");
});

const kept = () =>
  here.query("select kind, status, needs_occasion from follow_up where kind = 'keep_in_touch'");
const told = async () =>
  (await here.journal(ana)).filter(({ type }) => type === "reply_doubt").map(({ says }) => says);

test("where nothing is known to write about, the digest asks for an occasion and drafts nothing", () => {
  expect(digest.text).toContain("is there an occasion for a short mail");
  expect(digest.text).not.toContain("Subject:");
});

test("the person's sentence behind the number becomes the occasion, and the next digest shows the mail", async () => {
  await answer(here, ana, digest, `${n}: they opened a second bakery in York`);
  expect(await here.query("select says, by from occasion")).toEqual([
    { says: "they opened a second bakery in York", by: "person" },
  ]);
  here.at("2026-07-16T07:30");
  const next = await digestOf(here, ana);
  expect(next.text).toContain("you opened a second bakery in York");
  expect(await kept()).toEqual([{ kind: "keep_in_touch", status: "offered", needs_occasion: false }]);
});

test("words that cannot stand in a mail are asked back with what would do", async () => {
  await answer(here, ana, digest, `${n}: look at https://fairholm-bakery.example/news`);
  expect(await here.query("select says from occasion")).toEqual([]);
  expect(await told()).toEqual([expect.stringContaining("a sentence without a link")]);
});

test("`no` leaves it for another eight weeks, `yes` is asked back", async () => {
  await answer(here, ana, digest, `${n} yes`);
  expect(await told()).toEqual([expect.stringContaining(`"${n} no"`)]);
  await answer(here, ana, digest, `${n} no`);
  expect((await kept()).map(({ status }) => status)).toContain("skipped");
  here.at("2026-07-16T07:30");
  expect((await here.digest(ana))?.text ?? "").not.toContain("Keeping in touch with");
});

test("it is asked three days in a row and then left alone", async () => {
  for (const day of ["16", "17"]) {
    here.at(`2026-07-${day}T07:30`);
    expect((await digestOf(here, ana)).text).toContain("Keeping in touch with");
  }
  here.at("2026-07-18T07:30");
  expect((await here.digest(ana))?.text ?? "").not.toContain("Keeping in touch with");
});
