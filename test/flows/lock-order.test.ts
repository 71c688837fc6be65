import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { App } from "../../src/flows/app.ts";
import { fileSent } from "../../src/flows/file-sent.ts";
import { readMailbox } from "../../src/flows/read-mailbox.ts";
import { sendDue } from "../../src/flows/send-due.ts";
import type { Tx } from "../../src/ports/store.ts";
import { eventually } from "../support/memory-sink.ts";
import { openRealApp, type RealApp } from "../support/real-app.ts";

let real: RealApp;
beforeAll(async () => {
  real = await openRealApp();
});
afterEach(() => real.reset());
afterAll(() => real.close());

/** The program, and how many of its transactions PostgreSQL has ended in a circle, so that they were begun again; `around` wraps what they may ask. */
function counting(around: (tx: Tx) => Tx = (tx) => tx): { readonly app: App; readonly again: () => number } {
  let again = 0;
  const transaction: App["store"]["transaction"] = (work) => {
    again -= 1;
    return real.app.store.transaction((tx) => {
      again += 1;
      return work(around(tx));
    });
  };
  return { app: { ...real.app, store: { transaction } }, again: () => again };
}

const waitsForLock = async (): Promise<boolean> =>
  (await real.query("select 1 from pg_stat_activity where wait_event_type = 'Lock'")).length > 0;

test("filing a copy while the watcher finds it in Sent: neither waits for the other in a circle", async () => {
  await real.offerThankYous(1);
  real.at("2026-05-22T10:00");
  await real.replies("1 ok");
  await real.server();
  const { id, mailboxId } = await real.mail();
  await sendDue(real.app, id);
  const marked = Promise.withResolvers<void>();
  const goesOn = Promise.withResolvers<void>();
  const filing = counting((tx) => ({
    ...tx,
    outbox: {
      ...tx.outbox,
      markFiled: async (one) => {
        await tx.outbox.markFiled(one);
        marked.resolve();
        await goesOn.promise;
      },
    },
  }));
  const watching = counting();
  const filed = fileSent(filing.app, id);
  await marked.promise;
  const account = await real.app.store.transaction((tx) => tx.mailboxes.account(mailboxId));
  const read = readMailbox(watching.app, account);
  await eventually(waitsForLock);
  goesOn.resolve();
  await filed;
  expect((await read).ok).toBe(true);
  expect(filing.again() + watching.again()).toBe(0);
  expect(await real.journal("filed")).toHaveLength(1);
});
