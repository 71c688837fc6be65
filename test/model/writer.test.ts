import { beforeAll, describe, expect, test } from "vitest";
import { mannerOf } from "../../src/domain/follow-up.ts";
import { languages } from "../../src/domain/language.ts";
import type { LanguageTone, ToneProfile } from "../../src/domain/tone.ts";
import { toneOf } from "../../src/drafting/voice/tone-of.ts";
import { withLessons } from "../../src/drafting/voice/with-lessons.ts";
import { loadTemplates } from "../../src/model/templates.ts";
import { createWriter } from "../../src/model/writer.ts";
import type { Writer } from "../../src/ports.ts";
import { nothing, type Told, told } from "../domain/told-facts.ts";

let writer: Writer;

beforeAll(async () => {
  const loaded = await loadTemplates(new URL("../../prompts/templates", import.meta.url).pathname);
  if (!loaded.ok) throw new Error(loaded.error);
  writer = createWriter(loaded.value);
});

const facts = (language: (typeof languages)[number], ...names: readonly Told[]) =>
  Object.assign({}, nothing(language), ...names.map((name) => told(language)[name]));
const kinds = Object.keys(mannerOf) as (keyof typeof mannerOf)[];

const manner = (change: Partial<LanguageTone>, signature: readonly string[] = []): ToneProfile => ({
  basedOn: 20,
  languages: {
    en: {
      basedOn: 20,
      greetings: { formal: null, familiar: "Hey {name}," },
      signOffs: { formal: null, familiar: "Cheers," },
      contracts: null,
      wordsPerSentence: null,
      wordsPerMail: null,
      exclaims: 0,
      dashes: 0,
      emoji: 0,
      ...change,
    },
  },
  spelling: null,
  signature,
  passages: [],
});

test("every kind in every language is greeted, said, signed and named, and has a subject", () => {
  for (const language of languages)
    for (const kind of kinds) {
      const { subject, text } = writer.draft(kind, facts(language, "first_name", "role"), null);
      const paragraphs = text.split("\n\n");
      expect(subject).not.toBe("");
      expect(paragraphs.length, text).toBeGreaterThanOrEqual(3);
      expect(paragraphs[0]).toMatch(/^[^\n]*Greta( Vance)?[,:]$/);
      expect(paragraphs.at(-1)).toMatch(/^[^\n]+\nSam Reed$/);
    }
});

test("a first mail of one kind goes on with the next wording, and comes back to it with another sign-off", () => {
  const at = (variant: number) =>
    writer.draft("thank_you", { ...facts("en", "interview_day", "role"), variant }, null).text;
  const texts = Array.from({ length: 15 }, (_, step) => at(1234 + step));
  expect(new Set(texts).size).toBe(15);
});

describe("the person's own manner", () => {
  const draft = (tone: ToneProfile | null, ...names: readonly Told[]) =>
    writer.draft("check_in", facts("en", "first_name", "role", ...names), tone).text;

  test("shapes greeting, sign-off and what stands below the name", () => {
    expect(draft(manner({}, ["Data and tea"]))).toMatch(
      /^Hey Greta,\n\n[\s\S]*\n\nCheers,\nSam Reed\nData and tea$/,
    );
  });

  test("contracts in English, and never what somebody else wrote", () => {
    expect(draft(manner({ contracts: true }))).toMatch(/I'm still very interested/);
    expect(draft(manner({ contracts: false }))).toMatch(/I am still very interested/);
    const added = {
      ...facts("en"),
      addition: "I am sure that I will learn it; it is not hard.",
      role: "I am Legend Host",
    };
    const text = writer.draft("thank_you", added, manner({ contracts: true })).text;
    expect(text).toContain("I am sure that I will learn it; it is not hard.");
    expect(text).toContain("the I am Legend Host role");
    expect(text).toContain("I'd be glad");
  });

  test("leaves out what can be left unsaid for somebody who writes under fifty words", () => {
    expect(draft(manner({ wordsPerMail: 49 }))).not.toContain("anything that would help");
    expect(draft(manner({ wordsPerMail: 50 }))).toContain("anything that would help");
    expect(draft(null, "brief")).not.toContain("anything that would help");
  });

  test("an edit counts where too few mails were read", () => {
    const lesson = {
      language: "en",
      rule: "sign_off",
      formality: "familiar",
      wants: "Cheers,",
      says: "",
    } as const;
    expect(draft(withLessons(toneOf([]), []))).toBe(draft(null));
    expect(draft(withLessons(toneOf([]), [lesson]))).toContain("Cheers,");
  });
});

test("informal says something in languages with two forms of address, and nothing in English", () => {
  const both = languages.map((language) =>
    ["informal" as const, null].map(
      (form) => writer.draft("check_in", facts(language, "first_name", ...(form ? [form] : [])), null).text,
    ),
  );
  for (const [at, [informal, formal]] of both.entries())
    expect(informal === formal, languages[at]).toBe(languages[at] === "en");
});
