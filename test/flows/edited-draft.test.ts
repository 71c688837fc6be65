import { simpleParser } from "mailparser";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { afterTalks, thankYouTo } from "../support/after-talks.ts";
import { digestOf } from "../support/answering.ts";
import { answering, type ShortMail, shortMailsTo } from "../support/confirmations.ts";
import { invitation, type Letter, meeting } from "../support/letter.ts";
import { type Connected, type Made, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let ana: Connected;
let digest: Made;

beforeAll(async () => {
  here = await openReceivingApp();
});
afterAll(() => here.close());

const kim = invitation({
  from: "Kim Ode <kim.ode@larkspur-books.example>",
  id: "invite-2@larkspur-books.example",
  text: "Dear Ana,\n\nWe would like to invite you to an interview for the position of Office Manager\nat Larkspur Books on Thursday 21 May 2026 at 10:00.\n\nBest regards,\nKim Ode\nLarkspur Books",
  calendar: meeting({
    uid: "talk-2@larkspur-books.example",
    organizer: "CN=Kim Ode:mailto:kim.ode@larkspur-books.example",
    start: "20260521T100000",
    end: "20260521T104500",
  }),
});

/** Two employers talk to Ana on one day; each is to be thanked, under one subject. */
beforeEach(async () => {
  ({ ana, digest } = await afterTalks(here, [invitation(), kim], { debrief: false }));
});

type Whom = "Jo Field" | "Kim Ode";
const n = (whom: Whom): number => thankYouTo(digest, whom);
const jo = (): number => n("Jo Field");
/** The digest's text with a sentence more in the draft to that person. */
const edited = (
  whom: Whom,
  mail: string = digest.text,
  sentence = "I liked your ovens very much.",
): string => {
  const at = mail.indexOf("> Kind regards,", mail.indexOf(`To: ${whom}`));
  return `${mail.slice(0, at)}> ${sentence}\n>\n${mail.slice(at)}`;
};
const say = (text: string, quote: string, parts: Partial<Letter> = {}) =>
  here.deliver(ana, answering(ana, digest, text, { ...parts, quote }), "sent");
const latest = async (): Promise<ShortMail> => {
  const found = (await shortMailsTo(here, ana)).at(-1);
  if (!found) throw new Error("no short mail was made");
  return found;
};
const mails = async () =>
  (
    await here.query(
      "select envelope_to, state, rfc822 from outbox where purpose = 'draft' order by approved_at, envelope_to",
    )
  ).map((row) => ({
    to: row.envelope_to.split(".")[0],
    state: row.state,
    isEdited: row.rfc822.toString().includes("ovens"),
  }));
const versions = async (whom: Whom) =>
  (await here.query("select version, by, text from draft where to_name = $1 order by version", [whom])).map(
    (row) => ({
      by: row.by,
      isEdited: row.text.includes("\nI liked your ovens very much.\n\nKind regards,"),
    }),
  );
const doubts = async () =>
  (await here.journal(ana)).filter(({ type }) => type === "reply_doubt").map(({ says }) => says);
const lessons = () => here.query("select lesson from lesson");

describe("a draft that was edited in the quote is a version of the person's (POLICY 7.3)", () => {
  test.each(["", "N ok", "N ok\nThanks!\nAna"])(
    "with `%s` above it nothing leaves: it is shown in full, and its own yes sends exactly that",
    async (words) => {
      await say(words.replace("N", `${jo()}`), edited("Jo Field"));
      expect(await mails()).toEqual([]);
      expect(await versions("Jo Field")).toEqual([
        { by: "template", isEdited: false },
        { by: "person", isEdited: true },
      ]);
      const shown = await latest();
      expect(shown.subject).toBe("Afterword: a draft to approve");
      expect(shown.text).toMatch(
        new RegExp(
          `To: Jo Field <jo.field@fairholm-bakery.example>\nSubject: Re: Interview for Office Manager\n\n> .*Jo,\n[\\s\\S]*> I liked your ovens very much.\n>\n> Kind regards,\n> Ana Reyes\n\nReply "${jo()} ok" to send it`,
        ),
      );
      await here.deliver(ana, answering(ana, shown, `${jo()} ok`), "sent");
      expect(await mails()).toEqual([{ to: "jo", state: "queued", isEdited: true }]);
    },
  );

  test("it is learnt from when it is approved, not before", async () => {
    const greeting = /> (?:Dear|Hello) Jo,/;
    await say("", edited("Jo Field").replace(greeting, "> Hi Jo,"));
    expect(await lessons()).toEqual([]);
    await here.deliver(ana, answering(ana, await latest(), `${jo()} ok`), "sent");
    expect(await lessons()).not.toEqual([]);
  });

  test("where no short mail may go out any more it stands in the next digest, and is approved there", async () => {
    await say("8 ok", "", { id: "a@reyes.example" });
    await say("9 ok", "", { id: "b@reyes.example" });
    await say(`${jo()} ok`, edited("Jo Field"));
    expect(await shortMailsTo(here, ana)).toHaveLength(2);
    expect(await mails()).toEqual([]);
    here.at("2026-05-23T07:30");
    digest = await digestOf(here, ana);
    expect(digest.text).toContain("> I liked your ovens very much.");
    expect(digest.text).toContain("You changed the quoted text of the mail to Jo Field: your version waits");
    await say(`${jo()} ok`, digest.text);
    expect(await mails()).toEqual([{ to: "jo", state: "queued", isEdited: true }]);
  });

  test("during a pause it is kept, and told without an answer that would be refused", async () => {
    await here.query("update person set paused_until = '2026-06-20'");
    await say("", edited("Jo Field"));
    expect((await versions("Jo Field")).at(-1)).toEqual({ by: "person", isEdited: true });
    const { text } = await latest();
    expect(text).toContain("your version waits for your yes, and the old one is not sent. You paused");
    expect(text).not.toContain("to send it");
  });

  test("it takes back what was approved before", async () => {
    await say(`${jo()} ok`, digest.text);
    await say("", edited("Jo Field"));
    expect(await mails()).toEqual([{ to: "jo", state: "cancelled", isEdited: false }]);
    expect((await versions("Jo Field")).at(-1)).toEqual({ by: "person", isEdited: true });
    expect((await latest()).text).toContain("> I liked your ovens very much.");
  });

  test("it counts after an approval was taken back as well", async () => {
    await say(`${jo()} ok`, digest.text, { id: "a@reyes.example" });
    await say(`undo ${jo()}`, digest.text, { id: "b@reyes.example" });
    await say("", edited("Jo Field"), { id: "c@reyes.example" });
    expect((await versions("Jo Field")).at(-1)).toEqual({ by: "person", isEdited: true });
  });

  test("another one than the approved one: each has its own fate", async () => {
    await say(`${n("Kim Ode")} ok`, edited("Jo Field"));
    expect(await mails()).toEqual([{ to: "kim", state: "queued", isEdited: false }]);
    expect((await versions("Jo Field")).at(-1)).toEqual({ by: "person", isEdited: true });
    expect(await versions("Kim Ode")).toHaveLength(1);
  });

  test("two of them are both shown, and each is approved by its number", async () => {
    await say("all ok", edited("Jo Field", edited("Kim Ode")));
    expect(await mails()).toEqual([]);
    const shown = await latest();
    expect(shown.text.match(/> I liked your ovens very much\./g)).toHaveLength(2);
    await here.deliver(ana, answering(ana, shown, `${jo()} ok\n${n("Kim Ode")} ok`), "sent");
    expect(await mails()).toEqual([
      { to: "jo", state: "queued", isEdited: true },
      { to: "kim", state: "queued", isEdited: true },
    ]);
  });

  test("the same edit that comes again makes no other version, and takes nothing back", async () => {
    await say("", edited("Jo Field"));
    await here.deliver(ana, answering(ana, await latest(), `${jo()} ok`), "sent");
    await say("Thanks", edited("Jo Field"), { id: "again@reyes.example" });
    expect(await mails()).toEqual([{ to: "jo", state: "queued", isEdited: true }]);
    expect(await versions("Jo Field")).toHaveLength(2);
  });

  test("in an answer of HTML alone", async () => {
    const { html } = await simpleParser(digest.source);
    if (!html) throw new Error("the digest has no HTML");
    const at = html.indexOf("Kind regards,", html.indexOf("To: Jo Field"));
    const quoted = `${html.slice(0, at)}I liked your ovens very much.<br><br>${html.slice(at)}`;
    const mail = [
      `From: Ana Reyes <${ana.address}>`,
      `To: Afterword <${ana.address}>`,
      `Subject: Re: ${digest.subject}`,
      "Message-ID: <html-1@reyes.example>",
      "Date: Fri, 22 May 2026 07:45:00 +0100",
      `In-Reply-To: <${digest.messageId}>`,
      "MIME-Version: 1.0",
      "Content-Type: text/html; charset=utf-8",
      "Content-Transfer-Encoding: base64",
      "",
      Buffer.from(
        `<html><body><div>${jo()} ok</div><div class="gmail_quote">On Fri, 22 May 2026 at 07:30, Afterword &lt;${ana.address}&gt; wrote:<br><blockquote>${quoted}</blockquote></div></body></html>`,
      )
        .toString("base64")
        .replaceAll(/(.{76})/g, "$1\r\n"),
      "",
    ].join("\r\n");
    await here.deliver(ana, Buffer.from(mail), "sent");
    expect(await mails()).toEqual([]);
    expect(await versions("Jo Field")).toEqual([
      { by: "template", isEdited: false },
      { by: "person", isEdited: true },
    ]);
    expect(await versions("Kim Ode")).toHaveLength(1);
  });
});

/** An answer of HTML with that below its words, as it lies in Sent: alone, or with a part of plain text before it. */
const sayHtml = (words: string, quote: string, id: string, plain: string | null = null) => {
  const html = `<html><body><div>${words}</div><div>On Fri, 22 May 2026 at 07:30, Afterword &lt;${ana.address}&gt; wrote:</div><blockquote>${quote}</blockquote></body></html>`;
  const textPart = ["--part", "Content-Type: text/plain; charset=utf-8", "", plain ?? "", "--part"];
  return here.deliver(
    ana,
    Buffer.from(
      [
        `From: Ana Reyes <${ana.address}>`,
        `To: Afterword <${ana.address}>`,
        `Subject: Re: ${digest.subject}`,
        `Message-ID: <${id}@reyes.example>`,
        "Date: Fri, 22 May 2026 07:45:00 +0100",
        `In-Reply-To: <${digest.messageId}>`,
        "MIME-Version: 1.0",
        ...(plain === null ? [] : ['Content-Type: multipart/alternative; boundary="part"', "", ...textPart]),
        "Content-Type: text/html; charset=utf-8",
        "",
        html,
        ...(plain === null ? [] : ["--part--"]),
      ].join("\r\n"),
    ),
    "sent",
  );
};
const draftTo = async (whom: Whom): Promise<string> =>
  (await here.query("select text from draft where to_name = $1", [whom]))[0]?.text;
const rewritten =
  "Dear Jo,\n\nthank you so much for Thursday, I loved to see the ovens and to hear that you start at four.\n\nAna";

describe("an approval acts only above a quote that is ours", () => {
  test.each([
    [
      "trimmed to the draft, with a postscript",
      (draft: string) => `${draft}\n\nP.S. I withdraw the salary that I named.`,
    ],
    ["trimmed to the draft, with a short postscript", (draft: string) => `${draft}\n\nP.S. I withdraw.`],
    ["trimmed to the draft, and written anew", () => rewritten],
    [
      "trimmed to the draft, half of it taken out of the middle",
      (draft: string) => {
        const [greeting, , ...rest] = draft.split("\n\n");
        return [greeting, draft.split("\n\n")[1]?.split(". ")[0], ...rest.slice(-1)].join("\n\n");
      },
    ],
    [
      "whole but for its head and most of its words",
      (draft: string) =>
        digest.text
          .replace(/To: Jo Field.*\nSubject:.*\n/, "")
          .replace(draft.replaceAll(/^/gm, "> ").replaceAll(/ $/gm, ""), rewritten.replaceAll(/^/gm, "> ")),
    ],
    [
      "cut below the draft, with a postscript in its place",
      (draft: string) => {
        const end = digest.text.indexOf("Reply", digest.text.indexOf("To: Jo Field"));
        return `${digest.text.slice(0, end)}> P.S. I withdraw the salary that I named, ${draft.length} times.`;
      },
    ],
  ])("%s: nothing is sent, and it is asked back", async (_, quoting) => {
    await say(`${jo()} ok`, quoting(await draftTo("Jo Field")));
    expect(await mails()).toEqual([]);
    expect((await latest()).text).toContain(`${jo()}: You changed the quoted text`);
  });

  test("without quote marks as well", async () => {
    await say("", "", {
      text: `${jo()} ok\n\nFrom: Afterword <${ana.address}>\nSent: Friday 22 May 2026 07:30\nTo: Ana Reyes\nSubject: ${digest.subject}\n\n${rewritten}`,
    });
    expect(await mails()).toEqual([]);
    expect((await latest()).text).toContain(`${jo()}: You changed the quoted text`);
  });

  test.each([
    ["trimmed to the draft", (draft: string) => draft],
    ["trimmed to the draft's beginning", (draft: string) => draft.slice(0, 60)],
    [
      "trimmed to the other draft",
      () => digest.text.slice(digest.text.indexOf("> ", digest.text.indexOf("To: Kim"))),
    ],
    ["without the drafts", () => digest.text.replaceAll(/^(?:>.*|To:.*|Subject:.*)\n/gm, "")],
  ])("%s as it was: it is sent", async (_, quoting) => {
    await say(`${jo()} ok`, `${quoting(await draftTo("Jo Field")).replaceAll(/^> ?/gm, "")}`);
    expect(await mails()).toEqual([{ to: "jo", state: "queued", isEdited: false }]);
  });

  test.each([
    ["alone", () => null],
    [
      "beside plain text that still has them",
      () =>
        `${jo()} ok\n\nOn Fri, 22 May 2026 at 07:30, Afterword <${ana.address}> wrote:\n${digest.text.replaceAll(/^/gm, "> ")}`,
    ],
  ])(
    "words that are struck through in HTML %s are taken out: the text without them waits for its yes",
    async (_, plain) => {
      const { html } = await simpleParser(digest.source);
      if (!html) throw new Error("the digest has no HTML");
      const sentence = (await draftTo("Jo Field")).split("\n\n")[1] ?? "";
      const [first = ""] = sentence.split(/(?<=\.) /);
      const at = html.indexOf(first, html.indexOf("To: Jo Field"));
      expect(at).toBeGreaterThan(-1);
      await sayHtml(
        `${jo()} ok`,
        `${html.slice(0, at)}<s>${first}</s>${html.slice(at + first.length)}`.replace(
          /^[\s\S]*<body[^>]*>|<\/body>[\s\S]*/g,
          "",
        ),
        "struck@reyes.example",
        plain(),
      );
      expect(await mails()).toEqual([]);
      expect(await versions("Jo Field")).toHaveLength(2);
      expect((await latest()).text).not.toContain(first);
    },
  );
});

describe("no version comes about", () => {
  test.each([
    [
      "a quote that a mail program broke anew",
      (text: string) => text.replaceAll(/(.{1,60})(?: |$)/gm, "$1\n"),
    ],
    ["a quote that was cut", (text: string) => text.slice(0, text.indexOf("> Kind regards"))],
    ["no quote at all", () => ""],
  ])("from %s: `1 ok` sends what was shown", async (_, quoting) => {
    await say(`${jo()} ok`, quoting(digest.text));
    expect(await mails()).toEqual([{ to: "jo", state: "queued", isEdited: false }]);
    expect(await versions("Jo Field")).toHaveLength(1);
  });

  test("beside `skip`, which is done", async () => {
    await say(`${jo()} skip`, edited("Jo Field"));
    expect(await versions("Jo Field")).toHaveLength(1);
    expect(
      await here.query("select status from follow_up where to_name = 'Jo Field' and kind = 'thank_you'"),
    ).toEqual([{ status: "skipped" }]);
  });

  test("beside `send:`, whose text goes out", async () => {
    await say(`${jo()} send: Hi Jo,\n\nThank you for the time on Thursday.\n\nAna`, edited("Jo Field"));
    expect(await mails()).toEqual([{ to: "jo", state: "queued", isEdited: false }]);
    expect((await versions("Jo Field")).at(-1)).toEqual({ by: "person", isEdited: false });
  });

  test.each([
    ["the recipient was changed", (text: string) => text.replace("<jo.field@", "<ann.field@")],
    [
      "an answer to us stands in the middle",
      (text: string) => text.replace(/> (.*) Jo,\n/, "> $1 Jo,\n> 1 skip\n"),
    ],
    ["most of it is gone", (text: string) => text.replace(/(> \w+ Jo,\n)[\s\S]*?(> Kind regards)/, "$1$2")],
  ])("where %s: nothing is done, and it is asked back", async (_, quoting) => {
    await say(`${jo()} ok\n${n("Kim Ode")} ok`, quoting(digest.text));
    expect(await mails()).toEqual([{ to: "kim", state: "queued", isEdited: false }]);
    expect(await versions("Jo Field")).toHaveLength(1);
    expect((await latest()).text).toContain(`Answer "${jo()} send:" with the whole text behind it.`);
  });

  test("after they wrote, which is told (R14)", async () => {
    await here.deliver(ana, {
      from: "Jo Field <jo.field@fairholm-bakery.example>",
      subject: "Re: Interview for Office Manager",
      answers: "invite-1@fairholm-bakery.example",
      text: "Dear Ana,\n\nOne more thing: could you send us two references?\n\nJo Field",
    });
    await say(`${jo()} ok`, edited("Jo Field"));
    expect(await mails()).toEqual([]);
    expect(await doubts()).toEqual([expect.stringMatching(/has changed since/)]);
  });

  test("from the answer of somebody else", async () => {
    await here.deliver(
      ana,
      answering(ana, digest, "", {
        quote: edited("Jo Field"),
        from: "Max <max@elsewhere.example>",
        proven: "elsewhere.example",
      }),
    );
    expect(await versions("Jo Field")).toHaveLength(1);
  });
});

test("`later` beside an edit puts the new version off", async () => {
  await say(`${jo()} later`, edited("Jo Field"));
  expect((await versions("Jo Field")).at(-1)).toEqual({ by: "person", isEdited: true });
  expect(
    await here.query(
      "select not_before::text as day from follow_up where to_name = 'Jo Field' and kind = 'thank_you'",
    ),
  ).toEqual([{ day: "2026-05-26" }]);
});
