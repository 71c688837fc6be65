import { ImapFlow } from "imapflow";
import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Gate, openGate } from "../../src/sandbox/gate.ts";
import { type ImapServer, internalDate, openImapServer } from "../../src/sandbox/imap-server.ts";

const at = Temporal.Instant.from("2026-05-18T08:12:30Z");
const mail = (id: string) =>
  Buffer.from(
    `From: greta@linden.example\r\nTo: sam@reed.example\r\nSubject: =?utf-8?Q?Caf=C3=A9?=\r\nMessage-ID: <${id}>\r\n\r\n` +
      "A line with ümlaut and a literal's look {5}\r\n.a dot\r\n\r\nno newline at the end",
  );

let server: ImapServer;
let gate: Gate;
const clients: ImapFlow[] = [];

beforeEach(async () => {
  server = await openImapServer({ login: "sam@reed.example", password: "right" });
  gate = await openGate({ host: "127.0.0.1", port: server.port });
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await gate.close();
  await server.close();
});

async function client(password = "right"): Promise<ImapFlow> {
  const imap = new ImapFlow({
    host: "127.0.0.1",
    port: gate.port,
    secure: false,
    doSTARTTLS: false,
    auth: { user: "sam@reed.example", pass: password },
    logger: false,
  });
  imap.on("error", () => undefined);
  clients.push(imap);
  await imap.connect();
  return imap;
}

test("a wrong password is refused", async () => {
  await expect(client("wrong")).rejects.toThrow();
});

test("INBOX, Sent and Drafts are there with their special uses", async () => {
  const folders = await (await client()).list();
  expect(folders.map(({ path, specialUse }) => [path, specialUse])).toEqual([
    ["INBOX", "\\Inbox"],
    ["Sent", "\\Sent"],
    ["Drafts", "\\Drafts"],
  ]);
});

test("a delivered mail is read back byte for byte with the date of its delivery", async () => {
  server.append("INBOX", mail("a@linden.example"), at);
  const imap = await client();
  await imap.mailboxOpen("INBOX");
  const fetched = await imap.fetchOne("*", { source: true, internalDate: true });
  if (fetched === false) throw new Error("nothing was fetched");
  expect(fetched.source).toEqual(mail("a@linden.example"));
  expect(new Date(fetched.internalDate ?? 0).toISOString()).toBe("2026-05-18T08:12:30.000Z");
});

test("whoever is in IDLE on INBOX is told of a delivery at once", async () => {
  const imap = await client();
  await imap.mailboxOpen("INBOX");
  const told = new Promise<number>((resolve) => imap.on("exists", ({ count }) => resolve(count)));
  const idling = imap.idle();
  await new Promise((resolve) => setTimeout(resolve, 50));
  server.append("INBOX", mail("b@linden.example"), at);
  expect(await told).toBe(1);
  await imap.noop();
  await idling;
});

test("a copy filed in Sent is found by its Message-ID, another Message-ID is answered with an empty list", async () => {
  const imap = await client();
  const filed = await imap.append("Sent", mail("c@reed.example"), ["\\Seen"]);
  expect(filed).toMatchObject({ uid: 1 });
  await imap.mailboxOpen("Sent");
  expect(await imap.search({ header: { "message-id": "<c@reed.example>" } }, { uid: true })).toEqual([1]);
  expect(await imap.search({ header: { "message-id": "<d@reed.example>" } }, { uid: true })).toEqual([]);
  expect(server.mails("Sent")).toEqual([mail("c@reed.example")]);
});

test("STATUS counts UIDNEXT up with every mail and keeps UIDVALIDITY", async () => {
  const imap = await client();
  const before = await imap.status("INBOX", { uidNext: true, uidValidity: true });
  server.append("INBOX", mail("e@linden.example"), at);
  const after = await imap.status("INBOX", { uidNext: true, uidValidity: true });
  expect(after).toEqual({ ...before, uidNext: 2 });
});

test("a shut gate throws everyone out and refuses newcomers until it is opened", async () => {
  const imap = await client();
  const closed = new Promise<void>((resolve) => imap.on("close", () => resolve()));
  gate.shut();
  await closed;
  await expect(client()).rejects.toThrow();
  gate.open();
  await expect(client()).resolves.toBeDefined();
});

test("INTERNALDATE is written in UTC with two digits a day", () => {
  expect(internalDate(Temporal.Instant.from("2026-03-05T07:08:09+02:00"))).toBe("05-Mar-2026 05:08:09 +0000");
});
