import { expect, test, vi } from "vitest";
import { printJson } from "../../src/cli/print.ts";

test("no words of a stranger steer the terminal that JSON is printed to, and they are read back unchanged (R47)", () => {
  const written: string[] = [];
  const output = vi
    .spyOn(process.stdout, "write")
    .mockImplementation((chunk) => written.push(String(chunk)) > 0);
  const value = { reply: "250 \u001b[2J\u007f\u009b2J\u202eder\u2066\u2028 Zoë, 東京" };
  printJson(value);
  output.mockRestore();
  const shown = written.join("");
  expect(shown).not.toMatch(/[^\P{C}\n]|[\u2028\u2029]/u);
  expect(shown).toContain("\\u009b2J\\u202eder");
  expect(shown).toContain("Zoë, 東京");
  expect(JSON.parse(shown)).toEqual(value);
});
