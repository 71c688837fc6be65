import { expect, test } from "vitest";
import { greetingName } from "../../src/domain/greeting-name.ts";

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
