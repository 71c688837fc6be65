import { expect, test } from "vitest";
import { letterParts, newestText } from "../../src/understanding/reply-text.ts";

const said = "Thursday suits us well.";

test.each([
  [
    "marked quotes and their attribution",
    `${said}\n\nOn Mon, 18 May 2026 at 09:12, Ana Reyes <ana@mailbox.example> wrote:\n> Would Thursday suit?\n> Ana`,
  ],
  [
    "an attribution that is wrapped over two lines",
    `${said}\n\nOn Mon, 18 May 2026 at 09:12, Ana Reyes\n<ana@mailbox.example> wrote:\n\n> Would Thursday suit?`,
  ],
  [
    "an attribution whose quote carries no marks",
    `${said}\n\nOn Mon, 18 May 2026, Ana Reyes wrote:\n\nWould Thursday suit?\nAna`,
  ],
  [
    "an Outlook header block",
    `${said}\n\nFrom: Ana Reyes <ana@mailbox.example>\nSent: 18 May 2026 09:12\nTo: Greg Miller\nSubject: Thursday\n\nWould Thursday suit?`,
  ],
  ["an original-message divider", `${said}\n\n-----Original Message-----\nFrom: Ana\n\nWould Thursday suit?`],
  [
    "a Lotus Notes heading without marks",
    `${said}\n\n"Ana Reyes" <ana@mailbox.example> on 05/18/2026 09:12:44 AM\nTo: Greg\n\nWould Thursday suit?`,
  ],
  [
    "a German attribution",
    `${said}\n\nAm 18.05.2026 um 09:12 schrieb Ana Reyes <ana@mailbox.example>:\n> Passt Donnerstag?`,
  ],
  ["a phone's footer", `${said}\n\nSent from my iPhone`],
  [
    "a confidentiality note",
    `${said}\n\nThis email and any attachments are confidential and intended for the addressee only.`,
  ],
])("the newest text is without %s", (_, text) => {
  expect(newestText(text)).toBe(said);
});

test("answers written between marked quotes are kept", () => {
  expect(newestText("> Would Thursday suit?\nYes.\n> And who will be there?\nPriya and I.")).toBe(
    "Yes.\nPriya and I.",
  );
});

test("a signature is kept apart, because names stand in it", () => {
  expect(letterParts("See you then.\n\nKind regards,\nGreg Miller\nNorthwind Traders Ltd")).toEqual({
    newest: "See you then.",
    signature: "Kind regards,\nGreg Miller\nNorthwind Traders Ltd",
  });
});

test("a letter that opens with thanks is not taken for a signature", () => {
  expect(
    newestText("Hello Ana,\n\nThank you,\nwe received your papers and will read them this week."),
  ).toContain("will read them");
});

test("a postscript below the signature is the writer's word", () => {
  expect(newestText("See you then.\n\nBest regards,\nGreg\n\nPS: please bring your passport.")).toContain(
    "bring your passport",
  );
});

test("words broken by characters without width are joined", () => {
  expect(newestText("We are plea\u200bsed to in\u00advite you.")).toBe("We are pleased to invite you.");
});

test("a forward without a note keeps its text", () => {
  expect(
    newestText("From: Greg <greg@northwind.example>\nTo: Ana\nSubject: Thursday\n\nSee you on Thursday."),
  ).toContain("See you on Thursday.");
});
