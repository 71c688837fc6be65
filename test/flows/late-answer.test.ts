import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { App } from "../../src/flows/app.ts";
import { reconcileSent } from "../../src/flows/reconcile-sent.ts";
import { sendDue } from "../../src/flows/send-due.ts";
import type { OutboxRow } from "../../src/ports/store.ts";
import { openRealApp, type RealApp } from "../support/real-app.ts";

let real: RealApp;
let row: OutboxRow;
beforeAll(async () => {
  real = await openRealApp();
});
/** Handed over once without an answer, asked about, and sent again by the person's word. */
beforeEach(async () => {
  await real.offerThankYous(1);
  real.at("2026-05-22T10:00");
  await real.replies("1 ok");
  await real.server({ fault: { at: "dot", does: "drop", acceptsFirst: true } });
  row = await real.mail();
  await sendDue(real.app, row.id);
  real.later({ minutes: 16 });
  await reconcileSent(real.app, row.id);
  const again = { notBefore: real.now() };
  expect(await real.app.store.transaction((tx) => tx.outbox.move(row.id, "sendAgain", again))).toBe("queued");
});
afterEach(() => real.reset());
afterAll(() => real.close());

const report = ({ messageId, envelopeTo }: OutboxRow): Buffer =>
  Buffer.from(
    [
      "From: Mail Delivery System <MAILER-DAEMON@mx.reyes.example>",
      "To: ana@reyes.example",
      "Subject: Undelivered Mail Returned to Sender",
      "Message-ID: <report-1@mx.reyes.example>",
      "Date: Fri, 22 May 2026 10:16:00 +0100",
      "Auto-Submitted: auto-replied",
      "MIME-Version: 1.0",
      'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
      "",
      "--r",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.reyes.example",
      "",
      `Final-Recipient: rfc822; ${envelopeTo}`,
      "Action: failed",
      "Status: 5.2.2",
      "",
      "--r",
      "Content-Type: text/rfc822-headers",
      "",
      `Message-ID: <${messageId}>`,
      "",
      "--r--",
      "",
    ].join("\r\n"),
  );

/** The program; while the second attempt waits for its answer a report on the first one is read. */
const reportedMeanwhile = (): App => ({
  ...real.app,
  courier: {
    ...real.app.courier,
    send: async (...mail) => {
      const outcome = await real.app.courier.send(...mail);
      real.mailbox().folders.inbox.push(report(row));
      expect((await real.read()).ok).toBe(true);
      expect((await real.mail()).state).toBe("sent");
      return outcome;
    },
  },
});

test("a yes to a second attempt is written down though a report on the first one has settled the mail, and the digest tells that it may be there twice (R59)", async () => {
  await real.server({ finalReply: "250 2.0.0 queued as 78" });
  await sendDue(reportedMeanwhile(), row.id);
  expect(await real.mail()).toMatchObject({ state: "sent", attempts: 2 });
  expect(await real.journal("sent")).toHaveLength(1);
  expect(await real.journal("late_answer")).toMatchObject([
    {
      data: {
        outbox: row.id,
        attempt: 2,
        answer: "accepted",
        reply: expect.stringContaining("queued as 78"),
      },
    },
  ]);
  const digest = (await real.digest("2026-05-26T07:30")).replace(/\s+/g, " ");
  expect(digest).toContain("queued as 78");
  expect(digest).toContain("They may have the mail twice.");
});

test("a no to a second attempt is written down as well, and is no trouble of its own", async () => {
  await real.server({ fault: { at: "dot", does: { reply: "554 5.7.1 not today" } } });
  await sendDue(reportedMeanwhile(), row.id);
  expect((await real.mail()).state).toBe("sent");
  expect(await real.journal("late_answer")).toMatchObject([
    { says: expect.stringContaining("554 5.7.1 not today"), data: { answer: "rejected" } },
  ]);
  expect(await real.digest("2026-05-26T07:30")).not.toContain("not today");
});
