import { expect, test } from "vitest";
import { contracted } from "../../src/domain/contractions.ts";

test.each([
  [
    "I am glad, and I would be happy to come; I will write.",
    "I'm glad, and I'd be happy to come; I'll write.",
  ],
  ["Do not worry, I do not mind.", "Don't worry, I don't mind."],
  ["I cannot say; it is not known and I have not heard.", "I can't say; it isn't known and I haven't heard."],
  ["It is good, and that is why I write.", "It's good, and that's why I write."],
  ["I am {role} and I will be {role}.", "I'm {role} and I'll be {role}."],
  // At the end of a clause nobody contracts.
  ["That is what I am.", "That's what I am."],
  ["As good as it is, I would.", "As good as it is, I would."],
  ["I have a date, and I had one.", "I have a date, and I had one."],
  ["AI am I ill?", "AI am I ill?"],
])("%j becomes %j", (words, said) => {
  expect(contracted(words)).toBe(said);
});
