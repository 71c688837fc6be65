import { expect, test } from "vitest";
import { languageOf } from "../../../src/understanding/lexicon/language.ts";

test.each([
  ["en", "Thank you for applying. We will read your papers and come back to you next week."],
  ["de", "Danke, dass Sie sich gemeldet haben. Wir lesen alles und kommen nächste Woche auf Sie zu."],
  ["fr", "Merci de nous avoir écrit. Nous lisons tout et nous revenons vers vous la semaine prochaine."],
  ["es", "Gracias por escribirnos. Leemos todo y te decimos algo la semana que viene."],
  ["nl", "Bedankt voor je bericht. Wij lezen alles en komen volgende week bij je terug."],
  ["pt", "Obrigado por nos escrever. Vamos ler tudo e damos uma resposta na próxima semana."],
])("knows %s by its small words", (language, text) => {
  expect(languageOf(text)).toBe(language);
});

test.each([
  ["es", "La plaza ya está cubierta, gracias."],
  ["pt", "A vaga já foi preenchida, obrigada."],
  ["nl", "De vacature is vervuld, bedankt."],
  ["de", "Die Stelle ist leider schon weg."],
])("tells neighbours apart in one short line: %s", (language, text) => {
  expect(languageOf(text)).toBe(language);
});

test("a foreign name, greeting or address makes no English mail foreign", () => {
  expect(languageOf("Hola María! The team at Casa de la Luz would love to meet you on Friday.")).toBe("en");
  expect(languageOf("Grüße, Jürgen")).toBe("en");
  expect(languageOf("See https://der.die.das.example/und/wir/sie or write to nous@vous.example")).toBe("en");
});

test("nothing to go by is English", () => {
  expect(languageOf("")).toBe("en");
  expect(languageOf("1234 :-)")).toBe("en");
});

test("a mail with English terms stays in its own language", () => {
  expect(
    languageOf(
      "Hi Anna, danke für den Call! Das Feedback vom Team ist super, das Update folgt nach dem Meeting.",
    ),
  ).toBe("de");
});
