import { Temporal } from "temporal-polyfill";
import { afterEach, expect, test } from "vitest";
import { createMailboxes } from "../../src/mail/mailboxes.ts";
import type { HistoryPlace, OldMail } from "../../src/ports/history.ts";
import { onLoopback, testAccount } from "../support/account.ts";
import { type CrowdImap, type CrowdSettings, startCrowdImap } from "../support/crowd-imap.ts";
import { memorySink, messageIdOf } from "../support/memory-sink.ts";

/** A mail every ten minutes, for almost six years; where all of them are listed, for more than one. */
const most = 300_000;
const many = 60_000;
const aDay = 144;

let crowd: CrowdImap;
afterEach(() => crowd.stop());
const open = async (mails: number, given: CrowdSettings = {}) => {
  crowd = await startCrowdImap({ mails, ...given });
  return testAccount({ imap: onLoopback(crowd.port) });
};
const megabytes = (): number => process.memoryUsage().rss / 1_048_576;

/** Reads the mails of the last 90 days of which one a day is wanted. */
async function firstReading(
  account: ReturnType<typeof testAccount>,
  after: HistoryPlace | null,
  dieAfter = Number.POSITIVE_INFINITY,
) {
  const taken: OldMail[] = [];
  let seen = 0;
  const read = createMailboxes().readHistory(
    account,
    Temporal.Now.instant().subtract({ hours: 90 * 24 }),
    { inbox: { uidValidity: 7n, lastUid: most }, sent: null },
    {
      after,
      wants: () => ++seen % aDay === 0,
      progress: () => undefined,
      take: async (mail) => {
        if (taken.length >= dieAfter) throw new Error("killed");
        taken.push(mail);
      },
    },
  );
  const outcome = await read.catch((error: Error) => error.message);
  return { outcome, taken, seen, ids: taken.map(({ source }) => messageIdOf(source)) };
}

test("of 300,000 mails the first reading looks at those of the last days only; killed at half it goes on there (R23)", async () => {
  const account = await open(most);
  const before = megabytes();
  const whole = await firstReading(account, null);
  expect(whole.outcome).toMatchObject({ ok: true });
  expect(whole.seen).toBeLessThanOrEqual(91 * aDay);
  expect(whole.taken).toHaveLength(90);
  const killed = await firstReading(account, null, 45);
  expect(killed.outcome).toBe("killed");
  const last = killed.taken.at(-1);
  if (!last) throw new Error("nothing was taken");
  const rest = await firstReading(account, { at: last.internalDate, folder: "inbox", uid: last.uid });
  expect([...killed.ids, ...rest.ids]).toEqual(whole.ids);
  expect(megabytes() - before).toBeLessThan(200);
}, 60_000);

test("a server that answers every SEARCH with nothing is listed by date instead (R5)", async () => {
  const account = await open(many, {
    answers: (name) => (name === "UID_SEARCH" ? ["* SEARCH", "TAG OK done"] : undefined),
  });
  const before = megabytes();
  const read = await firstReading(account, null);
  expect(read.outcome).toMatchObject({ ok: true });
  expect(read.taken).toHaveLength(90);
  expect(read.seen).toBeLessThanOrEqual(91 * aDay);
  expect(megabytes() - before).toBeLessThan(200);
}, 60_000);

test("after a change of UIDVALIDITY only the last 30 days are read again, each mail once, also where the connection is cut at half", async () => {
  let cutAt = many - 15 * aDay;
  const account = await open(many, {
    onRow: (uid) => {
      if (uid !== cutAt || sink.taken.length === 0) return true;
      cutAt = 0;
      return false;
    },
  });
  const sink = memorySink();
  sink.cursors.set("inbox", { uidValidity: 6n, lastUid: 12 });
  const before = megabytes();
  const mailboxes = createMailboxes();
  expect(await mailboxes.catchUp(account, sink)).toMatchObject({ ok: false });
  expect(sink.taken.length).toBeLessThan(16 * aDay);
  expect(await mailboxes.catchUp(account, sink)).toMatchObject({ ok: true });
  const uids = sink.taken.map(({ uid }) => uid);
  expect(uids).toEqual(Array.from(uids, (_uid, at) => many - uids.length + 1 + at));
  expect(Math.abs(uids.length - 30 * aDay)).toBeLessThanOrEqual(2);
  expect(megabytes() - before).toBeLessThan(200);
}, 60_000);
