import { expect, test } from "vitest";
import { whoOf } from "../support/who.ts";

const from = "Priya Nair <priya.nair@corran-timber.example>";
const arrangers = (text: string): readonly string[] =>
  whoOf({ from, text: `Hello Ana,\n\n${text}\n\nBest regards,\nPriya Nair\nCorran Timber` }).arrangers;

test.each([
  "We would like to invite you to an interview on Friday. You will meet Owen Tate and Ruth Mendel.",
  "I would like to invite you to an interview with Owen Tate. Please let me know if Friday suits you.",
  "Owen Tate, our yard manager, will talk with you for an hour.",
  "Sie treffen Herrn Owen Tate. Bitte geben Sie mir kurz Bescheid.",
])("who only writes is not at the interview: %s", (text) => {
  expect(arrangers(text)).toEqual(["priya.nair@corran-timber.example"]);
});

test.each([
  "You will meet Owen Tate and me.",
  "You will talk with me and Owen Tate.",
  "Owen Tate and I will see you at two.",
  "I'll show you round, and then Owen Tate has some questions.",
  "Owen Tate will join us. I look forward to meeting you.",
  "You will meet Owen Tate and Priya Nair.",
  "Sie sprechen mit Owen Tate und mir.",
  "Vous rencontrerez Owen Tate et moi.",
])("who says that they will be there only arranges nothing: %s", (text) => {
  expect(arrangers(text)).toEqual([]);
});
