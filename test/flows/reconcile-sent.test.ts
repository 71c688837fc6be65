import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { reconcileSent } from "../../src/flows/reconcile-sent.ts";
import { sendDue } from "../../src/flows/send-due.ts";
import { sweep } from "../../src/flows/sweep.ts";
import type { Sighting } from "../../src/ports.ts";
import { messageIdOf } from "../support/memory-sink.ts";
import { openRealApp, type RealApp } from "../support/real-app.ts";
import type { SmtpPeer } from "../support/smtp-peer.ts";

let real: RealApp;
beforeAll(async () => {
  real = await openRealApp();
});
afterEach(() => real.reset());
afterAll(() => real.close());

const lost = { fault: { at: "dot", does: "drop", acceptsFirst: true } } as const;
const state = async (): Promise<string> => (await real.mail()).state;
const reconcile = async (): Promise<void> => reconcileSent(real.app, (await real.mail()).id);
/** Approved on Friday at 10:00; the server took the mail and hung up without a word. */
const inDoubt = async (): Promise<SmtpPeer> => {
  await real.offerThankYous();
  real.at("2026-05-22T10:00");
  await real.replies("1 ok");
  const server = await real.server(lost);
  await sendDue(real.app, (await real.mail()).id);
  return server;
};
/** In doubt, searched for in vain, and asked about in Saturday's digest; gives the number of the line. */
const askedInDigest = async (): Promise<{ n: string; server: SmtpPeer }> => {
  const server = await inDoubt();
  real.later({ minutes: 15 });
  await reconcile();
  const digest = await real.digest("2026-05-23T07:30");
  const n = /(\d+)\. .*I could not confirm/i.exec(digest)?.[1];
  if (!n) throw new Error(`nobody is asked: ${digest}`);
  return { n, server };
};

describe("a mail of which no answer came", () => {
  test("is sent when it is found in Sent, with everything that follows", async () => {
    await inDoubt();
    real.mailbox().sighting = { type: "found", where: "Sent, UID 7, by Message-ID" };
    await reconcile();
    expect(await state()).toBe("sent");
    expect(await real.followUps()).toEqual(["sent"]);
    expect(await real.journal("sent")).toHaveLength(1);
  });

  test.each<[string, Sighting | null]>([
    ["is searched for in vain", { type: "absent" }],
    ["cannot be searched for", { type: "unsure", why: "NO [UNAVAILABLE]" }],
    ["is looked for in a mailbox that is down", null],
  ])("that %s for 15 minutes is asked about, and never sent again by itself", async (_name, sighting) => {
    const server = await inDoubt();
    real.mailbox().sighting = sighting;
    if (!sighting)
      real.mailbox().trouble = { kind: "unreachable", says: "imap.reyes.example does not answer." };
    for (const minutes of [0, 5, 9]) {
      real.later({ minutes });
      await reconcile();
      expect(await state()).toBe("unknown");
    }
    real.later({ minutes: 1 });
    await reconcile();
    expect(await state()).toBe("asked");
    for (let hour = 0; hour < 24; hour += 1) {
      real.later({ hours: 1 });
      await sweep(real.app);
      await sendDue(real.app, (await real.mail()).id);
      await reconcile();
    }
    expect(await state()).toBe("asked");
    expect(server.connections()).toBe(1);
    expect(server.accepted).toHaveLength(1);
    expect(await real.journal("asked")).toHaveLength(1);
  });

  test("is looked for again and again, with a reminder each time", async () => {
    await inDoubt();
    const searches = real.mailbox().searches();
    await reconcile();
    expect(real.mailbox().searches()).toBe(searches + 1);
    const last = real.reminders().at(-1);
    expect(last?.reminder.queue).toBe("reconcile");
    expect(last?.at.toString()).toBe(real.now().add({ minutes: 2 }).toString());
  });
});

describe("the question in the digest", () => {
  test('answered "send again" makes exactly one new attempt, with the same Message-ID', async () => {
    const { n, server } = await askedInDigest();
    const { messageId, id } = await real.mail();
    real.at("2026-05-26T10:00");
    await real.replies(`${n} send again`);
    await real.replies(`${n} send again`);
    expect(await state()).toBe("queued");
    const working = await real.server();
    await Promise.all([sendDue(real.app, id), sendDue(real.app, id)]);
    await sendDue(real.app, id);
    await real.replies(`${n} send again`);
    await sendDue(real.app, id);
    expect(working.connections()).toBe(1);
    expect(messageIdOf(Buffer.from(working.accepted[0] ?? ""))).toBe(messageId);
    expect(server.connections()).toBe(1);
    expect(await state()).toBe("sent");
  });

  test('answered "was sent" believes it: the follow-up is done and nothing leaves', async () => {
    const { n, server } = await askedInDigest();
    real.at("2026-05-26T10:00");
    await real.replies(`${n} was sent`);
    await sendDue(real.app, (await real.mail()).id);
    expect(await state()).toBe("sent");
    expect(await real.followUps()).toEqual(["sent"]);
    expect(server.connections()).toBe(1);
  });

  test("is not asked about a mail that was found meanwhile", async () => {
    await inDoubt();
    real.mailbox().sighting = { type: "found", where: "Sent" };
    await reconcile();
    expect(await real.digest("2026-05-23T07:30")).not.toMatch(/could not confirm/i);
  });
});

describe("a digest in doubt", () => {
  const digestInDoubt = async (given: Parameters<RealApp["offerThankYous"]>[1] = {}): Promise<SmtpPeer> => {
    await real.offerThankYous(1, given);
    const server = await real.server(lost);
    await sendDue(real.app, (await real.ownMail()).id);
    expect((await real.ownMail()).state).toBe("unknown");
    return server;
  };
  const look = async (): Promise<void> => reconcileSent(real.app, (await real.ownMail()).id);

  test("that is missing from the inbox while an older mail is found there is mailed again, under the same Message-ID", async () => {
    await digestInDoubt();
    const { messageId, id } = await real.ownMail();
    await look();
    expect((await real.ownMail()).state).toBe("unknown");
    real.later({ minutes: 15 });
    await look();
    expect((await real.ownMail()).state).toBe("queued");
    const working = await real.server();
    await sendDue(real.app, id);
    expect(messageIdOf(Buffer.from(working.accepted[0] ?? ""))).toBe(messageId);
    expect((await real.ownMail()).state).toBe("sent");
  });

  test("is not mailed again while nothing is proven: it is looked for on, and mailed again as soon as it proves missing", async () => {
    const server = await digestInDoubt();
    real.mailbox().sighting = { type: "unsure", why: "the folder could not be searched" };
    for (let hour = 0; hour < 5; hour += 1) {
      real.later({ hours: 1 });
      await look();
      await sendDue(real.app, (await real.ownMail()).id);
      expect((await real.ownMail()).state).toBe("asked");
    }
    expect(server.connections()).toBe(1);
    expect(await real.journal("asked")).toHaveLength(1);
    real.reminders().splice(0);
    await sweep(real.app);
    const { id } = await real.ownMail();
    expect(real.reminders().map(({ reminder }) => reminder)).toContainEqual({ queue: "reconcile", id });
    real.mailbox().sighting = null;
    await look();
    expect((await real.ownMail()).state).toBe("queued");
  });

  test("is not mailed again a day later, when the next one has taken its place", async () => {
    await digestInDoubt();
    real.mailbox().sighting = { type: "unsure", why: "the folder could not be searched" };
    real.later({ minutes: 15 });
    await look();
    real.mailbox().sighting = null;
    real.later({ hours: 24 });
    await look();
    expect((await real.ownMail()).state).toBe("asked");
  });

  test("to an address whose inbox is another one is never proven missing", async () => {
    const server = await digestInDoubt({ person: "ana@private.example" });
    real.later({ minutes: 15 });
    await look();
    await sendDue(real.app, (await real.ownMail()).id);
    expect((await real.ownMail()).state).toBe("asked");
    expect(server.connections()).toBe(1);
  });

  test("that arrived is sent", async () => {
    await digestInDoubt();
    real.mailbox().folders.inbox.push((await real.ownMail()).rfc822);
    await look();
    expect((await real.ownMail()).state).toBe("sent");
  });
});
