import { expect, test } from "vitest";
import { sentencesOf } from "../../src/understanding/text/plain-words.ts";

test.each([
  "Wir treffen uns am 9. Dezember im 2. Stock bei Dipl. Ing. Ruß.",
  "La cita es con la Sra. Bouza y el Lic. Prado.",
  "Rendez-vous avec Mme. Brun, réf. 12.",
  "U wordt ontvangen door dhr. Visser en mevr. Kok.",
  "A entrevista é com a Dra. Leite e o Eng. Pires.",
])("an abbreviation or an ordinal ends no sentence: %s", (sentence) => {
  expect(sentencesOf(sentence)).toEqual([sentence]);
});

test("a Spanish question begins a sentence of its own", () => {
  expect(sentencesOf("Hemos leído todo. ¿Puedes venir? ¡Gracias!")).toEqual([
    "Hemos leído todo.",
    "¿Puedes venir?",
    "¡Gracias!",
  ]);
});

test("a number or HR at the end of an English sentence ends it", () => {
  expect(sentencesOf("Come at 9. Dinner follows. Ask HR. They know.")).toHaveLength(4);
});
