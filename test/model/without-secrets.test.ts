import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutSecrets } from "../../src/model/without-secrets.ts";

test.each([
  ["a link", "See https://portal.example/?token=abc123 soon", "See [link] soon"],
  ["a link without its scheme", "See www.portal.example/?token=xyz", "See [link]"],
  ["a phone number", "Call +44 20 7946 0000 or wait", "Call [number] or wait"],
  ["a one-time code", "Your verification code is 483920.", "Your verification code is [code]"],
  ["a code before its name", "591827 is your code", "[code] is your code"],
  ["a password", "Password: hunter2 for the portal", "Password: [code] for the portal"],
])("%s does not reach a model (SAFETY R49)", (_what, text, left) => {
  expect(withoutSecrets(text)).toBe(left);
});

test.each([
  "We meet on 21.05.2026 at 14:00, or on 2026-05-22.",
  "The dress code is smart casual, and the salary 45,000.",
])("what a mail is about stays: %s", (text) => {
  expect(withoutSecrets(text)).toBe(text);
});

test("a megabyte made to keep it busy is read in no time worth mentioning, and nothing throws", () => {
  for (const piece of ["code.", "code ", "1(", "+1 ", "1234 ", "www.", "is your "])
    expect(withoutSecrets(piece.repeat(200_000))).toBeTypeOf("string");
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 400 }),
      (text) => withoutSecrets(text) !== "" || text === "",
    ),
  );
});
