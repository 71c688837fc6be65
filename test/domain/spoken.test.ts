import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { lastingMoment, momentInWords, spokenDate } from "../../src/domain/spoken.ts";

const today = Temporal.PlainDate.from("2026-05-18");
const thursday = Temporal.PlainDate.from("2026-05-21");

describe("a date is said as one says it in that language, with the year where it is another one", () => {
  test.each([
    ["en", "Thursday 21 May", "Friday 21 May 2027"],
    ["de", "Donnerstag, 21. Mai", "Freitag, 21. Mai 2027"],
    ["fr", "jeudi 21 mai", "vendredi 21 mai 2027"],
    ["es", "jueves 21 de mayo", "viernes 21 de mayo de 2027"],
    ["nl", "donderdag 21 mei", "vrijdag 21 mei 2027"],
    ["pt", "21 de maio (quinta-feira)", "21 de maio de 2027 (sexta-feira)"],
  ] as const)("%s: %s", (language, now, later) => {
    expect(spokenDate(thursday, today, language)).toBe(now);
    expect(spokenDate(thursday.with({ year: 2027 }), today, language)).toBe(later);
  });

  test("the first of a month is an ordinal in French", () => {
    expect(spokenDate(Temporal.PlainDate.from("2026-06-01"), today, "fr")).toBe("lundi 1er juin");
  });

  test("English is what is said where no language is asked for", () => {
    expect(spokenDate(thursday, today)).toBe("Thursday 21 May");
  });
});

test("a moment is told by the clock of the zone, today without its date; what is kept has the date always", () => {
  const at = Temporal.Instant.from("2026-05-18T22:30:00Z");
  expect(momentInWords(at, "UTC", today)).toBe("today at 22:30");
  expect(momentInWords(at, "Europe/London", today)).toBe("today at 23:30");
  expect(momentInWords(at, "Europe/Berlin", today)).toBe("on Tuesday 19 May at 00:30");
  expect(lastingMoment(at, "UTC", today)).toBe("Monday 18 May at 22:30");
});
