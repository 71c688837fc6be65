import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { MailboxId } from "../../src/domain/ids.ts";
import { openKysely } from "../../src/store/database.ts";
import { readKey } from "../../src/store/key-file.ts";
import { type KeyRing, openKeys } from "../../src/store/key-ring.ts";
import { rotateKey } from "../../src/store/rotate-key.ts";
import { unseal } from "../../src/store/seal.ts";
import { sealedFields, sealingLock } from "../../src/store/sealed-fields.ts";
import { createStore } from "../../src/store/store.ts";
import { eventually } from "../support/memory-sink.ts";
import { openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let app: ReceivingApp;
let folder: string;
let db: ReturnType<typeof openKysely>;
let holder: pg.Client;
let ids: MailboxId[];
const source = () => ({ key: null, oldKey: null, dataFolder: folder });
const kept = () => openKeys(source(), async () => true);

beforeAll(async () => {
  app = await openReceivingApp();
  folder = app.dataFolder;
  db = openKysely(app.connection, () => undefined);
  holder = new pg.Client(app.connection);
  await holder.connect();
});
afterAll(async () => {
  await holder.end();
  await db.destroy();
  await app.close();
});
beforeEach(async () => {
  app.at("2026-05-18T08:00");
  ids = [];
  for (const name of ["ana", "ben", "cem"])
    ids.push((await app.connect({ name, address: `${name}@reyes.example` })).mailboxId);
  ids.sort();
});
afterEach(() => app.reset());

const passwords = async (keys: KeyRing): Promise<string[]> => {
  const store = createStore(db, keys);
  return Promise.all(
    ids.map(async (id) => (await store.transaction((tx) => tx.mailboxes.account(id))).password.reveal()),
  );
};
const all = ["correct horse", "correct horse", "correct horse"];
const keyFiles = async () => (await readdir(folder)).filter((name) => name.startsWith("key")).sort();
const blocked = async (): Promise<boolean> =>
  (
    await app.query(
      "select 1 from pg_stat_activity where application_name = 'rotator' and wait_event_type = 'Lock'",
    )
  ).length > 0;

/** Changes the key in a process of its own and kills it where it waits for what `holder` holds. */
async function killedWhileWaiting(): Promise<void> {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL("key-rotator.ts", import.meta.url)), JSON.stringify(app.connection), folder],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  const ended = once(child, "exit");
  await eventually(blocked);
  child.kill("SIGKILL");
  await ended;
}
/** What the dead process was doing in the database is over. */
const nobodyLeft = () =>
  eventually(
    async () =>
      (await app.query("select 1 from pg_stat_activity where application_name = 'rotator'")).length === 0,
  );

test("a change of keys seals every password anew, replaces the key file, and the old key opens nothing any more", async () => {
  const before = await readKey(join(folder, "key"));
  expect(await rotateKey(db, await kept())).toBe(3);
  expect(await keyFiles()).toEqual(["key"]);
  expect((await stat(join(folder, "key"))).mode & 0o777).toBe(0o600);
  expect(await passwords(await kept())).toEqual(all);
  const [row] = await app.query("select id, password from mailbox limit 1");
  expect(() => before && unseal(before, `mailbox/${row?.id}/password`, row?.password)).toThrow(/another key/);
});

test("killed between two passwords it leaves both keys and all passwords open, seals new ones with the new key, and the next call does the rest", async () => {
  await holder.query("begin");
  await holder.query("select 1 from mailbox where id = $1 for update", [ids[1]]);
  await killedWhileWaiting();
  await holder.query("rollback");
  await nobodyLeft();

  expect(await keyFiles()).toEqual(["key", "key.new"]);
  expect(await passwords(await kept())).toEqual(all);
  // The first was sealed anew before the kill, the third is by being connected again.
  const [third] = await app.query("select address from mailbox where id = $1", [ids[2]]);
  await app.connect({ address: third?.address });
  expect(await rotateKey(db, await kept())).toBe(1);
  expect(await keyFiles()).toEqual(["key"]);
  expect(await passwords(await kept())).toEqual(all);
});

test("killed after the last password and before the old key goes, it has nothing left to do but that", async () => {
  await holder.query("begin");
  await holder.query("select pg_advisory_xact_lock_shared($1)", [sealingLock]);
  await killedWhileWaiting();
  await holder.query("rollback");
  await nobodyLeft();

  expect(await keyFiles()).toEqual(["key", "key.new"]);
  expect(await passwords(await kept())).toEqual(all);
  expect(await rotateKey(db, await kept())).toBe(0);
  expect(await keyFiles()).toEqual(["key"]);
  expect(await passwords(await kept())).toEqual(all);
});

test("a program that runs meanwhile opens what was sealed anew, and what it seals then is sealed with the new key", async () => {
  const running = await kept();
  expect(await passwords(running)).toEqual(all);
  await rotateKey(db, await kept());
  expect(await passwords(running)).toEqual(all);
  expect((await running.sealing()).id).toEqual((await readKey(join(folder, "key")))?.id);
});

test("AFTERWORD_KEY takes over from the key file, and from AFTERWORD_OLD_KEY", async () => {
  const [first, second] = [randomBytes(32).toString("base64"), randomBytes(32).toString("base64")];
  const never = async () => true;
  expect(await rotateKey(db, await openKeys({ ...source(), key: first }, never))).toBe(3);
  const keys = await openKeys({ key: second, oldKey: first, dataFolder: folder }, never);
  expect(await passwords(keys)).toEqual(all);
  expect(await rotateKey(db, keys)).toBe(3);
  expect(await passwords(await openKeys({ key: second, oldKey: null, dataFolder: folder }, never))).toEqual(
    all,
  );
});

test("a password that no key opens stops the change, and both keys stay", async () => {
  await app.query("update mailbox set password = set_byte(password, 50, 1 - get_byte(password, 50) % 2)");
  await expect(rotateKey(db, await kept())).rejects.toThrow(/altered or moved.*connect the mailbox again/);
  expect(await keyFiles()).toEqual(["key", "key.new"]);
  await expect(writeFile(join(folder, "key.new"), "", { flag: "wx" })).rejects.toThrow(/EEXIST/);
  expect(await readFile(join(folder, "key.new"), "utf8")).toMatch(/^\S{44}\n$/);
});

test("every column of bytes is a mail, or among those that a change of keys goes over", async () => {
  const columns = await app.query(
    "select table_name as table, column_name as field from information_schema.columns where table_schema = 'public' and data_type = 'bytea'",
  );
  const mails = columns.filter(({ field }) => field === "rfc822");
  expect(columns.filter((one) => !mails.includes(one))).toEqual(sealedFields);
});
