import fc from "fast-check";
import { parseAddressHeader } from "mailparser";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import type { OutboxId } from "../../src/domain/ids.ts";
import type { Address } from "../../src/domain/message.ts";
import { recipient } from "../../src/domain/plain-address.ts";
import { composeFollowUp } from "../../src/mail/compose.ts";
import { createCourier } from "../../src/mail/courier.ts";
import { onLoopback, testAccount } from "../support/account.ts";
import { addresses, words } from "../support/hostile-words.ts";
import { type SmtpPeer, startSmtpPeer } from "../support/smtp-peer.ts";

const hostile = fc.record({
  to: addresses,
  name: words,
  ownName: words,
  subject: words,
  answers: words,
  reference: words,
  text: words,
  quoted: words,
});
type Hostile = typeof hostile extends fc.Arbitrary<infer T> ? T : never;
/** SAFETY R37 asks for 100,000 values; every mail holds eight. */
const mails = 100_000 / 8;
const seed = 37;

const outboxId = "6a1b9c6e-0000-4000-8000-000000000001" as OutboxId;
const date = Temporal.ZonedDateTime.from("2026-05-22T09:05:00[Europe/London]");
const greg = { name: "Greg Blake", address: "greg@abc.example" };

const mailWith = ({ ownName, subject, answers, reference, text, quoted }: Hostile, to: Address) => ({
  outboxId,
  from: { name: ownName, address: "sam@reed.example" },
  draft: { to, subject, text, inReplyTo: answers, references: ["zero@reed.example", reference] },
  messageId: "f.0123456789@reed.example",
  date,
  quoted: {
    shape: "attribution",
    language: "en",
    at: date.subtract({ days: 3 }),
    from: { name: quoted, address: greg.address },
    to: [],
    subject: quoted,
    text: quoted,
  } as const,
  html: false,
});

const always = [
  "Content-Transfer-Encoding",
  "Content-Type",
  "Date",
  "From",
  "MIME-Version",
  "Message-ID",
  "To",
  "X-Afterword-Outbox-ID",
];
/** Left out where nothing that a header can hold is left of them. */
const sometimes = new Set(["Subject", "In-Reply-To", "References"]);

test("whatever 100,000 addresses, names, subjects, ids and texts hold: a mail has the headers that were meant and goes to the one approved address, or there is no mail", async () => {
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(hostile, async (values) => {
      const wanted = { name: values.name, address: values.to };
      const asked = [wanted, { ...wanted, name: "" }, { ...greg, name: values.name }, greg].map((to) => ({
        to,
        ...recipient(to),
      }));
      for (const { to, ok } of asked) {
        if (ok) continue;
        refused += 1;
        if ((await composeFollowUp(mailWith(values, to)).catch(() => null)) !== null)
          throw new Error("composed for nobody");
      }
      const approved = asked.flatMap((one) => (one.ok ? [one.value] : []))[0] ?? greg;
      holdsWhatWasMeant(await composeFollowUp(mailWith(values, approved)), approved.address);
    }),
    { numRuns: mails, seed },
  );
  expect(refused).toBeGreaterThan(mails);
}, 300_000);

function holdsWhatWasMeant(mail: Buffer, approved: string): void {
  const head = mail.subarray(0, mail.indexOf("\r\n\r\n")).toString("latin1");
  const fields = head.replaceAll(/\r\n[ \t]+/g, " ").split("\r\n");
  const names = fields.map((field) => field.slice(0, field.indexOf(":")));
  const usual = names.filter((name) => !sometimes.has(name)).toSorted();
  const [to = "", ...more] = fields.filter((field) => /^to:/i.test(field)).map((field) => field.slice(4));
  const found = parseAddressHeader([to], { flatten: true, decodePunycode: false }).value;
  const isAsMeant =
    !/[\0\r\n]/.test(fields.join("")) &&
    new Set(names).size === names.length &&
    usual.join() === always.join() &&
    more.length === 0 &&
    found.map(({ address }) => address).join() === approved;
  if (!isAsMeant) throw new Error(head);
}

test("over the wire no address but the approved one is named, whatever a sender or recipient holds, and the mail arrives byte for byte", async () => {
  const peer: SmtpPeer = await startSmtpPeer();
  const courier = createCourier();
  const account = testAccount({ smtp: onLoopback(peer.port) });
  const named: string[] = [];
  const sent: string[] = [];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom("to", "from"), hostile, async (place, values) => {
      const rfc822 = await composeFollowUp(mailWith(values, greg));
      const mail = { from: "sam@reed.example", to: greg.address, [place]: values.to, rfc822 };
      const outcome = await courier.send(account, mail, async () => true);
      if (outcome.type !== "accepted") {
        if (outcome.type !== "rejected") throw new Error(outcome.type);
        return;
      }
      named.push(`MAIL FROM:<${mail.from}>`, `RCPT TO:<${mail.to}>`);
      sent.push(rfc822.toString("latin1"));
    }),
    { numRuns: 2_000, seed },
  );
  await peer.stop();
  const heard = peer.commands.filter((line) => !/^(?:EHLO \[127\.0\.0\.1\]|AUTH PLAIN \S+|DATA)$/.test(line));
  expect(heard.map((line) => line.replace(/ (?:BODY|SIZE)=\S+/g, ""))).toEqual(named);
  expect(peer.connections()).toBe(sent.length);
  expect(peer.accepted).toEqual(sent);
  expect(sent.length).toBeGreaterThan(50);
}, 120_000);
