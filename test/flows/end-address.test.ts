import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { sendDue } from "../../src/flows/send-due.ts";
import { bounce, reported } from "../support/bounces.ts";
import { openRealApp, type RealApp } from "../support/real-app.ts";

let real: RealApp;
beforeAll(async () => {
  real = await openRealApp();
});
afterEach(() => real.reset());
afterAll(() => real.close());

const greta = "greta@employer1.example";

/** A report about an earlier mail to Greta arrives while an approved one waits. */
const comesBack = async (name: string): Promise<void> => {
  await real.query(
    `insert into outbox (id, person_id, mailbox_id, purpose, candidacy_id, message_id, envelope_from, envelope_to, rfc822, state, not_before, approved_at, sent_at)
     select $1, person_id, mailbox_id, 'draft', candidacy_id, $2, envelope_from, envelope_to, '', 'sent', now(), now(), now() from outbox where purpose = 'draft'`,
    [reported.outboxId, reported.messageId],
  );
  real.mailbox().folders.inbox.push(Buffer.from(bounce(name).toString().replaceAll(reported.to, greta)));
  await real.read();
};
const approved = async () => {
  const [row] = await real.query("select id, state from outbox where draft_id is not null");
  return row;
};

test("a mail that was approved to an address that came back since is held and told, not sent (POLICY 3.4)", async () => {
  await real.offerThankYous();
  await real.replies("1 ok");
  await comesBack("gone-qmail");
  expect((await approved()).state).toBe("held");
  const server = await real.server();
  real.at("2026-05-22T10:00");
  await sendDue(real.app, (await approved()).id);
  expect(server.accepted).toEqual([]);
  expect(await real.digest("2026-05-23T07:30")).toContain(
    `Not sent to ${greta}: an earlier mail to that address came back`,
  );
});

test("one to an address whose mailbox is only full waits and is sent as it was approved", async () => {
  await real.offerThankYous();
  await real.replies("1 ok");
  await comesBack("full-522");
  expect((await approved()).state).toBe("queued");
});
