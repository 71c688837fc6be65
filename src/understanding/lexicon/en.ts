import type { Lexicon } from "./concepts.ts";
import { englishAsked } from "./en-asked.ts";
import { englishClosing } from "./en-closing.ts";
import { englishInterview } from "./en-interview.ts";
import { englishOutside } from "./en-outside.ts";
import { englishRefusal } from "./en-refusal.ts";

export const english: Lexicon = {
  ...englishRefusal,
  ...englishClosing,
  ...englishInterview,
  ...englishAsked,
  ...englishOutside,
};
