import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { end } from "../../src/flows/end.ts";
import type { Endings } from "../../src/ports/endings.ts";
import { openKysely } from "../../src/store/database.ts";
import { createEndings } from "../../src/store/endings.ts";
import { answer, digestOf } from "../support/answering.ts";
import { invitation } from "../support/letter.ts";
import { dumpOf, plantCanaries } from "../support/planted-canaries.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";
import { connectSecond } from "../support/second-mailbox.ts";

let app: ReceivingApp;
let db: ReturnType<typeof openKysely>;
let endings: Endings;
let ana: Connected;
const forgotten: string[] = [];
const queue = { forget: async (ids: readonly string[]) => void forgotten.push(...ids) };

beforeAll(async () => {
  app = await openReceivingApp();
  db = openKysely(app.connection, () => undefined);
  endings = createEndings(db, { mode: "embedded", connection: app.connection, close: async () => undefined });
});
afterAll(async () => {
  await db.destroy();
  await app.close();
});
beforeEach(async () => {
  forgotten.length = 0;
  app.at("2026-05-18T09:10");
  ana = await app.connect();
});
afterEach(() => app.reset());

/** Without the seconds that writing every table anew takes. */
const quick = (): Endings => ({ ...endings, scrub: async () => true });

/** Tables of the dump, and files of the data folder, that hold the words. */
const found = async (words: string): Promise<string[]> => {
  const tables = [...(await dumpOf(app.query))].filter(([, rows]) => rows.some((row) => holds(row, words)));
  return [...tables.map(([name]) => name), ...(await filesWith(words))];
};
/** A dump has bytes in hexadecimal. */
const holds = (row: string, words: string): boolean =>
  row.includes(words) || row.includes(Buffer.from(words).toString("hex"));
async function filesWith(words: string): Promise<string[]> {
  const files = (await readdir(app.dataFolder, { recursive: true, withFileTypes: true })).filter((one) =>
    one.isFile(),
  );
  const holding: string[] = [];
  for (const { parentPath, name } of files) {
    // The server may remove one while they are read.
    const bytes = await readFile(join(parentPath, name)).catch(() => Buffer.alloc(0));
    if (bytes.includes(words)) holding.push(join(parentPath, name));
  }
  return holding;
}

test("a deleted person leaves nothing: no row in any table, no word in a dump, in the files of the database or beside them", async () => {
  const canary = `canary${randomBytes(8).toString("hex")}`;
  await app.deliver(ana, invitation());
  app.at("2026-05-22T07:30");
  await app.pass();
  await app.digest(ana);
  const { planted, closed } = await plantCanaries(app.query, canary);
  expect(planted).toBeGreaterThan(100);
  // Nothing but words of the program's own can stand there; the last two go only with what stands beside them.
  const ofAList =
    /\.(?:direction|by|type|purpose|act|state|sign_in)$|^(?:draft_copy\.folder|proposal\.refused)$/;
  expect(closed.filter((column) => !ofAList.test(column))).toEqual([]);
  await app.query("analyze");
  expect((await found(canary)).length).toBeGreaterThan(25);

  expect(await end({ endings, queue }, { person: ana.personId })).toBe(true);

  expect(await found(canary)).toEqual([]);
  const left = [...(await dumpOf(app.query))].filter(([, rows]) => rows.length > 0).map(([name]) => name);
  expect(left.sort()).toEqual(["public.clock", "public.schema_migration"]);
});

test("their jobs are named by every id that a job may carry", async () => {
  await app.deliver(ana, invitation());
  app.at("2026-05-22T07:30");
  await app.pass();
  await app.digest(ana);
  const ids = await app.query(
    "select id from person union select id from mailbox union select id from candidacy union select id from draft union select id from outbox",
  );
  await end({ endings: quick(), queue }, { person: ana.personId });
  expect(forgotten.sort()).toEqual(ids.map(({ id }) => id).sort());
});

test("another person is left as they were", async () => {
  const ben = await app.connect({ name: "Ben Oduya", address: "ben@oduya.example" });
  await app.deliver(ben, invitation({ to: "Ben Oduya <ben@oduya.example>" }));
  const before = await app.query("select * from journal where person_id = $1 order by id", [ben.personId]);
  expect(before.length).toBeGreaterThan(1);
  await end({ endings: quick(), queue }, { person: ana.personId });
  expect(await app.query("select * from journal order by id")).toEqual(before);
  expect(await endings.ofPerson(ben.personId)).toMatchObject({ mailboxes: ["ben@oduya.example"], mails: 1 });
});

test("a deleted mailbox takes along what came through it alone; the other one and its candidacies stay", async () => {
  const second = `second${randomBytes(8).toString("hex")}@reyes.example`;
  const other = await connectSecond(app, ana, second);
  const { mailboxId } = other;
  await app.deliver(ana, invitation());
  await app.deliver(other, {
    from: "Kit Marlow <kit@harrowgate.example>",
    to: second,
    subject: "Interview at Harrowgate",
    text: "Dear Ana,\n\nWe would like to invite you to an interview for the Archivist role at Harrowgate on Friday 22 May 2026 at 10:00.\n\nKind regards,\nKit Marlow\n",
  });
  expect(await endings.ofMailbox(mailboxId)).toMatchObject({ mailboxes: [second], candidacies: 1, mails: 1 });

  await end({ endings, queue }, { mailbox: mailboxId });

  expect(await found(second)).toEqual([]);
  expect(await found("Harrowgate")).toEqual([]);
  expect(await endings.ofPerson(ana.personId)).toMatchObject({
    mailboxes: [ana.address],
    candidacies: 1,
    mails: 1,
  });
});

test("a mail that would have left from a deleted mailbox is offered again where its conversation goes on; one that may have left is not", async () => {
  const second = await connectSecond(app, ana, "ana@letters.example");
  await app.deliver(ana, invitation());
  app.at("2026-05-18T10:20");
  await app.deliver(second, {
    from: "Jo Field <jo.field@fairholm-bakery.example>",
    to: second.address,
    subject: "Re: Interview for Office Manager",
    answers: "invite-1@fairholm-bakery.example",
    text: "Dear Ana,\n\nHow to find us: the yard behind the bakery.\n\nBest regards,\nJo Field\n",
  });
  app.at("2026-05-22T07:30");
  await app.pass();
  const digest = await digestOf(app, ana);
  await answer(app, ana, digest, "1 ok");
  const standing = async () =>
    (
      await app.query(
        "select mailbox_id, status from outbox join draft on draft.id = draft_id join follow_up on follow_up.id = follow_up_id",
      )
    )[0];
  expect(await standing()).toEqual({ mailbox_id: second.mailboxId, status: "approved" });
  const followUps = async () =>
    (await app.query("select status from follow_up where kind = 'thank_you'"))[0]?.status;

  await end({ endings: quick(), queue }, { mailbox: second.mailboxId });
  expect(await followUps()).toBe("planned");
  app.at("2026-05-23T07:30");
  await app.pass();
  await answer(app, ana, await digestOf(app, ana), "1 ok");
  expect(await standing()).toEqual({ mailbox_id: ana.mailboxId, status: "approved" });

  const third = await connectSecond(app, ana, "ana@third.example");
  await app.query("update outbox set state = 'unknown', mailbox_id = $1 where purpose = 'draft'", [
    third.mailboxId,
  ]);
  await end({ endings: quick(), queue }, { mailbox: third.mailboxId });
  expect(await followUps()).toBe("skipped");
});
