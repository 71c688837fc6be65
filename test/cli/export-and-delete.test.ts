import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { invitation } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";
import { connectSecond } from "../support/second-mailbox.ts";
import { databaseUrl, type Installation, installation } from "./command-line.ts";

let here: ReceivingApp;
let there: Installation;
let ana: Connected;
const mail = Buffer.from("From: ana@reyes.example\r\nSubject: Thank you\r\n\r\nDear Jo,\xfc\r\n", "latin1");

beforeAll(async () => {
  here = await openReceivingApp();
  const key = (await readFile(join(here.dataFolder, "key"), "utf8")).trim();
  there = await installation({ DATABASE_URL: databaseUrl(here.connection), AFTERWORD_KEY: key });
  ana = await here.connect();
  await here.connect({ name: "Bo Reyes", address: "bo@reyes.example" });
  await here.deliver(ana, invitation());
  await here.query("update person set feed_token = 'secret-' || address");
  await here.query(
    `insert into outbox (id, person_id, mailbox_id, purpose, message_id, envelope_from, envelope_to, rfc822, state, not_before, approved_at)
     values (gen_random_uuid(), $1, $2, 'draft', 'thanks@reyes.example', 'ana@reyes.example', 'jo.field@fairholm-bakery.example', $3, 'sent', now(), now())`,
    [ana.personId, ana.mailboxId, mail],
  );
});
afterAll(async () => {
  await there.remove();
  await here.close();
});

const export_ = (...more: string[]) =>
  there.run(["export", "--person", ana.address, "--to", "copy", ...more]);

test("an export holds the candidacies and mails, each mail that was sent byte by byte, and the dates; no secret, nobody else, for nobody else to read", async () => {
  expect(await export_()).toMatchObject({
    code: 0,
    err: "",
    out: expect.stringMatching(/^1 candidacy, 1 mail and 1 sent mail are in /),
  });
  const folder = join(there.folder, "copy");
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await readdir(folder, { recursive: true })).sort()).toEqual([
    "afterword.json",
    "dates.ics",
    "sent",
    "sent/0001.eml",
  ]);
  expect(await readFile(join(folder, "sent/0001.eml"))).toEqual(mail);
  expect(await readFile(join(folder, "dates.ics"), "utf8")).toContain("SUMMARY:Interview");
  const text = await readFile(join(folder, "afterword.json"), "utf8");
  expect((await stat(join(folder, "afterword.json"))).mode & 0o777).toBe(0o600);
  expect(JSON.parse(text)).toMatchObject({
    candidacies: [{ number: 1 }],
    mails: [{ text: expect.stringContaining("invite you") }],
    mailboxes: [{ address: ana.address }],
  });
  expect(text).not.toMatch(/secret-|"password"|bo@reyes\.example/);
});

test("an export into a folder that is there is refused, and so is one that could be of two people", async () => {
  expect(await export_()).toMatchObject({
    code: 1,
    out: "",
    err: expect.stringMatching(/is there already.*--to\.\n$/),
  });
  expect(await there.run(["export"])).toMatchObject({
    code: 1,
    out: "",
    err: expect.stringMatching(/^Several people .*--person: \S+@reyes\.example, \S+@reyes\.example\.\n$/),
  });
});

test("one mailbox of several is paused, which status says, goes on, and is disconnected", async () => {
  const { address } = await connectSecond(here, ana, "ana@letters.example");
  const paused = await there.run(["pause", "--mailbox", address]);
  expect(paused).toMatchObject({
    code: 0,
    err: "",
    out: expect.stringMatching(/is paused: .*resume --mailbox/),
  });
  expect((await there.run(["status"])).out).toMatch(/ana@letters\.example {2}paused since .*ends that\.$/m);
  expect(await there.run(["pause", "2w", "--mailbox", address])).toMatchObject({ code: 1, out: "" });
  expect(await there.run(["pause"])).toMatchObject({ code: 2, err: expect.stringContaining("for how long") });
  const resumed = await there.run(["resume", "--mailbox", address, "--json"]);
  expect(JSON.parse(resumed.out)).toMatchObject({ paused_at: null });

  const asked = await there.run(["disconnect", address]);
  expect(asked).toMatchObject({ code: 1, err: expect.stringContaining("add --yes") });
  expect(asked.out).toContain("1 mailbox with password: ana@letters.example\n  0 candidacies, 0 mails");
  expect(await there.run(["disconnect", address, "--yes"])).toMatchObject({ code: 0, err: "" });
  expect(await here.query("select address from mailbox order by address")).toEqual([
    { address: "ana@reyes.example" },
    { address: "bo@reyes.example" },
  ]);
});

test("delete says what goes, changes nothing without a yes, and then ends that person alone", async () => {
  const asked = await there.run(["delete", "--person", ana.address]);
  expect(asked).toMatchObject({ code: 1, err: expect.stringContaining("add --yes") });
  expect(asked.out).toContain("1 mailbox with password: ana@reyes.example\n  1 candidacy, 1 mail, 0 drafts");
  expect(await here.query("select 1 from person")).toHaveLength(2);

  const done = await there.run(["delete", "--person", ana.address, "--yes"]);
  expect(done).toMatchObject({ code: 0, err: "" });
  // Its log and backups are not ours to clear.
  expect(done.out).toMatch(
    /Nothing of it is left in the database and the queue\.\nYour PostgreSQL server may/,
  );
  expect(await here.query("select address from person")).toEqual([{ address: "bo@reyes.example" }]);
  expect(await here.query("select 1 from message union all select 1 from outbox")).toEqual([]);
});

test("the only mailbox of a person is deleted with the person, or not", async () => {
  expect(await there.run(["disconnect", "bo@reyes.example", "--yes"])).toMatchObject({
    code: 1,
    out: "",
    err: expect.stringMatching(/only mailbox.*afterword delete".*pause --mailbox/),
  });
});

test("a key is changed by command, and the mailbox is open afterwards", async () => {
  const key = `${"B".repeat(42)}A=`;
  const old = (await readFile(join(here.dataFolder, "key"), "utf8")).trim();
  const env = { AFTERWORD_KEY: key, AFTERWORD_OLD_KEY: old };
  expect(await there.run(["rotate-key"], { env })).toMatchObject({
    code: 0,
    err: "",
    out: expect.stringMatching(/^1 password sealed anew; .*\nAFTERWORD_OLD_KEY is not needed any more/),
  });
  const again = await there.run(["rotate-key", "--json"], { env: { AFTERWORD_KEY: key } });
  expect(JSON.parse(again.out)).toEqual({ sealed_anew: 0, from: "AFTERWORD_KEY" });
});
