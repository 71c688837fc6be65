import { expect, test } from "vitest";
import { successorIn } from "../../src/understanding/who/successor.ts";

const known = ["greg@abc.example", "ana@reyes.example"];

test.each([
  [
    "Greg has left. Please contact Priya Shah (priya.shah@abc.example).",
    "Priya Shah",
    "priya.shah@abc.example",
  ],
  [
    "Greg has left. His successor is Priya Shah <Priya.Shah@abc.example>.",
    "Priya Shah",
    "priya.shah@abc.example",
  ],
  ["I no longer work here; write to Priya Shah at p.shah@abc.example.", "Priya Shah", "p.shah@abc.example"],
  ["Bitte wenden Sie sich an Frau Ida Kern unter ida.kern@abc.example.", "Ida Kern", "ida.kern@abc.example"],
  ["Veuillez contacter Claire Martin : c.martin@abc.example", "Claire Martin", "c.martin@abc.example"],
  ["Escriba a Ana Gil, ana.gil@abc.example, por favor.", "Ana Gil", "ana.gil@abc.example"],
  ["Neem contact op met Sanne Bakker via s.bakker@abc.example", "Sanne Bakker", "s.bakker@abc.example"],
  ["Contacte a Rita Lopes (rita@abc.example).", "Rita Lopes", "rita@abc.example"],
  ["Greg (greg@abc.example) has left. Contact hiring@abc.example.", "", "hiring@abc.example"],
])("%s", (text, name, address) => {
  expect(successorIn(text, known)).toEqual({ name, address });
});

test("of several addresses the one counts to which the mail sends people", () => {
  const text =
    "Contact Priya Shah at priya@abc.example from now on.\n\nABC is registered in Leeds, its privacy officer and everybody who reads what is written here for the purposes of the law can be found at their own address, which is privacy@abc.example";
  expect(successorIn(text, known)?.address).toBe("priya@abc.example");
});

test.each([
  "Greg has left the company.",
  "Greg (greg@abc.example) has left; your own address is ana@reyes.example.",
  "Contact Priya (priya@abc.example) or Tom (tom@abc.example).",
  "Contact no-reply@abc.example.",
  "Contact evil@abc.example,priya@abc.example",
])("nobody, or nobody clearly: %s", (text) => {
  expect(successorIn(text, known)).toBeNull();
});

test("no text of an attacker takes more than a moment (R25)", () => {
  const begun = performance.now();
  for (const piece of ["a", "a@", "a@b.", "Ab ", "contact ", "a@b.cc "])
    successorIn(piece.repeat(50_000), known);
  expect(performance.now() - begun).toBeLessThan(1_500);
});
