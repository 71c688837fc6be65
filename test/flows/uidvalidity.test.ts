import { afterAll, beforeAll, expect, test } from "vitest";
import type { App } from "../../src/flows/app.ts";
import { readMailbox } from "../../src/flows/read-mailbox.ts";
import { createMailboxes } from "../../src/mail/mailboxes.ts";
import { onLoopback } from "../support/account.ts";
import { type CrowdImap, startCrowdImap } from "../support/crowd-imap.ts";
import { invitation, rejection } from "../support/letter.ts";
import { openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let crowd: CrowdImap;
let uidValidity = 1;

beforeAll(async () => {
  here = await openReceivingApp();
  crowd = await startCrowdImap({ uidValidity: () => uidValidity });
});
afterAll(async () => {
  await crowd.stop();
  await here.close();
});

/** The program that is killed at its n-th commit, before it or after it. */
const dyingAt = (app: App, n: number, when: "before" | "after"): App => {
  let commits = 0;
  return {
    ...app,
    store: {
      transaction: async (work) => {
        commits += 1;
        const dies = commits === n;
        const done = await app.store.transaction(async (tx) => {
          const value = await work(tx);
          if (dies && when === "before") throw Object.assign(new Error("killed"), { code: "57P01" });
          return value;
        });
        if (dies) throw Object.assign(new Error("killed"), { code: "57P01" });
        return done;
      },
    },
  };
};

test("UIDVALIDITY changes while five mails arrive and the program is killed at each commit: five new mails, none repeated (R17)", async () => {
  const ana = await here.connect();
  const app = { ...here.app, mailboxes: createMailboxes() };
  const account = { ...ana.account, imap: onLoopback(crowd.port) };
  const arrives = async (letter: ReturnType<typeof invitation>): Promise<void> =>
    crowd.deliver(account.login, (await here.fetched(ana, letter)).source.toString("latin1"));
  const news = (n: number) =>
    rejection({
      id: `news-${n}@fairholm-bakery.example`,
      text: `Dear Ana,\n\nWe have no news yet, this is week ${n} of our search. We will be in touch.\n\nJo Field`,
    });
  await arrives(invitation());
  await arrives(news(0));
  expect(await readMailbox(app, account)).toMatchObject({ ok: true });
  const journal = async () => (await here.journal(ana)).filter(({ type }) => type !== "mailbox");
  const before = (await journal()).length;

  uidValidity = 2;
  let arrived = 0;
  let kills = 0;
  for (let n = 1, whole = false; !whole; n += 1)
    for (const when of ["before", "after"] as const) {
      if (arrived < 5) await arrives(news(++arrived));
      const outcome = await readMailbox(dyingAt(app, n, when), account).catch(() => "killed" as const);
      if (outcome === "killed") kills += 1;
      else whole = true;
    }

  expect(arrived).toBe(5);
  expect(kills).toBeGreaterThan(9);
  const messages = await here.query("select message_id from message order by message_id");
  expect(messages.map(({ message_id }) => message_id)).toEqual([
    "invite-1@fairholm-bakery.example",
    ...[0, 1, 2, 3, 4, 5].map((n) => `news-${n}@fairholm-bakery.example`),
  ]);
  const after = await journal();
  expect(after.filter(({ type }) => type === "message")).toHaveLength(7);
  expect(after.filter(({ type }) => type === "opened")).toHaveLength(1);
  expect(after.length).toBeGreaterThan(before);
});
