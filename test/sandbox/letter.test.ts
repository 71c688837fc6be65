import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { failing, isSamePerson, passing } from "../../src/sandbox/account.ts";
import { placeItems } from "../../src/sandbox/item-numbers.ts";
import {
  answerReferences,
  answerSubject,
  quoteBelow,
  readLetter,
  writeLetter,
} from "../../src/sandbox/letter.ts";
import { fillPlaceholders } from "../../src/sandbox/placeholders.ts";

const at = Temporal.ZonedDateTime.from("2026-05-22T07:45:00+01:00[Europe/London]");
const sam = { name: "Sam Reed", address: "sam@reed.example" };

const written = () =>
  writeLetter({
    from: sam,
    to: { name: "Zoë", address: "zoe@abc.example" },
    subject: "Größe",
    text: "One.\n\nTwo.",
    at,
    messageId: "b@reed.example",
    inReplyTo: "a@abc.example",
    references: ["r@abc.example", "a@abc.example"],
    verdict: passing("sam@reed.example", "zoe@abc.example"),
  });

test("a written mail has CRLF, the writer's own offset, its thread, and the verdict on top", async () => {
  const raw = (await written()).toString("latin1");
  expect(raw.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  expect(raw).toMatch(
    /^Authentication-Results: mx\.reed\.example; spf=pass .*dmarc=pass header\.from=abc\.example\r\n/,
  );
  expect(raw).toContain("Date: Fri, 22 May 2026 07:45:00 +0100\r\n");
  expect(await readLetter(await written())).toMatchObject({
    messageId: "b@reed.example",
    inReplyTo: "a@abc.example",
    references: ["r@abc.example", "a@abc.example"],
    subject: "Größe",
    text: expect.stringContaining("One.\n\nTwo."),
  });
});

test("an answer quotes the mail below as a mail client does", async () => {
  const digest = await readLetter(
    Buffer.from(
      "From: Afterword <sam@reed.example>\r\nDate: Fri, 22 May 2026 06:30:00 +0000\r\nMessage-ID: <d@reed.example>\r\n" +
        "References: <c@reed.example>\r\nSubject: Your day\r\n\r\n1. A draft\r\n\r\n> words of theirs\r\n",
    ),
  );
  expect(quoteBelow("1 ok", digest, "Europe/London")).toBe(
    "1 ok\n\nOn Fri, 22 May 2026 at 07:30, Afterword <sam@reed.example> wrote:\n\n> 1. A draft\n>\n>> words of theirs\n",
  );
  expect(answerReferences(digest)).toEqual(["c@reed.example", "d@reed.example"]);
  expect(answerSubject("Your day")).toBe("Re: Your day");
  expect(answerSubject("RE: Your day")).toBe("RE: Your day");
});

test("placeholders take the mail that left last, in brackets exactly once, and leave every other byte", async () => {
  const last = await readLetter(await written());
  const file = Buffer.concat([
    Buffer.from("In-Reply-To: {{last_sent}}\r\nReferences: <x@abc.example> <{{last_sent}}>\r\n"),
    Buffer.from("Subject: Re: {{last_sent_subject}}\r\n\r\nOf {{last_sent_subject}}: "),
    Buffer.from([0xff, 0xe9]),
  ]);
  const filled = fillPlaceholders(file, last) ?? Buffer.alloc(0);
  expect(filled.toString("latin1")).toContain("In-Reply-To: <b@reed.example>\r\n");
  expect(filled.toString("latin1")).toContain("References: <x@abc.example> <b@reed.example>\r\n");
  expect(filled.toString("latin1")).toContain("Subject: Re: =?UTF-8?Q?");
  expect(filled.toString()).toContain("Of Größe: ");
  expect(filled.subarray(-2)).toEqual(Buffer.from([0xff, 0xe9]));
  expect(fillPlaceholders(file, null)).toBeNull();
  expect(fillPlaceholders(Buffer.from("as it stands"), null)?.toString()).toBe("as it stands");
});

test("numbers in a reply become the true numbers of the newest digest, all at once", () => {
  const offered = [
    { n: 1, type: "draft", kind: "check_in", to: "bob@abc.example" },
    { n: 2, type: "draft", kind: "thank_you", to: "Ann@abc.example" },
    { n: 3, type: "draft", kind: "thank_you", to: "cy@abc.example" },
  ];
  const sought = { 1: { kind: "thank_you", to: "ann@abc.example" }, 2: { kind: "check_in" } };
  expect(placeItems("1 ok, 2 skip, 10 later", sought, offered)).toEqual({
    ok: true,
    value: "2 ok, 1 skip, 10 later",
  });
  expect(placeItems("1 ok 2 ok", { 1: { kind: "thank_you" }, 2: { kind: "thank_you" } }, offered)).toEqual({
    ok: true,
    value: "2 ok 3 ok",
  });
  const missing = placeItems("1 ok", { 1: { kind: "breakup" } }, offered);
  expect(missing).toMatchObject({ ok: false, error: expect.stringContaining("no breakup") });
});

test("a plus-address is the person, another domain is not; only a proven sender passes", () => {
  expect(isSamePerson("sam@reed.example", "Sam+token@Reed.example")).toBe(true);
  expect(isSamePerson("sam@reed.example", "sam@reed.example.evil.example")).toBe(false);
  expect(failing("sam@reed.example", "sam@reed.example")).toContain("dmarc=fail");
});
