import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ok, refuse } from "../../src/domain/result.ts";
import { readMailbox } from "../../src/flows/read-mailbox.ts";
import { sweep } from "../../src/flows/sweep.ts";
import { watchMailbox } from "../../src/flows/watch-mailbox.ts";
import type { Trouble } from "../../src/ports.ts";
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

const failing = (trouble: Trouble) => ({
  ...here.app,
  mailboxes: { ...here.app.mailboxes, catchUp: async () => refuse(trouble) },
});
const refused: Trouble = { kind: "login", says: "The server refused the login." };
const notices = async () => (await here.journal(ana)).filter(({ says }) => says.includes("cannot be read"));

test("a refused login is told only when it is refused again ten minutes later (R22)", async () => {
  await readMailbox(failing(refused), ana.account);
  here.at("2026-05-18T09:09");
  await readMailbox(failing(refused), ana.account);
  expect(await notices()).toHaveLength(0);
  here.at("2026-05-18T09:10");
  await readMailbox(failing(refused), ana.account);
  expect(await notices()).toHaveLength(1);
  here.at("2026-05-18T09:21");
  await readMailbox(failing(refused), ana.account);
  expect(await notices()).toHaveLength(1);
});

test("after a refused login the watching is not begun again before ten minutes have passed", async () => {
  await readMailbox(failing(refused), ana.account);
  here.reminders.length = 0;
  await sweep(here.app);
  const watch = here.reminders.find(({ reminder }) => reminder.queue === "watch");
  expect(watch?.at.toString()).toBe("2026-05-18T08:10:00Z");
});

test("a server that cannot be reached is told at once, and once", async () => {
  const away: Trouble = { kind: "unreachable", says: "No answer from the server." };
  await readMailbox(failing(away), ana.account);
  await readMailbox(failing(away), ana.account);
  expect(await notices()).toHaveLength(1);
});

test("a mailbox that its watcher could not read for half an hour is told in the digest, until it can be read again", async () => {
  const away: Trouble = { kind: "unreachable", says: "No answer from the server." };
  const watch = (outcome: Trouble | null) =>
    watchMailbox(
      {
        ...here.app,
        mailboxes: {
          ...here.app.mailboxes,
          watch: async ({ mailboxId }, sink) => {
            await (outcome ? sink.troubled(mailboxId, outcome) : sink.healthy(mailboxId));
            return ok(undefined);
          },
        },
      },
      ana.mailboxId,
      new AbortController().signal,
    );
  await watch(null);
  here.at("2026-05-18T09:29");
  await watch(away);
  expect(await notices()).toHaveLength(0);
  here.at("2026-05-18T09:30");
  await watch(away);
  await watch(away);
  expect(await notices()).toHaveLength(1);
  here.at("2026-05-19T07:30");
  expect((await here.digest(ana))?.text).toContain("ana@reyes.example cannot be read: No answer");
  await watch(null);
  here.at("2026-05-20T07:30");
  expect(await here.digest(ana)).toBeNull();
});
