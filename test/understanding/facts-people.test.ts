import { expect, test } from "vitest";
import { whoOf } from "../support/who.ts";

const from = "Ida Berg <ida.berg@corran-timber.example>";
const names = (given: Parameters<typeof whoOf>[0]): readonly string[] =>
  whoOf(given).people.map(({ name }) => name);

test.each([
  ["You will meet our CTO Mara Lindqvist.", ["Mara Lindqvist"]],
  ["You will speak with Dr Nils Aaker and Rosa Tate.", ["Nils Aaker", "Rosa Tate"]],
  ["Our yard supervisor, Pawel Nowak, will walk you round.", ["Pawel Nowak"]],
  ["It would be with our COO, Greta Holm, and our CFO, Omar Aziz.", ["Greta Holm", "Omar Aziz"]],
  ["The meeting will be with Mr Fairley and Miss Osei.", ["Mr Fairley", "Miss Osei"]],
  ["Panel: Lena Ford, Ivo Marsh", ["Lena Ford", "Ivo Marsh"]],
  ["Interviewer: P. Nygaard", ["P. Nygaard"]],
  [
    "You will meet:\n - Ada Quist, Engineering Manager\n - Kofi Boateng, Staff Engineer",
    ["Ada Quist", "Kofi Boateng"],
  ],
  ["Rolf (my brother, who keeps the books) will be there too.", ["Rolf"]],
  ["Odile from Accounts is joining us.", ["Odile"]],
])("who will be at the interview: %s", (text, interviewers) => {
  expect(names({ from, text: `Hello Ana,\n\n${text}` })).toEqual(["Ida Berg", ...interviewers]);
});

test("who was met before is nobody to write to in a rejection", () => {
  const text = "Thank you for meeting our director Mara Lindqvist. We have chosen someone else.";
  expect(names({ from, text, kind: "rejection" })).toEqual(["Ida Berg"]);
});

test("who can no longer come is no interviewer", () => {
  expect(
    names({
      from,
      text: "Our director Martin Lyle can no longer take part. His place is taken by Sue Vale.",
    }),
  ).toEqual(["Ida Berg", "Sue Vale"]);
});

test.each([
  ["a sign-off", "Kind regards,\nTom Okafor"],
  ["a title under the name", "Tom Okafor\nHR Officer, Corran Timber"],
  ["a title behind the name", "Tom Okafor | Recruiting Coordinator | Corran Timber"],
  ["a title before the name", "Yours sincerely\nDr Tom Okafor"],
])("whoever signs a team's mail is known by %s", (_, signature) => {
  expect(
    names({ from: "Careers <careers@corran-timber.example>", text: `Please call us.\n\n${signature}` }),
  ).toEqual(["Tom Okafor"]);
});

test.each([
  ["the team", "Kind regards,\nThe Corran Timber Talent Team"],
  ["the employer", "Kind regards,\nCorran Timber"],
  ["a greeting", "Sonnige Grüße"],
  ["a department", "Human Resources\nCorran Timber"],
])("no human signs: %s", (_, signature) => {
  expect(
    names({ from: "Careers <careers@corran-timber.example>", text: `Please call us.\n\n${signature}` }),
  ).toEqual([]);
});

test("the person is nobody on the other side, under whatever name they are greeted", () => {
  expect(
    names({ from, text: "Dear Ms Sommer,\n\nFrau Sommer, you will meet Ana Reyes's file again." }),
  ).toEqual(["Ida Berg"]);
});

test("what an applicant system's display name applies to is no human", () => {
  expect(
    whoOf({
      from: "Larch Parcel <no-reply@us.greenhouse-mail.io>",
      text: "Thank you for applying to Larch Parcel.",
    }),
  ).toMatchObject({ employer: "Larch Parcel", people: [] });
});

test("a human behind an applicant system is known by signing", () => {
  expect(
    whoOf({
      from: "Mila van Doorn <no-reply@hire.lever.co>",
      subject: "Your application at Duin Analytics",
      text: "Thanks for the talk.\n\nBest,\nMila\nDuin Analytics",
    }),
  ).toMatchObject({ employer: "Duin Analytics", people: [{ name: "Mila van Doorn", address: null }] });
});

test("places and titles are no people", () => {
  expect(
    names({ from, text: "Come to Market Hill and ask for the Area Manager at Gregory Room, Old Library." }),
  ).toEqual(["Ida Berg"]);
});
