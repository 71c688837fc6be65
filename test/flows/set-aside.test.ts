import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { receiveMessage } from "../../src/flows/receive-message.ts";
import { ReaderAway } from "../../src/ports/reader-away.ts";
import type { Tx } from "../../src/ports/store.ts";
import { invitation, rejection } from "../support/letter.ts";
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

const state = async () => (await here.query("select state from candidacy"))[0]?.state;
const lastUid = async () =>
  (await here.app.store.transaction((tx) => tx.mailboxes.cursor(ana.mailboxId, "inbox")))?.lastUid;
const unreadable = async () => (await here.journal(ana)).filter(({ type }) => type === "unreadable");

/** Letters that no compression makes short. */
const noise = (length: number, from = 0x4e00, many = 20_000): string =>
  Array.from({ length }, (_, n) => String.fromCodePoint(from + ((n * 7919 + n * n * 104_729) % many))).join(
    "",
  );

const mail = (fields: readonly string[], from = "Jo Field <jo.field@fairholm-bakery.example>"): Buffer =>
  Buffer.from(
    [
      "Authentication-Results: mx.reyes.example; dkim=pass header.d=fairholm-bakery.example",
      "Date: Mon, 18 May 2026 09:00:00 +0100",
      `From: ${from}`,
      "To: Ana Reyes <ana@reyes.example>",
      "Subject: Interview for Office Manager",
      ...fields,
      "",
      "Dear Ana, we would like to invite you to an interview for the role of Office Manager.",
      "",
      "Jo Field",
      "Fairholm Bakery",
    ].join("\r\n"),
  );

describe("a mail that the database would refuse is read as far as it can be, and the mails behind it are read (R25)", () => {
  test.each([
    ["a NUL byte in its Message-ID", mail(["Message-ID: <a\u0000b@fairholm-bakery.example>"])],
    ["a NUL byte in its References", mail(["Message-ID: <a@b.example>", "References: <a\u0000b@c.example>"])],
    ["a Message-ID that is too long for an index", mail([`Message-ID: <${noise(895)}@x>`])],
    [
      "an address that is too long for an index",
      mail([], `Jo <${noise(6_000, 0x61, 26)}@fairholm-bakery.example>`),
    ],
  ])("%s", async (_what, poison) => {
    await here.deliver(ana, poison);
    await here.deliver(ana, invitation());
    expect(await state()).toBe("interviewing");
    expect(await lastUid()).toBe(2);
  });
});

describe("a mail whose effects cannot be written down", () => {
  /** The program with a fault that only this mail meets. */
  const faulty = (fault: () => Error): ReceivingApp["app"] => ({
    ...here.app,
    store: {
      transaction: (work) =>
        here.app.store.transaction((tx) =>
          work({
            ...tx,
            messages: { ...tx.messages, insert: () => Promise.reject(fault()) },
          } satisfies Tx),
        ),
    },
  });

  test("is set aside and told, and the cursor moves on: the next answer is not missed (R25)", async () => {
    await here.deliver(ana, invitation());
    const poison = await here.fetched(ana, rejection({ subject: "About your interview" }));
    await receiveMessage(
      faulty(() => new RangeError("out of range")),
      ana.account,
      poison,
    );
    expect(await lastUid()).toBe(2);
    expect(await state()).toBe("interviewing");
    expect(await unreadable()).toHaveLength(1);
    here.at("2026-05-18T20:00");
    const digest = await here.digest(ana, "now");
    expect(digest?.text).toContain("A mail from jo.field@fairholm-bakery.example could not be read");
    await here.deliver(ana, rejection());
    expect(await state()).toBe("closed");
  });

  test("because the database was gone is taken again, never set aside", async () => {
    const good = await here.fetched(ana, invitation());
    const app = faulty(() => new Error("Connection terminated unexpectedly"));
    await expect(receiveMessage(app, ana.account, good)).rejects.toThrow("Connection terminated");
    expect(await lastUid()).toBe(0);
    expect(await unreadable()).toHaveLength(0);
  });

  test("because the database refuses its values for good is set aside", async () => {
    await here.query("alter table message add constraint test_poison check (subject <> 'poison')");
    try {
      await here.deliver(ana, invitation({ subject: "poison" }));
    } finally {
      await here.query("alter table message drop constraint test_poison");
    }
    expect(await lastUid()).toBe(1);
    expect(await unreadable()).toHaveLength(1);
  });
});

test("a mail on which the parser breaks down is set aside", async () => {
  const app = { ...here.app, mime: { ...here.app.mime, read: () => Promise.reject(new Error("broken")) } };
  await receiveMessage(app, ana.account, await here.fetched(ana, invitation()));
  expect(await lastUid()).toBe(1);
  expect(await unreadable()).toHaveLength(1);
});

test("a mail whose reader is closing with the program is met again, never set aside", async () => {
  const read = () => Promise.reject(new ReaderAway("The program is closing."));
  const app = { ...here.app, mime: { ...here.app.mime, read } };
  const good = await here.fetched(ana, invitation());
  await expect(receiveMessage(app, ana.account, good)).rejects.toThrow(ReaderAway);
  expect(await lastUid()).toBe(0);
  expect(await unreadable()).toHaveLength(0);
});

test("an employer's mail that carries something like a token of ours, which is none, is read as any other", async () => {
  await here.deliver(
    ana,
    invitation({ subject: "Interview for Office Manager [aw-AAAAAAAAAAAAAAAAAAAAAAAA]" }),
  );
  expect(await state()).toBe("interviewing");
  await here.deliver(ana, rejection({ answers: "digest.weekly-vacancies-2026@fairholm-bakery.example" }));
  expect(await state()).toBe("closed");
});
