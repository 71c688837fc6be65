import { expect, test } from "vitest";
import { reasonOf } from "../src/reason.ts";

const thrownBy = (work: () => void): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
};

test("a log is told what kind of error it was and where it was thrown, and no word of its message, however that looks (R53)", () => {
  const message = "550 ana@reyes.example\n    at secret (Dear.ts:1:2)\nDear Ana,";
  const error = thrownBy(() => {
    throw Object.assign(new RangeError(message), { code: "ECONNRESET", cause: new Error(message) });
  });
  expect(reasonOf(error)).toEqual({
    error: "RangeError",
    code: "ECONNRESET",
    at: expect.stringMatching(/^reason\.test\.ts:\d+ < reason\.test\.ts:\d+ < reason\.test\.ts:\d+/),
  });
});

test("a code that is a sentence is none, and what is thrown without being an error is told by its type", () => {
  expect(reasonOf(Object.assign(new Error(), { code: "for ana@reyes.example" })).code).toBe("");
  expect(reasonOf("ana@reyes.example")).toEqual({ error: "string", code: "", at: "" });
});
