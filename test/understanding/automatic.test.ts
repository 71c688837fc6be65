import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { DeliveryReport, RecipientReport } from "../../src/domain/message.ts";
import { parseMessage } from "../../src/mail/parse.ts";
import { structureOf } from "../../src/understanding/kind/automatic.ts";
import { newestText } from "../../src/understanding/text/reply-text.ts";
import { measuringData } from "../support/measuring-data.ts";
import { messageOf, unproven } from "../support/message.ts";

const kindOf = (given: Parameters<typeof messageOf>[0]) => {
  const message = messageOf(given);
  return structureOf(message, newestText(message.text))?.kind ?? null;
};
const report = (action: RecipientReport["action"]): DeliveryReport => [
  { addresses: ["greg@abc.example"], action, status: "5.1.1", says: "" },
];
const server = "Mail Delivery System <MAILER-DAEMON@mx.abc.example>";
const human = "Greg Miller <greg@abc.example>";

describe("a bounce", () => {
  test.each<[string, Parameters<typeof messageOf>[0]]>([
    ["a report of failure", { from: human, report: report("failed") }],
    ["a report of delay, which changes nothing (POLICY 8.2)", { report: report("delayed") }],
    ["a report that a mail has arrived", { report: report("delivered") }],
    [
      "a report whose parts nobody can read",
      { headers: { "content-type": 'multipart/report; boundary="x"; report-type="delivery-status"' } },
    ],
    [
      "a complaint in the form of RFC 5965",
      { headers: { "content-type": "multipart/report; report-type=feedback-report" } },
    ],
    ["a header that names who was not reached", { headers: { "x-failed-recipients": "greg@abc.example" } }],
    ["a server's own words", { from: server, subject: "Undelivered Mail Returned to Sender" }],
    [
      "a server's mail without a subject",
      { from: server, text: "We gave up on your message: no such user here." },
    ],
    [
      "a delay in words",
      { from: server, subject: "Warning: message delayed", text: "It remains in the queue." },
    ],
    [
      "the words of a postmaster under a subject like an answer",
      { from: "post_master@abc.example", subject: "Re: Friday", text: "Error: invalid user address" },
    ],
    [
      "no way back and the words of a full mailbox",
      {
        from: "mail@abc.example",
        headers: { "return-path": "<>" },
        subject: "Mail",
        text: "Your mail could not be delivered to greg@abc.example, as their mailbox is full.",
      },
    ],
    [
      "a server that answers as auto-replied",
      {
        from: "postmaster@abc.example",
        headers: { "auto-submitted": "auto-replied" },
        subject: "bounce notification",
        text: "reject reason: mailbox full",
      },
    ],
    [
      "a sending service's notice",
      {
        from: "no-reply@sender.example",
        subject: "Notice",
        text: '{"notificationType":"Bounce","bounce":{}}',
      },
    ],
    ["a German server", { from: "postmaster@abc.example", subject: "Nachricht nicht zustellbar" }],
    [
      "Exchange without its report, whatever the language of its subject",
      {
        from: "Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@abc.example>",
        subject: "Unzustellbar: Gespräch",
        headers: { "auto-submitted": "auto-replied" },
        text: "Fehler bei der Nachrichtenzustellung an folgende Empfänger: greg@abc.example",
      },
    ],
    [
      "Exchange in Portuguese, from an address that says nothing",
      {
        from: "outlook@abc.example",
        subject: "Não é possível entregar: entrevista",
        text: "greg@abc.example",
      },
    ],
    [
      "a postmaster whose bounce is marked as a reply, of a mail that was one itself",
      {
        from: "postmaster@abc.example",
        subject: "Undeliverable: Automatic reply: Friday",
        headers: { "auto-submitted": "auto-replied" },
        text: "Delivery has failed to these recipients: greg@abc.example",
      },
    ],
    ["a French server", { from: "postmaster@abc.example", subject: "Échec de la remise : entretien" }],
  ])("%s", (_, given) => {
    expect(kindOf(given)).toBe("bounce");
  });
});

describe("an auto-reply", () => {
  test.each<[string, Parameters<typeof messageOf>[0]]>([
    ["a header of RFC 3834", { headers: { "auto-submitted": "auto-replied (vacation)" } }],
    ["an Apple vacation", { headers: { "x-apple-action": "VACATION" }, text: "Sleeping." }],
    [
      "a receipt that the mail was shown",
      { headers: { "content-type": "multipart/report; report-type=disposition-notification" } },
    ],
    ["an English subject", { subject: "Automatic reply: Your interview" }],
    [
      "Exchange's automatic reply to a mail about a bounce",
      {
        from: human,
        subject: "Automatic reply: Undeliverable: Friday",
        headers: { "auto-submitted": "auto-generated", "x-ms-exchange-inbox-rules-loop": "greg@abc.example" },
        text: "I am away until 12 June.",
      },
    ],
    [
      "an absence of somebody who writes of mail that fails to reach them",
      {
        from: human,
        subject: "Automatic reply: Delivery failed",
        headers: { "auto-submitted": "auto-replied" },
        text: "I am out of the office; mail to my old address could not be delivered.",
      },
    ],
    ["a German subject", { subject: "Abwesenheitsnotiz: Gespräch" }],
    ["a French subject", { subject: "Réponse automatique : entretien" }],
    ["a Spanish subject", { subject: "Respuesta automática: entrevista" }],
    ["a Dutch subject", { subject: "Automatisch antwoord: gesprek" }],
    ["a Portuguese subject", { subject: "Resposta automática: entrevista" }],
    [
      "an absence in words, with whom to ask meanwhile",
      {
        from: human,
        subject: "Re: Friday",
        text: "I am on annual leave until Monday 8 June. In my absence please contact Priya Shah.",
      },
    ],
    [
      "an absence of two lines",
      { from: human, subject: "Re: Friday", text: "Ich bin bis 8. Juni nicht im Büro." },
    ],
    [
      "who has left",
      {
        from: human,
        subject: "Re: Friday",
        text: "Greg Miller no longer works for us. Please contact Priya Shah.",
      },
    ],
    [
      "an absence whose server gives no way back, under any subject",
      {
        from: human,
        subject: "Friday",
        headers: { "return-path": "<>" },
        text: "Thanks for writing. I'm on leave; could you ask Priya about urgent matters?",
      },
    ],
  ])("%s", (_, given) => {
    expect(kindOf(given)).toBe("auto_reply");
  });
});

describe("a person's mail about bounces or holidays stays a person's", () => {
  test.each<[string, Parameters<typeof messageOf>[0]]>([
    [
      "who tells that a mail came back",
      {
        from: human,
        subject: "Your address",
        text: "Hi Ana, my mail to your old address was returned to sender: 550 5.1.1 user unknown. Which one do you use now?",
      },
    ],
    [
      "who passes a bounce on",
      {
        from: human,
        subject: "Fwd: Undelivered Mail Returned to Sender",
        text: "See below.\n\n> <ana@old.example>: 550 5.1.1 user unknown\n> Final-Recipient: rfc822; ana@old.example",
      },
    ],
    [
      "who answers below a bounce's subject",
      {
        from: human,
        subject: "Re: Delivery failed",
        text: "It was not delivered because of our new server. All is well again.",
      },
    ],
    [
      "who is away and proposes a time",
      {
        from: human,
        subject: "Re: Next step",
        text: "I am on holiday until Monday. How about Tuesday at ten?",
      },
    ],
    [
      "who is away and looks forward",
      {
        from: human,
        subject: "Next step",
        text: "I'm travelling this week, looking forward to our talk on Thursday.",
      },
    ],
    [
      "an applicant system whose words could be a server's",
      {
        from: "no-reply@applicants.example",
        subject: "Your application",
        text: "Your application was received. Our last message to you could not be delivered, so here it is again.",
      },
    ],
    [
      "an applicant system with a house number that looks like a code",
      {
        from: "notifications@applicants.example",
        subject: "Delivery driver: update on your application",
        text: "We will not go on with your application.\n\n500 Harbour Street\nDelivery of training: 450 people a year",
      },
    ],
    [
      "automatic but no answer (POLICY 8.1)",
      {
        from: "jobs@abc.example",
        headers: { "auto-submitted": "auto-generated" },
        text: "We would like to invite you to an interview.",
      },
    ],
    [
      "a postmaster who writes a letter",
      { from: "postmaster@abc.example", subject: "Lunch", text: "Hello Ana, are you free on Friday?" },
    ],
  ])("%s", (_, given) => {
    expect(kindOf(given)).toBeNull();
  });
});

test("neither a subject nor a text of an attacker takes more than a moment (R25)", () => {
  const begun = performance.now();
  for (const piece of [
    "delivery status ",
    "!",
    "could not be ",
    "4",
    "if it is ",
    "\n",
    "mailbox ",
    "user address ",
  ])
    kindOf({
      from: "no-reply@abc.example",
      subject: piece.repeat(1_000).slice(0, 1_000),
      text: piece.repeat(3_000),
    });
  expect(performance.now() - begun).toBeLessThan(1_500);
});

const data = measuringData("bounces/sisimai");
describe.skipIf(data.missing)(data.title("bounces and auto-replies as servers write them"), () => {
  test("at least 99 of 100 are told from a person's mail", async () => {
    const internalDate = Temporal.Instant.from("2026-05-18T08:12:00Z");
    const taken: string[] = [];
    const files = data.files("**/*.eml");
    for (const { name, read } of files) {
      const { type, message } = await parseMessage(read(), { internalDate, proof: unproven });
      if (type === "unreadable" || structureOf(message, newestText(message.text)) === null) taken.push(name);
    }
    expect(files.length).toBeGreaterThan(800);
    expect(taken.length, taken.join(", ")).toBeLessThanOrEqual(files.length / 100);
  });
});
