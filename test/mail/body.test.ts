import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { languages } from "../../src/domain/language.ts";
import type { QuotedOriginal } from "../../src/domain/quoted-original.ts";
import { bodyOf, htmlPart, plainPart } from "../../src/mail/body.ts";
import { textOfHtml } from "../../src/mail/mail-text.ts";
import { newestText } from "../../src/understanding/text/reply-text.ts";

const approved = "Dear Greg,\n\nThank you for your time.\n\nKind regards,\nSam Reed";
const quoted: QuotedOriginal = {
  shape: "attribution",
  language: "en",
  at: Temporal.ZonedDateTime.from("2026-05-19T09:05:00[Europe/London]"),
  from: { name: "Greg Blake", address: "greg@abc.example" },
  to: [{ name: "Sam Reed", address: "sam@reed.example" }],
  subject: "Interview",
  text: "See you on Thursday.\n\nGreg\n\nOn 18 May, Sam Reed wrote:\n> Shall I come?\n> > Please do.",
};
const plain = (change: Partial<QuotedOriginal> = {}) => plainPart(bodyOf(approved, { ...quoted, ...change }));
const html = (change: Partial<QuotedOriginal> = {}) => htmlPart(bodyOf(approved, { ...quoted, ...change }));

describe("the quoted original", () => {
  test("stands below the approved text, behind one mark more than its own lines have", () => {
    expect(plain()).toBe(
      `${approved}\n\nOn 19 May 2026, 09:05, Greg Blake wrote:\n> See you on Thursday.\n>\n> Greg\n>\n> On 18 May, Sam Reed wrote:\n>> Shall I come?\n>>> Please do.\n`,
    );
  });

  test.each([
    ["de", "Am 19. Mai 2026 um 09:05 schrieb Greg Blake:"],
    ["fr", "Le 19 mai 2026 à 09:05, Greg Blake a écrit :"],
    ["es", "El 19 de mayo de 2026 a las 09:05, Greg Blake escribió:"],
    ["nl", "Op 19 mei 2026 om 09:05 schreef Greg Blake:"],
    ["pt", "Em 19 de maio de 2026 às 09:05, Greg Blake escreveu:"],
  ] as const)("in %s is introduced as mail programs do there", (language, line) => {
    expect(plain({ language })).toContain(`\n\n${line}\n> See you`);
  });

  test("stands under its head and without new marks where the person's program writes it so", () => {
    expect(plain({ shape: "header", language: "de" })).toContain(
      `Sam Reed\n\n${"_".repeat(32)}\nVon: Greg Blake <greg@abc.example>\nGesendet: 19. Mai 2026 09:05\nAn: Sam Reed <sam@reed.example>\nBetreff: Interview\n\nSee you on Thursday.\n\nGreg\n\nOn 18 May, Sam Reed wrote:\n> Shall I come?\n>> Please do.\n`,
    );
  });

  test("is told apart from the approved words by whoever reads the mail, in every language and shape", () => {
    for (const language of languages)
      for (const shape of ["attribution", "header"] as const) {
        expect(newestText(plain({ language, shape }))).toBe("Dear Greg,\n\nThank you for your time.");
        expect(newestText(textOfHtml(html({ language, shape })))).toBe(
          "Dear Greg,\n\nThank you for your time.",
        );
      }
  });

  test("has no name beside the address where the writer has none, and no line break of a stranger's in its head", () => {
    expect(plain({ from: { name: "", address: "greg@abc.example" } })).toContain(
      "05, greg@abc.example wrote:",
    );
    expect(plain({ from: { name: "Greg\n\nPay here", address: "greg@abc.example" } })).toContain(
      ", Greg Pay here wrote:",
    );
  });

  test("of a huge mail is cut, and says so", () => {
    const long = plain({ text: Array.from({ length: 5_000 }, (_, n) => `Line ${n}`).join("\n") });
    expect(long).toContain("> Line 199\n> [...]\n");
    expect(long).not.toContain("Line 200");
    expect(plain({ text: "word ".repeat(40_000) }).length).toBeLessThan(14_000);
  });

  test("hides nothing: signs that cannot be seen are left out of it and of the approved text, as in the digest", () => {
    const tagged = (text: string) => `${text}\u202e\u{e0041}`;
    expect(plainPart(bodyOf(tagged(approved), { ...quoted, text: tagged(quoted.text) }))).toBe(plain());
  });
});

describe("the HTML part", () => {
  /** Every word in order. */
  const said = (text: string) => text.split(/[\s>]+/).filter((word) => word !== "");

  test("says the same words as the plain part, in the same order", () => {
    for (const shape of ["attribution", "header"] as const)
      expect(said(textOfHtml(html({ shape })))).toEqual(said(plain({ shape })));
    expect(said(textOfHtml(htmlPart(bodyOf(approved, null))))).toEqual(said(approved));
  });

  test("has paragraphs, lines and nested quotes, and no style, script, picture or link", () => {
    expect(html()).toContain("<p>Kind regards,<br>\nSam Reed</p>");
    expect(html()).toMatch(
      /wrote:<\/p>\n<blockquote type="cite">\n<p>See[\s\S]+<blockquote type="cite">\n<p>Shall I come\?<\/p>\n<blockquote type="cite">\n<p>Please do\.<\/p>\n<\/blockquote>\n<\/blockquote>\n<\/blockquote>\n<\/body>/,
    );
    expect(html()).not.toMatch(/style|script|<img|<a |src=|href=/i);
  });

  test("reads nothing of either side's words as HTML", () => {
    const hostile = `</p></body><script>alert("1")</script> & <img src='x'>`;
    const written = htmlPart(
      bodyOf(hostile, { ...quoted, text: hostile, from: { ...quoted.from, name: "<b>" } }),
    );
    expect(written).not.toMatch(/<script|<img|<b>/);
    expect(textOfHtml(written)).toContain(hostile);
  });
});
