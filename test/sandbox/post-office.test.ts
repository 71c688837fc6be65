import { ImapFlow } from "imapflow";
import { createTransport } from "nodemailer";
import { Temporal } from "temporal-polyfill";
import { afterEach, describe, expect, test } from "vitest";
import { openPostOffice, type PostOffice, type PostOfficeOptions } from "../../src/sandbox/post-office.ts";
import { openSmtpServer, type SmtpServer, type TakenMail } from "../../src/sandbox/smtp-server.ts";
import { startDovecot } from "../support/dovecot.ts";
import { realServer } from "../support/real-servers.ts";

const now = Temporal.Instant.from("2026-05-18T08:12:00Z");
const mail = (to: string, id: string) =>
  Buffer.from(
    `From: Sam <sam@reed.example>\r\nTo: ${to}\r\nMessage-ID: <${id}>\r\nSubject: s\r\n\r\n.body\r\n`,
  );

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function open(options: Partial<PostOfficeOptions> = {}): Promise<PostOffice> {
  const office = await openPostOffice({
    address: "sam@reed.example",
    password: "right",
    now: () => now,
    bringsMailToOthers: async () => false,
    ...options,
  });
  closing.push(office.close);
  return office;
}

async function submit(office: PostOffice, to: string, raw: Buffer): Promise<number> {
  const transport = createTransport({
    ...office.smtp,
    secure: false,
    ignoreTLS: true,
    auth: { user: office.login, pass: office.password },
  });
  try {
    const { response } = await transport.sendMail({ envelope: { from: "sam@reed.example", to: [to] }, raw });
    return Number(response.slice(0, 3));
  } catch (error) {
    return error instanceof Error && "responseCode" in error ? Number(error.responseCode) : 0;
  } finally {
    transport.close();
  }
}

async function folder(office: PostOffice, name: string): Promise<readonly [Buffer | undefined, string][]> {
  const client = new ImapFlow({
    ...office.imap,
    secure: false,
    doSTARTTLS: false,
    auth: { user: office.login, pass: office.password },
    logger: false,
  });
  await client.connect();
  await client.mailboxOpen(name);
  const mails: [Buffer | undefined, string][] = [];
  for await (const { source, internalDate } of client.fetch("1:*", { source: true, internalDate: true }))
    mails.push([source, new Date(internalDate ?? 0).toISOString()]);
  await client.logout();
  return mails;
}

const when = "2026-05-18T08:12:00.000Z";

test("a mail to the person, also to a plus-address, lands in INBOX; a mail to others is seen to leave", async () => {
  const office = await open();
  const own = mail("sam@reed.example", "a@reed.example");
  expect(await submit(office, "sam+token@reed.example", own)).toBe(250);
  expect(await submit(office, "greg@abc.example", mail("greg@abc.example", "b@reed.example"))).toBe(250);
  expect(await folder(office, "INBOX")).toEqual([[own, when]]);
  expect(office.toPerson.map(({ letter }) => letter.messageId)).toEqual(["a@reed.example"]);
  expect(office.departed).toMatchObject([{ by: "program", to: ["greg@abc.example"] }]);
  expect(office.named()).toEqual(["sam+token@reed.example", "greg@abc.example"]);
});

test("what the person writes by hand is in Sent; to others it leaves by hand, to themselves it is in INBOX too", async () => {
  const office = await open();
  await office.personWrites(mail("greg@abc.example", "c@reed.example"), "greg@abc.example");
  await office.personWrites(mail("sam@reed.example", "d@reed.example"), "sam@reed.example");
  expect(office.departed).toMatchObject([{ by: "hand", letter: { messageId: "c@reed.example" } }]);
  expect(await folder(office, "Sent")).toHaveLength(2);
  expect(await folder(office, "INBOX")).toEqual([[mail("sam@reed.example", "d@reed.example"), when]]);
});

test("with another SMTP server every mail is passed on as it is, and its refusal is the answer", async () => {
  const taken: TakenMail[] = [];
  const beyond: SmtpServer = await openSmtpServer({
    login: "relay",
    password: "pass word",
    isPerson: () => false,
    bringsMailToOthers: async () => false,
    take: async (one) => {
      taken.push(one);
      return undefined;
    },
  });
  closing.push(beyond.close);
  const office = await open({ smtpUrl: `smtp://relay:pass%20word@127.0.0.1:${beyond.port}` });
  const raw = mail("greg@abc.example", "e@reed.example");
  expect(await submit(office, "greg@abc.example", raw)).toBe(250);
  expect(taken).toEqual([{ from: "sam@reed.example", to: ["greg@abc.example"], raw }]);
  beyond.break({ type: "reply", code: 552 });
  expect(await submit(office, "greg@abc.example", raw)).toBe(552);
  expect(office.departed).toHaveLength(1);
});

test("a server beyond the loopback is refused in words", async () => {
  await expect(open({ imapUrl: "imap://a:b@mail.reed.example" })).rejects.toThrow(
    /imap:\/\/login:password@127/,
  );
});

const dovecotServer = realServer("dovecot");
describe.skipIf(dovecotServer.missing)(dovecotServer.title("on Dovecot"), () => {
  test("mails are delivered byte for byte with the date of the story's clock", async () => {
    const dovecot = await startDovecot();
    closing.push(dovecot.stop);
    const login = `${dovecot.login}:${encodeURIComponent(dovecot.password)}`;
    const office = await open({ imapUrl: `imap://${login}@127.0.0.1:${dovecot.imapPort}` });
    await office.deliver(mail("sam@reed.example", "f@abc.example"));
    await office.personWrites(mail("sam@reed.example", "g@reed.example"), "sam@reed.example");
    await submit(office, "sam@reed.example", mail("sam@reed.example", "h@reed.example"));
    expect(await folder(office, "INBOX")).toEqual([
      [mail("sam@reed.example", "f@abc.example"), when],
      [mail("sam@reed.example", "g@reed.example"), when],
      [mail("sam@reed.example", "h@reed.example"), when],
    ]);
    expect(await folder(office, "Sent")).toEqual([[mail("sam@reed.example", "g@reed.example"), when]]);
  });
});
