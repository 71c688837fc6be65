import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { commandRepair, type RepairCommand } from "../../src/flows/command-repair.ts";
import { invitation, rejection } from "../support/letter.ts";
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
  await here.deliver(ana, {
    from: "Kim Ode <kim@larkspur-books.example>",
    id: "invite-2@larkspur-books.example",
    subject: "Interview for Bookseller",
    text: "Dear Ana,\n\nWe would like to invite you to an interview for the position of Bookseller at Larkspur Books on Friday 29 May 2026 at 10:00.\n\nKim Ode\nLarkspur Books",
  });
  await here.deliver(ana, rejection({ id: "no-1@fairholm-bakery.example" }));
});

const say = (command: RepairCommand) => commandRepair(here.app, command, { by: "cli" });
const states = async () =>
  (await here.query("select state from candidacy order by number")).map(({ state }) => state);

test("what a mail is, whose it is and that two are one can be said by number, and taken back by number", async () => {
  expect(await states()).toEqual(["closed", "interviewing"]);
  expect(await say({ type: "is", number: 1, kind: "offer", mail: null })).toMatchObject({ ok: true });
  expect(await states()).toEqual(["offered", "interviewing"]);
  expect(await say({ type: "undo", number: 1 })).toMatchObject({ ok: true });
  expect(await states()).toEqual(["closed", "interviewing"]);

  expect(await say({ type: "move", number: 1, to: 2, mail: "no-1@fairholm-bakery.example" })).toMatchObject({
    ok: true,
  });
  expect(await states()).toEqual(["interviewing", "closed"]);
  await say({ type: "undo", number: 2 });
  expect(await states()).toEqual(["closed", "interviewing"]);

  const merged = await say({ type: "merge", number: 2, to: 1 });
  expect(merged).toEqual({
    ok: true,
    value: "You said that Larkspur Books (2) and Fairholm Bakery (1) are one candidacy.",
  });
  expect(await states()).toEqual(["closed", "closed"]);
  const proofs = (await here.journal(ana)).flatMap(({ type, data }) =>
    type === "repaired" ? [data?.proof] : [],
  );
  expect(proofs.every((proof) => JSON.stringify(proof) === '{"by":"cli"}')).toBe(true);
});

test("what is touched is looked at again when it falls due", async () => {
  here.reminders.length = 0;
  await say({ type: "move", number: 1, to: 2, mail: null });
  const planned = here.reminders.flatMap(({ reminder }) => (reminder.queue === "plan" ? [reminder.id] : []));
  const due = await here.query("select id from candidacy where next_due_at is not null");
  expect(due.length).toBeGreaterThan(0);
  expect(planned.sort()).toEqual(due.map(({ id }) => id).sort());
});

test("a refusal says what is wrong and changes nothing", async () => {
  expect(await say({ type: "split", number: 9 })).toMatchObject({ ok: false });
  expect(await say({ type: "merge", number: 1, to: 9 })).toMatchObject({ ok: false });
  expect(await say({ type: "move", number: 1, to: 2, mail: "unknown@elsewhere.example" })).toEqual({
    ok: false,
    error: "There is no mail of theirs with the Message-ID unknown@elsewhere.example there.",
  });
  expect(await say({ type: "at", number: 1, moment: { day: "", time: "14:00" }, mail: null })).toEqual({
    ok: false,
    error: "That is when it is already.",
  });
  expect(await states()).toEqual(["closed", "interviewing"]);
});
