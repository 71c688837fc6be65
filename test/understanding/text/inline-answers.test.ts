import { expect, test } from "vitest";
import { withNumbersAbove } from "../../../src/understanding/text/inline-answers.ts";
import { newestText } from "../../../src/understanding/text/reply-text.ts";

const read = (text: string): string => withNumbersAbove(newestText(text), text);
const question = '> 4. Harbour Foods: is this a no?\n> “We pause this search.”\n> Reply "4 yes" or "4 no".';
const draft = [
  "> 1. Thank you to Jo Field, Fairholm Bakery",
  "> The interview on Thursday 21 May has ended.",
  ">",
  "> Subject: Re: Interview",
  ">",
  "> > Dear Jo,",
  "> > 2. is what I would like to talk about:",
  "> >",
].join("\n");

test.each([
  ["right below its number's line", "> 4. Harbour Foods: is this a no?\nyes", "4 yes"],
  ["below all that belongs to the line", `${question}\nNo.`, "4 No."],
  ["with an empty line between, as mail programs put it", `${question}\n\nyes\n\n> Afterword`, "4 yes"],
  ["below a draft's number and reason", `${draft.split("\n").slice(0, 2).join("\n")}\nok`, "1 ok"],
  ["each below its own", "> 4. Is this a no?\nyes\n> 5. Shall I follow it?\nskip", "4 yes\n5 skip"],
])("a bare word counts for the number %s (POLICY 7.4)", (_, text, read_) => {
  expect(read(text)).toBe(read_);
});

test.each([
  ["below a draft, whose number stands far above", `${draft}\nok`, "ok"],
  ["below a list inside a letter, which is quoted twice", "> > 2. Dates\nok", "ok"],
  ["with a number of its own", `${question}\n5 no`, "5 no"],
  ["in a sentence", `${question}\nYes, but wait for me.`, "Yes, but wait for me."],
  ["above the quote", `ok\n\n${question}`, "ok"],
  ["that is thanks", `${question}\nThanks!`, "Thanks!"],
])("a word keeps to itself %s", (_, text, read_) => {
  expect(read(text)).toBe(read_);
});
