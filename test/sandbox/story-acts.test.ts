import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Api, ApiDigest } from "../../src/sandbox/api.ts";
import { readLetter, writeLetter } from "../../src/sandbox/letter.ts";
import { openPostOffice, type PostOffice } from "../../src/sandbox/post-office.ts";
import type { Season } from "../../src/sandbox/season.ts";
import { act } from "../../src/sandbox/story-acts.ts";
import type { Step } from "../../src/sandbox/story-steps.ts";

const person = {
  name: "Sam Reed",
  address: "sam@reed.example",
  zone: "Europe/London",
  country: "GB",
  digestAt: "07:30",
};
const at = Temporal.PlainDateTime.from("2026-05-22T07:45");
const now = Temporal.Instant.from("2026-05-22T06:45:00Z");

let office: PostOffice;
let marks: unknown[];
let hasDigest: boolean;

beforeEach(async () => {
  marks = [];
  hasDigest = true;
  office = await openPostOffice({
    address: person.address,
    password: "right",
    now: () => now,
    bringsMailToOthers: async () => false,
  });
});
afterEach(() => office.close());

const digestMail = () =>
  writeLetter({
    from: { name: "Afterword", address: "sam+t0ken@reed.example" },
    to: { name: "Sam Reed", address: "sam@reed.example" },
    subject: "Your day [t0ken]",
    text: "1. check_in to Ann\n2. thank_you to Greg",
    at: Temporal.ZonedDateTime.from("2026-05-22T07:30[Europe/London]"),
    messageId: "t0ken@reed.example",
    references: ["thread@reed.example"],
  });
const digest: ApiDigest = {
  local_date: "2026-05-22",
  message_id: "t0ken@reed.example",
  items: [
    { n: 1, type: "draft", kind: "check_in", to: "ann@abc.example" },
    { n: 2, type: "draft", kind: "thank_you", to: "greg@abc.example" },
  ],
};

function season(): Season {
  const api: Api = {
    health: async () => ({ mailboxes: [] }),
    clock: async () => ({ now, next_due: null }),
    moveClock: async () => ({ now, next_due: null }),
    candidacies: async () => [
      {
        number: 3,
        employer: "ABC",
        role: "Clerk",
        state: "interviewing",
        reason: null,
        size: "unknown",
        because: "",
      },
      {
        number: 4,
        employer: "ABC",
        role: "Cook",
        state: "interviewing",
        reason: null,
        size: "unknown",
        because: "",
      },
    ],
    mark: async (number, mark) => void marks.push([number, mark]),
    outbox: async () => [],
    digests: async () => [digest],
    debriefs: async () => [],
    journal: async () => [],
  };
  return {
    person,
    api,
    office,
    now: () => now,
    local: () => now.toZonedDateTimeISO(person.zone),
    passTo: async () => undefined,
    settle: async () => undefined,
    breakModel: () => undefined,
    shutImapUntil: () => undefined,
    newestDigest: async () => (hasDigest ? { digest, letter: await readLetter(await digestMail()) } : null),
    newestDebrief: async () => null,
    close: async () => undefined,
  };
}

const play = (step: Step, files: Record<string, string> = {}) =>
  act(
    step,
    {
      directory: "",
      person,
      steps: [],
      expectations: [],
      files: new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])),
    },
    season(),
    () => undefined,
  );

test("the person's reply carries the true numbers and the quoted digest, and answers it by Message-ID", async () => {
  const sent: Buffer[] = [];
  const writes = office.personWrites;
  office = {
    ...office,
    personWrites: (raw, to) => {
      sent.push(raw);
      return writes(raw, to);
    },
  };
  const items = { 1: { kind: "thank_you", to: "greg@abc.example" } };
  expect(await play({ at, verb: "person_replies", person_replies: "1 ok", text: "1 ok", items })).toBeNull();
  const letter = await readLetter(sent[0] ?? Buffer.alloc(0));
  expect(letter.text).toBe(
    "2 ok\n\nOn Fri, 22 May 2026 at 07:30, Afterword <sam+t0ken@reed.example> wrote:\n\n> 1. check_in to Ann\n> 2. thank_you to Greg\n",
  );
  expect(letter).toMatchObject({
    from: { name: "Sam Reed", address: "sam@reed.example" },
    to: [{ address: "sam+t0ken@reed.example" }],
    subject: "Re: Your day [t0ken]",
    inReplyTo: "t0ken@reed.example",
    references: ["thread@reed.example", "t0ken@reed.example"],
  });
  expect(letter.raw.toString()).not.toContain("Authentication-Results");
});

test("a reply to what the digest does not offer, or to no digest, is told and not sent", async () => {
  const step: Step = {
    at,
    verb: "person_replies",
    person_replies: "1 ok",
    text: "1 ok",
    items: { 1: { kind: "breakup" } },
  };
  expect(await play(step)).toContain("2 thank_you to greg@abc.example");
  hasDigest = false;
  expect(await play({ ...step, items: {} })).toBe("There is no digest to answer.");
});

test("an outsider's answer has every token; only its own domain is proven, and never the person's address", async () => {
  const outsider = (from: string): Step => ({
    at,
    verb: "outsider_replies",
    outsider_replies: { from, text: "1 ok" },
    mail: { from, text: "1 ok" },
    items: {},
  });
  await play(outsider("eve@evil.example"));
  await play(outsider("sam@reed.example"));
  const [eve, forged] = office.received;
  expect(eve).toMatchObject({ inReplyTo: "t0ken@reed.example", subject: "Re: Your day [t0ken]" });
  expect(eve?.raw.toString()).toMatch(
    /^Authentication-Results: mx\.reed\.example;[^\n]*dmarc=pass header\.from=evil\.example/,
  );
  expect(forged?.raw.toString()).toMatch(/^Authentication-Results: mx\.reed\.example;[^\n]*dmarc=fail/);
  expect(office.departed).toEqual([]);
});

test("an employer answers the mail that left last, in its thread and proven; without one that is told", async () => {
  const reply: Step = {
    at,
    verb: "employer_replies",
    mail: { from: "greg@abc.example", to: "last_sent", text: "We went with someone else." },
  };
  expect(await play(reply)).toContain("no mail has left");
  await play({
    at,
    verb: "person_sends",
    mail: { to: "greg@abc.example", subject: "Thanks", text: "Thank you." },
  });
  expect(await play(reply)).toBeNull();
  const [sent] = office.departed;
  const [answer] = office.received;
  expect(answer).toMatchObject({ subject: "Re: Thanks", inReplyTo: sent?.letter.messageId });
  expect(answer?.text).toContain("> Thank you.");
  expect(answer?.raw.toString()).toContain("dmarc=pass header.from=abc.example");
});

test("a mail by hand to reply_to: last answers the newest mail from that address", async () => {
  const from = (address: string, id: string) =>
    `From: X <${address}>\r\nMessage-ID: <${id}>\r\nSubject: Re: Talk\r\n\r\nhello\r\n`;
  await play({ at, verb: "arrives", file: "a.eml" }, { "a.eml": from("greg@abc.example", "g1@abc.example") });
  await play({ at, verb: "arrives", file: "b.eml" }, { "b.eml": from("ann@abc.example", "a1@abc.example") });
  await play({
    at,
    verb: "person_sends",
    mail: { to: "greg@abc.example", reply_to: "last", text: "thanks" },
  });
  expect(office.departed).toMatchObject([
    { by: "hand", letter: { inReplyTo: "g1@abc.example", subject: "Re: Talk", to: [{ name: "X" }] } },
  ]);
});

test("an arriving mail can answer the last mail that left", async () => {
  const file = {
    "r.eml":
      "From: g@abc.example\r\nSubject: Re: {{last_sent_subject}}\r\nIn-Reply-To: {{last_sent}}\r\n\r\nx",
  };
  expect(await play({ at, verb: "arrives", file: "r.eml" }, file)).toContain("none has left");
  await play({ at, verb: "person_sends", mail: { to: "g@abc.example", subject: "Hi", text: "x" } });
  await play({ at, verb: "arrives", file: "r.eml" }, file);
  expect(office.received).toMatchObject([
    { subject: "Re: Hi", inReplyTo: office.departed[0]?.letter.messageId },
  ]);
});

test("a mark goes to the one candidacy that is meant", async () => {
  const mark = (role: string | undefined): Step => ({
    at,
    verb: "person_marks",
    mark: { employer: "abc", ...(role === undefined ? {} : { role }), size: "large" },
  });
  expect(await play(mark(undefined))).toContain("several");
  expect(await play(mark("Cook"))).toBeNull();
  expect(marks).toEqual([[4, { size: "large" }]]);
});
