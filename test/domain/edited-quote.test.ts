import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editedQuote } from "../../src/domain/edited-quote.ts";

const text =
  "Dear Greg,\n\nThank you for the time you took for me on Thursday. I would be glad to go further, and I'm happy to send anything that helps.\nIt was a pleasure to see the ovens - all of them.\n\nKind regards,\nAna";
const shown = {
  n: 2,
  to: { name: "Greg Moss", address: "greg@abc.example" },
  subject: "Re: Interview for Baker at the ABC works",
  text,
};

/** A digest as it arrives, with that text in the place of the draft. */
const digest = (draft: string): string => `Friday 22 May: 2 to approve. Nothing is sent before you say so.

1. Thank you to Max Lund, ABC
The interview on Thursday 21 May has ended.

To: Max Lund <max@abc.example>
Subject: Re: Interview for Baker at the ABC works

> Dear Max,
>
> I enjoyed our conversation, and I would be glad to go further with ABC. Please say if there is anything else.
>
> Kind regards,
> Ana

Reply "1 ok" to send it, "1 later friday" to decide then, "1 skip" to leave it out.

2. Thank you to Greg Moss, ABC
The interview on Thursday 21 May has ended.

To: Greg Moss <greg@abc.example>
Subject: Re: Interview for Baker at the ABC works

${draft.replaceAll(/^/gm, "> ")}

Reply "2 ok" to send it, "2 later friday" to decide then, "2 skip" to leave it out.

WAITING
3. Lund Mills: Waiting: they promised Friday 29 May.

Answer by replying to this mail, with the number first.`;

const wrote = "On Fri, 22 May 2026 at 07:30, Afterword <ana@reyes.example> wrote:";
const marked = (mail: string): string => `2 ok\n\n${wrote}\n${mail.replaceAll(/^/gm, "> ")}`;
const wrapped = (mail: string, width: number): string =>
  mail
    .split("\n")
    .map((line) => line.replaceAll(new RegExp(`(.{1,${width}})(?: +|$)`, "g"), "$1\n").trimEnd())
    .join("\n");

/** What mail programs make of a quoted mail. */
const programs: readonly (readonly [string, (mail: string) => string])[] = [
  ["marks every line", marked],
  [
    "marks nothing (Outlook)",
    (mail) => `2 ok\n\nFrom: Afterword\nSent: Friday\nTo: Ana\nSubject: Afterword\n\n${mail}`,
  ],
  ["breaks lines at 76", (mail) => marked(wrapped(mail, 76))],
  [
    "breaks lines before it marks them",
    (mail) => `2 ok\n\n${wrote}\n${wrapped(mail, 60).replaceAll(/^/gm, ">")}`,
  ],
  [
    "marks each line twice and drops the blank ones",
    (mail) => marked(marked(mail)).replaceAll(/\n[> ]*(?=\n)/g, ""),
  ],
  [
    "makes text of HTML",
    (mail) =>
      marked(
        mail
          .replaceAll(/^> ?/gm, "")
          .replaceAll(
            /Reply .*/g,
            "Send it <mailto:ana@reyes.example?subject=Re%3A&body=2%20ok>\nSkip <mailto:ana@reyes.example> Later",
          ),
      ),
  ],
  [
    "draws curly quotes and long dashes, and marks links",
    (mail) =>
      marked(
        mail
          .replaceAll("'", "’")
          .replaceAll(/"(.*?)"/g, "“$1”")
          .replaceAll(" - ", " – ")
          .replaceAll("<greg@abc.example>", "<greg@abc.example<mailto:greg@abc.example>>"),
      ),
  ],
  [
    "writes no-break spaces and capitals",
    (mail) => marked(mail.replaceAll("Dear", "DEAR").replaceAll(" the ", "\u00a0the ")),
  ],
];

describe("a draft as it was quoted is no edit", () => {
  test.each(programs)("where a program %s", (_, quoted) => {
    expect(editedQuote(quoted(digest(text)), shown)).toBeNull();
  });

  test("where it is not quoted, or cut anywhere", () => {
    expect(editedQuote("2 ok", shown)).toBeNull();
    const whole = marked(digest(text));
    for (let end = 0; end < whole.length; end += 1)
      expect(editedQuote(whole.slice(0, end), shown), whole.slice(end - 40, end)).toBeNull();
  });

  test("where the one above it was edited", () => {
    expect(
      editedQuote(marked(digest(text)).replace("I enjoyed our", "I much enjoyed our"), shown),
    ).toBeNull();
  });

  test("where it holds an address that a mail program marks as a link", () => {
    const own = text.replace("helps.", "helps: https://ana.example/cv (https://ana.example/old).");
    const linked = own.replace("/cv ", "/cv<https://ana.example/cv> ");
    expect(editedQuote(marked(digest(linked)), { ...shown, text: own })).toBeNull();
  });

  test("where an answer stands right below it", () => {
    expect(editedQuote(marked(digest(text)).replace('> Reply "2', '2 ok\n> Reply "2'), shown)).toBeNull();
  });

  test("where words stand in its place that are an answer to another mail of ours", () => {
    expect(editedQuote(`ok\n\n> ${"Something else altogether. ".repeat(20)}`, shown)).toBeNull();
  });
});

describe("an edit is found whole, with the paragraphs of the draft", () => {
  const edits: readonly (readonly [string, string, string])[] = [
    ["a word more", "glad", "very glad"],
    ["another word", "Thursday", "Tuesday"],
    ["a sentence less", " I would be glad to go further, and I'm happy to send anything that helps.", ""],
    ["another greeting", "Dear Greg,", "Hi Greg,"],
    ["a postscript", "Ana", "Ana\n\nPS: I can begin in June."],
    ["another question mark", "of them.", "of them!"],
    ["a paragraph more", "\n\nKind regards", "\n\nI have read your book on rye.\n\nKind regards"],
  ];
  const cells = edits.flatMap(([what, from, to]) =>
    programs.map(([program, quoted]) => ({ what, from, to, program, quoted })),
  );
  test.each(cells)("$what, where a program $program", ({ from, to, program, quoted }) => {
    const edit = editedQuote(quoted(digest(text.replace(from, to))), shown);
    if (edit === null || edit === "doubt") throw new Error(`${edit}`);
    const plain = (words: string) =>
      words.replaceAll("’", "'").replaceAll("–", "-").replaceAll("DEAR", "Dear");
    const expected = text.replace(from, to);
    // Where blank lines are dropped, those of a new paragraph are not to be known.
    if (program.includes("drops") && to.includes("\n\n"))
      expect(plain(edit.text).replaceAll(/\n+/g, "\n")).toBe(expected.replaceAll(/\n+/g, "\n"));
    else expect(plain(edit.text)).toBe(expected);
  });

  test("with the lists of the draft", () => {
    const list =
      "Dear Greg,\n\nI liked three things:\n- the ovens\n- the rye\n- the people there\n\nKind regards,\nAna";
    const edited = list.replace("three", "these three");
    expect(editedQuote(marked(digest(edited)), { ...shown, text: list })).toEqual({ text: edited });
  });

  test("broken at any width", () => {
    const edited = text.replace("glad to go further", "glad indeed to go a good deal further than that");
    fc.assert(
      fc.property(fc.integer({ min: 45, max: 120 }), (width) => {
        expect(editedQuote(marked(wrapped(digest(edited), width)), shown)).toEqual({ text: edited });
      }),
    );
  });
});

describe("it is asked back", () => {
  const mail = marked(digest(text));
  test.each([
    ["where two thirds are gone", marked(digest("Dear Greg,\n\nThanks.\n\nAna"))],
    ["where all of it is gone", marked(digest(""))],
    ["where an answer to us stands inside", marked(digest(text.replace("\nIt was", "\n1 ok\nIt was")))],
    ["where a command stands inside", marked(digest(text.replace("\nIt was", "\npause 2w\nIt was")))],
    [
      "where a line of ours stands inside",
      marked(digest(text.replace("\nIt was", "\nSubject: ABC\nIt was"))),
    ],
    ["where a piece was left out", marked(digest(text.replace("Thank you for the time", "[...]")))],
    [
      "where a remark without a mark stands below it",
      mail.replace('> Reply "2', 'that is nice, send it\n> Reply "2'),
    ],
    ["where it goes to somebody else", mail.replace("greg@abc", "boss@abc")],
    ["where its subject is another one", mail.replace(/(greg@abc.*\n.*)Baker/, "$1Chief Baker")],
    [
      "where the line below it is gone and it reads otherwise",
      marked(digest(text.replace("glad", "sad"))).replace(/> Reply "2[\s\S]*/, ""),
    ],
    [
      "where nothing around it is left and it reads otherwise",
      `2 ok\n${text.replace("glad", "sad").replaceAll(/^/gm, "> ")}`,
    ],
  ])("%s", (_, answer) => {
    expect(editedQuote(answer, shown)).toBe("doubt");
  });
});

describe("of two drafts to one address under one subject", () => {
  const other = text.replace("to see the ovens - all of them", "to read your paper on rye");
  const twice = (first: string, second: string): string =>
    digest(second)
      .replace("Max Lund <max@abc.example>", "Greg Moss <greg@abc.example>")
      .replace(/> Dear Max,[\s\S]*?> Ana/, first.replaceAll(/^/gm, "> "));
  const asText = (mail: string): string => mail.replaceAll(/^> ?/gm, "");
  const html = (mail: string): string => marked(asText(mail).replaceAll(/Reply .*/g, "Send it\nSkip Later"));

  test.each([
    ["marks every line", marked],
    ["makes text of HTML, which says the number in the title alone", html],
  ])("each is compared with its own block, where a program %s", (_, quoted) => {
    const mail = quoted(twice(other, text));
    expect(editedQuote(mail, shown)).toBeNull();
    expect(editedQuote(mail, { ...shown, n: 1, text: other })).toBeNull();
    const changed = text.replace("glad", "very glad");
    expect(editedQuote(quoted(twice(other, changed)), shown)).toEqual({ text: changed });
  });

  test("it is asked back where nothing tells which is which", () => {
    expect(editedQuote(html(twice(other, text)).replaceAll(/^> \d\. .*\n/gm, ""), shown)).toBe("doubt");
  });
});

test("it is asked back where two blocks bear its number and read otherwise: one may stand in the text of another draft", () => {
  const changed = text.replace("glad", "sad");
  expect(editedQuote(`${marked(digest(text))}\n${marked(digest(changed))}`, shown)).toBe("doubt");
  expect(editedQuote(`${marked(digest(changed))}\n${marked(digest(changed))}`, shown)).toEqual({
    text: changed,
  });
});

test("a hostile mail of any size is looked at in a moment", () => {
  const heads = "To: greg@abc.example\nSubject: Re: Interview for Baker at the ABC works\n".repeat(2_000);
  const started = performance.now();
  editedQuote(`${heads}${"word ".repeat(20_000)}\nReply "2 ok"`, shown);
  editedQuote(`To: greg@abc.example\n${"\n > ".repeat(20_000)}${"(mailto:".repeat(10_000)}`, shown);
  editedQuote(`To: greg@abc.example\nSubject: ${shown.subject}\nReply${" ".repeat(150_000)}`, shown);
  editedQuote(`${"1. To: greg\n".repeat(100_000)}${`To: x\n${"\n".repeat(5_000)}`.repeat(20)}`, shown);
  expect(performance.now() - started).toBeLessThan(2_000);
});
