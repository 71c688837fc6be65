import { expect, test } from "vitest";
import { matcherOf } from "../../../src/understanding/lexicon/matcher.ts";
import { spelledOut, wordsOf } from "../../../src/understanding/lexicon/words.ts";

const found = (phrase: Parameters<typeof matcherOf>[0], sentence: string) =>
  matcherOf(phrase)(sentence.split(" "), 0);

test("the longest phrase wins over a shorter one at the same place", () => {
  const lexicon = { PAUSE: "on hold", NOT: "on", ONFILE: "on hold for later" };
  expect(found(lexicon, "on hold for later then")).toEqual({ concept: "ONFILE", length: 4 });
  expect(found(lexicon, "on hold for now")).toEqual({ concept: "PAUSE", length: 2 });
});

test("of two phrases as long, the whole word wins over a part, and the longer part over the shorter", () => {
  const lexicon = { APPLY: "bewerb*", CANDIDATE: "bewerber*", APPLICATION: "bewerbung" };
  expect(found(lexicon, "bewerbung")?.concept).toBe("APPLICATION");
  expect(found(lexicon, "bewerberin")?.concept).toBe("CANDIDATE");
  expect(found(lexicon, "bewerben")?.concept).toBe("APPLY");
});

test("a star stands for any ending, or before a word for any beginning", () => {
  expect(found({ TALK: "*gespräch" }, "erstgespräch")).toEqual({ concept: "TALK", length: 1 });
  expect(found({ TALK: "*gespräch" }, "gesprächig")).toBeNull();
  expect(found({ REVIEW: "deliberat*" }, "deliberations")).toEqual({ concept: "REVIEW", length: 1 });
});

test("an underscore stands for exactly one word", () => {
  expect(found({ PROCEED: "take _ further" }, "take it further")).toEqual({ concept: "PROCEED", length: 3 });
  expect(found({ PROCEED: "take _ further" }, "take further")).toBeNull();
  expect(found({ PROCEED: "take _ further" }, "take all of it further")).toBeNull();
});

test("of a parted verb only the first part is replaced, and only where the second follows near", () => {
  const lexicon = { CANCEL: "sagen … ab" };
  expect(found(lexicon, "sagen wir den termin leider ab")).toEqual({ concept: "CANCEL", length: 1 });
  expect(found(lexicon, "sagen wir bescheid")).toBeNull();
  expect(found(lexicon, `sagen ${"so ".repeat(20)}ab`)).toBeNull();
});

test("the words that stand apart count when phrases compete for the same place", () => {
  const lexicon = { INVITE: "nodigen we", UNSUCCESSFUL: "nodigen … niet uit" };
  expect(found(lexicon, "nodigen we je niet uit")).toEqual({ concept: "UNSUCCESSFUL", length: 1 });
  expect(found(lexicon, "nodigen we je graag uit")).toEqual({ concept: "INVITE", length: 2 });
});

test("the second part of a parted phrase may be several words", () => {
  const lexicon = { UPDATE: "kommen … auf sie zu" };
  expect(found(lexicon, "kommen wir bald auf sie zu")?.concept).toBe("UPDATE");
  expect(found(lexicon, "kommen wir bald zu ihnen")).toBeNull();
});

test("accents, umlauts and the sharp s may be left out", () => {
  expect(wordsOf("Grüße, wir prüfen", "de")).toEqual(wordsOf("Gruesse, wir pruefen", "de"));
  expect(wordsOf("não há decisão", "pt")).toEqual(wordsOf("nao ha decisao", "pt"));
  expect(wordsOf("reçue à l'étude", "fr")).toEqual(["recue", "a", "l'", "etude"]);
});

test("French elisions are words of their own and English short forms stay what they are", () => {
  expect(spelledOut("qu'il n'a pas jusqu'au", "fr")).toBe("qu' il n' a pas jusqu' au");
  expect(wordsOf("I'm sure we won't", "en")).toEqual(["i", "am", "sure", "we", "will", "not"]);
});

test("days, hours and dates are shapes in each language, and words that only look like them are not", () => {
  expect(wordsOf("Montag um 14 Uhr, am 24.08. oder später", "de")).toEqual([
    "<day>",
    "um",
    "<time>",
    "am",
    "<date>",
    "oder",
    "spaeter",
  ]);
  expect(wordsOf("mardi à 15h ou 9 h 30", "fr")).toEqual(["<day>", "a", "<time>", "ou", "<time>"]);
  expect(wordsOf("vrijdag rond 17u", "nl")).toEqual(["<day>", "rond", "<time>"]);
  expect(wordsOf("na quarta, a segunda fase", "pt")).toEqual(["na", "<day>", "a", "segunda_", "fase"]);
  expect(wordsOf("la segunda entrevista", "es")).toEqual(["la", "segunda", "entrevista"]);
  expect(wordsOf("Guten Morgen", "de")).toEqual(["guten", "tag"]);
});
