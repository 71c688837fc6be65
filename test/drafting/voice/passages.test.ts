import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OwnMail } from "../../../src/drafting/voice/own-mail.ts";
import { toneOf } from "../../../src/drafting/voice/tone-of.ts";
import { american, british, german, lines, reply } from "./own-mails.ts";

const passages = (mails: readonly OwnMail[]): readonly string[] =>
  toneOf(mails).passages.map(({ text }) => text);
const letter = (body: string, daysAgo = 0): OwnMail =>
  reply(lines("Dear Greg,", "", body, "", "Kind regards,", "Harriet"), daysAgo);

describe("the passages", () => {
  test("are five, each from another mail and opening in another way, the newest first", () => {
    const found = passages(british());
    expect(found).toHaveLength(5);
    expect(found[0]).toBe(
      "Thank you for your kind message. I am pleased to confirm the arrangement and I do not foresee any difficulty on my side.",
    );
    expect(new Set(found.map((text) => text.split(" ").slice(0, 2).join(" "))).size).toBe(5);
  });

  test("are of middle length where the mails have such, newer short ones or not", () => {
    const short = ["Many thanks, that suits me very well indeed.", "Lovely, then we will do it like that."];
    const mails = [...short.map((body, at) => letter(body, -2 + at)), ...british()];
    for (const text of passages(mails)) expect(text.split(" ").length).toBeGreaterThanOrEqual(15);
    expect(passages([...mails.slice(0, 5)])).toContain("Many thanks, that suits me very well indeed.");
  });

  test("come from replies alone", () => {
    expect(passages(british().map((mail) => ({ ...mail, isReply: false })))).toEqual([]);
  });

  test("are shared among the languages that somebody writes", () => {
    const { passages: found } = toneOf([...british(), ...german()]);
    expect(found.map(({ language }) => language)).toEqual(["en", "de", "en", "de", "en"]);
  });

  const inOne = (sentence: string): boolean =>
    passages([
      letter(sentence),
      ...british()
        .slice(0, 4)
        .map((mail) => ({ ...mail, isReply: false })),
    ]).length > 0;

  test("an everyday sentence is one", () => {
    expect(inOne("I enjoyed our talk very much, and I would be happy to carry on with it.")).toBe(true);
    expect(inOne("May I ask how the others liked it? I'd be glad to hear what they said.")).toBe(true);
  });

  test.each([
    ["a person", "I enjoyed the talk with Priya very much, and I would be happy to carry on with it."],
    [
      "a person who opens the sentence",
      "Priya was very kind to me, and I would be happy to carry on with it.",
    ],
    [
      "the recipient in small letters",
      "I hope that greg is well, and I would be happy to carry on with the work.",
    ],
    [
      "the recipient's company in small letters",
      "It would be a pleasure to come to northmoor again and to carry on with it.",
    ],
    ["a company", "I enjoyed my time at Polder Analytics very much, and would happily do it again."],
    ["a place", "It is quiet here in Bristol, and I would be happy to carry on with the work."],
    [
      "a language of a place",
      "My French is not what it was, and I would be happy to carry on with the work.",
    ],
    ["a figure", "I enjoyed our talk of 40 minutes very much, and would happily carry on with it."],
    ["a number in words", "I enjoyed our three talks very much, and I would be happy to carry on with it."],
    ["a day", "I enjoyed our talk on wednesday very much, and I would be happy to carry on with it."],
    ["a month", "I enjoyed our talk in november very much, and I would be happy to carry on with it."],
    ["an address", "You can reach me under harriet at field.example whenever you would like to carry on."],
    ["a mail address", "You can reach me under harriet@field.example whenever you would like to carry on."],
    ["a link", "The pictures are all on https://field.example whenever you would like to see them."],
    ["an acronym", "I enjoyed the tour of the RSPB very much, and would be happy to carry on with it."],
    ["a quotation", 'I enjoyed your "little talk" very much, and I would be happy to carry on with it.'],
    ["a placeholder", "I enjoyed the talk with {name} very much, and I would be happy to carry on with it."],
    [
      "hidden letters of another script",
      "I enjoyed the tаlk with you very much, and I would be happy to carry on with it.",
    ],
  ])("one with %s is not", (_, sentence) => {
    expect(inOne(sentence)).toBe(false);
  });

  test.each([
    ["money", "The salary that we spoke of would be fine."],
    ["money of figures", "Would £40k be too much?"],
    ["health", "My doctor says that I must rest."],
    ["secrets", "The password is the one you know."],
    ["German money", "Das Bruttogehalt passt mir gut."],
    ["German health", "Ich war leider krank."],
  ])("a mail that speaks of %s lends none of its other sentences either", (_, sentence) => {
    const plain = "I enjoyed our talk very much, and I would be happy to carry on with it.";
    expect(inOne(`${plain}\n\n${sentence}`)).toBe(false);
  });

  test.each([
    ["a noun", "Ich freue mich über die Einladung und auf ein Gespräch mit Ihren Kollegen.", true],
    [
      "a company with its article",
      "Ich freue mich über die Einladung und auf den Besuch bei der Poldertechnik.",
      false,
    ],
    ["a surname like a noun", "Ich freue mich über die Einladung und auf ein Gespräch mit Hartung.", false],
    ["a city", "Ich freue mich über die Einladung und komme dann gerne zu Ihnen nach Leipzig.", false],
  ])("in German a passage may hold nouns of every day and no name: %s", (_, sentence, is) => {
    const others = german()
      .slice(0, 5)
      .map((mail) => ({ ...mail, isReply: false }));
    const mail = reply(lines("Guten Tag Frau Lee,", "", sentence, "", "Viele Grüße", "Jonas"));
    expect(passages([mail, ...others]).length > 0).toBe(is);
  });
});

test("a recipient whose name is not in their address is known by name, small letters or not", () => {
  const body = "I hope that priya liked it as well, and I would be happy to carry on with the work.";
  const to = [{ name: "Priya Lee", address: "office@northmoor.example" }];
  const others = british()
    .slice(0, 4)
    .map((mail) => ({ ...mail, isReply: false }));
  const mail = letter(body);
  expect(passages([{ ...mail, text: mail.text.replace("Dear Greg,", "Hello,"), to }, ...others])).toEqual([]);
});

const word = fc.oneof(
  fc.constantFrom(
    "I",
    "would",
    "be",
    "glad",
    "to",
    "hear",
    "from",
    "you",
    "and",
    "the",
    "talk",
    "was",
    "good.",
    "Thanks!",
    "\n\n",
  ),
  fc.constantFrom(
    "a@b.example",
    "www.b.example",
    "+44 20 7946 0123",
    "12",
    "٣",
    "Ⅻ",
    "½",
    "#1",
    "Priya",
    "b.example/x",
    "@dana",
    "２",
  ),
  fc.string({ maxLength: 8, unit: "grapheme" }),
);
const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(" "));

test("whatever is written, no passage holds a digit, an address or a link, and everything stays short", () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 5, maxLength: 9 }), (texts) => {
      const profile = toneOf([
        ...texts.map((one, at) =>
          reply(lines(`Hi ${one.slice(0, 5)},`, one, "Best,", one.slice(-30), one), at),
        ),
        ...american(),
      ]);
      expect(profile.passages.length).toBeLessThanOrEqual(5);
      for (const passage of profile.passages) {
        expect(passage.text).not.toMatch(/[\p{N}@/#:_]|www|\.\S*example|Priya/u);
        expect(passage.text.length).toBeLessThanOrEqual(400);
      }
      for (const line of profile.signature) expect(line.length).toBeLessThanOrEqual(100);
      for (const tone of Object.values(profile.languages))
        for (const pattern of [...Object.values(tone.greetings), ...Object.values(tone.signOffs)])
          expect((pattern ?? "").length).toBeLessThanOrEqual(40);
    }),
    { numRuns: 150 },
  );
});

test("mails of any characters are read without an error", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 300, unit: "binary" }), { maxLength: 12 }), (texts) => {
      const mails = texts.map((one, at) =>
        reply(one, at, {
          subject: one,
          to: [
            { name: one, address: one },
            { name: one, address: "a@b.example" },
          ],
        }),
      );
      expect(toneOf(mails).basedOn).toBeLessThanOrEqual(mails.length);
    }),
    { numRuns: 200 },
  );
});
