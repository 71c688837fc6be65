import { expect, test } from "vitest";
import { greetingName, hasTitle } from "../../src/domain/greeting-name.ts";

test.each([
  ["Greg Blake", "Greg"],
  ["Greg", "Greg"],
  ["Blake, Greg", "Greg"],
  ["Anne-Marie O'Neill", "Anne-Marie"],
  ["Dr. Anna Meier", "Dr. Meier"],
  ["Ms Lee", "Ms Lee"],
  ["Zoë Åkerström (she/her)", "Zoë"],
  ["Greg\u202e\nBlake", "Greg"],
  ["G. Blake", null],
  ["Talent Team", null],
  ["Northwind Recruiting", null],
  ["greg@abc.example", null],
  ["Greg123", null],
  ["Dr", null],
  ["", null],
  ["Greg <script>", null],
])("%j is greeted as %j", (name, expected) => {
  expect(greetingName(name)).toBe(expected);
});

test.each([
  ["Herr Meier", "de", "Herr Meier"],
  ["Herr Dr. Jan Meier", "de", "Herr Dr. Meier"],
  ["Frau Anna von der Leine", "de", "Frau von der Leine"],
  ["Prof. Dr. Anna Meier", "de", "Prof. Dr. Meier"],
  ["M. Dupont", "fr", "M. Dupont"],
  ["M. Dupont", "en", null],
  ["Mme Claire Dupont", "fr", "Mme Dupont"],
  ["Sr. García", "es", "Sr. García"],
  ["Sra. Lucía García", "es", "Sra. García"],
  ["Don Miller", "en", "Don"],
  ["Dhr. van der Berg", "nl", "Dhr. van der Berg"],
  ["Mevr. Els de Wit", "nl", "Mevr. de Wit"],
  ["Bewerbung Nordwind", "de", null],
] as const)("%j is greeted in %s as %j", (name, language, expected) => {
  expect(greetingName(name, language)).toBe(expected);
});

test("a formal German or Dutch mail says the whole name, a familiar one the first name even of somebody with a title", () => {
  expect(greetingName("Anna Meier", "de", "full")).toBe("Anna Meier");
  expect(greetingName("Meier, Anna", "de", "full")).toBe("Anna Meier");
  expect(greetingName("Dr. Anna Meier", "de", "full")).toBe("Dr. Meier");
  expect(greetingName("Dr. Anna Meier", "de", "first")).toBe("Anna");
  expect(greetingName("Frau Meier", "de", "first")).toBe("Frau Meier");
});

test("a title is told from a first name", () => {
  expect(hasTitle("Dr. Meier")).toBe(true);
  expect(hasTitle("Greg Blake")).toBe(false);
  expect(hasTitle("")).toBe(false);
});
