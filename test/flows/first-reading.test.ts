import { ImapFlow } from "imapflow";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { App } from "../../src/flows/app.ts";
import { connectMailbox } from "../../src/flows/connect-mailbox.ts";
import { digestDueAt } from "../../src/flows/digest-time.ts";
import { readFirst } from "../../src/flows/first-reading.ts";
import { createMailboxes } from "../../src/mail/mailboxes.ts";
import { type Dovecot, startDovecot } from "../support/dovecot.ts";
import { type Letter, letterOf } from "../support/letter.ts";
import { realServer } from "../support/real-servers.ts";
import { openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

const server = realServer("dovecot");
let here: ReceivingApp;
let dovecot: Dovecot;
let app: App;

describe.skipIf(server.missing)(server.title("the first reading of a mailbox"), () => {
  beforeAll(async () => {
    here = await openReceivingApp();
  });
  afterAll(() => here.close());
  beforeEach(async () => {
    await here.reset();
    dovecot = await startDovecot();
    app = { ...here.app, mailboxes: createMailboxes() };
    here.at("2026-06-24T18:00");
    return () => dovecot.stop();
  });

  test("reconstructs the candidacies as they stand today, over both folders in order of arrival", async () => {
    await put("2026-04-20T09:00", invitation);
    await put("2026-04-20T12:00", thanks, "Sent");
    await put("2026-05-12T10:00", rejection);
    await put("2026-06-10T10:00", otherInvitation);
    const { account } = await connect();
    expect(await readFirst(app, account)).toMatchObject({
      ok: true,
      value: expect.stringMatching(/2 candidacies were found, 1 of them open/),
    });
    expect(await candidacies()).toEqual([
      { employer: "Fairholm Bakery", state: "closed", close_reason: "rejected" },
      { employer: "Quillford Museum", state: "awaiting_decision", close_reason: null },
    ]);
    expect(await here.query("select direction from message order by at")).toEqual(
      ["in", "hand", "in", "in"].map((direction) => ({ direction })),
    );
  });

  test("tells nothing old as news: one line says what was found, and no digest goes out before", async () => {
    await put("2026-04-20T09:00", invitation);
    await put("2026-05-12T10:00", rejection);
    const { account, personId, address } = await connect();
    const due = () =>
      here.app.store.transaction(async (tx) =>
        digestDueAt(tx, await tx.people.get(personId), here.app.clock.now()),
      );
    expect(await due()).toBeNull();
    await readFirst(app, account);
    expect(await due()).not.toBeNull();
    const digest = await here.digest({ account, personId, mailboxId: account.mailboxId, address }, "now");
    expect(digest?.text ?? "").not.toMatch(/closed|reopened/i);
  });

  test("proposes late mails on coming days, three a day, instead of all at once", async () => {
    for (let at = 1; at <= 8; at += 1) await put(`2026-05-0${at}T09:00`, invitationOf(at));
    const { account, personId } = await connect();
    await readFirst(app, account);
    const offered = (day: string) =>
      here.app.store.transaction((tx) =>
        tx.followUps.offerable(
          personId,
          Temporal.Instant.from(`${day}T08:00:00Z`),
          Temporal.PlainDate.from(day),
        ),
      );
    expect(await offered("2026-06-24")).toHaveLength(0);
    expect(await offered("2026-06-25")).toHaveLength(3);
    expect(await offered("2026-06-26")).toHaveLength(6);
    expect(await offered("2026-06-29")).toHaveLength(8);
  });

  test("a killed reading goes on where it stood and repeats nothing", async () => {
    await put("2026-04-20T09:00", invitation);
    await put("2026-05-12T10:00", rejection);
    await put("2026-06-10T10:00", otherInvitation);
    const { account } = await connect();
    let taken = 0;
    const dying: App = {
      ...app,
      mime: {
        ...app.mime,
        read: async (...given) => {
          taken += 1;
          return app.mime.read(...given);
        },
      },
    };
    const killed = {
      ...dying,
      store: {
        transaction: async <T>(work: Parameters<typeof app.store.transaction<T>>[0]): Promise<T> => {
          if (taken >= 3) throw new Error("killed");
          return app.store.transaction(work);
        },
      },
    };
    await expect(readFirst(killed, account)).rejects.toThrow("killed");
    expect(await candidacies()).toHaveLength(1);
    await readFirst(app, account);
    expect(await candidacies()).toHaveLength(2);
    expect(await here.query("select count(*)::int as n from message")).toEqual([{ n: 3 }]);
  });

  test("two readers at once leave each mail once", async () => {
    await put("2026-04-20T09:00", invitation);
    await put("2026-05-12T10:00", rejection);
    await put("2026-06-10T10:00", otherInvitation);
    const { account } = await connect();
    await Promise.all([readFirst(app, account), readFirst(app, account)]);
    expect(await here.query("select count(*)::int as n from message")).toEqual([{ n: 3 }]);
    expect(await candidacies()).toHaveLength(2);
    const told = (await here.query("select says from journal where data ? 'first_reading'")).length;
    expect(told).toBe(1);
  });

  test("a mail that is older than asked for, a newsletter and private mail leave no trace", async () => {
    await put("2026-02-01T09:00", invitation);
    await put("2026-06-01T09:00", {
      from: "Weekly Crumbs <news@crumbs.example>",
      subject: "Ten breads for summer",
      text: "Rye, wheat and more.",
      headers: ["List-Id: <crumbs.example>", "List-Unsubscribe: <https://crumbs.example/out>"],
    });
    await put("2026-06-02T09:00", {
      from: "Tom <tom@friends.example>",
      subject: "Saturday",
      text: "Dinner at ours on Saturday?",
    });
    const { account } = await connect();
    await readFirst(app, account);
    expect(await here.query("select count(*)::int as n from message")).toEqual([{ n: 0 }]);
    expect(await candidacies()).toEqual([]);
  });

  test("mail that arrives while the past is read is read after it", async () => {
    await put("2026-04-20T09:00", invitation);
    const { account } = await connect();
    await put("2026-06-24T18:01", rejection);
    await readFirst(app, account);
    expect(await candidacies()).toMatchObject([{ state: "awaiting_decision" }]);
    const { readMailbox } = await import("../../src/flows/read-mailbox.ts");
    await readMailbox(app, account);
    expect(await candidacies()).toMatchObject([{ state: "closed" }]);
  });
});

const candidacies = () => here.query("select employer, state, close_reason from candidacy order by number");

async function connect(days = 90) {
  const loopback = { host: "127.0.0.1", port: dovecot.imapPort, security: "plain" } as const;
  const address = "ana@reyes.example";
  const { mailboxId } = await connectMailbox(
    app,
    { name: "Ana Reyes", address, zone: "Europe/London", country: "GB", digestAt: "07:30" },
    {
      address,
      login: dovecot.login,
      password: dovecot.password,
      imap: loopback,
      smtp: loopback,
      sentFolder: "Sent",
      filesSentItself: false,
      authservId: "mx.reyes.example",
    },
    days,
  );
  return app.store.transaction(async (tx) => ({
    address,
    personId: (await tx.mailboxes.get(mailboxId)).personId,
    account: await tx.mailboxes.account(mailboxId),
  }));
}

/** Puts a mail into the mailbox as if it had arrived then, London time. */
async function put(wallClock: string, letter: Letter, folder = "INBOX"): Promise<void> {
  const at = Temporal.PlainDateTime.from(wallClock).toZonedDateTime("Europe/London").toInstant();
  const client = new ImapFlow({
    host: "127.0.0.1",
    port: dovecot.imapPort,
    secure: false,
    auth: { user: dovecot.login, pass: dovecot.password },
    logger: false,
  });
  await client.connect();
  await client.append(folder, await letterOf(letter, at), [], new Date(at.epochMilliseconds));
  await client.logout();
}

const invitation: Letter = {
  from: "Jo Field <jo.field@fairholm-bakery.example>",
  subject: "Interview: Office Manager at Fairholm Bakery",
  text: "Dear Ana,\n\nwe would like to invite you to an interview for the Office Manager role on Thursday 30 April at 14:00.\n\nKind regards\nJo Field\nFairholm Bakery",
  id: "invitation@fairholm-bakery.example",
};
const thanks: Letter = {
  from: "Ana Reyes <ana@reyes.example>",
  to: "Jo Field <jo.field@fairholm-bakery.example>",
  subject: "Re: Interview: Office Manager at Fairholm Bakery",
  text: "Dear Jo, thank you, I shall be there.",
  answers: "invitation@fairholm-bakery.example",
};
const rejection: Letter = {
  from: "Jo Field <jo.field@fairholm-bakery.example>",
  subject: "Re: Interview: Office Manager at Fairholm Bakery",
  text: "Dear Ana,\n\nthank you for coming in. We have decided to move forward with another candidate for the Office Manager role.\n\nJo Field",
  answers: "invitation@fairholm-bakery.example",
};
const otherInvitation: Letter = {
  from: "Una Marsh <una@quillford-museum.example>",
  subject: "Interview for the Archivist position at Quillford Museum",
  text: "Dear Ana,\n\nwe would like to invite you to an interview for the Archivist position on Monday 15 June at 10:00.\n\nUna Marsh\nQuillford Museum",
};
const invitationOf = (at: number): Letter => ({
  from: `Una Marsh <una@house-${"abcdefgh"[at - 1]}.example>`,
  subject: `Interview for the Archivist position at House ${"ABCDEFGH"[at - 1]}`,
  text: `Dear Ana,\n\nwe would like to invite you to an interview for the Archivist position on Monday 11 May at ${at + 8}:00.\n\nUna Marsh\nHouse ${"ABCDEFGH"[at - 1]}`,
});
