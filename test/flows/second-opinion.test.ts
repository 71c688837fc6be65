import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { receiveMessage } from "../../src/flows/receive-message.ts";
import type { SecondReader } from "../../src/ports.ts";
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

const vague = {
  from: "Jo Field <jo.field@fairholm-bakery.example>",
  subject: "Your application as Office Manager at Fairholm Bakery",
  text: "Hi Ana,\n\nThe kettle is on and Greg has cleared his desk.\n\nJo Field\nFairholm Bakery",
};

async function takenWith(secondReader: SecondReader): Promise<void> {
  const mail = await here.fetched(ana, vague);
  const account = await here.app.store.transaction((tx) => tx.mailboxes.account(ana.mailboxId));
  await receiveMessage({ ...here.app, secondReader }, account, mail);
}

test("what a model reads in an unsure mail acts, and the journal names the model and its quote", async () => {
  await takenWith({
    read: async () => ({
      kind: "interview_invitation",
      confidence: 0.85,
      quotes: ["The kettle is on and Greg has cleared his desk."],
    }),
  });
  expect(await here.query("select state from candidacy")).toEqual([{ state: "interviewing" }]);
  const told = (await here.journal(ana)).find(({ type }) => type === "message");
  expect(told?.data).toMatchObject({ by: "model", kind: "interview_invitation" });
  expect(told?.evidence).toEqual(["The kettle is on and Greg has cleared his desk."]);
});

test("without a usable opinion the rules alone count, and the mail is taken all the same", async () => {
  await takenWith({ read: async () => null });
  expect((await here.journal(ana)).map(({ type }) => type)).not.toContain("unreadable");
  expect(await here.query("select 1 from candidacy where state = 'interviewing'")).toEqual([]);
});

test("no transaction waits for the model", async () => {
  let open = 0;
  let openWhileAsked = -1;
  const { store } = here.app;
  const counting = {
    transaction: async <T>(work: Parameters<typeof store.transaction<T>>[0]): Promise<T> => {
      open += 1;
      try {
        return await store.transaction(work);
      } finally {
        open -= 1;
      }
    },
  };
  const mail = await here.fetched(ana, vague);
  const account = await here.app.store.transaction((tx) => tx.mailboxes.account(ana.mailboxId));
  const secondReader: SecondReader = {
    read: async () => {
      openWhileAsked = open;
      return null;
    },
  };
  await receiveMessage({ ...here.app, store: counting, secondReader }, account, mail);
  expect(openWhileAsked).toBe(0);
});
