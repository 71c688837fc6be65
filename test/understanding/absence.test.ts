import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { absenceIn } from "../../src/understanding/when/absence.ts";

const monday = Temporal.ZonedDateTime.from("2026-06-01T10:00[Europe/London]");
const back = (text: string): string | null => absenceIn(text, monday).returnDate?.toString() ?? null;

test.each([
  ["I am away until 12 June.", "2026-06-15"],
  ["I am out of the office until Monday.", "2026-06-09"],
  ["I will be back on Monday 15 June.", "2026-06-15"],
  ["I will be out of the office starting 2 June and will not return until 9 June 2026.", "2026-06-09"],
  ["I am on annual leave from 1 June to 10 June, returning on 11 June.", "2026-06-11"],
  ["I am travelling from 1 to 10 June.", "2026-06-11"],
  ["Ich bin bis 12. Juni nicht im Büro.", "2026-06-15"],
  ["Ich bin vom 1. bis 12. Juni im Urlaub und ab dem 15. Juni wieder erreichbar.", "2026-06-15"],
  ["Absente jusqu'au 12 juin inclus.", "2026-06-15"],
  ["En congés depuis le 29 mai, je serai de retour le 15 juin.", "2026-06-15"],
  ["Estaré fuera hasta el 12 de junio. Vuelvo el 15.", "2026-06-15"],
  ["Van 1 juni tot en met 12 juni lees ik geen mail.", "2026-06-15"],
  ["Maandag 15 juni ben ik er weer.", "2026-06-15"],
  ["Estarei de férias de 01/06 a 13/06.", "2026-06-15"],
  ["Out of office 05/28/2026 - 06/12/2026.", "2026-06-15"],
  ["I am on leave this week and back on Monday 8th.", "2026-06-08"],
  ["The school reopens on Monday 15 June.", "2026-06-15"],
  ["Away till the end of June.", "2026-07-01"],
  ["I am out for the rest of the week.", "2026-06-08"],
  ["I am away until 07/08/2026.", null],
  ["I am away at the moment and will answer when I can.", null],
  ["I was away until 12 May 2026.", null],
])("%s -> first day back %s", (text, expected) => {
  expect(back(text)).toBe(expected);
});

test("a return on a holiday moves to the working day after it", () => {
  const holiday = (day: string) => day === "2026-06-15";
  expect(absenceIn("I am away until 12 June.", monday, holiday).returnDate?.toString()).toBe("2026-06-16");
});

test.each([
  ["Thank you for your mail. I am out of the office and will answer when I am back.", "English"],
  ["Ich bin derzeit nicht im Büro und antworte nach meiner Rückkehr.", "German"],
  ["Je suis absente du bureau et vous répondrai à mon retour.", "French"],
  ["Estoy fuera de la oficina y responderé a mi vuelta.", "Spanish"],
  ["Ik ben met vakantie en antwoord zodra ik terug ben.", "Dutch"],
  ["Estou de férias e respondo quando voltar.", "Portuguese"],
])("without a day: %s (%s) tells no return and nobody has left", (text) => {
  expect(absenceIn(text, monday)).toEqual({ returnDate: null, leftCompany: false, ambiguous: [] });
});

test.each([
  "Greg Miller has left the company.",
  "Greg no longer works at Northwind Traders. Please write to Priya.",
  "This email address is no longer in use. Please contact Priya Shah.",
  "Frau Miller ist nicht mehr bei uns. Bitte wenden Sie sich an Herrn Kern.",
  "Greg Miller hat das Unternehmen zum 30. April verlassen.",
  "Ich bin aus dem Unternehmen ausgeschieden.",
  "Mme Martin ne fait plus partie de nos effectifs.",
  "Claire Martin a quitté l'entreprise.",
  "Ana Gil ya no trabaja con nosotros.",
  "Ana Gil ha dejado la empresa.",
  "Sanne de Wit is niet meer werkzaam bij ons.",
  "Sanne de Wit heeft ons verlaten.",
  "A Rita já não faz parte da nossa equipa.",
  "A Rita Lopes deixou a empresa em abril.",
])("gone for good: %s", (text) => {
  expect(absenceIn(text, monday)).toMatchObject({ leftCompany: true, returnDate: null });
});

test.each([
  "Ich bin am Freitag nicht mehr im Büro und ab Montag wieder da.",
  "I no longer work on Fridays and am back on 8 June.",
  "Je ne travaille pas le mercredi.",
  "Ik werk niet op vrijdag.",
  "Estarei de volta na segunda e não trabalho às sextas.",
])("still there: %s", (text) => {
  expect(absenceIn(text, monday).leftCompany).toBe(false);
});

test("an absence is not a departure", () => {
  expect(absenceIn("I have left the office for today and am back on 3 June.", monday).leftCompany).toBe(
    false,
  );
});

test("numbers are read as the signature's country writes them", () => {
  const read = (signature: string) => absenceIn("I'm out, returning 6/9.", monday, () => false, signature);
  expect(read("Bo\nJoliet IL 60431 | 815-555-0120").returnDate?.toString()).toBe("2026-06-09");
  expect(read("Bo\nHarbour Freight Ltd, Leeds").returnDate?.toString()).toBe("2026-09-07");
  expect(read("Bo").returnDate).toBeNull();
  expect(read("Bo").ambiguous[0]).toContain("6/9");
});
