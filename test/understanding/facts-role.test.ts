import { expect, test } from "vitest";
import { whoOf } from "../support/who.ts";

const plain = "We would like to meet you next week.";
const from = "Ida Berg <ida@corran-timber.example>";

test.each([
  ["Deputy Stage Manager - Corran Timber", "Deputy Stage Manager"],
  ["Corran Timber: application for Yard Supervisor", "Yard Supervisor"],
  ["Re: barista job", "barista"],
  ["Application status: Req 40812 - Payroll Analyst", "Payroll Analyst"],
  ["Your application: Estate Accountant (Ref 5512)", "Estate Accountant"],
  ["Interview Museum Registrar", "Museum Registrar"],
  ["New hour for interview, Customs Compliance Specialist", "Customs Compliance Specialist"],
  ["short question re theatre coordinator", "theatre coordinator"],
  ["Corran Timber needs a Depot Trainer", "Depot Trainer"],
  ["Lecturer in Plant Physics (ref 9903)", "Lecturer in Plant Physics"],
  ["Call Handler applications", "Call Handler"],
  ["Van Porter", "Van Porter"],
  ["Automatic reply: Dispatcher opening", "Dispatcher"],
  ["Ihre Bewerbung als Sachbearbeiterin Schaden (m/w/d)", "Sachbearbeiterin Schaden"],
  ["Votre candidature au poste de Comptable clients", "Comptable clients"],
  ["Entrevista jefe de sala", "jefe de sala"],
  ["Sollicitatie als magazijnmedewerker", "magazijnmedewerker"],
])("the role in the subject: %s -> %s", (subject, role) => {
  expect(whoOf({ from, subject, text: plain }).role).toBe(role);
});

test.each([
  ["We have read your papers for the Night Porter role with pleasure.", "Night Porter"],
  ["The post of Head of Signal Engineering is still open.", "Head of Signal Engineering"],
  ["Thanks for your interest in the Support Associate (Welsh-speaking) role.", "Support Associate"],
  ["Thank you for registering for the in-house taster position.", "in-house taster"],
  ["What we know of the Estate Liaison role you know now too.", "Estate Liaison"],
  ["die Stelle der Filialleitung ist noch frei.", "Filialleitung"],
  ["gracias por tu interés en el puesto de Tramitador de expedientes.", "Tramitador de expedientes"],
  ["bedankt voor je interesse in de functie van onderhoudsmonteur bij ons.", "onderhoudsmonteur"],
  ["sobre a vaga de Soldador MIG, escrevo na sexta.", "Soldador MIG"],
])("the role in the text: %s", (text, role) => {
  expect(whoOf({ from, subject: "Your application", text: `Hello Ana,\n\n${text}` }).role).toBe(role);
});

test("the role under a label of an applicant system's form", () => {
  expect(
    whoOf({
      from: "no-reply@us.greenhouse-mail.io",
      text: "Details\n\nPosition: Records Clerk, Archive\nDate: Tuesday",
    }).role,
  ).toBe("Records Clerk");
});

test("a heading in capitals is a role in ordinary letters", () => {
  expect(whoOf({ from, text: `Dear Ms Reyes\n\nPARKS AND GARDENS OFFICER\n\n${plain}` }).role).toBe(
    "Parks and Gardens Officer",
  );
});

test("the longer form of the same role is kept", () => {
  expect(
    whoOf({ from, subject: "Meet us: Kiosk Supervisor", text: "Come and talk about the supervisor job." })
      .role,
  ).toBe("Kiosk Supervisor");
});

test.each([
  ["the writer's own title", `${plain}\n\nIda Berg\nOperations Director, Corran Timber`],
  ["an interviewer's title", "You will meet our Chief Curator Tom Okafor next week."],
  ["a job that is not named", "We would like to invite you to talk about the open position."],
  ["the hiring manager", "The hiring manager interview is on Friday."],
])("no role: %s", (_, text) => {
  expect(whoOf({ from, subject: "Next week", text }).role).toBeNull();
});

test("where an answer does not name it, the role is read from the mail below", () => {
  expect(
    whoOf({
      from,
      subject: "Re: Thursday",
      text: "Fine by me.\n\nOn Mon, 18 May 2026 Ana Reyes wrote:\n> I confirm our talk about the role of Yard Supervisor.",
    }).role,
  ).toBe("Yard Supervisor");
});
