import { plainWords, sentencesOf } from "../text/plain-words.ts";
import { monthWord } from "./time-words.ts";

const startsWithMonth = new RegExp(`^(?:${monthWord})(?![\\p{L}])`, "iu");

/** Sentences in which "30. September" stays one date: its point ends no sentence. */
export function datedSentences(text: string): readonly string[] {
  const found: string[] = [];
  for (const sentence of sentencesOf(plainWords(text))) {
    const last = found.at(-1);
    if (last !== undefined && /\b\d{1,2}\.$/.test(last) && startsWithMonth.test(sentence))
      found[found.length - 1] = `${last} ${sentence}`;
    else found.push(sentence);
  }
  return found;
}
