import { describe, expect, it } from "vitest";
import { annotate } from "../../../src/understanding/lexicon/annotate.ts";
import { englishAsked } from "../../../src/understanding/lexicon/en-asked.ts";
import { englishInterview } from "../../../src/understanding/lexicon/en-interview.ts";
import { wordsOf } from "../../../src/understanding/lexicon/words.ts";

const phrases = Object.entries({ ...englishInterview, ...englishAsked }).flatMap(([concept, list]) =>
  list.split(",").map((phrase) => ({ concept, phrase: phrase.trim() })),
);

describe("the English lexicon of talks and of what is asked", () => {
  it("keeps every phrase in one concept only", () => {
    const owners = new Map<string, string[]>();
    for (const { concept, phrase } of phrases)
      owners.set(phrase.replaceAll("-", " "), [...(owners.get(phrase.replaceAll("-", " ")) ?? []), concept]);
    expect([...owners].filter(([, concepts]) => concepts.length > 1)).toEqual([]);
  });

  it("spells every phrase as the words of a mail are spelled, so that each can be found", () => {
    const written = phrases.map(({ phrase }) => phrase).filter((phrase) => !/[<_*]/.test(phrase));
    expect(written.filter((phrase) => wordsOf(phrase).join(" ") !== phrase.replaceAll("-", " "))).toEqual([]);
  });

  it.each([
    ["We are keen to meet you next week", ["#WANT", "#MEETING"]],
    ["Kindly confirm your attendance by return", ["#ASKCONFIRM"]],
    ["I can confirm your slot", ["#CONFIRM"]],
    ["Please don't travel; we can't say yet when there will be a new date", ["#STAYAWAY", "#NODATE"]],
    ["She's been called away, so could we make it Friday, same time?", ["#CLASH", "#MOVE", "#UNCHANGED"]],
    ["As you've accepted a post elsewhere, I have released your slot", ["#FORGO"]],
    ["Film yourself answering; you get two retakes", ["#RECORD"]],
    ["The test is untimed and the link expires on Sunday", ["#TASK", "#TIMED", "#DEADLINE"]],
    ["Before we can proceed we need the names of two referees", ["#BEFORE", "#REFEREE"]],
    ["Your CV doesn't say what your notice period is", ["#MISSING", "#FACTS"]],
    ["If you are shortlisted we will invite you to an interview", ["#IFCHOSEN"]],
  ])("reads %j as %j", (sentence, concepts) => {
    expect(annotate(sentence)).toEqual(expect.arrayContaining(concepts));
  });

  it("does not take the forward of an answer awaited for a request to send something", () => {
    expect(annotate("I look forward to hearing from you")).not.toContain("#SEND");
  });
});
