import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DraftFacts, FactName } from "../../src/domain/draft-facts.ts";
import { type Template, writeSubject, writeText } from "../../src/domain/template.ts";
import { loadTemplates, type TemplateName } from "../../src/model/templates.ts";

const loaded = await loadTemplates(new URL("../../prompts/templates", import.meta.url).pathname);
if (!loaded.ok) throw new Error(loaded.error);
const templates = loaded.value;

const nothing: DraftFacts = {
  personName: "Sam Reed",
  recipientName: null,
  employer: "Northwind",
  role: null,
  interviewDay: null,
  promisedDay: null,
  ordinal: 1,
  variant: 0,
};

/** Each fact that may be missing, as it is when it is known. */
const told: Record<Exclude<FactName, "person_name" | "employer" | "sign_off">, Partial<DraftFacts>> = {
  first_name: { recipientName: "Greg Blake" },
  role: { role: "Data Analyst" },
  interview_day: { interviewDay: "Thursday 21 May" },
  promised_day: { promisedDay: "Friday 29 May" },
  meeting: { meeting: "Tuesday 2 June at 10:00 and Friday 5 June at 09:30 New York time" },
  interviewers: { interviewers: "Hana Lee, Jo Field and Ruth Mendel" },
  topic: { topic: "the nightly load of the warehouse" },
  addition: { addition: "I forgot to say that I ran the migration at Contoso." },
  offer_deadline: { offerDeadline: "Friday 5 June" },
  occasion: { occasion: "I passed the exam in August." },
  occasion_named: { occasionNamed: "your new office in Leeds" },
  their_words: { theirWords: "Do get in touch again in September." },
  their_day: { theirDay: "Friday 12 June" },
  vacancy: { vacancy: "Senior Data Analyst" },
  coordinator: { coordinator: true },
  interviews_elsewhere: { interviewsElsewhere: true },
  late_stage: { lateStage: true },
  not_now: { notNow: true },
  offered: { offered: true },
};
const isTold = (name: string): name is keyof typeof told => name in told;

/** Every combination of known and unknown among the facts that a template speaks of or asks for. */
function combinations(template: Template): DraftFacts[] {
  const words = template.variants.flatMap(({ when, paragraphs }) => [
    ...when.map(({ fact }) => fact),
    ...paragraphs.flat().flatMap((sentence) => sentence.when.map(({ fact }) => fact)),
  ]);
  const names = [...new Set<string>(words)].filter(isTold);
  return Array.from({ length: 2 ** names.length }, (_, bits) =>
    Object.assign({}, nothing, ...names.map((name, at) => (bits & (1 << at) ? told[name] : {}))),
  );
}

/** Words at most, without greeting and sign-off; how many questions. POLICY 1 limits the first four, "short" and "a direct word" the rest. */
const kinds: readonly (readonly [TemplateName, number, number])[] = [
  ["thank_you", 150, 0],
  ["check_in_1", 60, 1],
  ["check_in_2", 60, 1],
  ["breakup", 90, 1],
  ["stage_question", 90, 1],
  ["decision_request", 90, 1],
  ["keep_in_touch", 90, 0],
  ["direct_line", 60, 1],
  ["withdraw", 70, 0],
  ["graceful_no", 90, 1],
];
const paragraphsOf = (text: string) => text.split("\n\n").slice(1, -1);
const bodyWords = (text: string) => paragraphsOf(text).join(" ").split(/\s+/).length;
const seeds = (template: Template) =>
  Array.from({ length: template.variants.length * template.signOffs.length }, (_, seed) => seed);

describe.each(kinds)(
  "every wording of %s, with every combination of what is known",
  (name, words, questions) => {
    const template = templates[name];
    const texts = combinations(template).flatMap((one) =>
      seeds(template).map((seed) => ({ one, text: writeText(template, one, seed) })),
    );

    test(`has at most ${words} words and ${questions} questions`, () => {
      for (const { one, text } of texts) {
        expect(bodyWords(text), text).toBeLessThanOrEqual(words);
        const asked = name === "graceful_no" && !one.lateStage ? 0 : questions;
        expect(text.split("?").length - 1, text).toBe(asked);
      }
    });

    test("leaves no gap, no bracket, no doubled sign and no half paragraph", () => {
      for (const { text } of texts) {
        expect(text).not.toMatch(/[{}[\]\\]|null|undefined| {2}|\n{3}| [,.;:?!]|[,.;:]{2}/);
        expect(paragraphsOf(text).length, text).toBeGreaterThan(0);
        for (const paragraph of paragraphsOf(text)) expect(paragraph).toMatch(/^\p{Lu}.*[.?"]$/su);
      }
    });

    test("greets by name where it is known, and ends with the person's name", () => {
      for (const { one, text } of texts) {
        expect(text).toMatch(one.recipientName === null ? /^Hello,\n\n/ : /^(Dear|Hi|Hello) Greg,\n\n/);
        expect(text).toMatch(/,\nSam Reed$/);
      }
    });

    test("has no filler, no pressure, no praise of oneself, no apology and no link", () => {
      for (const { text } of texts)
        expect(text).not.toMatch(
          /checking in|check in|touch base|circle back|following up|bother|sorry|apolog|forgive|regret|asap|urgent|immediately|too late|otherwise|last chance|fool|must|perfect|best candidate|best fit|ideal|excellent|outstanding|unique|most qualified|unfortunately|disappointed|!|https?:|@/i,
        );
    });

    test("has two wordings at least, and none reads like another", () => {
      const bodies = seeds(template).map((seed) =>
        paragraphsOf(writeText(template, { ...nothing, ...told.role }, seed)).join("\n"),
      );
      expect(new Set(bodies).size).toBeGreaterThanOrEqual(2);
    });
  },
);

/** Every wording for those facts. */
const written = (name: TemplateName, ...facts: readonly (keyof typeof told)[]): string[] =>
  seeds(templates[name]).map((seed) =>
    writeText(templates[name], Object.assign({}, nothing, ...facts.map((fact) => told[fact])), seed),
  );
const everyText = (name: TemplateName): string[] =>
  combinations(templates[name]).flatMap((one) =>
    seeds(templates[name]).map((seed) => writeText(templates[name], one, seed)),
  );

describe("what the text must do (POLICY 1)", () => {
  test("a stage question thanks, asks how many stages, with whom, and when they decide", () => {
    for (const text of everyText("stage_question")) {
      expect(text).toMatch(/thank/i);
      expect(text).toMatch(/how many stages/);
      expect(text).toMatch(/whom?\b/);
      expect(text).toMatch(/when .*\bdecide\?/);
    }
  });

  test("it confirms what stands in the calendar, and where nothing does it confirms and promises nothing", () => {
    for (const text of written("stage_question", "role", "meeting")) {
      expect(text).toContain("Tuesday 2 June at 10:00 and Friday 5 June at 09:30 New York time");
      expect(text).toMatch(/confirm/);
    }
    for (const text of written("stage_question", "role"))
      expect(text).not.toMatch(/confirm|suits|will|calendar|look forward/);
  });

  test("a thank-you names the day, what it was about and the promised date, and holds what the person adds", () => {
    for (const text of written("thank_you", "interview_day", "promised_day", "topic", "addition")) {
      expect(text).toContain("Thursday 21 May");
      expect(text).toContain("Friday 29 May");
      expect(text).toContain("Northwind");
      expect(text).toContain("the nightly load of the warehouse");
      expect(text).toContain("\n\nI forgot to say that I ran the migration at Contoso.\n\n");
    }
  });

  test("with the longest addition a thank-you keeps its 150 words", () => {
    const addition = `${Array.from({ length: 60 }, () => "word").join(" ")}.`;
    for (const one of combinations(templates.thank_you))
      for (const seed of seeds(templates.thank_you))
        expect(bodyWords(writeText(templates.thank_you, { ...one, addition }, seed))).toBeLessThanOrEqual(
          150,
        );
  });

  test("a coordinator is not thanked for a talk that they did not have, and passes the thanks on to whoever was there", () => {
    for (const text of written("thank_you", "coordinator", "interview_day", "interviewers")) {
      expect(text).not.toMatch(/our conversation|meet you|with you|with me/);
      expect(text).toContain("Hana Lee, Jo Field and Ruth Mendel");
    }
    for (const text of written("thank_you", "coordinator")) expect(text).toMatch(/everyone|colleagues/);
  });

  test("a check-in names the promised date, and no talk where none is known", () => {
    for (const text of written("check_in_1", "promised_day")) expect(text).toContain("Friday 29 May");
    for (const name of ["check_in_1", "check_in_2", "breakup", "decision_request", "keep_in_touch"] as const)
      for (const text of written(name, "occasion"))
        expect(text).not.toMatch(/conversation|we (?:talked|spoke)/i);
  });

  test("only a second check-in says that others invite as well, and only where the journal has it", () => {
    const others = /other interviews|elsewhere|another employer|offer/;
    for (const text of everyText("check_in_1")) expect(text).not.toMatch(others);
    for (const one of combinations(templates.check_in_2))
      for (const seed of seeds(templates.check_in_2)) {
        const text = writeText(templates.check_in_2, one, seed);
        expect(others.test(text), text).toBe(one.interviewsElsewhere === true);
      }
  });

  test("a decision request says the true deadline, the interest, and asks whether they can decide before", () => {
    for (const text of written("decision_request", "offer_deadline", "role")) {
      expect(text).toMatch(/offer/);
      expect(text).toContain("Friday 5 June");
      expect(text).toMatch(/interest/);
      expect(text).toMatch(/(decide|decision) before (then|that)\?/);
    }
  });

  test("a breakup recalls the interview and the promise, asks whether someone else was chosen, and leaves the door open", () => {
    for (const text of written("breakup", "interview_day", "promised_day", "role")) {
      expect(text).toContain("Thursday 21 May");
      expect(text).toContain("Friday 29 May");
      expect(text).toMatch(/(chosen someone else|someone else been chosen)\?/);
      expect(text).toMatch(/for now/i);
      expect(text).toMatch(/glad to hear from you|happy to pick it up/);
    }
  });

  test("a graceful no thanks; only after a late stage it asks to be kept in mind and for one piece of feedback", () => {
    for (const text of everyText("graceful_no")) expect(text).toMatch(/thank/i);
    for (const text of written("graceful_no", "late_stage")) {
      expect(text).toMatch(/\bmind\b/);
      expect(text).toMatch(/feedback/);
    }
    for (const text of [...written("graceful_no", "interview_day"), ...written("graceful_no", "not_now")])
      expect(text).not.toMatch(/feedback|\bmind\b/);
    for (const text of written("graceful_no", "not_now")) expect(text).toMatch(/time/);
  });

  test("keeping in touch is built round the occasion as it was told, and asks for nothing", () => {
    for (const text of written("keep_in_touch", "occasion"))
      expect(text).toMatch(/(^|\n\n|\. )I passed the exam in August\.( |\n\n)/);
    for (const text of written("keep_in_touch", "occasion_named"))
      expect(text).toMatch(/: your new office in Leeds\./);
    for (const text of written("keep_in_touch", "their_words", "their_day"))
      expect(text).toMatch(/Friday 12 June.*: "Do get in touch again in September\."/);
    for (const text of everyText("keep_in_touch"))
      expect(text).not.toMatch(/please|could you|would you|let me know|vacanc|hear from you/i);
  });

  test("a direct line names the vacancy and goes to the one who knows the person", () => {
    for (const text of written("direct_line", "vacancy")) {
      expect(text).toContain("Senior Data Analyst role");
      expect(text).toMatch(/direct/);
    }
  });

  test("a withdrawal thanks and withdraws; an offer of theirs is declined, a time in the calendar is given back", () => {
    for (const text of everyText("withdraw")) expect(text).toMatch(/thank/i);
    for (const text of written("withdraw", "role")) expect(text).toMatch(/withdraw my application for the/);
    for (const text of written("withdraw", "offered")) {
      expect(text).toMatch(/your offer/);
      expect(text).not.toMatch(/application/);
    }
    for (const text of written("withdraw", "meeting")) expect(text).toContain("Tuesday 2 June at 10:00");
  });

  test("the debrief asks how it went, who was there, what is to be added, and when they decide", () => {
    for (const seed of [0, 1]) {
      const text = writeText(templates.debrief, nothing, seed);
      expect(text).toContain("Northwind");
      expect(text).toMatch(/How (did it go|was the conversation).* and who (was there|took part)\?/);
      expect(text).toMatch(/add or put right\?/);
      expect(text).toMatch(/decide/);
      expect(text).toContain('"Add:"');
    }
  });
});

test("fifteen interviewers of one interview get fifteen different texts, and no two neighbours the same wording", () => {
  const facts = Object.assign({}, nothing, told.interview_day, told.role);
  const texts = Array.from({ length: 15 }, (_, index) =>
    writeText(templates.thank_you, { ...facts, variant: 1234 + index }),
  );
  expect(new Set(texts).size).toBe(15);
  const neighbours = texts.map((text, at) => [text, texts[at + 1]] as const).slice(0, -1);
  for (const [one, next] of neighbours) expect(one.split("\n\n")[1]).not.toBe(next?.split("\n\n")[1]);
});

test("a subject of its own has no gap either", () => {
  for (const template of Object.values(templates))
    expect(writeSubject(template, nothing)).not.toMatch(/[{}]|undefined/);
});

test("hostile facts neither start a line nor open a placeholder", () => {
  const facts = Object.assign({}, nothing, told.role, told.interview_day);
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
