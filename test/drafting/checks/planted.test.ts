import { expect, test } from "vitest";
import { checkDraft } from "../../../src/drafting/checks/check-draft.ts";
import { cleanCases, wordings } from "./planted/clean.ts";
import { type FaultType, faultTypes } from "./planted/fault.ts";
import { faultsAfter } from "./planted/faults-after.ts";
import { faultsBefore } from "./planted/faults-before.ts";
import { faultsLast } from "./planted/faults-last.ts";
import { faultsUnseen } from "./planted/faults-unseen.ts";
import { type Planted, plantedCases } from "./planted/plant.ts";

const never: ReadonlySet<FaultType> = new Set(["link", "address", "attachment"]);
const planted = plantedCases(
  [...faultsBefore, ...faultsAfter, ...faultsUnseen, ...faultsLast],
  420,
  "planted",
);

/** Refused for another reason than a sentence or a question too many, which nearly any planted sentence would be. */
const isCaught = ({ text, basis, type }: Planted): boolean =>
  checkDraft(text, basis).some(({ rule }) => isRuleOf(type, rule) || !["length", "questions"].includes(rule));
const isRuleOf = (type: FaultType, rule: string): boolean => faultTypes[type].some((one) => one === rule);
const named = ({ type, language, fault }: Planted): string =>
  `${type} ${language} ${typeof fault.plant === "string" ? fault.plant : ""}`;

test("of 300 clean drafts in six languages, from at least 60 wordings, at most two in a hundred are refused", () => {
  const clean = cleanCases(300, "clean");
  const refused = clean.flatMap(({ text, basis, language, kind }) => {
    const found = checkDraft(text, basis);
    return found.length === 0 ? [] : [{ language, kind, found }];
  });
  console.info(`clean drafts refused: ${refused.length} of ${clean.length}`);
  expect(wordings).toBeGreaterThanOrEqual(60);
  expect(refused.length, JSON.stringify(refused)).toBeLessThanOrEqual(clean.length * 0.02);
});

test("every planted link, address and attachment is found, whatever it looks like", () => {
  const cases = planted.filter(({ type }) => never.has(type));
  expect(cases.length).toBeGreaterThan(50);
  expect(cases.filter((one) => !isCaught(one)).map(named)).toEqual([]);
});

test("of the other planted faults at least 99 in a hundred are found", () => {
  const cases = planted.filter(({ type }) => !never.has(type));
  const missed = cases.filter((one) => !isCaught(one)).map(named);
  const right = planted.filter(({ text, basis, type }) =>
    checkDraft(text, basis).some(({ rule }) => isRuleOf(type, rule)),
  );
  console.info(
    `other faults missed: ${missed.length} of ${cases.length}; found by their own rule: ${right.length} of ${planted.length}`,
  );
  expect(new Set(planted.map(({ type }) => type)).size).toBeGreaterThanOrEqual(20);
  expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(cases.length * 0.01);
});
