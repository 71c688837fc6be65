import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { OutboxId } from "../../src/domain/ids.ts";
import { ok } from "../../src/domain/result.ts";
import type { App } from "../../src/flows/app.ts";
import { clearDrafts } from "../../src/flows/clear-drafts.ts";
import { keepDraftsFolder } from "../../src/flows/keep-drafts-folder.ts";
import { answer, digestOf } from "../support/answering.ts";
import { invitation } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";
import { connectSecond } from "../support/second-mailbox.ts";

let here: ReceivingApp;
let first: Connected;
let second: Connected;
const other = "ana@letters.example";

beforeAll(async () => {
  here = await openReceivingApp();
});
afterAll(() => here.close());
beforeEach(async () => {
  await here.reset();
  here.at("2026-05-18T09:10");
  first = await here.connect();
  here.at("2026-05-18T09:20");
  second = await connectSecond(here, first, other);
});

/** Invited on Monday, interviewed on Thursday; it is Friday, and the thank-you stands in the digest. */
const invitedIn = async (to: Connected) => {
  await here.deliver(to, invitation({ to: to.address }));
  here.at("2026-05-21T23:00");
  await here.pass();
  here.at("2026-05-22T07:30");
  return digestOf(here, first);
};
const approved = async () => {
  const [row] = await here.query(
    "select id, mailbox_id, envelope_from, rfc822 from outbox where purpose = 'draft' and state = 'queued'",
  );
  return row as { id: OutboxId; mailbox_id: string; envelope_from: string; rfc822: Buffer };
};

test("a mail leaves from the mailbox in which the conversation is, whichever was connected first; the digest comes to the first and says so", async () => {
  const digest = await invitedIn(second);
  expect(digest.text.replaceAll("\r\n", "\n")).toContain(`\nFrom: ${other}\nTo: `);
  await answer(here, first, digest, "1 ok");
  const { rfc822, ...row } = await approved();
  expect(row).toMatchObject({ mailbox_id: second.mailboxId, envelope_from: other });
  expect(rfc822.toString()).toContain(`From: Ana Reyes <${other}>`);
});

test("the copy of a draft lies in Drafts of that mailbox too, and is looked for where it lies when the conversation has moved on to another", async () => {
  const visited: string[] = [];
  const app: App = {
    ...here.app,
    mailboxes: {
      ...here.app.mailboxes,
      keepDrafts: async ({ address }, _folder, orders) => {
        visited.push(`${address}: ${orders.map(({ order }) => order).join(", ")}`);
        const seen = orders.map(({ order }) =>
          order === "take_out" ? ({ type: "taken_out" } as const) : ({ type: "lies", place } as const),
        );
        return ok({ folder: "Drafts", seen });
      },
    },
  };
  const place = { folder: "Drafts", uidValidity: 1n, uid: 1 };
  await here.query("update person set preferences = '{\"draftsFolder\": true}'");
  await invitedIn(first);
  for (const { mailboxId } of [second, first]) await keepDraftsFolder(app, mailboxId);
  expect(visited).toEqual(["ana@reyes.example: put"]);

  await here.deliver(second, {
    from: "Jo Field <jo.field@fairholm-bakery.example>",
    to: other,
    subject: "Re: Interview for Office Manager",
    answers: "invite-1@fairholm-bakery.example",
    text: "Dear Ana,\n\nThank you for coming. From now on I write to you here.\n\nBest regards,\nJo Field\n",
  });
  here.at("2026-05-23T07:30");
  await here.pass();
  const digest = await digestOf(here, first);
  await answer(here, first, digest, "1 ok");
  const { id, mailbox_id } = await approved();
  expect(mailbox_id).toBe(second.mailboxId);
  const row = await app.store.transaction((tx) => tx.outbox.get(id));
  visited.length = 0;
  if (row) await clearDrafts(app, row);
  expect(visited).toEqual(["ana@reyes.example: take_out"]);
});
