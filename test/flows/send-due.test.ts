import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { App } from "../../src/flows/app.ts";
import { leaseSeconds, sendDue } from "../../src/flows/send-due.ts";
import { sweep } from "../../src/flows/sweep.ts";
import { wasSent } from "../../src/flows/was-sent.ts";
import { createCourier } from "../../src/mail/courier.ts";
import { onLoopback } from "../support/account.ts";
import { eventually } from "../support/memory-sink.ts";
import { openRealApp, type RealApp } from "../support/real-app.ts";
import type { SmtpFault } from "../support/smtp-peer.ts";

let real: RealApp;
beforeAll(async () => {
  real = await openRealApp();
});
afterEach(() => real.reset());
afterAll(() => real.close());

/** Approved on Friday at 10:00, a working hour, and due at once. */
const approved = async (employers = 1): Promise<void> => {
  await real.offerThankYous(employers);
  real.at("2026-05-22T10:00");
  await real.replies(employers === 1 ? "1 ok" : "all ok");
};
const send = async (n = 1, app: App = real.app): Promise<void> => sendDue(app, (await real.mail(n)).id);
const state = async (n = 1): Promise<string> => (await real.mail(n)).state;
const says = async (...types: Parameters<RealApp["journal"]>): Promise<string[]> =>
  (await real.journal(...types)).map((entry) => entry.says);

/** The program, but something happens between the server's go-ahead for the body and the gate. */
const beforeTheGate = (happens: () => Promise<unknown>): App => ({
  ...real.app,
  courier: {
    ...real.app.courier,
    send: (account, mail, gate) =>
      real.app.courier.send(account, mail, async () => {
        await happens();
        return gate();
      }),
  },
});

test("a lease lasts longer than the longest attempt", () => {
  const courier = createCourier();
  expect(leaseSeconds(courier) * 1000).toBeGreaterThan(courier.longestAttempt + 60_000);
});

describe("an approved mail", () => {
  test("is sent once, in its thread, and everything that follows is written with it", async () => {
    await approved();
    const server = await real.server({ finalReply: "250 2.0.0 queued as 77" });
    await send();
    expect(server.accepted).toHaveLength(1);
    expect(server.accepted[0]).toMatch(/^In-Reply-To: <.+@employer1\.example>/m);
    expect(await real.mail()).toMatchObject({
      state: "sent",
      reply: expect.stringContaining("queued as 77"),
    });
    expect(await real.followUps()).toEqual(["sent"]);
    expect(await says("sent")).toEqual(["Sent to greta@employer1.example."]);
    expect(real.reminders().map(({ reminder }) => reminder.queue)).toContain("file");
    await send();
    expect(server.connections()).toBe(1);
  });

  test("is sent once when five senders try at once", async () => {
    await approved();
    const server = await real.server();
    await Promise.all([1, 2, 3, 4, 5].map(() => send()));
    expect(server.connections()).toBe(1);
    expect(server.accepted).toHaveLength(1);
  });

  test("does not leave before its time", async () => {
    await real.offerThankYous();
    const server = await real.server();
    await real.replies("1 ok");
    real.at("2026-05-22T08:59:59");
    await send();
    expect(server.connections()).toBe(0);
    real.at("2026-05-22T09:00");
    await send();
    expect(server.accepted).toHaveLength(1);
  });

  test("that is late keeps to the hours of its reader: held up until the evening, it leaves the next working morning", async () => {
    await approved();
    const server = await real.server();
    real.at("2026-05-22T17:00");
    await send();
    expect(server.connections()).toBe(0);
    // Monday 25 May 2026 is a bank holiday.
    expect((await real.mail()).notBefore.toString()).toBe("2026-05-26T08:00:00Z");
    real.at("2026-05-26T09:00");
    await send();
    expect(server.accepted).toHaveLength(1);
  });
});

test("what follows from a sending is written once, however many prove it", async () => {
  await approved();
  await real.server();
  await send();
  const row = await real.mail();
  await real.app.store.transaction((tx) => wasSent(tx, real.app, row, "found in Sent as well"));
  expect(await says("sent")).toEqual(["Sent to greta@employer1.example."]);
});

describe("at the gate", () => {
  test("a row that is not ours any more sends no byte", async () => {
    await approved();
    const server = await real.server();
    await send(
      1,
      beforeTheGate(() => real.query("update outbox set attempt = gen_random_uuid()")),
    );
    expect(server.heard()).toMatch(/DATA\r\n$/);
    expect(server.accepted).toEqual([]);
  });

  test("a sender that slept past its lease sends nothing, and the one that took over sends once", async () => {
    await approved();
    const server = await real.server();
    const { id } = await real.mail();
    await send(
      1,
      beforeTheGate(async () => {
        await real.query("update outbox set lease = now() - interval '1 second'");
        await sweep(real.app);
        expect(await state()).toBe("queued");
        await sendDue(real.app, id);
      }),
    );
    expect(server.connections()).toBe(2);
    expect(server.accepted).toHaveLength(1);
    expect(await state()).toBe("sent");
  });

  test("an employer who wrote in between stops the mail; a new draft is offered as they wrote since", async () => {
    await approved();
    const server = await real.server();
    const wrote = async () => {
      await real.employerWrites(1, "Re: Interview", "Dear Ana,\n\nThank you, we will be in touch soon.\n");
      await real.read();
    };
    await send(1, beforeTheGate(wrote));
    expect(server.heard()).not.toContain("Message-ID");
    expect(server.accepted).toEqual([]);
    expect(await state()).toBe("held");
    expect(await says("held")).toEqual([expect.stringContaining("they wrote since")]);
    const digest = await real.digest("2026-05-23T07:30");
    expect(digest).toContain("1 to approve");
    expect(digest).toMatch(/they wrote since/i);
    real.at("2026-05-26T10:00");
    await real.replies("1 ok");
    for (const row of await real.query("select id from outbox where state = 'queued' and purpose = 'draft'"))
      await sendDue(real.app, row.id);
    expect(server.accepted).toHaveLength(1);
  });

  test("words of theirs that no rule understands stop it as well", async () => {
    await approved();
    const server = await real.server();
    const wrote = async () => {
      await real.employerWrites(1, "Re: Interview", "Dear Ana,\n\nBring your papers.\n\nJo Field");
      await real.read();
    };
    await send(1, beforeTheGate(wrote));
    expect(server.accepted).toEqual([]);
    expect(await state()).toBe("held");
  });

  test("an answer that lies unread in the inbox stops the mail before anybody is connected to", async () => {
    await approved();
    const server = await real.server();
    await real.employerWrites(1, "Re: Interview", "Dear Ana,\n\nThank you, we will be in touch soon.\n");
    await send();
    expect(server.connections()).toBe(0);
    expect(await state()).toBe("held");
  });

  test("a person who wrote by hand in between stops the mail, and it is not offered again", async () => {
    await approved();
    const server = await real.server();
    const wrote = async () => {
      await real.writesByHand(1);
      await real.read();
    };
    await send(1, beforeTheGate(wrote));
    expect(server.accepted).toEqual([]);
    expect(await state()).toBe("held");
    expect(await real.digest("2026-05-23T07:30")).not.toContain("to approve");
  });

  test("a gate that breaks sends no byte, and the row is recovered when its lease is over", async () => {
    await approved();
    const server = await real.server();
    const broken = beforeTheGate(() => Promise.reject(new Error("the database is gone")));
    await expect(send(1, broken)).rejects.toThrow("the database is gone");
    expect(server.heard()).not.toContain("Message-ID");
    expect(await state()).toBe("claimed");
    await real.query("update outbox set lease = now() - interval '1 second'");
    await sweep(real.app);
    await send();
    expect(server.accepted).toHaveLength(1);
  });
});

test("a mailbox that cannot be read holds its mails back; the digest says so, and they leave once it can", async () => {
  await approved();
  const server = await real.server();
  real.mailbox().trouble = { kind: "unreachable", says: "imap.reyes.example does not answer." };
  await send();
  real.later({ minutes: 5 });
  await send();
  expect(server.connections()).toBe(0);
  expect(await state()).toBe("queued");
  expect(await says("mailbox")).toContainEqual(expect.stringContaining("does not answer"));
  expect(await says("deferred")).toHaveLength(1);
  expect(await real.digest("2026-05-23T07:30")).toContain("does not answer");
  real.mailbox().trouble = null;
  real.at("2026-05-26T09:00");
  await send();
  expect(server.accepted).toHaveLength(1);
});

describe("what a server answers decides, and every attempt is one connection", () => {
  const dot = (does: SmtpFault["does"], acceptsFirst = false): SmtpFault => ({
    at: "dot",
    does,
    acceptsFirst,
  });
  test.each<[string, SmtpFault, string, number]>([
    ["451 at the recipient", { at: "rcpt", does: { reply: "451 4.3.0 later" } }, "queued", 0],
    ["451 after the dot", dot({ reply: "451 4.3.0 later" }), "queued", 0],
    ["432 after the dot", dot({ reply: "432 4.3.2 slow down" }), "queued", 0],
    ["421 at the recipient", { at: "rcpt", does: { reply: "421 4.3.2 closing" } }, "queued", 0],
    ["a drop at the greeting", { at: "greeting", does: "drop" }, "queued", 0],
    ["a drop at DATA", { at: "data", does: "drop" }, "queued", 0],
    ["550 at the recipient", { at: "rcpt", does: { reply: "550 5.1.1 nobody here" } }, "failed", 0],
    ["554 after the dot", dot({ reply: "554 5.7.1 not wanted" }), "failed", 0],
    ["421 after the dot", dot({ reply: "421 4.3.2 closing" }, true), "unknown", 1],
    ["a drop within the body", { at: "body", does: "drop" }, "unknown", 0],
    ["a drop after the dot", dot("drop", true), "unknown", 1],
    ["silence after the dot", dot("stall", true), "unknown", 1],
    ["a drop after the yes", { at: "after reply", does: "drop" }, "sent", 1],
  ])("%s", async (_name, fault, expected, taken) => {
    await approved();
    const server = await real.server({ fault });
    await send();
    expect(await state()).toBe(expected);
    expect(server.connections()).toBe(1);
    await send();
    expect(server.connections()).toBe(1);
    expect(server.accepted).toHaveLength(taken);
  });

  test("a mail that is put off is tried again after 1, 2 and 4 minutes, never in between", async () => {
    await approved();
    const server = await real.server({ fault: { at: "rcpt", does: { reply: "451 4.3.0 later" } } });
    await send();
    for (const [attempt, minutes] of [1, 2, 4].entries()) {
      real.later({ seconds: minutes * 60 - 1 });
      await send();
      expect(server.connections()).toBe(attempt + 1);
      real.later({ seconds: 1 });
      await send();
      expect(server.connections()).toBe(attempt + 2);
    }
  });

  test("a mail that was refused is told, and never tried again by itself", async () => {
    await approved();
    const server = await real.server({ fault: { at: "rcpt", does: { reply: "550 5.1.1 nobody here" } } });
    await send();
    const digest = await real.digest("2026-05-23T07:30");
    expect(digest).toContain("refused the mail to greta@employer1.example");
    real.at("2026-05-26T10:00");
    await sweep(real.app);
    await send();
    expect(server.connections()).toBe(1);
  });

  test("a sender that comes back after its lease with the server's yes proves that the mail was sent", async () => {
    await approved();
    const server = await real.server();
    const slow: App = {
      ...real.app,
      courier: {
        ...real.app.courier,
        send: async (account, mail, gate) => {
          const outcome = await real.app.courier.send(account, mail, gate);
          await real.query("update outbox set lease = now() - interval '1 second'");
          await sweep(real.app);
          expect(await state()).toBe("unknown");
          return outcome;
        },
      },
    };
    await send(1, slow);
    expect(await state()).toBe("sent");
    expect(await real.followUps()).toEqual(["sent"]);
    expect(server.accepted).toHaveLength(1);
  });
});

describe("a refused login", () => {
  test("pauses the mailbox: its mails stay queued, it is told once, and nothing more is tried", async () => {
    await approved(2);
    const server = await real.server({ fault: { at: "auth", does: { reply: "535 5.7.8 no" } } });
    await send(1);
    expect(await state(1)).toBe("queued");
    await send(2);
    for (let hour = 0; hour < 5; hour += 1) {
      real.later({ hours: 1 });
      await Promise.all([send(1), send(2)]);
    }
    expect(server.connections()).toBe(1);
    expect(await says("waits")).toEqual([expect.stringContaining("refused the login")]);
    expect(await state(2)).toBe("queued");
    const [mailbox] = await real.query("select trouble, sending_paused from mailbox");
    // Reading goes on, and does not wipe out what stands about sending.
    expect(mailbox).toEqual({ trouble: expect.stringContaining("refused the login"), sending_paused: true });
  });

  test("is over when the mailbox is connected again, and nothing was lost", async () => {
    await approved();
    await real.server({ fault: { at: "auth", does: { reply: "535 5.7.8 no" } } });
    await send();
    const server = await real.server();
    await real.connect({ smtp: onLoopback(server.port) });
    real.later({ minutes: 10 });
    await send();
    expect(server.accepted).toHaveLength(1);
    expect(await state()).toBe("sent");
  });
});

describe("brakes", () => {
  test("20 mails a day leave a mailbox, also when two senders try at once; the 21st waits, is told, and leaves the next day", async () => {
    await approved(21);
    const server = await real.server();
    for (let n = 1; n <= 19; n += 1) await send(n);
    await Promise.all([send(20), send(21)]);
    expect(server.accepted).toHaveLength(20);
    real.later({ minutes: 30 });
    await Promise.all([send(20), send(21)]);
    expect(server.accepted).toHaveLength(20);
    expect(await says("waits")).toEqual([expect.stringContaining("20 mails have left")]);
    // Saturday and a bank holiday later.
    real.at("2026-05-26T10:00");
    await Promise.all([send(20), send(21)]);
    expect(server.accepted).toHaveLength(21);
  }, 120_000);

  test("two senders count one after the other, so that the cap holds for both", async () => {
    await approved();
    const server = await real.server();
    const other = new pg.Client(real.connection);
    await other.connect();
    real.mailbox().afterReading = async () => {
      await other.query("begin");
      await other.query("select id from mailbox for no key update");
    };
    const sending = send();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await state()).toBe("queued");
    await other.query("commit");
    await other.end();
    await sending;
    expect(server.accepted).toHaveLength(1);
  });

  test("mails of which it is not known whether they left count as well", async () => {
    await approved(2);
    const [one] = await real.query("select id from outbox where envelope_to like '%employer1.%'");
    await real.query(
      `insert into outbox (id, person_id, mailbox_id, purpose, message_id, envelope_from, envelope_to, rfc822, state, not_before,
         approved_at, unknown_since, sent_at)
       select gen_random_uuid(), person_id, mailbox_id, 'draft', 'x' || n, envelope_from, envelope_to, rfc822,
         case when n = 1 then 'sent' else 'asked' end, not_before, approved_at,
         case when n > 1 then $2::timestamptz - interval '1 hour' end, case when n = 1 then $2::timestamptz end
       from outbox, generate_series(1, 20) n where outbox.id = $1`,
      [one?.id, real.now().toString()],
    );
    const server = await real.server();
    await sendDue(real.app, one?.id);
    expect(server.connections()).toBe(0);
    expect(await says("waits")).toEqual([expect.stringContaining("20 mails have left")]);
  });

  test("after three mails in a row that nobody could confirm no other leaves, until the person has answered for one", async () => {
    await approved(4);
    const bad = await real.server({ fault: { at: "dot", does: "drop" } });
    for (const n of [1, 2, 3, 4]) await send(n);
    expect(bad.connections()).toBe(3);
    expect(await state(4)).toBe("queued");
    expect(await says("waits")).toEqual([expect.stringContaining("could not be confirmed")]);
    const good = await real.server();
    real.later({ minutes: 30 });
    await send(4);
    expect(good.connections()).toBe(0);
    await real.query("update outbox set state = 'sent', sent_at = $1 where envelope_to like '%employer1.%'", [
      real.now().toString(),
    ]);
    real.later({ minutes: 30 });
    await send(4);
    expect(good.accepted).toHaveLength(1);
  });

  test("what goes to the person is not held by them: it is how they learn of it", async () => {
    await approved(3);
    await real.server({ fault: { at: "dot", does: "drop" } });
    for (const n of [1, 2, 3]) await send(n);
    const server = await real.server();
    await sendDue(real.app, (await real.ownMail()).id);
    await eventually(() => server.accepted.length === 1, 2);
  });
});
