import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { listed, spokenMeetings } from "../../src/domain/spoken-meeting.ts";
import { at, interview } from "./candidacy-facts.ts";

const london = { employer: null, person: "Europe/London" };
const now = at("2026-05-18 09:00");
const thursday = interview("2026-05-21 14:00", "2026-05-21 15:00");

describe("an interview to come, in words", () => {
  test("has its day and hour", () => {
    expect(spokenMeetings([thursday], london, now)).toBe("Thursday 21 May at 14:00");
  });

  test("is told on the employer's clock, which is named where it is not the person's", () => {
    const zones = { employer: "America/New_York", person: "Pacific/Auckland" };
    expect(spokenMeetings([thursday], zones, now)).toBe("Thursday 21 May at 09:00 New York time");
    expect(spokenMeetings([thursday], { ...zones, person: "America/New_York" }, now)).toBe(
      "Thursday 21 May at 09:00",
    );
    const theirs = interview("2026-05-21 18:00", "2026-05-21 19:00", {}, "America/Argentina/Buenos_Aires");
    expect(spokenMeetings([theirs], london, now)).toBe("Thursday 21 May at 18:00 Buenos Aires time");
  });

  test("from a calendar in UTC it is told on the person's clock, by its name", () => {
    const utc = interview("2026-05-21 13:00", "2026-05-21 14:00", {}, "UTC");
    expect(spokenMeetings([utc], london, now)).toBe("Thursday 21 May at 14:00 London time");
    expect(spokenMeetings([utc], { employer: null, person: "UTC" }, now)).toBe(
      "Thursday 21 May at 13:00 UTC",
    );
    const offset = { ...utc, start: Temporal.ZonedDateTime.from("2026-05-21T15:00+02:00[+02:00]") };
    expect(spokenMeetings([offset], london, now)).toBe("Thursday 21 May at 14:00 London time");
  });

  test("several stand in their order; cancelled and past ones are none; a list is too much", () => {
    const friday = interview("2026-05-22 10:30", "2026-05-22 11:00");
    const past = interview("2026-05-18 08:00", "2026-05-18 08:30");
    expect(spokenMeetings([friday, { ...thursday, cancelled: true }, past], london, now)).toBe(
      "Friday 22 May at 10:30",
    );
    expect(spokenMeetings([friday, thursday], london, now)).toBe(
      "Thursday 21 May at 14:00 and Friday 22 May at 10:30",
    );
    expect(spokenMeetings([friday, thursday, friday, thursday], london, now)).toBeNull();
    expect(spokenMeetings([past], london, now)).toBeNull();
    expect(spokenMeetings([thursday], london, thursday.start.toInstant())).toBeNull();
  });
});

describe("an interview to come in other languages", () => {
  const friday = interview("2026-05-22 10:30", "2026-05-22 11:00");
  const york = { employer: "America/New_York", person: "Europe/London" };

  test.each([
    [
      "de",
      "Donnerstag, 21. Mai, um 14:00 Uhr und Freitag, 22. Mai, um 10:30 Uhr",
      "um 09:00 Uhr (Ortszeit New York)",
    ],
    ["fr", "jeudi 21 mai à 14:00 et vendredi 22 mai à 10:30", "à 09:00 (heure locale à New York)"],
    [
      "es",
      "jueves 21 de mayo a las 14:00 y viernes 22 de mayo a las 10:30",
      "a las 09:00 (hora de New York)",
    ],
    ["nl", "donderdag 21 mei om 14:00 uur en vrijdag 22 mei om 10:30 uur", "om 09:00 uur (tijd in New York)"],
    [
      "pt",
      "21 de maio (quinta-feira) às 14:00 e 22 de maio (sexta-feira) às 10:30",
      "às 09:00 (hora de New York)",
    ],
  ] as const)("%s: %s", (language, both, there) => {
    expect(spokenMeetings([thursday, friday], london, now, language)).toBe(both);
    expect(spokenMeetings([thursday], york, now, language)).toContain(there);
  });

  test("one o'clock is a singular in Spanish and Portuguese; UTC has one name everywhere", () => {
    const night = interview("2026-05-21 01:30", "2026-05-21 02:00");
    expect(spokenMeetings([night], london, now, "es")).toContain("a la 01:30");
    expect(spokenMeetings([night], london, now, "pt")).toContain("à 01:30");
    const utc = interview("2026-05-21 13:00", "2026-05-21 14:00", {}, "UTC");
    expect(spokenMeetings([utc], { employer: null, person: "UTC" }, now, "de")).toBe(
      "Donnerstag, 21. Mai, um 13:00 Uhr (UTC)",
    );
  });
});

describe("names are listed as one says them", () => {
  test.each([
    [["Jo"], "Jo"],
    [["Jo", "Hana"], "Jo and Hana"],
    [["Jo", "Hana", "Greg"], "Jo, Hana and Greg"],
  ])("%j", (names, said) => {
    expect(listed(names)).toBe(said);
  });

  test("with each language's own and", () => {
    const said = (["de", "fr", "es", "nl", "pt"] as const).map((language) =>
      listed(["Jo", "Hana"], language),
    );
    expect(said).toEqual(["Jo und Hana", "Jo et Hana", "Jo y Hana", "Jo en Hana", "Jo e Hana"]);
    expect(listed(["Ana", "Irene"], "es")).toBe("Ana e Irene");
    expect(listed(["Ana", "Hierro"], "es")).toBe("Ana y Hierro");
  });
});
