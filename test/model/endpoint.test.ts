import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type StandInModel, startStandInModel } from "../../src/sandbox/stand-in-model.ts";
import { content, status, troubles } from "../../src/sandbox/stand-in-reply.ts";
import { askingOf, generous } from "./asking.ts";

const fits = content({ text: "Hello" });
let model: StandInModel;

beforeEach(async () => {
  model = await startStandInModel();
});
afterEach(() => model.close());

test("an answer that fits comes with the tokens that the endpoint reported", async () => {
  model.follow([fits]);
  expect(await askingOf(model).ask("x".repeat(40))).toEqual({
    ok: true,
    value: { value: { text: "Hello" }, tokensIn: 10, tokensOut: 4 },
  });
});

test("a question goes out with its schema, a limit for the answer, and without tools (SAFETY R42)", async () => {
  model.follow([fits]);
  await askingOf(model).ask();
  const [request] = model.requests;
  expect(request?.body).toMatchObject({
    model: "test",
    max_tokens: 1_500,
    response_format: {
      json_schema: { name: "draft", strict: true, schema: { additionalProperties: false } },
    },
  });
  expect(request?.body).not.toHaveProperty("tools");
});

describe("of an answer the fitting content alone is taken (SAFETY R42)", () => {
  test("calls of tools beside it are not even read", async () => {
    model.follow([
      { type: "content", content: '{"text":"Hello"}', message: { tool_calls: [{ id: "one" }] } },
    ]);
    expect(await askingOf(model).ask()).toMatchObject({ ok: true, value: { value: { text: "Hello" } } });
  });

  test.each([
    ["an unknown key", content({ text: "Hello", cc: "eve@evil.example" })],
    ["calls of tools and no content", { type: "content", content: null, message: { tool_calls: [] } }],
    ["two objects", content('{"text":"Hello"}\n{"send":true}')],
    ["talk", content("I would rather not.")],
  ] as const)("%s is sent back once with the reason, and then refused", async (_what, reply) => {
    model.follow([reply]);
    const asking = askingOf(model);
    expect(await asking.ask()).toEqual({ ok: false, error: "the model's answer did not fit" });
    expect(model.requests.map(({ turns }) => turns)).toEqual([1, 3]);
    model.forget();
    model.follow([reply, fits]);
    expect(await asking.ask()).toMatchObject({ ok: true, value: { value: { text: "Hello" } } });
  });
});

describe("a model in trouble (SAFETY R48)", () => {
  test.each([
    ["an error of the server", status(500), "the model answered with an error (500)", 2],
    ["no room left", status(429), "the model answered with an error (429)", 2],
    ["a wrong key", status(401), "the model answered with an error (401)", 1],
    ["a line that is cut", troubles.cut, "the model could not be reached", 2],
    ["silence", troubles.stall, "the model did not answer in time", 1],
    [
      "an answer byte by byte without end",
      { ...troubles.drip, every: 50 },
      "the model did not answer in time",
      1,
    ],
    ["a web page", troubles.html, "the model's answer did not fit", 1],
    ["half an answer", troubles.truncated, "the model's answer did not fit", 1],
    ["a megabyte", troubles.huge, "the model's answer did not fit", 1],
  ] as const)("%s is told in words, after %s the most that helps", async (_what, reply, says, calls) => {
    model.follow([reply]);
    const asking = askingOf(model, { timeout: 700 });
    expect(await asking.ask()).toEqual({ ok: false, error: says });
    expect(model.requests).toHaveLength(calls);
  });

  test("an answer without end is left after 200 kB, however much time there is", async () => {
    model.follow([troubles.flood]);
    expect(await askingOf(model, { timeout: 60_000 }).ask()).toMatchObject({
      error: "the model's answer did not fit",
    });
    expect(model.written()).toBeLessThan(5_000_000);
  });

  test("one that nobody listens for is told as such", async () => {
    const { baseUrl } = model;
    await model.close();
    expect(await askingOf({ baseUrl }).ask()).toEqual({
      ok: false,
      error: "the model could not be reached",
    });
  });

  test("what a first call fails at, a second one may do; a third is never tried, not even for an answer that did not fit", async () => {
    model.follow([status(503), fits]);
    expect(await askingOf(model).ask()).toMatchObject({ ok: true });
    model.forget();
    model.follow([status(503), content("no"), status(503), fits]);
    expect(await askingOf(model).ask()).toMatchObject({ error: "the model answered with an error (503)" });
    expect(model.requests).toHaveLength(3);
  });

  test.each([
    ["0", 2],
    ["3600", 1],
    [new Date(Date.now() + 3_600_000).toUTCString(), 1],
  ])(
    "an endpoint that wants to be left alone for %s is not asked again before an answer may take",
    async (after, calls) => {
      model.follow([{ type: "status", status: 429, headers: { "retry-after": after } }, fits]);
      expect((await askingOf(model).ask()).ok).toBe(calls === 2);
      expect(model.requests).toHaveLength(calls);
    },
  );

  test("the question follows no redirection: mail goes to the configured address alone", async () => {
    const other = await startStandInModel();
    const location = `${other.baseUrl}/chat/completions`;
    model.follow([{ type: "status", status: 307, headers: { location } }]);
    expect(await askingOf(model).ask()).toMatchObject({ ok: false });
    expect(other.requests).toEqual([]);
    await other.close();
  });

  test("what it says about an error is not repeated: it may hold the mail", async () => {
    model.follow([{ type: "status", status: 400, says: "Dear Ms Vance is too long" }]);
    expect(await askingOf(model).ask()).toEqual({
      ok: false,
      error: "the model answered with an error (400)",
    });
  });
});

describe("three questions that fail in a row", () => {
  test("give it ten minutes of rest, and one more failure the next ten", async () => {
    const asking = askingOf(model);
    model.follow([status(401)]);
    for (const _time of [1, 2, 3]) await asking.ask();
    model.follow([fits]);
    expect(await asking.ask()).toMatchObject({ error: expect.stringContaining("left alone") });
    asking.later({ minutes: 9, seconds: 59 });
    expect(await asking.ask()).toMatchObject({ ok: false });
    expect(model.requests).toHaveLength(3);
    asking.later({ seconds: 1 });
    model.follow([status(401)]);
    await asking.ask();
    model.follow([fits]);
    expect(await asking.ask()).toMatchObject({ error: expect.stringContaining("left alone") });
    asking.later({ minutes: 10 });
    expect(await asking.ask()).toMatchObject({ ok: true });
  });

  test("are forgotten with the first that works", async () => {
    const asking = askingOf(model);
    model.follow([status(401), status(401), fits, status(401), status(401), fits]);
    const seen = [];
    for (const _time of [1, 2, 3, 4, 5, 6]) seen.push((await asking.ask()).ok);
    expect(seen).toEqual([false, false, true, false, false, true]);
  });
});

describe("an endpoint that speaks less", () => {
  test("is given the schema in words, from then on at once", async () => {
    const older = await startStandInModel({ knowsSchemas: false, script: [fits] });
    const asking = askingOf(older);
    expect(await asking.ask()).toMatchObject({ ok: true });
    expect(await asking.ask()).toMatchObject({ ok: true });
    const formats = older.requests.map(({ body }) => Object(body).response_format !== undefined);
    expect(formats).toEqual([true, false, false]);
    expect(older.requests[1]?.prompt).toContain('"additionalProperties":false');
    await older.close();
  });

  test.each([
    [
      "max_tokens",
      "Unsupported parameter: 'max_tokens' is not supported with this model.",
      "max_completion_tokens",
    ],
    ["temperature", "Unsupported value: 'temperature' does not support 0 with this model.", null],
  ])("is not told %s where it objects to it", async (parameter, says, instead) => {
    model.follow([{ type: "status", status: 400, says }, fits]);
    expect(await askingOf(model).ask()).toMatchObject({ ok: true });
    expect(model.requests[0]?.body).toHaveProperty(parameter);
    expect(model.requests[1]?.body).not.toHaveProperty(parameter);
    if (instead) expect(model.requests[1]?.body).toHaveProperty(instead, 1_500);
  });

  test("and objects to everything is asked once for each, and no more", async () => {
    const says = "response_format, max_tokens and temperature are not supported";
    model.follow([{ type: "status", status: 400, says }]);
    expect(await askingOf(model).ask()).toMatchObject({ ok: false });
    expect(model.requests).toHaveLength(4);
  });
});

describe("the allowance", () => {
  test("is set aside before a call for the longest answer, and what was used counts after it", async () => {
    const asking = askingOf(model);
    let before = 0;
    model.follow(() => {
      before = asking.spent().tokens;
      return fits;
    });
    await asking.ask("x".repeat(3_000));
    expect(before).toBeGreaterThanOrEqual(1_000 + 1_500);
    expect(asking.spent().tokens).toBe(750 + 4);
  });

  test("that is used up is told as such, nothing leaves, and the endpoint is not to blame", async () => {
    const asking = askingOf(model, { allowance: { ...generous, dailyTokens: 1_000 } });
    for (const _time of [1, 2, 3, 4])
      expect(await asking.ask()).toEqual({
        ok: false,
        error: "the model's daily allowance is used up",
      });
    expect(model.requests).toEqual([]);
  });

  test("holds for the second call of a question too", async () => {
    const asking = askingOf(model, { allowance: { ...generous, dailyTokens: 1_700 } });
    model.follow([{ type: "content", content: "no", usage: null }, fits]);
    expect(await asking.ask()).toMatchObject({ error: "the model's daily allowance is used up" });
    expect(model.requests).toHaveLength(1);
  });

  test.each([
    ["nothing", null],
    ["nonsense", { prompt_tokens: -4, completion_tokens: "many" }],
    ["more than any model reads", { prompt_tokens: 1e15, completion_tokens: 0 }],
  ])("keeps what was set aside when the endpoint reports %s", async (_what, usage) => {
    model.follow([{ type: "content", content: '{"text":"Hello"}', usage }]);
    const asking = askingOf(model);
    expect(await asking.ask()).toMatchObject({ value: { tokensOut: 1_500 } });
    expect(asking.spent().tokens).toBeGreaterThan(1_500);
    expect(asking.spent().tokens).toBeLessThan(2_000);
  });

  test("in money is counted by the prices of a million tokens", async () => {
    const allowance = { ...generous, dailyCost: 0.02, priceIn: 2, priceOut: 10 };
    const asking = askingOf(model, { allowance });
    model.follow([
      { type: "content", content: '{"text":"Hello"}', usage: { prompt_tokens: 500, completion_tokens: 300 } },
    ]);
    expect(await asking.ask()).toMatchObject({ ok: true });
    expect(asking.spent()).toEqual({ tokens: 800, cost: 500 * 2 + 300 * 10 });
    expect(await asking.ask()).toMatchObject({ ok: true });
    expect(await asking.ask()).toMatchObject({ error: "the model's daily allowance is used up" });
  });
});
