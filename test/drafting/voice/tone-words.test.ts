import { describe, expect, test } from "vitest";
import { toneOf } from "../../../src/drafting/voice/tone-of.ts";
import { toneForPrompt } from "../../../src/drafting/voice/tone-prompt.ts";
import { toneInWords } from "../../../src/drafting/voice/tone-words.ts";
import { american, british, german } from "./own-mails.ts";

describe("what a person reads about how they write", () => {
  test("a language is one line, with greetings as they would stand", () => {
    expect(toneInWords(toneOf(british()))[0]).toBe(
      'English, from 8 mails: you greet with "Dear Greg,", "Dear Ms Vance," where it is formal, close with "Kind regards,", "Yours sincerely," where it is formal, write "I am" rather than "I\'m", write about 14 words a sentence and 25 words a mail, hardly ever use exclamation marks.',
    );
  });

  test("everything that is kept is said: spelling, signature and each passage", () => {
    const profile = toneOf(british());
    const said = toneInWords(profile).join("\n");
    expect(said).toContain("You spell the British way.");
    expect(said).toContain("Below your name: Telephone 020 7946 0123");
    for (const { text } of profile.passages) expect(said).toContain(`"${text}"`);
  });

  test("of too few mails it says so, in all and for one language", () => {
    expect(toneInWords(toneOf(american().slice(0, 3)))).toEqual([
      "Only 3 of your mails could be read; drafts stay neutral.",
    ]);
    expect(toneInWords(toneOf([]))).toEqual(["None of your mails could be read; drafts stay neutral."]);
    expect(toneInWords(toneOf([...american(), ...german().slice(0, 1)]))).toContain(
      "German, from only 1 mail: drafts stay neutral.",
    );
  });
});

describe("what a model is told about how somebody writes", () => {
  test("it is the manner of that language and formality, with passages that say du where du is said", () => {
    const told = toneForPrompt(toneOf(german()), "de", "familiar");
    expect(told).toContain('greets with "Hallo {name},"; closes with "Viele Grüße"');
    expect(told).toContain("danke dir für die schnelle Antwort");
    expect(told).not.toMatch(/Ihnen|Ihre/);
    expect(toneForPrompt(toneOf(german()), "de", "formal")).not.toMatch(/ d[iu](?:r|ch)? /);
  });

  test("nothing is said where nothing is known", () => {
    expect(toneForPrompt(toneOf(german()), "en", "formal")).toBe("");
    expect(toneForPrompt(toneOf(german().slice(0, 2)), "de", "formal")).toBe("");
  });

  test("the signature stays with the code that puts it under a mail", () => {
    expect(toneForPrompt(toneOf(british()), "en", "formal")).not.toMatch(/\d{4}/);
  });
});
