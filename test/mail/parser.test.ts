import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { afterAll, describe, expect, test } from "vitest";
import { parseMessage } from "../../src/mail/parse.ts";
import { createParser } from "../../src/mail/parser.ts";
import { ReaderAway } from "../../src/ports/reader-away.ts";

const internalDate = Temporal.Instant.from("2026-05-18T08:12:00Z");
const context = { internalDate, authservId: "mx.reed.example", now: internalDate };
const head = [
  "Authentication-Results: mx.reed.example; dkim=pass header.d=abc.example",
  "From: Greg Blake <greg@abc.example>",
  "To: Sam Reed <sam@reed.example>",
  "Date: Mon, 18 May 2026 09:10:00 +0100",
  "Message-ID: <one@abc.example>",
  "Subject: Interview",
];
const mail = (...lines: string[]) => Buffer.from([...head, ...lines].join("\r\n"));
const letter = mail("", "Thursday at ten suits us.");
/** So many empty lines are read one by one, each an object of its own: more than a thread may hold. */
const greedy = mail("Content-Type: text/html", "", "\n".repeat(1_900_000));
const slow = mail("Content-Type: text/html", "", "<p>x</p>".repeat(12_000));

const noNames = async (): Promise<string[][]> => {
  throw Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
};

describe("mail is read in a thread of its own (R25)", () => {
  const parser = createParser(noNames);
  afterAll(() => parser.close());

  test("and comes out as it would without one", async () => {
    const proof = {
      aligned: true,
      domain: "abc.example",
      dkimWhole: false,
      evidence: "mx.reed.example says dkim=pass for abc.example",
    };
    const { message } = await parseMessage(letter, { internalDate, proof });
    expect(await parser.parse(letter, context)).toEqual({ message, unreadable: null });
  });

  test("many mails at once come out in their order", async () => {
    const texts = Array.from({ length: 40 }, (_, n) => `Letter number ${n}`);
    const read = await Promise.all(texts.map((text) => parser.parse(mail("", text), context)));
    expect(read.map(({ message }) => message.text)).toEqual(texts);
  });

  test("a mail that takes too much memory is set aside with its sender and its reason, and the next one is read", async () => {
    const poison = await parser.parse(greedy, context);
    expect(poison.unreadable).toBe("it takes more than 64 MB to read");
    expect(poison.message).toMatchObject({
      from: { name: "Greg Blake", address: "greg@abc.example" },
      messageId: "one@abc.example",
      subject: "(unreadable mail)",
      text: "",
      proof: { aligned: false },
    });
    expect(poison.message.date.equals(internalDate)).toBe(true);
    expect((await parser.parse(letter, context)).message.text).toBe("Thursday at ten suits us.");
  });

  test("the buffer that was given stays whole", async () => {
    const before = Buffer.from(letter);
    await parser.parse(letter, context);
    expect(letter.equals(before)).toBe(true);
  });
});

test("a mail that takes too long is tried again with more time, and only then set aside", async () => {
  const impatient = createParser(null, { milliseconds: [1, 1], megabytes: 64 });
  expect((await impatient.parse(slow, context)).unreadable).toBe("it takes longer than 0.001 s to read");
  await impatient.close();
  const busy = createParser(null, { milliseconds: [1, 20_000], megabytes: 64 });
  expect((await busy.parse(slow, context)).unreadable).toBeNull();
  expect((await busy.parse(letter, context)).message.text).toBe("Thursday at ten suits us.");
  await busy.close();
});

test("the time that a name server takes is not the mail's", async () => {
  const asked: string[] = [];
  const parser = createParser(
    async (name) => {
      asked.push(name);
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      return noNames();
    },
    { milliseconds: [1_000, 1], megabytes: 64 },
  );
  const body = createHash("sha256").update("Thursday at ten suits us.\r\n").digest("base64");
  const signature = `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=abc.example; s=s1; h=from:to:subject:date; bh=${body}; b=AAAA`;
  const signed = Buffer.from([signature, ...head, "", "Thursday at ten suits us."].join("\r\n"));
  const read = await parser.parse(signed, { ...context, authservId: null });
  await parser.close();
  expect(read.unreadable).toBeNull();
  expect(asked).toEqual(["s1._domainkey.abc.example"]);
});

test("a parser that is closed is away: no mail is called poison for it", async () => {
  const closed = createParser(null);
  const inHand = closed.parse(letter, context);
  const closing = closed.close();
  await expect(closed.parse(letter, context)).rejects.toThrow(ReaderAway);
  await expect(inHand).rejects.toThrow(ReaderAway);
  await closing;
});

test("a program whose mail is read ends by itself, although its parser was not closed", () => {
  const program = `
    import { createParser } from "./src/mail/parser.ts";
    import { Temporal } from "temporal-polyfill";
    const parser = createParser(null);
    const context = { internalDate: Temporal.Instant.from("${internalDate}"), authservId: null, now: null };
    const { message } = await parser.parse(Buffer.from("Subject: Interview\\n\\nHello"), context);
    console.log(message.subject);`;
  const ended = spawnSync(process.execPath, ["--input-type=module-typescript", "--eval", program], {
    cwd: new URL("../..", import.meta.url),
    encoding: "utf8",
    timeout: 20_000,
  });
  expect({ said: ended.stdout.trim(), status: ended.status }).toEqual({ said: "Interview", status: 0 });
});
