import { describe, expect, test } from "vitest";
import { announcedIn } from "../../src/understanding/non-negotiables.ts";
import { sentencesOf } from "../../src/understanding/text/plain-words.ts";

const announced = (wish: string, text: string) => announcedIn(sentencesOf(text), [wish])[0] ?? null;

describe("a mail that announces what the person will not do", () => {
  test.each([
    [
      "no unpaid task over 2 hours",
      "Please complete the attached task at home. It takes about four hours.",
      "Please complete the attached task at home.",
    ],
    [
      "no unpaid task over 2 hours",
      "The next step is a take-home exercise of 3-4 hours.",
      "The next step is a take-home exercise of 3-4 hours.",
    ],
    [
      "no unpaid task over 2 hours",
      "We set you a case study; candidates spend a day on it.",
      "We set you a case study; candidates spend a day on it.",
    ],
    ["no take-home tests", "We will send you a short coding test.", "We will send you a short coding test."],
    [
      "no relocation",
      "You would need to relocate to Oslo by September.",
      "You would need to relocate to Oslo by September.",
    ],
    ["no relocation", "The job means moving to Aberdeen.", "The job means moving to Aberdeen."],
    [
      "I will not relocate",
      "Candidates who are not willing to relocate cannot be considered.",
      "Candidates who are not willing to relocate cannot be considered.",
    ],
    [
      "no weekend work",
      "The role includes one Saturday shift a month.",
      "The role includes one Saturday shift a month.",
    ],
    ["no weekend work", "Please work on it over the weekend.", "Please work on it over the weekend."],
    [
      "no night shifts",
      "You would work nights every third week, in shifts.",
      "You would work nights every third week, in shifts.",
    ],
    [
      "no on-call duty",
      "Everybody in the team is on call one week in six.",
      "Everybody in the team is on call one week in six.",
    ],
    [
      "no travel over 20%",
      "The position involves travel of about 40%.",
      "The position involves travel of about 40%.",
    ],
    [
      "not more than 2 days a week in the office",
      "We are in the office four days a week.",
      "We are in the office four days a week.",
    ],
    [
      "at most 3 interviews",
      "There will be five interviews in all.",
      "There will be five interviews in all.",
    ],
    ["no salary under 45,000 pounds", "The salary is £41,000 a year.", "The salary is £41,000 a year."],
    [
      "no fixed-term contract",
      "It is a fixed-term post for one year.",
      "It is a fixed-term post for one year.",
    ],
    [
      "no one-way video interviews",
      "Please record your answers in a one-way video interview.",
      "Please record your answers in a one-way video interview.",
    ],
    [
      "no cold calling",
      "You would spend half of the day cold calling.",
      "You would spend half of the day cold calling.",
    ],
    ["no relocation", "Ein Umzug nach Köln wäre nötig.", "Ein Umzug nach Köln wäre nötig."],
    ["kein Umzug", "A relocation to Cologne would be needed.", "A relocation to Cologne would be needed."],
    [
      "no unpaid task over 2 hours",
      "Anbei eine Fallstudie. Bitte planen Sie sechs Stunden ein.",
      "Anbei eine Fallstudie.",
    ],
    [
      "pas de déplacements",
      "Le poste demande des déplacements fréquents.",
      "Le poste demande des déplacements fréquents.",
    ],
  ])("%s: %s", (wish, text, quote) => {
    expect(announced(wish, text)).toEqual({ wish, quote, unclear: false });
  });

  test("a task without its length is told as unclear where the person set a limit", () => {
    expect(announced("no unpaid task over 2 hours", "We will send you a short task.")).toMatchObject({
      unclear: true,
    });
  });
});

describe("a mail that does not", () => {
  test.each([
    ["no unpaid task over 2 hours", "The task takes no more than two hours."],
    ["no unpaid task over 2 hours", "Please complete a short exercise. It takes 45 minutes."],
    ["no unpaid task over 2 hours", "We will send you a task of six hours. It is paid at our day rate."],
    ["no unpaid task over 2 hours", "Your tasks would be buying and planning."],
    ["no unpaid task over 2 hours", "The interview takes three hours."],
    ["no relocation", "There is no relocation, you may work from anywhere."],
    ["no relocation", "Relocation is not required."],
    ["no relocation", "You don't have to relocate."],
    ["no relocation", "We would like to move to the next stage."],
    ["no relocation", "We are moving to a decision this week."],
    ["no relocation", "Could we move to Friday?"],
    ["no weekend work", "Would Saturday 13 June suit you for the interview?"],
    ["no weekend work", "The deadline is Sunday."],
    ["no weekend work", "Have a nice weekend!"],
    ["no weekend work", "There is no weekend work."],
    ["no travel over 20%", "The role involves travel of 10%."],
    ["no travel", "How was your travel to Leeds?"],
    ["not more than 2 days a week in the office", "We meet in the office two days a week."],
    ["not more than 2 days a week in the office", "The interview is at our office."],
    ["at most 3 interviews", "There will be two interviews in all."],
    ["no salary under 45,000 pounds", "The salary is £48,000 a year."],
    ["no on-call duty", "Greg will call you on Thursday."],
    ["no cold calling", "We will call you about the cold store."],
    ["never", "You would need to relocate."],
    ["", "You would need to relocate."],
  ])("%s: %s", (wish, text) => {
    expect(announced(wish, text)).toBeNull();
  });
});

test("each wish is judged by itself, in the person's order", () => {
  const text = "You would relocate to Oslo. The role includes weekend shifts.";
  const wishes = ["no weekend work", "no travel", "no relocation"];
  expect(announcedIn(sentencesOf(text), wishes).map(({ wish }) => wish)).toEqual([
    "no weekend work",
    "no relocation",
  ]);
});
