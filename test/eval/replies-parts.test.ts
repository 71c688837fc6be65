import { describe, expect, test } from "vitest";
import { digestPieces, filledIn } from "../../src/eval/replies/digest-pieces.ts";
import { isUntoldDoubt } from "../../src/eval/replies/journal-said.ts";
import { replyMail } from "../../src/eval/replies/reply-mail.ts";
import { type Reply, repliesIn } from "../../src/eval/replies/row.ts";
import { person, season } from "../../src/eval/replies/season.ts";
import { readLetter } from "../../src/sandbox/letter.ts";

const made = {
  messageId: "digest.0123456789abcdef0123@reed.example",
  token: "0123456789abcdef0123",
  subject: "Afterword, Friday 22 May: 1 to approve",
  text: [
    "Friday 22 May: 1 to approve.",
    "",
    "1. Thank you to Nora Whitlock, Larkfield",
    "The interview has ended.",
    "",
    "To: Nora Whitlock <nora@larkfield.example>",
    "Subject: Re: Interview",
    "",
    "> Dear Nora,",
    ">",
    "> Thank you for the talk on Thursday, which I enjoyed from its beginning to its end.",
    "",
    'Reply "1 ok" to send it, "1 skip" to leave it out.',
    "",
    "QUESTIONS",
    "2. Marlow: is this a no?",
    "“We pause.”",
    'Reply "2 yes" or "2 no".',
    "",
    "Afterword",
  ].join("\n"),
  html: "<html><head><style>p{}</style></head><body><p>Friday</p></body></html>",
  drafts: new Map([[1, "Dear Nora,\n\nThank you for the talk.\n\nSam"]]),
};
const pieces = digestPieces(made, [{ n: 1 }, { n: 2 }]);

describe("the pieces of a digest", () => {
  test.each([
    ["digest_head", "Friday 22 May: 1 to approve."],
    ["item_1_lead", made.text.split("\n").slice(2, 7).join("\n")],
    ["item_1_draft_head", "Dear Nora,"],
    ["item_1_draft_tail", "Thank you for the talk.\n\nSam"],
    ["item_2_text", made.text.split("\n").slice(15, 18).join("\n")],
    ["digest_foot", "Afterword"],
    ["digest_html", "<p>Friday</p>"],
  ])("%s", (name, value) => {
    expect(pieces.get(name)).toBe(value);
  });

  test("a draft's text goes down to the sentence that says how to answer it", () => {
    expect(pieces.get("item_1_text")?.split("\n").at(-1)).toContain('Reply "1 ok"');
  });

  test("the broken quote has no line above 72 columns, and marks at the first piece of each line alone", () => {
    const lines = pieces.get("quoted_digest_text_broken")?.split("\n") ?? [];
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(72);
    expect(lines).toContain(">> Thank you for the talk on Thursday, which I enjoyed from its");
    expect(lines).toContain("beginning to its end.");
  });
});

describe("placeholders", () => {
  test("what stands before one on its line is repeated before each line of its value", () => {
    expect(filledIn("above\n> > {{item_1_draft}} below", pieces)).toBe(
      "above\n> > Dear Nora,\n> > \n> > Thank you for the talk.\n> > \n> > Sam below",
    );
  });

  test("in HTML values are escaped and joined with <br>, the digest's own HTML stands as it is", () => {
    expect(filledIn("<p>{{item_1_lead}}</p>{{digest_html}}", pieces, "html")).toMatch(
      /^<p>1\. Thank .*<br>To: Nora Whitlock &lt;nora@larkfield\.example&gt;<br>Subject: Re: Interview<\/p><p>Friday<\/p>$/,
    );
  });
});

describe("a reply as a mail", () => {
  const reply = (more: Partial<Reply>): Reply => ({
    id: "one",
    style: null,
    digest: null,
    headers: {},
    text: "1 ok",
    html: null,
    expects: [],
    ...more,
  });
  const mail = (more: Partial<Reply>) => replyMail(reply(more), made, pieces, person, season.answered);

  test("answers the digest in its thread, from the person to themselves, and lies in both folders", async () => {
    const { raw, inSent, inInbox } = mail({});
    expect({ inSent, inInbox }).toEqual({ inSent: true, inInbox: true });
    expect(await readLetter(raw)).toMatchObject({
      inReplyTo: made.messageId,
      subject: `Re: ${made.subject}`,
      from: { address: person.address },
      to: [{ address: person.address }],
      text: "1 ok",
    });
  });

  test("of a button carries the tag in its subject and nothing of the thread", async () => {
    const letter = await readLetter(mail({ style: "mailto", headers: { subject: "Re: Afterword" } }).raw);
    expect(letter).toMatchObject({
      inReplyTo: null,
      references: [],
      subject: `Re: Afterword [aw-${made.token}]`,
    });
  });

  test("of somebody else lies in the inbox alone, a forward in Sent alone", () => {
    expect(mail({ style: "third_party" })).toMatchObject({ inSent: false, inInbox: true });
    expect(mail({ headers: { from: "Max <max@elsewhere.example>" } })).toMatchObject({ inSent: false });
    expect(mail({ style: "forward" })).toMatchObject({ inSent: true, inInbox: false });
  });

  test("keeps its proofs where the file names another thread, and takes headers that are no structure", async () => {
    const { raw } = mail({
      headers: {
        "in-reply-to": "<made-up@elsewhere.example>",
        "content-type": "text/html",
        cc: "Zoë Müller <zoe@elsewhere.example>",
      },
    });
    expect((await readLetter(raw)).inReplyTo).toBe(made.messageId);
    expect(raw.toString()).toMatch(/^Cc: =\?utf-8\?B\?\S+\?= <zoe@elsewhere\.example>\r$/m);
    expect(raw.toString()).toContain("Content-Type: text/plain");
  });
});

test("a row may be short of everything but an id, words and a wish", () => {
  const { replies, unplayable } = repliesIn(
    '{"id":7,"text":"1 ok","expect":[{"item":"1","decision":"Approve"}]}\n\n',
  );
  expect(unplayable).toEqual([]);
  expect(replies).toMatchObject([{ id: "7", headers: {}, expects: [[{ item: 1, decision: "approve" }]] }]);
});

test("a doubt is counted once: in the short mail that told it, or in the journal", () => {
  const untold = { type: "reply_doubt", data: {} };
  expect(isUntoldDoubt(untold)).toBe(true);
  expect(isUntoldDoubt({ ...untold, data: { toldBy: "note.x@reed.example" } })).toBe(false);
  expect(isUntoldDoubt({ ...untold, type: "skipped" })).toBe(false);
});
