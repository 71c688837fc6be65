import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type DraftFacts,
  greetingName,
  readTemplate,
  writeSubject,
  writeText,
} from "../../src/domain/template.ts";
import { loadTemplates, type TemplateName, templateFor } from "../../src/model/templates.ts";

const loaded = await loadTemplates(new URL("../../prompts/templates", import.meta.url).pathname);
if (!loaded.ok) throw new Error(loaded.error);
const templates = loaded.value;

const facts: DraftFacts = {
  personName: "Sam Reed",
  recipientName: "Greg Blake",
  employer: "Northwind",
  role: "Data Analyst",
  interviewDay: "Thursday 21 May",
  promisedDay: "Friday 29 May",
  notes: "Went well. CANARY. Greg said they decide by Friday.",
  ordinal: 1,
  variant: 0,
};

/** Every combination of known and unknown facts. */
const combinations: DraftFacts[] = Array.from({ length: 64 }, (_, bits) => ({
  ...facts,
  recipientName: bits & 1 ? facts.recipientName : null,
  role: bits & 2 ? facts.role : null,
  interviewDay: bits & 4 ? facts.interviewDay : null,
  promisedDay: bits & 8 ? facts.promisedDay : null,
  notes: bits & 16 ? facts.notes : null,
  coordinator: (bits & 32) > 0,
}));

const limits: readonly (readonly [TemplateName, number, number])[] = [
  ["thank_you", 150, 0],
  ["check_in_1", 60, 1],
  ["check_in_2", 60, 1],
  ["breakup", 90, 1],
];
const bodyWords = (text: string) =>
  text
    .split("\n\n")
    .slice(1, -1)
    .join(" ")
    .split(/\s+/)
    .filter((word) => word !== "").length;

describe.each(limits)("every wording of %s", (name, words, questions) => {
  const texts = combinations.flatMap((one) =>
    Array.from({ length: 18 }, (_, seed) => ({ one, text: writeText(templates[name], one, seed) })),
  );

  test(`has at most ${words} words and ${questions} questions`, () => {
    for (const { text } of texts) {
      expect(bodyWords(text), text).toBeLessThanOrEqual(words);
      expect(text.split("?").length - 1, text).toBe(questions);
    }
  });

  test("leaves no gap, no bracket and no doubled sign", () => {
    for (const { text } of texts) {
      expect(text).not.toMatch(/[{}[\]\\]|null|undefined| {2}|\n{3}| [,.;:?!]|[,.;:]{2}/);
      expect(
        text.split("\n\n").every((paragraph) => /^\p{Lu}/u.test(paragraph)),
        text,
      ).toBe(true);
    }
  });

  test("greets by name where it is known, and ends with the person's name", () => {
    for (const { one, text } of texts) {
      expect(text).toMatch(one.recipientName === null ? /^Hello,\n\n/ : /^(Dear|Hi|Hello) Greg,\n\n/);
      expect(text).toMatch(/,\nSam Reed$/);
    }
  });

  test("has no filler, no pressure, no praise of oneself, no apology, and nothing of the debrief's words", () => {
    for (const { text } of texts)
      expect(text).not.toMatch(
        /just checking|touch base|circle back|sorry|apolog|asap|urgent|other offers?|perfect fit|best candidate|ideal|excellent|outstanding|!|https?:|@|CANARY/i,
      );
  });
});

describe("the facts of POLICY 1", () => {
  test("a thank-you names the day of the interview and the promised date", () => {
    for (const seed of [0, 1, 2, 3, 4]) {
      const text = writeText(templates.thank_you, facts, seed);
      expect(text).toContain("Thursday 21 May");
      expect(text).toContain("Friday 29 May");
      expect(text).toMatch(/Northwind|Data Analyst/);
    }
  });

  test("a first check-in names the promised date, a breakup the interview's day as well", () => {
    for (const seed of [0, 1]) {
      expect(writeText(templates.check_in_1, facts, seed)).toContain("Friday 29 May");
      expect(writeText(templates.breakup, facts, seed)).toMatch(/Friday 29 May/);
      expect(writeText(templates.breakup, facts, seed)).toMatch(/Thursday 21 May/);
    }
  });

  test("a coordinator is not thanked for a conversation that they did not have", () => {
    for (const seed of [0, 1])
      expect(writeText(templates.thank_you, { ...facts, coordinator: true }, seed)).not.toMatch(
        /our conversation|meet you|talk with me/,
      );
  });

  test("fifteen interviewers of one interview get fifteen different texts, also without their names", () => {
    const texts = Array.from({ length: 15 }, (_, index) =>
      writeText(templates.thank_you, { ...facts, variant: 1234 + index }),
    );
    expect(new Set(texts).size).toBe(15);
    const neighbours = texts.map((text, at) => [text, texts[at + 1]] as const).slice(0, -1);
    for (const [one, next] of neighbours) expect(one.split("\n\n")[1]).not.toBe(next?.split("\n\n")[1]);
  });

  test("a subject of its own has no gap either", () => {
    for (const template of Object.values(templates))
      expect(writeSubject(template, facts)).not.toMatch(/[{}]/);
  });

  test("the second check-in is another text than the first", () => {
    expect(templateFor(templates, "check_in", 1).name).toBe("check_in_1");
    expect(templateFor(templates, "check_in", 2).name).toBe("check_in_2");
    expect(templateFor(templates, "thank_you", 1).name).toBe("thank_you");
  });

  test("the debrief asks how it went and when they decide", () => {
    for (const seed of [0, 1]) {
      const text = writeText(templates.debrief, facts, seed);
      expect(text).toContain("Northwind");
      expect(text).toMatch(/\?/);
      expect(text).toMatch(/decide/);
    }
  });
});

describe("a name for the greeting", () => {
  test.each([
    ["Greg Blake", "Greg"],
    ["Greg", "Greg"],
    ["Blake, Greg", "Greg"],
    ["Anne-Marie O'Neill", "Anne-Marie"],
    ["Dr. Anna Meier", "Dr. Meier"],
    ["Ms Lee", "Ms Lee"],
    ["Zoë Åkerström (she/her)", "Zoë"],
    ["Greg\u202e\nBlake", "Greg"],
    ["G. Blake", null],
    ["Talent Team", null],
    ["Northwind Recruiting", null],
    ["greg@abc.example", null],
    ["Greg123", null],
    ["Dr", null],
    ["", null],
    ["Greg <script>", null],
  ])("%j is greeted as %j", (name, expected) => {
    expect(greetingName(name)).toBe(expected);
  });
});

describe("hostile facts", () => {
  test("neither start a line nor open a placeholder", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(30), (words, seed) => {
        const text = writeText(
          templates.thank_you,
          { ...facts, employer: `N${words}`, role: `R${words}\n\n{person_name}` },
          seed,
        );
        const plain = writeText(templates.thank_you, facts, seed);
        expect(text.split("\n").length).toBe(plain.split("\n").length);
      }),
    );
    expect(writeText(templates.thank_you, { ...facts, role: "{person_name}" }, 0)).toContain(
      "the {person_name} role",
    );
  });
});

describe("a template that could leave a gap is refused", () => {
  const front = { name: "t", version: 1, subject: "Hello", signOffs: [] };
  test.each([
    ["an unguarded fact", "## A\n\nAbout {role}.", /\{role\}/],
    ["a guard for another fact", "## A\n\n- when promised_day: About {role}.", /\{role\}/],
    ["a guard for the absence", "## A\n\n- when no role: About {role}.", /\{role\}/],
    ["an unknown fact", "## A\n\nAbout {salary}.", /salary/],
    ["an unknown condition", "## A\n\n- when salary: Much.", /condition/],
    ["a condition without a colon", "## A\n\n- when role Much.", /condition/],
    ["an unknown condition in a heading", "## when salary: A\n\nText.", /heading/],
    ["pasted notes", "## A\n\n- when notes: You said {notes}.", /pasted/],
    ["a bracket", "## A\n\nDear [Name],", /bracket/],
    ["no variant for some facts", "## when role: A\n\nText.", /no variant fits/],
    ["no variant at all", "Text.", /no variant fits/],
  ])("%s", (_, body, why) => {
    const read = readTemplate(front, body);
    expect(read.ok ? "accepted" : read.error).toMatch(why);
  });

  test("a missing file is named in one sentence", async () => {
    const nothing = await loadTemplates("/nowhere");
    expect(nothing.ok ? "" : nothing.error).toContain("stage_question.md");
  });
});
