import { expect, test } from "vitest";
import { wantsShorter } from "../../src/domain/wish-words.ts";

test.each([
  "shorter",
  "Shorter, please",
  "a bit shorter please",
  "make it shorter",
  "kürzer bitte",
  "etwas kürzer",
  "plus court",
  "más corto, por favor",
  "korter graag",
  "mais curto",
])("%s asks for fewer words", (wish) => expect(wantsShorter(wish)).toBe(true));
test.each([
  "too short",
  "not so short please",
  "make it short and formal",
  "add a short intro",
  "shorter, mention Gary",
  "longer",
  "",
])("%s asks for something else", (wish) => expect(wantsShorter(wish)).toBe(false));
