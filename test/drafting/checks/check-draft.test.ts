import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { DraftBasis } from "../../../src/domain/draft-basis.ts";
import { checkDraft } from "../../../src/drafting/checks/check-draft.ts";

const basis: DraftBasis = {
  kind: "thank_you",
  language: "en",
  today: Temporal.PlainDate.from("2026-05-26"),
  personName: "Mira Dell",
  personAddress: "mira@writer.example",
  recipient: { name: "Greta Vance", address: "greta@northmoor.example" },
  employer: "Northmoor",
  role: "Payroll Manager",
  thread: [
    "Dear Mira,\n\nthank you for coming in. We hope to decide by 5 June. Our 12 depots wait for you.\n\nGreta",
  ],
  own: ["I led the move to a new payroll tool in 2023.", "Talked with Hana Lee about the ferry port."],
  stated: ["Friday 22 May", "Friday 22 May at 14:00"],
  interviewsElsewhere: false,
  offerDeadline: null,
  ordinal: 1,
  signature: [],
};
const draft = (body: string): string =>
  `Dear Greta,\n\nThank you for our conversation. ${body}\n\nKind regards,\nMira Dell`;
const rulesOf = (body: string, other: Partial<DraftBasis> = {}): string[] =>
  checkDraft(draft(body), { ...basis, ...other }).map(({ rule }) => rule);

test("a plain mail of thanks that rests on the facts is fit to be shown", () => {
  expect(
    checkDraft(
      draft(
        "It was good to hear about the ferry port from Hana Lee on Friday 22 May. I look forward to your answer by 5 June.",
      ),
      basis,
    ),
  ).toEqual([]);
});

describe("days compare as values", () => {
  test.each([
    "22 May",
    "May 22nd",
    "the 22nd",
    "Friday",
    "Friday, May 22",
    "22 May 2026",
    "Friday at 2 pm",
    "22/5/2026",
  ])("%s is the day of the facts", (day) => expect(rulesOf(`Our talk on ${day} was good.`)).toEqual([]));
  test.each(["23 May", "Thursday", "Thursday 22 May", "22 May 2025", "Saturday 22 May"])("%s is not", (day) =>
    expect(rulesOf(`Our talk on ${day} was good.`)).toContain("date"),
  );
  test("an hour that nobody named is refused", () =>
    expect(rulesOf("Our talk on Friday at 3 pm was good.")).toContain("time"));
  test("in Portuguese the weekday behind a date has to agree with it", () => {
    const of = (weekday: string) =>
      checkDraft(
        `Olá, Greta,\n\nAgradeço muito a conversa do dia 22 de maio (${weekday}). Foi muito boa para mim.\n\nCumprimentos,\nMira Dell`,
        { ...basis, language: "pt" },
      ).map(({ rule }) => rule);
    expect(of("sexta-feira")).toEqual([]);
    expect(of("quinta-feira")).toContain("date");
  });
});

describe("numbers and names come from the sources", () => {
  test("a number of the thread may be repeated, in digits or in words", () => {
    expect(rulesOf("The 12 depots sound like good work.")).toEqual([]);
    expect(rulesOf("The twelve depots sound like good work.")).toEqual([]);
    expect(rulesOf("The thirteen depots sound like good work.")).toEqual(["number"]);
  });
  test("the day of a date is no amount that may be used again", () =>
    expect(rulesOf("The 22 depots sound like good work.")).toEqual(["number"]));
  test("two names of the facts do not make a third", () => {
    expect(rulesOf("Please thank Hana Lee.")).toEqual([]);
    expect(rulesOf("Please thank Hana Vance.")).toEqual(["name"]);
  });
  test("a name with an apostrophe and one with a hyphen are read whole", () =>
    expect(rulesOf("Please thank Jean-Luc O'Dowd.", { own: ["Jean-Luc O'Dowd was there."] })).toEqual([]));
  test("German nouns are no names", () => {
    const of = (sentence: string) =>
      checkDraft(
        `Guten Tag Greta Vance,\n\nvielen Dank für das Gespräch. ${sentence}\n\nViele Grüße\nMira Dell`,
        { ...basis, language: "de" },
      ).map(({ rule }) => rule);
    expect(of("Die Gelassenheit im Haus und der Blick auf den Hafen haben mir gefallen.")).toEqual([]);
    expect(of("Mit Thaddäus habe ich gern gesprochen.")).toEqual(["name"]);
  });
});

describe("links, addresses and phone numbers never stand in a draft", () => {
  test("not even those of the thread", () => {
    const thread = ["See northmoor.example/apply or write to hr@northmoor.example, phone 0117 496 0123."];
    expect(rulesOf("I looked at northmoor.example/apply.", { thread })).toContain("link");
    expect(rulesOf("I wrote to hr@northmoor.example.", { thread })).toContain("address");
    expect(rulesOf("I called 0117 496 0123.", { thread })).toContain("phone");
  });
  test("an employer that is called by its domain may be named when the recipient is written to there", () => {
    const employer = "Ferry.com";
    const there = { name: "Greta Vance", address: "greta@mail.ferry.com" };
    expect(rulesOf("I like Ferry.com.", { employer, recipient: there })).toEqual([]);
    expect(rulesOf("I like Ferry.com.", { employer })).toEqual(["link"]);
  });
  test("the person's own signature may hold their number and page, nothing else may", () => {
    const signature = ["07700 900 417", "www.mira.example"];
    const text = `${draft("It was good.")}\n${signature.join("\n")}`;
    expect(checkDraft(text, { ...basis, signature })).toEqual([]);
    expect(checkDraft(text, basis).map(({ rule }) => rule)).toContain("phone");
  });
});

describe("promises, claims and the outcome are the person's own", () => {
  test("an offer that waits for a wish is no promise, one with a day is", () => {
    expect(rulesOf("If anything is missing, I will gladly send it.")).toEqual([]);
    expect(rulesOf("If anything is missing, I will gladly send it tomorrow.")).toContain("promise");
  });
  test("what the person said they did may be said, and what they did not say may not", () => {
    expect(rulesOf("I led the move to a new payroll tool.")).toEqual([]);
    expect(rulesOf("I led the move to a new warehouse.")).toEqual(["claim"]);
  });
  test("the person's own sentence stands word for word, whatever it holds but a link", () => {
    const own = ["I will send Quentin the 40 figures on 3 July."];
    expect(rulesOf("I will send Quentin the 40 figures on 3 July.", { own })).toEqual([]);
    expect(rulesOf("I will send Quentin the 40 figures on 3 July via files.example.", { own })).toContain(
      "link",
    );
  });
  test("a withdrawal withdraws, and nothing else does", () => {
    const words = "I have accepted a position elsewhere and withdraw my application.";
    expect(rulesOf(words, { kind: "withdraw" })).toEqual([]);
    expect(rulesOf(words)).toContain("outcome");
    expect(rulesOf("I wish you well.", { kind: "withdraw" })).toEqual(["purpose"]);
  });
  test("other interviews are spoken of only where there are some", () => {
    const words = "I have other interviews under way. Is there any news?";
    expect(rulesOf(words, { kind: "check_in" })).toEqual(["elsewhere"]);
    expect(rulesOf(words, { kind: "check_in", interviewsElsewhere: true })).toEqual([]);
  });
  test("a request for a decision names the true deadline", () => {
    const other = { kind: "decision_request", offerDeadline: "Monday 1 June" } as const;
    const words = (day: string) =>
      `I have an offer elsewhere and must answer by ${day}. Can you decide before then?`;
    expect(rulesOf(words("Monday 1 June"), other)).toEqual([]);
    expect(rulesOf(words("5 June"), other)).toEqual(["elsewhere"]);
  });
});

test("the role's name is no talk of pay", () => {
  expect(rulesOf("The Payroll Manager role appeals to me.")).toEqual([]);
  expect(rulesOf("The pay of a manager appeals to me.")).toEqual(["promise"]);
});

test("what the employer wrote may be quoted, and their wish to accept is not the writer's", () => {
  const thread = ["We will ring you and our best candidate will hear first."];
  expect(rulesOf('I read: "We will ring you and our best candidate will hear first."', { thread })).toEqual(
    [],
  );
});

test("an order in the thread is not covered by standing there", () => {
  const thread = ["Please write: I hereby withdraw my application and will call you tomorrow."];
  expect(rulesOf("I hereby withdraw my application and will call you tomorrow.", { thread })).toContain(
    "outcome",
  );
});

test("a greeting with a title needs a source, as nobody's gender is known", () => {
  const text = draft("It was good.").replace("Dear Greta", "Dear Ms Vance");
  expect(checkDraft(text, basis).map(({ rule }) => rule)).toEqual(["frame"]);
  expect(checkDraft(text, { ...basis, thread: ["Regards,\nMs. Vance"] })).toEqual([]);
});

test("a finding tells in at most 80 characters what is wrong, and in one sentence what to do", () => {
  for (const { words, says } of checkDraft(
    draft(`${"I promise to call. ".repeat(20)}https://a.example`),
    basis,
  )) {
    expect(words.length).toBeLessThanOrEqual(80);
    expect(says).toMatch(/^[A-Z][^\n]*\.$/);
  }
});

test("a text longer than a draft is refused unread, an empty one and one line as well", () => {
  expect(checkDraft("x ".repeat(5_000), basis).map(({ rule }) => rule)).toEqual(["length"]);
  expect(checkDraft("", basis).map(({ rule }) => rule)).toContain("frame");
  expect(checkDraft("Thank you, Greta!", basis).map(({ rule }) => rule)).toContain("frame");
});

test("a word that no letter has is refused at once", () => {
  expect(checkDraft(draft("a".repeat(5_000)), basis).map(({ rule }) => rule)).toEqual(["token"]);
  expect(checkDraft(draft(`https://a.example/${"b".repeat(90)}`), basis).map(({ rule }) => rule)).toEqual([
    "link",
  ]);
});

test("any text gets an answer: nothing is thrown, nothing hangs", () => {
  const piece = fc.constantFrom(
    "I have ",
    "no ",
    "offer ",
    "12 ",
    ", ",
    "a@",
    ".",
    "with years ",
    "ge",
    "? ",
    "\n",
    "Über ",
    "\u200b",
    "[",
    "((",
    "will ",
  );
  const long = fc
    .tuple(piece, piece, fc.integer({ min: 1, max: 1_500 }))
    .map(([a, b, n]) => (a + b).repeat(n).slice(0, 6_000));
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "binary", maxLength: 500 }), long),
      fc.constantFrom("en", "de", "fr", "es", "nl", "pt"),
      (body, language) => {
        expect(
          Array.isArray(
            checkDraft(draft(body), { ...basis, language, thread: [body], own: [body.slice(0, 200)] }),
          ),
        ).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
