import { expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";

const model = { HOME: "/home/sam", AFTERWORD_MODEL: "small" };
const errorsOf = (env: Readonly<Record<string, string>>): string => {
  const read = readConfig({ ...model, ...env });
  return read.ok ? "" : read.error.join("\n");
};

test("a model has a daily allowance of tokens without being told, and none in money", () => {
  const read = readConfig(model);
  expect(read.ok && read.value.model).toMatchObject({
    dailyTokens: 200_000,
    dailyCost: null,
    priceIn: 0,
    priceOut: 0,
  });
});

test("the allowance and the prices of a million tokens can be set", () => {
  const read = readConfig({
    ...model,
    AFTERWORD_MODEL_DAILY_TOKENS: "50000",
    AFTERWORD_MODEL_DAILY_COST: "1.5",
    AFTERWORD_MODEL_PRICE_IN: "0.15",
    AFTERWORD_MODEL_PRICE_OUT: "2",
  });
  expect(read.ok && read.value.model).toMatchObject({
    dailyTokens: 50_000,
    dailyCost: 1.5,
    priceIn: 0.15,
    priceOut: 2,
  });
});

test("a limit in money without prices would limit nothing, and is refused", () => {
  expect(errorsOf({ AFTERWORD_MODEL_DAILY_COST: "2" })).toMatch(/AFTERWORD_MODEL_DAILY_COST needs/);
});

test.each(["-1", "1,5", "free", "1e3", "1.1234567"])("%s is no amount", (value) => {
  expect(errorsOf({ AFTERWORD_MODEL_PRICE_IN: value })).toMatch(/AFTERWORD_MODEL_PRICE_IN must be an amount/);
});
