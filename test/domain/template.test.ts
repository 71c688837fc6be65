import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DraftFacts } from "../../src/domain/draft-facts.ts";
import { languages } from "../../src/domain/language.ts";
import { writeSubject, writeWords } from "../../src/domain/template.ts";
import { loadTemplates, type MailName, mailNames } from "../../src/model/templates.ts";
import { combinations, nothing, type Told, told, wordingsFor } from "./told-facts.ts";

const loaded = await loadTemplates(new URL("../../prompts/templates", import.meta.url).pathname);
if (!loaded.ok) throw new Error(loaded.error);
const templates = loaded.value;
const { mails } = templates.languages.en;
const known = told("en");
const facts = (...names: readonly Told[]): DraftFacts =>
  Object.assign({}, nothing("en"), ...names.map((name) => known[name]));

/** Every wording for those facts. */
const written = (name: MailName, ...names: readonly Told[]): readonly string[] =>
  wordingsFor(mails[name], facts(...names));
const everyText = (name: MailName): readonly string[] =>
  combinations(mails[name], "en").flatMap((one) => wordingsFor(mails[name], one));

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
      expect(text).not.toMatch(/confirm|suits|calendar|look forward/);
  });

  test("a thank-you names the day, what it was about and the promised date, and holds what the person adds", () => {
    for (const text of written("thank_you", "interview_day", "promised_day", "topic", "addition")) {
      expect(text).toContain("Thursday 21 May");
      expect(text).toContain("Friday 29 May");
      expect(text).toContain("the nightly load of the warehouse");
      expect(text).toContain("\n\nI forgot to say that I ran the migration at Contoso.\n\n");
    }
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
    for (const one of combinations(mails.check_in_2, "en"))
      for (const text of wordingsFor(mails.check_in_2, one))
        expect(others.test(text), text).toBe(one.interviewsElsewhere === true);
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
      expect(text).toMatch(/(chosen someone else|someone else been chosen|choose someone else)\?/);
      expect(text).toMatch(/for now/i);
      expect(text).toMatch(/glad to hear from you|happy to pick it up|find me interested/);
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
      expect(text).not.toMatch(/\bplease\b|could you|would you|let me know|vacanc|hear from you/i);
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
    for (const variant of [0, 1]) {
      const text = writeWords(templates.debrief, { ...facts(), variant }).words;
      expect(text).toContain("Northwind");
      expect(text).toMatch(/How (did it go|was the conversation).* and who (was there|took part)\?/);
      expect(text).toMatch(/add or put right\?/);
      expect(text).toMatch(/decide/);
      expect(text).toContain('"Add:"');
    }
  });
});

test("English is written so that it is spelled alike in Britain and America, and is contracted only for whoever contracts", () => {
  for (const name of mailNames)
    for (const text of everyText(name)) {
      expect(text).not.toMatch(
        /\p{L}(?:is|iz)(?:e[ds]?|ing|ation)\b(?<!otherwise)|our(?:ed|ing|able|ite)\b|ogue\b|centre|programme|whilst|cheque/iu,
      );
      expect(text.replaceAll('"', "")).not.toMatch(/\p{L}['’](?:m|d|ll|ve|re|s|t)\b/u);
    }
});

test("n wordings that fit give n texts before one returns, whatever number is begun with", () => {
  const all = facts("interview_day", "role");
  const from = (variant: number) => writeWords(mails.thank_you, { ...all, variant });
  const fitting = wordingsFor(mails.thank_you, all).length;
  expect(new Set(Array.from({ length: fitting }, (_, step) => from(1234 + step).words)).size).toBe(fitting);
  expect(from(fitting + 2).words).toBe(from(2).words);
  expect([from(2), from(fitting + 2)].map(({ at, round }) => [at, round])).toEqual([
    [2, 0],
    [2, 1],
  ]);
});

test("a short writer's mail leaves out what can be left unsaid, and says everything else", () => {
  for (const name of mailNames) {
    const long = written(name, "role", "interview_day");
    const short = written(name, "role", "interview_day", "brief");
    expect(short.join(" ").length, name).toBeLessThanOrEqual(long.join(" ").length);
  }
  expect(written("thank_you", "brief")[0]).not.toContain("anything else");
});

test("a subject of its own has no gap, in any language", () => {
  for (const language of languages)
    for (const template of Object.values(templates.languages[language].mails))
      expect(writeSubject(template, nothing(language))).not.toMatch(/[{}]|undefined/);
  expect(writeSubject(templates.debrief, facts())).toBe("How did it go with Northwind?");
});

test("hostile facts neither start a line nor open a placeholder", () => {
  const plain = facts("role", "interview_day");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.nat(30), (words, variant) => {
      const hostile = { ...plain, employer: `N${words}`, role: `R${words}\n\n{person_name}`, variant };
      const lines = (one: DraftFacts) => writeWords(mails.thank_you, one).words.split("\n").length;
      expect(lines(hostile)).toBe(lines({ ...plain, variant }));
    }),
  );
  expect(writeWords(mails.thank_you, { ...plain, role: "{person_name}" }).words).toContain(
    "the {person_name} role",
  );
});

test("how a sentence is said is changed before facts are put into it", () => {
  const one = { ...facts("topic"), topic: "the Thank you wall" };
  const { words } = writeWords(mails.thank_you, one, (sentence) =>
    sentence.replaceAll("Thank you", "Thanks"),
  );
  expect(words).toMatch(/^Thanks for taking the time/);
  expect(words).toContain("the Thank you wall");
});
