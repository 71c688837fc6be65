import { setTimeout as wait } from "node:timers/promises";
import { type ZodType, z } from "zod";
import type { PersonId } from "../domain/ids.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { Clock } from "../ports.ts";
import { createBreaker } from "./breaker.ts";
import type { Budget, Usage } from "./budget.ts";
import { bytesOf, objectedTo, type Parameter, requestIn, type Wording } from "./dialect.ts";
import { type EndpointSettings, exchange, notFitting } from "./exchange.ts";

export type Question<T> = {
  /** Whose daily allowance it counts against. */
  readonly personId: PersonId;
  /** Of the schema: "draft", "verdict". */
  readonly name: string;
  readonly prompt: string;
  /** A strictObject, so that unknown keys are refused. */
  readonly schema: ZodType<T>;
  /** Ends the waiting sooner than the time-out. */
  readonly enough?: AbortSignal;
};

/** The value, and the tokens as they were counted against the allowance, of all calls together. */
export type Answer<T> = Usage & { readonly value: T };

export type Endpoint = {
  /**
   * Asks one question without tools or memory (SAFETY R42). A call that fails is tried once more where that may help, an answer that does not
   * fit is sent back once with the reason. Refuses with what happened, in words for one line of the digest (SAFETY R48).
   * @throws when the store, which keeps the allowance, fails.
   */
  readonly ask: <T>(question: Question<T>) => Promise<Result<Answer<T>, string>>;
  readonly calls: () => number;
};

/** Characters: a mail of 150 words, or a verdict with its quotes, is a tenth of it. */
const longestAnswer = 20_000;
const mostTokens = 1_500;

/** One endpoint for the whole process: whoever asks, the breaker, the dialect and the count of calls are shared. */
export function createEndpoint(settings: EndpointSettings, budget: Budget, clock: Clock): Endpoint {
  const breaker = createBreaker(clock);
  const dialect = new Set<Parameter>();
  let calls = 0;

  const converse = async <T>(question: Question<T>): Promise<Result<Answer<T>, Failure>> => {
    const used = { tokensIn: 0, tokensOut: 0 };
    let tries = 2;
    const say = async (wording: Wording): Promise<Result<string, Failure>> => {
      for (;;) {
        const spoken = new Set(dialect);
        const request = requestIn(spoken, wording);
        const reserved = await budget.reserve(question.personId, bytesOf(request), mostTokens);
        if (!reserved.ok) return refuse({ says: reserved.error, fault: "ours" });
        calls += 1;
        const said = await exchange(settings, request, question.enough);
        const nothing = said.ok || !said.error.isUnused ? null : { tokensIn: 0, tokensOut: 0 };
        const counted = await reserved.value.settle(said.ok ? said.value.usage : nothing);
        used.tokensIn += counted.tokensIn;
        used.tokensOut += counted.tokensOut;
        if (said.ok) return ok(said.value.content);
        const { says, again, objection } = said.error;
        const refused = objection === null ? null : objectedTo(objection, spoken);
        if (refused !== null) {
          dialect.add(refused);
          continue;
        }
        tries -= 1;
        if (again === null || tries === 0 || question.enough?.aborted)
          return refuse({ says, fault: "theirs" });
        await wait(again, undefined, { signal: question.enough }).catch(() => undefined);
      }
    };
    const read = await readWithRepair(question, say);
    return read.ok ? ok({ value: read.value, ...used }) : read;
  };

  return {
    calls: () => calls,
    ask: async (question) => {
      if (breaker.rests()) return refuse("the model has failed three times and is left alone for a while");
      const answered = await converse(question);
      if (answered.ok) breaker.worked();
      else if (answered.error.fault === "theirs") breaker.failed();
      return answered.ok ? answered : refuse(answered.error.says);
    },
  };
}

/** An allowance that is used up is not the endpoint's fault. */
type Failure = { readonly says: string; readonly fault: "ours" | "theirs" };

async function readWithRepair<T>(
  { name, prompt, schema }: Question<T>,
  say: (wording: Wording) => Promise<Result<string, Failure>>,
): Promise<Result<T, Failure>> {
  const wording = { name, schema: z.toJSONSchema(schema), mostTokens };
  const question = { role: "user", content: prompt } as const;
  const misfit = refuse({ says: notFitting, fault: "theirs" } as const);
  const first = await say({ ...wording, turns: [question] });
  if (!first.ok) return first;
  const read = readAnswer(first.value, schema);
  if (read.ok) return read;
  if (first.value.length > longestAnswer) return misfit;
  const second = await say({
    ...wording,
    turns: [
      question,
      // Some chat templates want an answer between two questions, and no empty one.
      { role: "assistant", content: first.value.trim() || "(nothing)" },
      { role: "user", content: `That does not fit: ${read.error}. Answer again, with the JSON alone.` },
    ],
  });
  if (!second.ok) return second;
  const again = readAnswer(second.value, schema);
  return again.ok ? again : misfit;
}

/** The error is for the model, which is told what to put right. */
function readAnswer<T>(text: string, schema: ZodType<T>): Result<T, string> {
  if (text.length > longestAnswer) return refuse("it is too long");
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\s*```(?:json)?\s*|\s*```\s*$/g, ""));
  } catch {
    return refuse("it is no JSON");
  }
  const read = schema.safeParse(value);
  if (read.success) return ok(read.data);
  const issue = read.error.issues[0];
  return refuse(`${issue?.path.join(".") || "the object"}: ${issue?.message ?? "unknown"}`);
}
