import { describe, expect, test } from "vitest";
import type { Lesson } from "../../../src/domain/tone.ts";
import { toneOf } from "../../../src/drafting/voice/tone-of.ts";
import { toneInWords } from "../../../src/drafting/voice/tone-words.ts";
import { withLessons } from "../../../src/drafting/voice/with-lessons.ts";
import { american, british } from "./own-mails.ts";

const closes = (wants: string): Lesson => ({
  rule: "sign_off",
  language: "en",
  formality: "familiar",
  wants,
  says: `Closes with "${wants}"`,
});
const short = (words: number): Lesson => ({
  rule: "shorter",
  language: "en",
  words,
  says: "Makes drafts shorter",
});
const contracts = (wants: boolean): Lesson => ({
  rule: "contractions",
  language: "en",
  wants,
  says: "Short forms",
});
const old = toneOf(british());

describe("what the person's edits change in how drafts are written", () => {
  test("an edit counts more than old mail, for the language and the formality that it was about", () => {
    const { languages, signature } = withLessons(old, [closes("Cheers,"), contracts(true), short(18)]);
    expect(languages.en).toEqual({
      ...old.languages.en,
      signOffs: { formal: "Yours sincerely,", familiar: "Cheers," },
      contracts: true,
      wordsPerMail: 18,
    });
    expect(signature).toEqual(old.signature);
  });

  test("of edits that contradict each other, what was seen twice counts; where nothing was, the newest", () => {
    const settledOn = (...wants: readonly string[]) =>
      withLessons(old, wants.map(closes)).languages.en?.signOffs.familiar;
    expect(settledOn("Cheers,", "Best,")).toBe("Best,");
    expect(settledOn("Cheers,", "Cheers,", "Best,")).toBe("Cheers,");
    expect(settledOn("Cheers,", "Cheers,", "Best,", "Best,")).toBe("Best,");
  });

  test("exclamation marks are used, or not, as the edits had it", () => {
    const wants = (wants: boolean) => ({ rule: "exclamation", language: "en", wants, says: "" }) as const;
    expect(withLessons(old, [wants(true)]).languages.en?.exclaims).toBe(1);
    expect(withLessons(old, [wants(false)]).languages.en?.exclaims).toBe(0);
    expect(withLessons(old, [])).toBe(old);
  });

  test("edits are known where mails were too few, and the person reads that", () => {
    const taught = withLessons(toneOf(american().slice(0, 2)), [closes("Cheers,")]);
    expect(taught.languages.en?.signOffs.familiar).toBe("Cheers,");
    expect(toneInWords(taught)).toEqual([
      "Only 2 of your mails could be read; beyond your edits, drafts stay neutral.",
      'English, from your edits: you close with "Cheers,".',
    ]);
  });
});
