import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Language, languages } from "../../src/domain/language.ts";
import { readReply } from "../../src/domain/reply-grammar.ts";
import { replyWords } from "../../src/domain/reply-table/table.ts";
import { digestItems, doubtsIn, saidIn, sends } from "./reply-said.ts";

/** Words of ordinary sentences that answer nothing and hold nothing back. */
const prose: Readonly<Record<Language, string>> = {
  en: "we talked about the new team with great interest and they showed us their office near station",
  de: "wir sprachen lange über das neue Team und sie zeigten uns ihr Büro am Bahnhof mit Freude",
  fr: "nous avons parlé du nouveau projet avec la directrice près de leur bureau très agréable",
  es: "hablamos del nuevo proyecto con la directora cerca de su oficina muy agradable",
  nl: "wij spraken lang over het nieuwe team bij hun kantoor dicht naast station met plezier",
  pt: "falamos sobre o novo projeto com a diretora perto do escritório muito agradável",
};
const yesWords = (language: Language): readonly string[] => {
  const { verbs, sends: sending } = replyWords[language];
  return ["ok", ...verbs.yes, ...verbs.good, ...sending];
};
const firstYesWords = (language: Language): readonly string[] => {
  const { verbs, sends: sending } = replyWords[language];
  return ["ok", ...[verbs.yes, verbs.good, sending].map(([first = ""]) => first)];
};
/** "Si" holds back in French and is a Spanish yes; alone below an answer it is the yes. */
const brakesOf = (language: Language): readonly string[] =>
  replyWords[language].brakes.filter((word) => word !== "si");

describe("words that hold back in any language", () => {
  test.each([
    "1 ok, aber warte noch",
    "1 ok\naber warte noch",
    "1 ok\nErst morgen senden",
    "1 ok\nBitte am Montag senden",
    "1 ok\nSchick sie am Montag",
    "1 ok\nNach dem Anruf",
    "1 ok\nAttends un peu",
    "1 ok\nmais pas avant lundi",
    "1 ok\nMais raccourcis-le",
    "1 ok, si tu peux",
    "1 ok\nNo lo mandes todavía",
    "1 ok\nDespués de la llamada",
    "1 ok\n¡Para!",
    "para 1 ok",
    "1 ok\nnão envie ainda",
    "1 ok\nSe ele responder antes",
    "1 ok\nwacht even",
    "1 ok\nals hij antwoordt",
    "1 ok\nBut 1 needs more work",
    "1 ok\nPlease send them on Monday",
    "1 ok\nNo, give me a day",
    "1 ok\nNot before 3 pm",
    "1 ok\nnicht vor 3",
    "1 ok\nwait, do not send it yet",
    "1 nog niet versturen",
    "1 noch nicht senden",
  ])("%j sends nothing and is asked back", (text) => {
    expect(sends(text)).toBe(false);
    expect(doubtsIn(text).length).toBeGreaterThan(0);
  });

  test.each(languages)("every one of them does, on every side of a yes: %s", (language) => {
    const wrong = brakesOf(language).flatMap((brake) =>
      firstYesWords(language).flatMap((yes) =>
        [
          `1 ${yes} ${brake}`,
          `1 ${yes}, ${brake} xyz`,
          `1 ${yes}\n${brake}`,
          `${brake}\n1 ${yes}`,
          `1 ${brake} ${yes}`,
        ].filter((text) => sends(text)),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test.each(languages)("wherever they stand in a sentence below: %s", (language) => {
    const word = fc.constantFrom(...prose[language].split(" "));
    const some = fc.array(word, { maxLength: 4 }).map((words) => words.join(" "));
    const brake = fc.constantFrom(...brakesOf(language));
    const yes = fc.constantFrom(...yesWords(language));
    fc.assert(
      fc.property(yes, some, brake, some, (said, before, held, after) => {
        expect(sends(`1 ${said}\n${before} ${held} ${after}`)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

describe("prose approves nothing", () => {
  test.each(languages)("a line with one word that is none of ours: %s", (language) => {
    const { all, and, is, before, courtesies, numbers, verbs } = replyWords[language];
    const ours = fc.constantFrom(
      ...[...all, ...and, ...is, ...before, ...courtesies, ...numbers, ...verbs.later, ...verbs.skip],
      ...yesWords(language),
    );
    const figure = fc.oneof(
      fc.integer({ min: 0, max: 40 }).map(String),
      fc.constantFrom("12.6.", "14:30", "2026-06-12", "45.000 €", "€ 60", "£45,000", "3 %", "22 May", "1/2"),
    );
    const piece = fc.oneof(ours, figure, fc.constantFrom(...prose[language].split(" "), ",", ".", "!", "-"));
    const own = fc.constantFrom(...prose[language].split(" ").filter((word) => word.length > 6));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), own, fc.array(piece, { maxLength: 6 }), (a, word, b) => {
        expect(sends([...a, word, ...b].join(" "))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test("words, figures, dates and prices without a yes decide nothing at all", () => {
    const piece = fc.oneof(
      fc.constantFrom(...languages.flatMap((language) => prose[language].split(" "))),
      fc.constantFrom("1", "2", "3", "12.6.", "14:30", "45.000 €", "22 May", "fri", "£45", "\n", ",", "."),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (words) => {
        expect(saidIn(words.join(" "))).toEqual([]);
      }),
      { numRuns: 800 },
    );
  });

  test.each([
    "Alles klar, vielen Dank!",
    "Merci, tout va bien.",
    "Todo bien, gracias",
    "Tudo bem?",
    "Bis Freitag!",
  ])("%j is chat: nothing is done and nothing asked", (text) =>
    expect(readReply(text, digestItems)).toEqual({ decisions: [], doubts: [], stops: [] }),
  );
});

test("a line of two pages holds back what stands beside it, for it may say anything", () => {
  expect(sends(`1 ok\n${"word ".repeat(1_500)}`)).toBe(false);
});

test("reading takes time in proportion to the length: lines of ten kilobytes are read at once", () => {
  const lines = [
    "1 , ",
    "ok ",
    "a",
    "1.",
    "1-",
    "de la ",
    "2 send: ",
    "- ",
    "1:",
    "danke ",
    "no. ",
    "1 y ",
    "pas ",
  ];
  const start = Date.now();
  for (const piece of lines)
    for (const length of [5_900, 10_000]) readReply(piece.repeat(length / piece.length), digestItems);
  expect(Date.now() - start).toBeLessThan(2000);
});
