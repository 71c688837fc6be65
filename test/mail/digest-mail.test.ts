import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { QuestionKind } from "../../src/domain/approval.ts";
import { answerableItems, type DigestParts, numbered } from "../../src/domain/digest.ts";
import { readReply } from "../../src/domain/reply-grammar.ts";
import { tokenIn } from "../../src/domain/reply-token.ts";
import { beginnings } from "../../src/mail/digest/answers.ts";
import { renderConfirmation, renderDebrief, renderDigest } from "../../src/mail/digest-mail.ts";
import { textOfHtml } from "../../src/mail/mail-text.ts";
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
      '3. Harbour Foods: is this a no?\n“We pause this search.”\nReply "3 yes" or "3 no" or "3 is offer".',
      "Today 14:00: Fennel & Co, second interview (video call)",
      "WAITING FOR YOU",
      "“Could you send us two references?”",
      "7. Lumen, Editor: closed. They said no.\n“We went with someone else.”",
      "Orchard Bank: They promised an answer by Wednesday 27 May.",
      "4. I could not confirm that your mail to Ola Berg",
      '"4 was sent" or "4 send again"',
      "no one to write to",
    ])
      expect(text).toContain(words);
  });

  test("says from which address a draft leaves where the person has several, in both parts, and nothing of it else", async () => {
    const { text, html } = await render({ drafts: [{ ...draft, from: "sam@letters.example" }] });
    expect(text).toContain("From: sam@letters.example\nTo: Greg Blake");
    expect(html).toContain("From: sam@letters.example<br>");
    const usual = await render();
    expect(`${usual.text}${usual.html}`).not.toContain("From: ");
  });

  test("stands in the order of urgency, in both parts: trouble and what could not be confirmed last", async () => {
    const { text, html } = await render();
    const order = [
      "Thank you to Greg Blake",
      "Check-in with",
      "is this a no?",
      "Today 14:00",
      "Could you send us two references?",
      "Lumen, Editor: closed",
      "They promised an answer by Wednesday 27 May.",
      "I could not confirm",
      "no one to write to",
    ];
    for (const part of [text, html]) {
      const places = order.map((words) => part.lastIndexOf(words));
      expect(places).not.toContain(-1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
  });

  test("shows the mail that an unseen approval is about as exactly as a draft, and offers to stop it alone (R36, R47)", async () => {
    const change = { employer: "ABC", role: null, why: "By a link.", evidence: null };
    const { text, html } = await renderDigest(
      numbered({ ...emptyDigest, changes: [{ ...change, change: "approved", letter: draft }] }),
    );
    expect(text).toContain(
      "1. ABC: approved. By a link.\n\nTo: Greg Blake <greg@abc.example>\nSubject: Re: Interview\n\n> Dear Greg,",
    );
    expect(text).toContain('> Sam Reed\n\nReply "1 undo".');
    const seen = textOfHtml(html);
    for (const words of [
      "To: Greg Blake <greg@abc.example>",
      "Subject: Re: Interview",
      "Thank you for your time.",
    ])
      expect(seen).toContain(words);
    expect(html).not.toContain("something else");
  });

  test("never cuts a draft, however long it is", async () => {
    const sentences = Array.from({ length: 150 }, (_, n) => `This is sentence ${n} of a very long mail.`);
    const words = sentences.join(" ");
    expect(words.length).toBeGreaterThan(6000);
    const { text, html } = await render({ drafts: [{ ...draft, text: words }] });
    expect(text).toContain(`> ${words}\n`);
    expect(html).toContain(words);
  });

  test("tells in three lines how to answer, and leaves the rest to help", async () => {
    const { text } = await render();
    const [last = ""] = text.trimEnd().split("\n\n").slice(-1);
    expect(last.split("\n")).toHaveLength(3);
    expect(last).toMatch(/^Answer by replying to this mail, with the number first/);
    expect(last).toMatch(/"help" tells what else you can say\.$/);
  });

  test.each([
    ["2026-05-21", "Friday"],
    ["2026-05-22", "Tuesday"],
  ])("on %s offers to decide on %s, never on a Friday one of the week after", async (today, day) => {
    const { text, html } = await render({ today: Temporal.PlainDate.from(today) });
    const days = (said: string) => [...new Set(said.match(/(?<=later(?: |%20))[a-z]+day/g))];
    expect([days(text), days(html)]).toEqual([[day.toLowerCase()], [day.toLowerCase()]]);
    expect(html).toContain(`Later, on ${day}`);
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
    expect(readReply(text.replace(/^/gm, "> "), items)).toEqual({ decisions: [], doubts: [], stops: [] });
    const answered = readReply(
      `1 ok\n\nOn 22 May 2026, Afterword wrote:\n${text.replace(/^/gm, "> ")}`,
      items,
    );
    expect(answered.decisions).toEqual([{ type: "approve", item: 1 }]);
  });

  test("made of the HTML by a mail program that marks no quote, it decides nothing either", async () => {
    const digest = numbered(fullDigest);
    const { html } = await renderDigest(digest);
    const text = textOfHtml(html);
    // What stands around a draft, by which an edit of its quote is found.
    expect(text).toMatch(
      /^1\. Thank you to Greg Blake, ABC\n[\s\S]*^To: Greg Blake <greg@abc\.example>\nSubject: Re: Interview\n\nDear Greg,[\s\S]*Sam Reed\n\nSend it Skip Later$/m,
    );
    expect(readReply(text, answerableItems(digest)).decisions).toEqual([]);
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
    const whole = links.filter((link) => !/ $/.test(link.searchParams.get("body") ?? ""));
    for (const link of links) {
      expect(link.protocol + link.pathname).toBe("mailto:sam@reed.example");
      expect(
        tokenIn({ inReplyTo: [], references: [], to: [], subject: link.searchParams.get("subject") ?? "" }),
      ).toEqual([{ token: "AbCdEf0123456789-_xyz", where: "subject" }]);
    }
    const decided = whole.flatMap((link) => {
      const reading = readReply(link.searchParams.get("body") ?? "", items);
      expect(reading.doubts).toEqual([]);
      return reading.decisions.map(({ item }) => item);
    });
    const asking = items.filter(({ type }) => type !== "standing").map(({ n }) => n);
    const awaited = digest.waiting.map(({ n }) => n);
    expect([...new Set(decided)].sort()).toEqual([...asking, ...awaited].sort());
    expect(decided).toHaveLength(whole.length);
  });

  test("what needs a word of the person's is begun in a mail to complete", async () => {
    const digest = numbered(fullDigest);
    const begun = hrefs((await renderDigest(digest)).html)
      .map((href) => new URL(href).searchParams.get("body") ?? "")
      .filter((body) => / $/.test(body));
    expect(begun).toEqual(["1: ", "2: ", "3 is ", "7 is "]);
    const kinds: QuestionKind[] = ["kind", "belongs", "which", "time", "occasion"];
    for (const { write, example } of [
      ...beginnings.draft(1),
      ...kinds.flatMap((asks) => beginnings.question(1, asks)),
      ...beginnings.change(1, "closed"),
    ])
      expect(example.startsWith(write), example).toBe(true);
    for (const asks of kinds) {
      const items = [{ n: 1, type: "question" as const, asks }];
      for (const { example, write } of beginnings.question(1, asks)) {
        if (asks !== "occasion") expect(readReply(example, items).decisions, example).toHaveLength(1);
        expect(readReply(write, items).decisions, write).toEqual([]);
      }
    }
  });

  test("keeps what matters without any style sheet, as in Gmail's app and in Word: buttons with borders, letters apart, colours", async () => {
    const { html } = await render();
    const bare = html.replaceAll(/<style[\s\S]*?<\/style>/g, "");
    const drawn = [...bare.matchAll(/<a [^>]*class="([^"]*)"[^>]*style="([^"]*)"[^>]*>/g)];
    expect(drawn).toHaveLength(hrefs(html).length);
    for (const [, looks = "", style = ""] of drawn) {
      expect(style).toMatch(looks.includes("aw-quiet") ? /text-decoration: underline/ : /border: 1px solid/);
      if (looks.includes("aw-first")) expect(style).toMatch(/background-color: #23584a;.*color: #ffffff/);
      expect(style).toMatch(/color: #/);
    }
    const letters = [...bare.matchAll(/<td class="aw-letter" style="([^"]*)"/g)];
    expect(letters).toHaveLength(2);
    for (const [, style] of letters) expect(style).toMatch(/border-left: 3px solid #\w+; padding: /);
    expect(bare).toMatch(/<body[^>]*background-color:#f3f1ec/);
  });

  test("a thumb finds each of them: 44 pixels high at least", async () => {
    const { html } = await render();
    const styles = [...html.matchAll(/<a [^>]*style="([^"]*)"/g)].map(([, style]) => style ?? "");
    for (const style of styles) {
      const number = (name: string) => Number(new RegExp(`${name}: (\\d+)px`).exec(style)?.[1] ?? 0);
      const paddings = [...style.matchAll(/padding: (\d+)(?:px)?/g)];
      const height = number("line-height") + 2 * Number(paddings.at(-1)?.[1]) + 2 * number("border");
      expect(height, style).toBeGreaterThanOrEqual(44);
    }
  });

  test("Word gets each button in a cell of its own, because it draws no border or padding elsewhere", async () => {
    const { html } = await render();
    const cells = html.match(/<!--\[if mso\]><td [^>]*style="padding:[^"]*"><!\[endif\]--><a /g) ?? [];
    expect(cells).toHaveLength(hrefs(html).length);
  });

  test("has style sheets that Gmail keeps: each below 8,192 characters, with no rule of another kind than media queries, no variables", async () => {
    const { html } = await render();
    for (const [sheet] of html.matchAll(/<style[\s\S]*?<\/style>/g)) {
      expect(sheet.length).toBeLessThan(8192);
      expect(sheet.replaceAll("@media", "")).not.toMatch(/@|var\(|--\w/);
    }
  });

  test("with ten drafts and all else it is not clipped by Gmail, which keeps 102 kB; drafts stand before everything that could be", async () => {
    const [first] = fullDigest.waiting;
    const [change] = fullDigest.changes;
    if (first === undefined || change === undefined) throw new Error("the sample waits for somebody");
    const letter = "I enjoyed our conversation, and would be glad to hear how you decided. ".repeat(14);
    const { html } = await render({
      drafts: Array.from({ length: 10 }, () => ({ ...draft, text: letter })),
      changes: Array.from({ length: 5 }, () => change),
      waiting: Array.from({ length: 15 }, () => first),
    });
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
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

describe("the weekly sign of life", () => {
  const alive = {
    mailboxes: [{ address: "sam@reed.example", lastRead: "today at 07:28" }],
    candidacies: "1 candidacy is open: 1 interviewing.",
    next: "on Tuesday 2 June: Check-in with Greg Blake (ABC) is due",
  };

  test("says that nothing is to be done, what is watched, awaited and due, and how to end it", async () => {
    const digest = numbered({ ...emptyDigest, waiting: fullDigest.waiting, alive });
    const { subject, text, html } = await renderDigest(digest);
    expect(subject).toBe("Afterword, Friday 22 May: all quiet");
    expect(text).toMatch(/^Friday 22 May: All quiet\. Nothing needs you\.\n/);
    for (const words of [
      "I watch sam@reed.example, last read today at 07:28.",
      "1 candidacy is open: 1 interviewing.",
      "Next, on Tuesday 2 June: Check-in with Greg Blake (ABC) is due.",
      "1. Orchard Bank",
      "sign-of-life off",
    ])
      expect(text).toContain(words);
    expect(html).toContain("last read today at 07:28.");
    expect(text).not.toContain("Answer by replying");
  });

  test("where nothing is watched but a mailbox, it has no line to answer", async () => {
    const { text } = await renderDigest(numbered({ ...emptyDigest, alive: { ...alive, next: null } }));
    expect(text).toContain("Nothing is planned next.");
    expect(text).not.toMatch(/^\d+\. /m);
  });
});

test("two days' digests have two subjects, by which mail programs keep them apart", async () => {
  const of = async (today: string) => (await render({ today: Temporal.PlainDate.from(today) })).subject;
  expect(await of("2026-05-22")).not.toBe(await of("2026-05-23"));
});

test("a short mail shows a draft that it quotes as a digest does: apart, and whole", async () => {
  const { html } = await renderConfirmation({
    subject: "Afterword: your text, to approve",
    text: '1: this is yours:\n\nTo: Greg Blake <greg@abc.example>\nSubject: Hi\n\n> Dear Greg,\n>\n> 2. ok\n>> Thanks.\n\nReply "1 ok" to send it.',
  });
  expect(html).toMatch(/<h1[^>]*>Your text, to approve<\/h1>/);
  const [, letter = ""] = /<td class="aw-letter"[^>]*>([\s\S]*?)<\/td>/.exec(html) ?? [];
  expect(textOfHtml(letter)).toBe("Dear Greg,\n\n2. ok\n> Thanks.");
  expect(textOfHtml(html.replace(letter, ""))).not.toMatch(/Dear Greg|Thanks/);
  expect(html).toContain("Reply &#34;1 ok&#34; to send it.");
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
