import { expect, test } from "vitest";
import { whoOf } from "../support/who.ts";

const plain = "We would like to meet you next week.";
const system = "no-reply@us.greenhouse-mail.io";

test.each([
  ["a domain that leaves words out", "hr@hartwick-council.example", "Hartwick Borough Council"],
  ["a domain of first letters", "hr@hartwick-usd.example", "Hartwick Unified School District"],
  ["a domain that cuts words short", "hr@birchleafins.example", "Birchleaf Insurance"],
  ["a domain turned round", "hr@hartwick-uni.example", "University of Hartwick"],
  ["an umlaut written out", "info@baeckerei-oehlmann.example", "Bäckerei Öhlmann"],
  ["an ampersand left out", "jobs@mossandlark.example", "Moss & Lark"],
  ["a domain that is only the first word", "jobs@pellmark.example", "Pellmark Ferries"],
])("the name that the signature gives is found behind %s", (_, from, name) => {
  expect(whoOf({ from, text: `${plain}\n\nKind regards,\nTom Okafor\nHR Officer, ${name}` }).employer).toBe(
    name,
  );
});

test.each([
  ["hyphens", "Ida Berg <ida@corran-timber.example>", "Corran Timber"],
  ["a word of the trade", "Ida Berg <ida@corrantimber.example>", "Corran Timber"],
  ["the writer's own name", "Ida Corran <ida@corranlofts.example>", "Corran Lofts"],
])("a domain that nothing in the mail spells is parted at %s", (_, from, name) => {
  expect(whoOf({ from, text: plain }).employer).toBe(name);
});

test.each([
  ["Talent Team", "Harbour Bakery Talent Team"],
  ["Careers at", "Careers at Harbour Bakery"],
  ["a comma", "Recruitment, Harbour Bakery"],
  ["on behalf of", "TestGorilla on behalf of Harbour Bakery"],
  ["German", "Personalabteilung Harbour Bakery"],
  ["Spanish", "Selección Harbour Bakery"],
])("a department in the display name is left off: %s", (_, display) => {
  expect(whoOf({ from: `${display} <${system}>`, text: plain }).employer).toBe("Harbour Bakery");
});

test("a department alone is no employer", () => {
  expect(whoOf({ from: "People & Culture <pc@corran-timber.example>", text: plain }).employer).toBe(
    "Corran Timber",
  );
});

test.each([
  ["Thank you for applying to Quayside Housing."],
  ["Your Quayside Housing application has reached us."],
  ["Danke für Ihre Bewerbung bei Quayside Housing."],
  ["Merci pour votre candidature chez Quayside Housing."],
  ["Bedankt voor je sollicitatie bij Quayside Housing."],
])("an applicant system's mail names the employer in its words: %s", (text) => {
  expect(whoOf({ from: `Greenhouse <${system}>`, text, kind: "application_received" }).employer).toBe(
    "Quayside Housing",
  );
});

test("the tenant's own mailbox at an applicant system tells which name is meant", () => {
  expect(
    whoOf({
      from: "Workday <corran@myworkday.com>",
      text: "Your file was moved.\n\nCorran Shipping",
      kind: "holding",
    }).employer,
  ).toBe("Corran Shipping");
});

test("a company that ends in the plural of a trade is one", () => {
  expect(
    whoOf({ from: system, subject: "Your application to Northwind Traders", text: "It has arrived." })
      .employer,
  ).toBe("Northwind Traders");
});

test("an agency is not the employer, the client that it names is", () => {
  const agency = {
    from: "Ida Berg <ida@corran-recruitment.example>",
    text: "Hi Ana,\n\nPellmark Ferries have come back and would like a second talk.\n\nIda Berg\nCorran Recruitment, Leeds",
  };
  expect(whoOf(agency).employer).toBe("Pellmark Ferries");
});

test("an agency's unnamed client is 'a client of' it", () => {
  expect(
    whoOf({
      from: "Ida Berg <ida@corran-recruitment.example>",
      text: "Hi Ana,\n\nOur client, a family firm near Leeds, would like to see you.\n\nIda Berg\nCorran Recruitment",
    }).employer,
  ).toBe("a client of Corran Recruitment");
});

test("a name that only begins with the letters of a trade is no agency's", () => {
  expect(
    whoOf({
      from: "Ida Berg <ida@rheinwerft.example>",
      text: "Hi Ana,\n\nWe would like to see you about the Welder role.\n\nIda Berg\nRheinwerft",
    }).employer,
  ).toBe("Rheinwerft");
});

test("a word like research in the domain makes no agency", () => {
  expect(
    whoOf({
      from: "Ida Berg <ida@corranresearch.example>",
      text: `${plain}\n\nIda Berg\nCorran Research`,
    }).employer,
  ).toBe("Corran Research");
});

test("who is met is no employer, not even at a booking system", () => {
  expect(
    whoOf({
      from: "Calendly <notifications@calendly.com>",
      subject: "Booked: call with Tom Okafor (Pellmark Credit)",
      text: "You are all set with Tom Okafor.\n\nTom will phone you.",
    }).employer,
  ).toBe("Pellmark Credit");
});

test("a domain that only bears an applicant system's name is proof of nothing", () => {
  const { employerDomain } = whoOf({
    from: "Greenhouse <no-reply@greenhouse-mail.example>",
    text: "Thank you for applying to Quayside Housing.",
  });
  expect(employerDomain).toBe("greenhouse-mail.example");
});
