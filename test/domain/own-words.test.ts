import { describe, expect, test } from "vitest";
import { addition, ownOccasion, quotable } from "../../src/domain/own-words.ts";

describe("an occasion of the person", () => {
  test.each([
    ["I passed the AWS exam in August", "I passed the AWS exam in August."],
    ["I've moved to Leeds.", "I've moved to Leeds."],
    ["we met at the fair in Hanover", "We met at the fair in Hanover."],
    ["Congratulations on the award!", "Congratulations on the award!"],
    [
      "your magnolia walk was in the Sunday paper, and I read it with pleasure",
      "Your magnolia walk was in the Sunday paper, and I read it with pleasure.",
    ],
    ["Your talk about bees was on the radio.", "Your talk about bees was on the radio."],
  ])("%j is a sentence and stays as it was written", (says, words) => {
    expect(ownOccasion(says)).toEqual({ type: "sentence", words });
  });

  test.each([
    ["their new office in Leeds", "your new office in Leeds"],
    ["the walk that was in the paper", "the walk that was in the paper"],
    ["the talk that Hana gave at the fair.", "the talk that Hana gave at the fair"],
    ["new office in Leeds", "new office in Leeds"],
    ["Their award", "your award"],
    ["I passed the exam, they gave me a distinction", "I passed the exam, they gave me a distinction"],
  ])("%j is named behind a lead-in", (says, words) => {
    expect(ownOccasion(says)).toEqual({ type: "named", words });
  });

  test.each([
    ["they opened an office in Leeds", "I noticed that you opened an office in Leeds."],
    ["They're hiring again, their site says so", "I noticed that you're hiring again, your site says so."],
    ["their new office is open", "I noticed that your new office is open."],
    ["tell them that I passed the exam", "I passed the exam."],
    ["Tell Jo I read their report", "I read your report."],
    ["please let them know that I have moved to Leeds", "I have moved to Leeds."],
    ["congratulate them on their award", "Congratulations on your award."],
    ["wish them a good start into the season", "I wish you a good start into the season."],
  ])("%j is turned to those who are written to", (says, words) => {
    expect(ownOccasion(says)).toEqual({ type: "sentence", words });
  });

  test.each([
    ["are they hiring again?"],
    ["ask them whether they hire again"],
    ["see https://abc.example/news"],
    ["their page www.abc.example is new"],
    ["write to jo@abc.example about it"],
    ["call me on +44 20 7946 0000"],
    ["they pay a salary of 60k"],
    ["note to self: dress warmly"],
    ["[occasion]"],
    ["..."],
    [""],
    [Array.from({ length: 81 }, () => "word").join(" ")],
  ])("%j does not go into a mail", (says) => {
    expect(ownOccasion(says)).toBeNull();
  });

  test("stays on one line, whatever it is made of", () => {
    expect(ownOccasion("I passed the exam\n\n2 yes\u202e")).toEqual({
      type: "sentence",
      words: "I passed the exam 2 yes.",
    });
  });
});

describe("what is added to a thank-you", () => {
  test("is what stands behind Add: on its line, and nothing that stands around it", () => {
    const notes =
      "Went well.\nAdd: I forgot to say that I ran the migration at Contoso\nThey decide by Friday.";
    expect(addition(notes)).toBe("I forgot to say that I ran the migration at Contoso.");
  });

  test("goes on where a mail program broke the line, until the sentence or the paragraph ends", () => {
    const notes =
      "add: I forgot to say that at Contoso I ran the migration of the whole\nwarehouse to another engine.\nGreg seemed bored.";
    expect(addition(notes)).toBe(
      "I forgot to say that at Contoso I ran the migration of the whole warehouse to another engine.",
    );
    expect(addition(`Add: ${"word ".repeat(14)}\n\nGreg seemed bored.`)).not.toContain("Greg");
  });

  test.each([
    ["Went well."],
    ["Nothing to add: it went well."],
    ["Add:"],
    ["Add: my page is at https://sam.example"],
    ["Add: when do they decide?"],
    [`Add: ${Array.from({ length: 61 }, () => "word").join(" ")}`],
  ])("%j adds nothing", (notes) => {
    expect(addition(notes)).toBeNull();
  });
});

describe("a sentence of theirs", () => {
  test("is quoted word for word, inside one pair of quotation marks", () => {
    expect(quotable('"Do get in touch again in September."')).toBe("Do get in touch again in September.");
    expect(quotable("Our “Bee House” opens in May")).toBe("Our 'Bee House' opens in May.");
    expect(quotable("Would you write again in May?")).toBe("Would you write again in May?");
  });

  test.each([
    ["Book a time at https://abc.example/slots"],
    ["Write to hana@abc.example in May."],
    ["Call 020 7946 0000 in May."],
    ["Would May suit? Or June?"],
    [Array.from({ length: 41 }, () => "word").join(" ")],
    ["***"],
  ])("%j is not quoted", (words) => {
    expect(quotable(words)).toBeNull();
  });
});
