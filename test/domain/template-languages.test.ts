import { describe, expect, test } from "vitest";
import { knownFacts } from "../../src/domain/draft-facts.ts";
import { languages } from "../../src/domain/language.ts";
import { holds } from "../../src/domain/template.ts";
import { loadTemplates, type MailName, mailNames } from "../../src/model/templates.ts";
import { languageOf } from "../../src/understanding/lexicon/language.ts";
import { combinations, told, wordingsFor } from "./told-facts.ts";
import { addressed, unwanted } from "./unwanted-words.ts";

const loaded = await loadTemplates(new URL("../../prompts/templates", import.meta.url).pathname);
if (!loaded.ok) throw new Error(loaded.error);
const templates = loaded.value;

/** Words at most without greeting and sign-off, and questions (POLICY 1, 6 "Words"). A question of a graceful no is asked after a late stage only. */
const limits: Readonly<Record<MailName, { readonly words: number; readonly questions: number }>> = {
  stage_question: { words: 100, questions: 1 },
  thank_you: { words: 150, questions: 0 },
  check_in_1: { words: 60, questions: 1 },
  check_in_2: { words: 60, questions: 1 },
  decision_request: { words: 100, questions: 1 },
  breakup: { words: 90, questions: 1 },
  graceful_no: { words: 100, questions: 1 },
  keep_in_touch: { words: 100, questions: 0 },
  direct_line: { words: 100, questions: 1 },
  withdraw: { words: 100, questions: 0 },
};
const count = (text: string, sign: string): number => text.split(sign).length - 1;
const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;

/** A line may be more than one sentence. */
const sentencesOf = (line: string): readonly string[] =>
  line.split(/(?<=[.?!…])\s+/).filter((sentence) => !/^\{\w+\}[.,]?$/.test(sentence));

describe.each(languages)("templates in %s", (language) => {
  const { mails } = templates.languages[language];

  describe.each(mailNames)("%s", (name) => {
    const template = mails[name];
    const cases = combinations(template, language).map((facts) => ({
      facts,
      texts: wordingsFor(template, facts),
    }));
    const everyText = cases.flatMap(({ texts }) => texts);

    test("leaves no gap, no bracket, no doubled sign and no half paragraph", () => {
      const badlySet = language === "fr" ? /\n{3}| [,.]|[,.;:]{2}/ : /\n{3}| [,.;:?!]|[,.;:]{2}/;
      for (const text of everyText) {
        expect(text).not.toMatch(/[{}[\]\\]|null|undefined| {2}/);
        expect(text.replaceAll("…", "")).not.toMatch(badlySet);
        // Behind the comma of a greeting German goes on in lower case.
        const paragraphs = text.split("\n\n").slice(language === "de" ? 1 : 0);
        for (const paragraph of paragraphs)
          expect(paragraph).toMatch(/^[«"„“¿]?\s?[\p{Lu}\d][^\n]*(?:[.?]|[.?!]\s?["”“»])$/u);
      }
    });

    test("keeps to its words and its questions", () => {
      const { words, questions } = limits[name];
      for (const { facts, texts } of cases)
        for (const text of texts) {
          expect(wordsIn(text), text).toBeLessThanOrEqual(words);
          const asked = name === "graceful_no" && facts.lateStage !== true ? 0 : questions;
          expect(count(text, "?"), text).toBe(asked);
          expect(count(text, "¿"), text).toBe(language === "es" ? asked : 0);
        }
    });

    test("is in that language, whatever is known", () => {
      for (const text of everyText) expect(languageOf(text), text).toBe(language);
    });

    test("has no filler, pressure, apology, praise of oneself, link or shout", () => {
      for (const text of everyText) expect(text).not.toMatch(unwanted[language]);
    });

    test("speaks to whoever reads it in one form throughout", () => {
      for (const { facts, texts } of cases)
        for (const text of texts)
          expect(
            text.match(addressed[language][facts.informal === true ? "formal" : "familiar"]),
            text,
          ).toBeNull();
    });

    test("has no wording and no sentence that nothing leads to", () => {
      const every = cases.map(({ facts }) => knownFacts(facts));
      for (const variant of template.variants) {
        expect(every.some((known) => holds(variant.when, known))).toBe(true);
        for (const sentence of variant.paragraphs.flat())
          expect(
            every.some((known) => holds([...variant.when, ...sentence.when], known)),
            sentence.words,
          ).toBe(true);
      }
    });
  });

  test("with the longest addition a thank-you keeps its 150 words", () => {
    const addition = `${Array.from({ length: 60 }, () => "word").join(" ")}.`;
    for (const facts of combinations(mails.thank_you, language))
      for (const text of wordingsFor(mails.thank_you, { ...facts, addition }))
        expect(wordsIn(text), text).toBeLessThanOrEqual(150);
  });

  test("no sentence stands twice, in whichever mail", () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const name of mailNames)
      for (const variant of mails[name].variants) {
        const lines = new Set(variant.paragraphs.flat().map(({ words }) => words));
        for (const sentence of new Set([...lines].flatMap(sentencesOf))) {
          const before = seen.get(sentence);
          if (before !== undefined) twice.push(`${before} and ${name}: ${sentence}`);
          seen.set(sentence, name);
        }
      }
    expect(twice).toEqual([]);
  });

  test("there are wordings enough for all who may get one", () => {
    const some = told(language);
    const number = (name: MailName, ...known: readonly (keyof typeof some)[]): number => {
      const [facts] = combinations(mails[name], language);
      return facts === undefined
        ? 0
        : wordingsFor(mails[name], Object.assign({}, facts, ...known.map((fact) => some[fact]))).length;
    };
    expect(number("thank_you", "interview_day", "role")).toBeGreaterThanOrEqual(6);
    expect(number("thank_you", "coordinator", "interview_day")).toBeGreaterThanOrEqual(3);
    for (const occasion of ["occasion", "occasion_named", "their_words"] as const)
      expect(number("keep_in_touch", occasion)).toBeGreaterThanOrEqual(6);
    for (const name of mailNames)
      expect(number(name, "role"), name).toBeGreaterThanOrEqual(name === "keep_in_touch" ? 1 : 3);
  });

  test("an occasion, an addition and words of theirs stand as they were told, in every wording", () => {
    const some = told(language);
    const [bare] = combinations(mails.keep_in_touch, language);
    for (const fact of ["occasion", "occasion_named", "their_words"] as const)
      for (const text of wordingsFor(mails.keep_in_touch, Object.assign({}, bare, some[fact])))
        expect(text).toContain(String(Object.values(some[fact])[0]));
    for (const coordinator of [{}, some.coordinator])
      for (const text of wordingsFor(mails.thank_you, Object.assign({}, bare, coordinator, some.addition)))
        expect(text.split("\n\n")).toContain(some.addition.addition);
  });
});
