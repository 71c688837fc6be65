import { expect, test } from "vitest";
import type { Facts } from "../../src/domain/assessment.ts";
import { assess } from "../../src/understanding/assess.ts";
import { ana, icsOf, messageOf, proven, unproven } from "../support/message.ts";

const factsOf = (given: Parameters<typeof messageOf>[0]): Facts => assess(messageOf(given), ana).facts;
const invitation = "We would like to invite you to an interview for the Data Analyst position.";

test.each([
  [
    "the words that spell the sender's domain",
    { text: `${invitation}\n\nKind regards,\nGreg Miller\nNorthwind Traders Ltd` },
    "Northwind Traders",
  ],
  ["the domain alone, made readable", { text: invitation }, "Northwind Traders"],
  [
    "the subject, behind a free-mail address",
    { from: "Greg <greg.m@gmail.com>", subject: "Interview at Harbour Bakery", text: invitation },
    "Harbour Bakery",
  ],
  [
    "the display name behind an applicant system",
    { from: "Harbour Bakery Careers <no-reply@greenhouse-mail.io>", text: invitation },
    "Harbour Bakery",
  ],
  [
    "'from' in the display name",
    { from: "Greg from Harbour Bakery <greg.m@gmail.com>", text: invitation },
    "Harbour Bakery",
  ],
  [
    "the signature behind a free-mail address",
    {
      from: "Greg <greg.m@gmail.com>",
      text: `${invitation}\n\nBest regards,\nGreg Miller\nMeridian Labs Ltd`,
    },
    "Meridian Labs",
  ],
  [
    "the text of an applicant system",
    {
      from: "notifications@lever.co",
      text: "Thank you for applying to Quayside Housing! We have received your application.",
    },
    "Quayside Housing",
  ],
])("the employer is read from %s", (_, given, employer) => {
  expect(factsOf(given).employer).toBe(employer);
});

test("an interview with a person names no employer", () => {
  expect(
    factsOf({ from: "Greg <greg.m@gmail.com>", subject: "Interview with Priya", text: invitation }).employer,
  ).toBeNull();
});

test.each([
  ["an aligned employer", {}, "northwind-traders.example"],
  ["a subdomain of it", { from: "Jobs <jobs@mail.northwind-traders.example>" }, "northwind-traders.example"],
  ["an unproven sender", { proof: unproven }, null],
  ["a free-mail provider", { from: "Greg <greg.m@gmail.com>", proof: proven("gmail.com") }, null],
  ["an applicant system", { from: "no-reply@greenhouse-mail.io", proof: proven("greenhouse-mail.io") }, null],
])("the employer's domain from %s", (_, given, domain) => {
  expect(factsOf({ text: invitation, ...given }).employerDomain).toBe(domain);
});

test.each([
  [{ text: invitation }, "Data Analyst"],
  [
    { text: "We have received your application for the role of Senior Planner at Northwind." },
    "Senior Planner",
  ],
  [
    {
      subject: "Interview: Office Manager at Fairholm Bakery",
      text: "We would like to invite you to meet us.",
    },
    "Office Manager",
  ],
  [{ subject: "Data Engineer interview", text: "We would like to invite you to meet us." }, "Data Engineer"],
  [
    {
      subject: "Your application for Head of Operations",
      text: "We have decided not to move forward with your application.",
    },
    "Head of Operations",
  ],
  [{ text: "We would like to invite you to an interview for the open position next week." }, null],
])("the role: %j -> %s", (given, role) => {
  expect(factsOf(given).role).toBe(role);
});

test("people are the sender, organizer and attendees and whoever the text names, never the person", () => {
  const people = factsOf({
    text: "You will meet Greg Miller and Tom Okafor for the interview.",
    calendar: [{ method: "REQUEST", ics: icsOf() }],
  }).people;
  expect(people).toEqual([
    { name: "Greg Miller", address: "greg.miller@northwind-traders.example" },
    { name: "Priya Shah", address: "priya.shah@northwind-traders.example" },
    { name: "Tom Okafor", address: null },
  ]);
});

test("a shared address is nobody, the name under the mail is somebody without an address", () => {
  expect(
    factsOf({ from: "careers@northwind-traders.example", text: `${invitation}\n\nKind regards,\nPriya Shah` })
      .people,
  ).toEqual([{ name: "Priya Shah", address: null }]);
});

test("a name turned round in the header is put right", () => {
  expect(
    factsOf({ from: '"Miller, Greg" <g.miller@northwind-traders.example>', text: invitation }).people[0]
      ?.name,
  ).toBe("Greg Miller");
});

test("the promise is read in the writer's zone", () => {
  const late = {
    date: "2026-05-21T23:30:00-05:00",
    text: "Thank you for coming. We will let you know tomorrow.",
  };
  expect(factsOf(late).promise?.due.toString()).toBe("2026-05-22");
});

test("the last interview is known as the last", () => {
  expect(factsOf({ text: "We would like to invite you to the final interview." }).finalStage).toBe(true);
  expect(factsOf({ text: invitation }).finalStage).toBe(false);
});

test("a cancelled role is told from a filled one", () => {
  expect(factsOf({ text: "The role has been cancelled." }).roleCancelled).toBe(true);
  expect(factsOf({ text: "The role has been filled." }).roleCancelled).toBe(false);
});

test("what they ask is quoted; an offer to answer questions asks nothing", () => {
  expect(
    factsOf({ text: `${invitation} Could you bring your portfolio? Do you have any questions?` }).asks,
  ).toBe("Could you bring your portfolio?");
  expect(
    factsOf({
      text: "Your interview is confirmed for Thursday. Please let me know if you have any questions.",
    }).asks,
  ).toBeNull();
});

test("an offer's deadline is read", () => {
  expect(
    factsOf({
      text: "We are delighted to offer you the position of Data Analyst. Please reply by 29 May.",
    }).offerDeadline?.toString(),
  ).toBe("2026-05-29");
});

test("mail of no candidacy has no facts", () => {
  expect(factsOf({ text: "Shall we have lunch on Thursday?" })).toMatchObject({
    employer: null,
    role: null,
    people: [],
  });
});

test("an employer is called by the whole name that the mail gives it, not by its domain alone", () => {
  const { employer } = factsOf({
    from: "Jo Field <jo@fairholm.example>",
    subject: "Interview: Office Manager at Fairholm Bakery",
    text: "We would like to invite you to meet us at Fairholm.",
  });
  expect(employer).toBe("Fairholm Bakery");
});
