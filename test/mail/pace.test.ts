import { afterEach, expect, test } from "vitest";
import type { MailboxId, OutboxId } from "../../src/domain/ids.ts";
import { createMailboxes } from "../../src/mail/mailboxes.ts";
import { onLoopback, testAccount } from "../support/account.ts";
import { type CrowdImap, startCrowdImap } from "../support/crowd-imap.ts";
import { type ImapPeer, startImapPeer } from "../support/imap-peer.ts";
import { eventually, memorySink } from "../support/memory-sink.ts";

let servers: (ImapPeer | CrowdImap)[] = [];
afterEach(async () => {
  await Promise.all(servers.map((each) => each.stop()));
  servers = [];
});
const open = <T extends ImapPeer | CrowdImap>(server: T): T => {
  servers.push(server);
  return server;
};
const sent = {
  messageId: "one@afterword.example",
  providerMessageId: null,
  outboxId: "1" as OutboxId,
  sentBefore: [],
};

test("a hundred mailboxes at one server log in forty at a time, and all of them are watched (R21)", async () => {
  const crowd = open(await startCrowdImap({ loginTakes: 400 }));
  const stop = new AbortController();
  const mailboxes = createMailboxes();
  const watching = Array.from({ length: 100 }, (_, n) =>
    mailboxes.watch(
      testAccount({ imap: onLoopback(crowd.port), login: `l${n}`, mailboxId: `m${n}` as MailboxId }),
      memorySink(),
      stop.signal,
    ),
  );
  await eventually(() => crowd.idling() === 100);
  expect(crowd.mostLogins()).toBe(40);
  stop.abort();
  await Promise.all(watching);
});

test("a mailbox has one connection for all the work beside the watching (R21)", async () => {
  let [open_, most] = [0, 0];
  const crowd = open(
    await startCrowdImap({
      answers: (name) => {
        if (name === "LOGIN") most = Math.max(most, ++open_);
        if (name === "LOGOUT") open_ -= 1;
        return undefined;
      },
    }),
  );
  const mailboxes = createMailboxes();
  const account = testAccount({ imap: onLoopback(crowd.port) });
  await Promise.all([1, 2, 3, 4].map(() => mailboxes.find(account, "sent", sent)));
  expect(most).toBe(1);
});

test("what needs a server that asked for quiet does not even connect before the named time (R21)", async () => {
  const words = "TAG BAD Request is throttled. Suggested Backoff Time: 299910 milliseconds";
  const peer = open(await startImapPeer((name) => (name === "EXAMINE" ? [words] : undefined)));
  const mailboxes = createMailboxes({ commandTimeout: 300 });
  const account = testAccount({ imap: onLoopback(peer.port) });
  expect(await mailboxes.catchUp(account, memorySink())).toMatchObject({ error: { kind: "throttled" } });
  expect(peer.connections()).toBe(1);
  expect(await mailboxes.find(account, "sent", sent)).toMatchObject({ type: "unsure" });
  const other = { ...account, mailboxId: "another" as MailboxId };
  expect(await mailboxes.catchUp(account, memorySink())).toMatchObject({ error: { kind: "throttled" } });
  expect(peer.connections()).toBe(1);
  await mailboxes.catchUp(other, memorySink());
  expect(peer.connections()).toBe(2);
});

test("a server that names ten years is asked again all the same", async () => {
  const words = "TAG BAD Request is throttled. Suggested Backoff Time: 315360000000 milliseconds";
  const peer = open(await startImapPeer((name) => (name === "EXAMINE" ? [words] : undefined)));
  const mailboxes = createMailboxes({ commandTimeout: 300 });
  const account = testAccount({ imap: onLoopback(peer.port) });
  await mailboxes.catchUp(account, memorySink());
  const read = await mailboxes.catchUp(account, memorySink());
  const seconds = Number(/for (\d+) more seconds/.exec(JSON.stringify(read))?.[1]);
  expect(seconds).toBeGreaterThan(3_600);
  expect(seconds).toBeLessThanOrEqual(86_400);
});

test.each([
  ["TAG NO [THROTTLED] slow down", "throttled"],
  ["TAG NO [UNAVAILABLE] later", "throttled"],
  ["TAG NO [ALERT] Please log in via your web browser", "throttled"],
  ["TAG NO [AUTHENTICATIONFAILED] Invalid credentials", "login"],
])("a login that is answered %s is %s (R22)", async (answer, kind) => {
  const peer = open(await startImapPeer((name) => (name === "LOGIN" ? [answer] : undefined)));
  const read = await createMailboxes().catchUp(testAccount({ imap: onLoopback(peer.port) }), memorySink());
  expect(read).toMatchObject({ ok: false, error: { kind } });
});
