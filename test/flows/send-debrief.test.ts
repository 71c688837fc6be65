import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { CandidacyId } from "../../src/domain/ids.ts";
import { sendDebriefs } from "../../src/flows/send-debrief.ts";
import { invitation } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let ana: Connected;

beforeAll(async () => {
  here = await openReceivingApp();
});
afterAll(() => here.close());

/** Interviewed on Thursday 21 May 2026 from 14:00 to 14:45. */
beforeEach(async () => {
  await here.reset();
  here.at("2026-05-18T09:00");
  ana = await here.connect();
  await here.deliver(ana, invitation());
});

const asked = async () =>
  await here.query("select d.message_id, o.envelope_to from debrief d join outbox o using (message_id)");
const candidacyId = async (): Promise<CandidacyId> => (await here.query("select id from candidacy"))[0].id;

test("the person is asked 30 minutes after the end, once, whoever wakes at that moment", async () => {
  here.at("2026-05-21T15:14");
  await here.pass();
  expect(await asked()).toEqual([]);
  here.at("2026-05-21T15:15");
  const id = await candidacyId();
  await Promise.all([1, 2, 3].map(() => sendDebriefs(here.app, id)));
  await here.pass();
  expect(await asked()).toEqual([
    { message_id: expect.stringMatching(/^debrief\./), envelope_to: "ana@reyes.example" },
  ]);
});

test("the wake-up for it is stored and reminded when the interview is known", async () => {
  // Until it begins, the question how many stages there are is worth asking.
  here.at("2026-05-21T14:00");
  await here.pass();
  expect(
    here.reminders.filter(({ reminder }) => reminder.queue === "plan").map(({ at }) => at.toString()),
  ).toContain("2026-05-21T13:45:00Z");
  here.at("2026-05-21T14:45");
  await here.pass();
  expect((await here.query("select next_due_at from candidacy"))[0].next_due_at.toISOString()).toBe(
    "2026-05-21T14:15:00.000Z",
  );
});

test("a cancelled interview is not asked about, nor is one that ended more than two days ago", async () => {
  await here.deliver(
    ana,
    invitation({
      id: "cancel@fairholm-bakery.example",
      subject: "Cancelled: Interview for Office Manager",
      text: "The interview is cancelled.",
      meeting: { method: "CANCEL", sequence: 1 },
    }),
  );
  here.at("2026-05-21T15:20");
  await here.pass();
  expect(await asked()).toEqual([]);
  await here.query("update interview set cancelled = false");
  here.at("2026-05-23T15:16");
  await here.pass();
  expect(await asked()).toEqual([]);
});

test("an interview from which the person has withdrawn is not asked about", async () => {
  await here.query("update candidacy set state = 'closed', close_reason = 'withdrawn'");
  here.at("2026-05-21T15:20");
  await here.pass();
  expect(await asked()).toEqual([]);
});

test("the answer is kept as a note, and a day that it names is a promise", async () => {
  here.at("2026-05-21T15:20");
  await here.pass();
  const [debrief] = await asked();
  here.at("2026-05-21T15:40");
  await here.deliver(
    ana,
    {
      from: "ana@reyes.example",
      to: "ana@reyes.example",
      answers: debrief.message_id,
      text: "Went well. Jo said they decide by Friday.",
    },
    "sent",
  );
  expect(await here.query("select due::text as due from promise")).toEqual([{ due: "2026-05-22" }]);
  expect((await here.journal(ana)).find(({ type }) => type === "note")?.evidence[0]).toContain("Went well");
});

test("an answer by somebody else, or one that is not in Sent, is no answer", async () => {
  here.at("2026-05-21T15:20");
  await here.pass();
  const [debrief] = await asked();
  const answer = { answers: debrief.message_id, to: "ana@reyes.example", text: "They decide by Friday." };
  await here.deliver(ana, { ...answer, from: "Max <max@elsewhere.example>" });
  await here.deliver(ana, { ...answer, from: "ana@reyes.example", proven: null });
  expect(await here.query("select due from promise")).toEqual([]);
  expect(await here.query("select answer from debrief")).toEqual([{ answer: null }]);
});
