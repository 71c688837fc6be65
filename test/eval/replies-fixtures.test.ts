import { join } from "node:path";
import { simpleParser } from "mailparser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AnsweredMailbox, openAnsweredMailbox } from "../../src/eval/replies/mailbox.ts";
import { corpusIn } from "../../src/eval/replies/replies.ts";
import type { Reply } from "../../src/eval/replies/row.ts";
import { openStage, type Stage } from "../../src/eval/replies/stage.ts";
import { measuringData } from "../support/measuring-data.ts";

const data = measuringData("replies");

describe.skipIf(data.missing)(data.title("mails that others answer, sent as answers to a digest"), () => {
  let mailbox: AnsweredMailbox;
  let stage: Stage;
  beforeAll(async () => {
    mailbox = await openAnsweredMailbox();
    const digest = corpusIn(join(import.meta.dirname, "../replies")).digests.get("five");
    if (!digest) throw new Error("there is no such digest");
    stage = await openStage(mailbox, digest);
  }, 120_000);
  afterAll(() => mailbox.close());

  test("none of them decides anything, although both proofs hold", async () => {
    const files = data.files("**/*").filter(({ name }) => !/LICENSE|\.gitignore/.test(name));
    expect(files.length).toBeGreaterThan(300);
    const acted: string[] = [];
    for (const [at, { name, read }] of files.entries()) {
      const { done } = await stage.follow(await answerOf(`${at}`, name, read()));
      if (done.length > 0)
        acted.push(`${name}: ${done.map(({ items, decision }) => `${items} ${decision}`)}`);
    }
    expect(acted).toEqual([]);
  }, 600_000);
});

async function answerOf(id: string, name: string, source: Buffer): Promise<Reply> {
  const mail = name.endsWith(".eml") ? await simpleParser(source) : null;
  const words = mail ? (mail.text ?? null) : source.toString("utf8");
  const isHtml = name.endsWith(".html");
  return {
    id,
    style: null,
    digest: null,
    headers: {},
    // What others write between braces is no placeholder of ours.
    text: isHtml ? null : (words?.replaceAll("{{", "{ {") ?? null),
    html: isHtml ? words : null,
    expects: [],
  };
}
