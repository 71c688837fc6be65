import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { settingNamed } from "../../src/domain/settings.ts";
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
});

/** The digests that are mailed from one day to another, both included, by their dates. */
async function mailed(from: string, to: string): Promise<Record<string, Made>> {
  const made: Record<string, Made> = {};
  for (let day = Temporal.PlainDate.from(from); day.toString() <= to; day = day.add({ days: 1 })) {
    here.at(`${day}T07:30`);
    const digest = await here.digest(ana);
    if (digest) made[day.toString()] = digest;
  }
  return made;
}
const set = async (name: string, words: string): Promise<void> => {
  const setting = settingNamed(name);
  const preferences = setting?.of === "preferences" ? setting.set({}, words) : undefined;
  if (preferences === undefined) throw new Error(`${name} ${words} is no setting`);
  await here.app.store.transaction((tx) => tx.people.set(ana.personId, { preferences }));
};

test("without news a short mail comes a week after the mailbox was connected, then once a week, and is the digest of its day", async () => {
  const made = await mailed("2026-05-19", "2026-06-09");
  expect(Object.keys(made)).toEqual(["2026-05-25", "2026-06-01", "2026-06-08"]);
  expect(made["2026-05-25"]?.subject).toBe("Afterword, Monday 25 May: all quiet");
  expect(made["2026-05-25"]?.text).toContain("No candidacy is open");
  expect(made["2026-05-25"]?.text).toContain("I watch ana@reyes.example, which I have not read yet.");
  const days = await here.query("select local_date from digest where mailed");
  expect(days).toHaveLength(3);
});

test("it says when the mailbox was last read, what is awaited until when, and what is due next", async () => {
  await here.deliver(
    ana,
    invitation({
      meeting: { start: "20260605T140000", end: "20260605T144500" },
      text: "Dear Ana,\n\nWe would like to invite you to an interview for the position of Office Manager\nat Fairholm Bakery on Friday 5 June 2026 at 14:00.\n\nBest regards,\nJo Field\nFairholm Bakery",
    }),
  );
  await here.pass();
  const first = await mailed("2026-05-19", "2026-05-21");
  expect(Object.keys(first)[0]).toBe("2026-05-19");
  const last = Object.keys(first).at(-1) ?? "";
  const quiet = Temporal.PlainDate.from(last).add({ days: 7 }).toString();
  here.at(`${quiet}T07:12`);
  await here.app.store.transaction((tx) => tx.mailboxes.healthy(ana.mailboxId, here.app.clock.now()));
  here.at(`${quiet}T07:30`);
  const digest = await here.digest(ana);
  expect(digest?.text).toContain("I watch ana@reyes.example, last read today at 07:12.");
  expect(digest?.text).toContain("1 candidacy is open: 1 interviewing.");
  expect(digest?.text).toMatch(/^WAITING\n1\. Fairholm Bakery, Office Manager: .*5 June/m);
  expect(digest?.text).toMatch(/^Next, on Friday 5 June at 14:00: Interview with .*Fairholm Bakery/m);
});

test("every mail of ours begins the week anew, a question after an interview too; one that never arrived does not", async () => {
  await here.query("update mailbox set connected_at = '2026-05-01T09:00:00Z'");
  const row = (at: string, state: string) =>
    here.query(
      "insert into outbox (id, person_id, mailbox_id, purpose, message_id, envelope_from, envelope_to, rfc822, state, not_before, approved_at) values (gen_random_uuid(), $1, $2, 'self', $3, 'ana@reyes.example', 'ana@reyes.example', '', $4, $5, $5)",
      [ana.personId, ana.mailboxId, `${at}@reyes.example`, state, at],
    );
  await row("2026-05-15T16:00:00Z", "sent");
  await row("2026-05-18T16:00:00Z", "failed");
  await row("2026-05-19T16:00:00Z", "asked");
  expect(Object.keys(await mailed("2026-05-20", "2026-05-28"))).toEqual(["2026-05-22"]);
});

test("switched off, nothing comes", async () => {
  await set("sign-of-life", "off");
  expect(await mailed("2026-05-19", "2026-06-09")).toEqual({});
});

test("it comes only on the days of the digest", async () => {
  await set("digest-days", "wed");
  expect(Object.keys(await mailed("2026-05-19", "2026-06-04"))).toEqual(["2026-05-27", "2026-06-03"]);
});

test("during a pause it comes no oftener, and says until when the pause lasts", async () => {
  const until = Temporal.Instant.from("2026-06-12T06:30:00Z");
  await here.app.store.transaction((tx) => tx.people.set(ana.personId, { pausedUntil: until }));
  const made = await mailed("2026-05-19", "2026-06-03");
  expect(Object.keys(made)).toEqual(["2026-05-25", "2026-06-01"]);
  expect(made["2026-05-25"]?.text).toContain("Paused until Friday 12 June");
});

test("asked for early, a day without news makes none", async () => {
  here.at("2026-05-25T06:00");
  expect(await here.digest(ana, "now")).toBeNull();
});
