import { expect, test } from "vitest";
import { sentenceKeys, sharedWith } from "../../src/domain/same-sentence.ts";

const shared = (one: string, other: string): number => sharedWith(one, sentenceKeys(other));

test("a sentence is the same with another date, and with other signs and capitals", () => {
  expect(shared("I enjoyed our talk on Thursday 21 May.", "I enjoyed our talk on Friday 5 June!")).toBe(1);
  expect(
    shared(
      "danke für das Gespräch am Montag, 1. Juni, um 9:30 Uhr.",
      "Danke für das Gespräch am Dienstag, 22. Mai, um 14:00 Uhr.",
    ),
  ).toBe(1);
  expect(shared("Merci pour l'échange du lundi 1er juin.", "Merci pour l'échange du mardi 2 juin.")).toBe(1);
});

test("it is another one with another word, and a crumb of two words is none", () => {
  expect(shared("I enjoyed our talk a lot.", "I enjoyed our talk.")).toBe(0);
  expect(shared("Kind regards. So far.", "Kind regards. So far.")).toBe(0);
  expect(shared("May I ask? I may be late.", "I may be late. May I know?")).toBe(1);
});

test("sentences are counted over all paragraphs, each once", () => {
  expect(
    shared(
      "One two three. Four five six.\n\nSeven eight nine?",
      "Seven eight nine? One two three. One two three.",
    ),
  ).toBe(2);
  expect(shared("", "One two three.")).toBe(0);
});
