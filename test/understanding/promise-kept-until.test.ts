import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { promiseIn, promiseReading } from "../../src/understanding/when/promise.ts";

const tuesday = Temporal.ZonedDateTime.from("2026-09-15T10:00[Europe/London]");
const due = (text: string, at = tuesday): string | null => promiseIn(text, at)?.due.toString() ?? null;

test.each([
  ["You'll get my verdict first thing Monday.", "2026-09-21"],
  ["Bear with us until Wednesday and I'll have an answer.", "2026-09-16"],
  ["The panel meets on 21 September; you'll know the day after.", "2026-09-22"],
  [
    "We are interviewing until 25 September and will let everyone know three working days after that.",
    "2026-09-30",
  ],
  ["The vacancy closes on 25 September. You will be told within 5 working days of that date.", "2026-10-02"],
  ["The next round opens on 28 September. I shall write to you the week before.", "2026-09-25"],
  ["We look at everything until 25 September and tell you then how it goes on.", "2026-09-25"],
  [
    "Back to me by 24 September is fine, and you will get our comments on it the Wednesday following.",
    "2026-09-30",
  ],
  ["By the middle of next week you have my word.", "2026-09-23"],
  ["Should have an answer for you in ten days or so.", "2026-09-25"],
  ["I come back to you early next week.", "2026-09-23"],
  ["You should hear something in the next week or two.", "2026-09-29"],
  ["I will ring you in November.", "2026-11-30"],
  ["Once the headcount is settled I'll reach out, end of Q4 at the outside.", "2026-12-31"],
  ["We hope to wrap this up by month end and let people know straight after.", "2026-09-30"],
  ["Please allow up to ten working days for a reply.", "2026-09-29"],
  ["Outcome letters are posted on Friday 25 September.", "2026-09-25"],
  ["It could take up to three weeks to hear back from us.", "2026-10-06"],
  ["All attendees will be telephoned between 22 and 24 September.", "2026-09-24"],
])("written on Tuesday 15 September 2026: %s -> %s", (text, expected) => {
  expect(due(text)).toBe(expected);
});

test.each([
  ["Wir werden uns im Laufe der nächsten Woche bei Ihnen melden.", "2026-09-25"],
  ["Sie hören bis zum 30. September von uns.", "2026-09-30"],
  ["Innerhalb von 10 Werktagen informieren wir Sie über das Ergebnis.", "2026-09-29"],
  ["Wir benötigen noch etwa zwei Wochen für die Auswahl und kommen dann auf Sie zu.", "2026-09-29"],
  ["Le jury se réunit le 22 septembre et je vous appellerai le lendemain.", "2026-09-23"],
  ["Nous reviendrons vers vous avant le 30 septembre.", "2026-09-29"],
  ["Vous recevrez une réponse dans un délai de 10 jours ouvrés.", "2026-09-29"],
  ["Te daremos una respuesta antes de fin de mes.", "2026-09-30"],
  ["Recibirás noticias nuestras en un plazo de dos semanas.", "2026-09-29"],
  ["Je hoort uiterlijk vrijdag van ons.", "2026-09-18"],
  ["Binnen vijf werkdagen ontvangt u bericht van ons.", "2026-09-22"],
  ["Entraremos em contacto até ao final da próxima semana.", "2026-09-25"],
  ["O retorno será dado em até 10 dias úteis.", "2026-09-29"],
])("other languages: %s -> %s", (text, expected) => {
  expect(due(text)).toBe(expected);
});

test.each([
  "Falls Sie bis zum 2. Oktober nichts von uns hören, haben wir uns leider anderweitig entschieden.",
  "Sans réponse de notre part d'ici le 2 octobre, veuillez considérer que votre candidature n'a pas été retenue.",
  "Si el 2 de octubre no ha recibido noticias nuestras, entienda que no ha sido seleccionado.",
  "Caso não receba contacto até 2 de outubro, considere que a sua candidatura não foi selecionada.",
  "No news by 2 October means we have gone with someone else.",
])("silence is a no: %s", (text) => {
  expect(promiseIn(text, tuesday)).toMatchObject({ silenceIsNo: true });
  expect(due(text)).toBe("2026-10-02");
});

test.each([
  "We will keep your details on file for six months.",
  "Your data will be deleted within 90 days.",
  "The link will expire in 7 days.",
  "You will hear more after 1 October.",
  "Could I have your answer by Friday?",
  "Call me by Friday and we can talk it through.",
  "If we get no response by 25 September your application will be closed.",
  "Once it is in, we expect to have their thoughts within 4 working days of submission.",
  "The interview will be held on 22 September.",
  "Interviews last 1 hour; allow 1 hour for the test.",
  "The 7th Grade team would like to get to know you before they decide.",
  "Bitte antworten Sie bis Freitag.",
  "Merci de nous répondre avant vendredi.",
])("no promise: %s", (text) => {
  expect(due(text)).toBeNull();
});

test("a day that could be two is told and not used", () => {
  const reading = promiseReading("I'll let you know next Friday.", tuesday, () => false);
  expect(reading.promise).toBeNull();
  expect(reading.ambiguous[0]).toContain("next Friday");
});

test("the evening of the interview is the day of the interview", () => {
  const interview = Temporal.PlainDate.from("2026-09-22");
  const about = { earlier: "", interview, order: null };
  const reading = promiseReading(
    "They hope to phone all of you that same evening.",
    tuesday,
    () => false,
    about,
  );
  expect(reading.promise?.due.toString()).toBe("2026-09-22");
});
