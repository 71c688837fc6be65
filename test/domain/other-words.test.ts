import { describe, expect, test } from "vitest";
import { holdsOtherWords, isQuotedInPieces } from "../../src/domain/other-words.ts";

const draft = (name: string): string =>
  `Dear ${name},\n\nThank you for the time you took for me on Thursday. I would be glad to go further with you.\n\nI am happy to send anything that helps.\n\nKind regards,\nAna`;
const digest = `1. Thank you to Greg\n\n${draft("Greg")}\n\nReply "1 ok" to send it.\n\n2. Thank you to Kim\n\n${draft("Kim")}`;

describe("words in a quote that are not ours", () => {
  test.each([
    ["the mail as it was", digest, false],
    ["the mail broken anew, with other signs", digest.replaceAll(" ", "\n").replaceAll(",", " -"), false],
    ["pieces of it", `${digest.slice(20, 120)}\n${digest.slice(200, 300)}`, false],
    ["three words, as a mail program adds them", `${digest}\nSent by phone`, false],
    ["four words", `${digest}\nPS I cannot come`, true],
    [
      "a sentence in the middle",
      digest.replace("I am happy", "But only for twice as much. I am happy"),
      true,
    ],
  ])("%s: %s", (_, quoted, expected) => {
    expect(holdsOtherWords(quoted, [digest])).toBe(expected);
  });
});

describe("a draft that is quoted in pieces", () => {
  const others = [draft("Kim")];
  const shorter = (name: string): string =>
    draft(name).replace(" I would be glad to go further with you.", "");
  test.each([
    ["the draft as it was", draft("Greg"), false],
    ["its beginning", draft("Greg").slice(0, 80), false],
    ["its end", draft("Greg").slice(60), false],
    ["without a sentence", shorter("Greg"), true],
    ["its beginning below the other draft", `${draft("Kim")}\n${draft("Greg").slice(0, 80)}`, false],
    ["the other draft alone", draft("Kim"), false],
    ["the other draft alone, in pieces itself", shorter("Kim").slice(12), false],
    ["nothing", "", false],
  ])("%s: %s", (_, quoted, expected) => {
    expect(isQuotedInPieces(quoted, draft("Greg"), others)).toBe(expected);
  });
});
