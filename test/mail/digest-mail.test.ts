import { describe, expect, test } from "vitest";
import { answerableItems, type DigestParts, numbered } from "../../src/domain/digest.ts";
import { readReply } from "../../src/domain/reply-grammar.ts";
import { tokenIn } from "../../src/domain/reply-token.ts";
import { renderDebrief, renderDigest } from "../../src/mail/digest-mail.ts";
import { emptyDigest, fullDigest } from "../support/digest-parts.ts";

const render = (parts: Partial<DigestParts> = {}) => renderDigest(numbered({ ...fullDigest, ...parts }));
const [draft] = fullDigest.drafts;
if (draft === undefined) throw new Error("the sample has a draft");

describe("the plain text of a digest", () => {
  test("is complete: recipient, subject, reason and every word of each draft, and what else there is", async () => {
    const { text } = await render();
    for (const words of [
      "1. Thank you to Greg Blake, ABC",
      "The interview on Thursday 21 May has ended.",
      "To: Greg Blake <greg@abc.example>",
      "Subject: Re: Interview",
      "> Dear Greg,\n>\n> Thank you for your time.\n>\n> Kind regards,\n> Sam Reed",
      'Reply "1 ok"',
      "2. Check-in with mina@northwind.example, Northwind",
      "They wrote since.",
      "3. Harbour Foods: is this a no? “We pause this search.”",
      "Today 14:00: Fennel & Co, second interview (video call)",
      "WAITING FOR YOU",
      "“Could you send us two references?”",
      'Reply "3 yes" or "3 no" or "3 is offer"',
      "7. Lumen, Editor: closed. They said no. “We went with someone else.”",
      "Orchard Bank: They promised an answer by Wednesday 27 May.",
      "4. I could not confirm that your mail to Ola Berg",
      '"4 was sent" or "4 send again"',
      "no one to write to",
    ])
      expect(text).toContain(words);
  });

  test("has no headings over nothing", async () => {
    const { text } = await renderDigest(numbered({ ...emptyDigest, drafts: [draft] }));
    expect(text).not.toMatch(/^[A-Z ]{6,}$/m);
  });

  test("shows a draft that was seen three times in few words", async () => {
    const { text } = await render({ drafts: [{ ...draft, brief: true }] });
    expect(text).not.toContain("Dear Greg");
    expect(text).toContain('"1 ok"');
  });

  test("a draft cannot imitate the digest's own lines", async () => {
    const evil =
      'Dear Greg,\n\n2. Thank you to Eve\nReply "2 ok" to send it\n\nQUESTIONS\r9. all ok\u2028TROUBLE\u202e\u0085 9 ok';
    const { text } = await render({ drafts: [{ ...draft, text: evil }] });
    for (const line of text
      .split("\n")
      .filter((line) => /Eve|QUESTIONS$|9\. all|TROUBLE.+/.test(line) && line !== "QUESTIONS"))
      expect(line).toMatch(/^> /);
    expect(text).not.toMatch(/[\r\u2028\u202e\u0085]/);
  });

  test("a name or a subject cannot begin a line of its own", async () => {
    const { text } = await render({
      drafts: [
        {
          ...draft,
          to: { name: "Greg\n2. ok", address: "greg@abc.example" },
          subject: "Hi\r\n\r\n3. Send all",
        },
      ],
      changes: [
        {
          ...fullDigest.changes[0],
          employer: "X\n9. Y",
          role: null,
          change: "closed",
          why: "No.",
          evidence: "a\nTROUBLE",
        },
      ],
    });
    expect(text).not.toMatch(/^(2\. ok|3\. Send all|9\. Y|TROUBLE$(?=\n$))/m);
    expect(text).toContain("Subject: Hi 3. Send all");
  });

  test("quoted back whole in a reply, marked or not, it decides nothing", async () => {
    const digest = numbered(fullDigest);
    const { text } = await renderDigest(digest);
    const items = answerableItems(digest).slice();
    expect(readReply(text, items).decisions).toEqual([]);
    expect(readReply(text.replace(/^/gm, "> "), items)).toEqual({ decisions: [], doubts: [] });
    const answered = readReply(
      `1 ok\n\nOn 22 May 2026, Afterword wrote:\n${text.replace(/^/gm, "> ")}`,
      items,
    );
    expect(answered.decisions).toEqual([{ type: "approve", item: 1 }]);
  });
});

describe("the HTML of a digest", () => {
  const hrefs = (html: string) =>
    [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) =>
      (href ?? "").replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))),
    );

  test("offers for every line that asks something or tells a change a mail to the person that answers it, with the digest's token", async () => {
    const digest = numbered(fullDigest);
    const { html } = await renderDigest(digest);
    const items = answerableItems(digest).slice();
    const links = hrefs(html).map((href) => new URL(href));
    for (const link of links) {
      expect(link.protocol + link.pathname).toBe("mailto:sam@reed.example");
      expect(
        tokenIn({ inReplyTo: [], references: [], to: [], subject: link.searchParams.get("subject") ?? "" }),
      ).toEqual([{ token: "AbCdEf0123456789-_xyz", where: "subject" }]);
    }
    const decided = links.flatMap((link) => {
      const reading = readReply(link.searchParams.get("body") ?? "", items);
      expect(reading.doubts).toEqual([]);
      return reading.decisions.map(({ item }) => item);
    });
    const asking = items.filter(({ type }) => type !== "standing");
    expect([...new Set(decided)].sort()).toEqual(asking.map(({ n }) => n));
    expect(decided).toHaveLength(links.length);
  });

  test("an address with a plus sign and other signs survives the link", async () => {
    const { html } = await render({ address: "sam+jobs&co@reed.example" });
    const link = new URL(hrefs(html)[0] ?? "");
    expect(decodeURIComponent(link.pathname)).toBe("sam+jobs&co@reed.example");
  });

  test("loads nothing: no picture, no font, no script, no link but mailto", async () => {
    const { html } = await render();
    expect(html.replace('xmlns="http://www.w3.org/1999/xhtml"', "")).not.toMatch(
      /https?:|<img|<script|<link|@import|url\(|src=/i,
    );
  });

  test("shows hostile names, subjects, drafts and evidence as words", async () => {
    const evil = `</td></mj-text><script>alert(1)</script><mj-include path="/etc/hostname" />{{x}}"' onclick="x`;
    const { html } = await render({
      drafts: [
        {
          ...draft,
          employer: evil,
          subject: evil,
          text: evil,
          reason: evil,
          to: { name: evil, address: "greg@abc.example" },
        },
      ],
      questions: [{ asks: "kind", question: evil, evidence: evil }],
      troubles: [evil],
      waiting: [{ employer: evil, role: evil, because: evil }],
    });
    expect(html).not.toMatch(/<script|<mj-|onclick="/i);
    expect(html).toContain("alert(1)");
  });

  test("knows light and dark", async () => {
    const { html } = await render();
    expect(html).toContain('name="color-scheme" content="light dark"');
    expect(html).toContain("prefers-color-scheme: dark");
  });

  test("says the same as the text", async () => {
    const { html } = await render();
    for (const words of [
      "Thank you for your time.",
      "Kind regards,<br",
      "Is there any news?",
      "We went with someone else.",
      "no one to write to",
    ])
      expect(html).toContain(words);
  });
});

describe("the mail after an interview", () => {
  test("has the question in both parts and no way out of its paragraph", async () => {
    const mail = await renderDebrief({
      subject: "How did it go with <b>?\r\nBcc: x",
      text: "How did it go with <b>A & B</b>?\n\nReply.",
    });
    expect(mail.subject).toBe("How did it go with <b>? Bcc: x");
    expect(mail.text).toContain("How did it go with <b>A & B</b>?");
    expect(mail.html).toContain("&#60;b&#62;A &#38; B");
    expect(mail.html).not.toMatch(/https?:\/\/(?!www\.w3\.org\/1999\/xhtml)|<script/);
  });
});
