import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { PersonId } from "../../src/domain/ids.ts";
import { type Allowance, createBudget } from "../../src/model/budget.ts";
import { createEndpoint, type Endpoint } from "../../src/model/endpoint.ts";
import type { ModelSpend, Spend } from "../../src/ports/model-spend.ts";
import type { StandInModel } from "../../src/sandbox/stand-in-model.ts";

export const ana = "00000000-0000-4000-8000-000000000001" as PersonId;
export const generous: Allowance = { dailyTokens: 200_000, dailyCost: null, priceIn: 0, priceOut: 0 };

/** What the store keeps, for one process and one day. */
export function memorySpend(): ModelSpend & { readonly spent: () => Spend } {
  let spent: Spend = { tokens: 0, cost: 0 };
  const add = (tokens: number, cost: number): Spend => ({
    tokens: spent.tokens + tokens,
    cost: spent.cost + cost,
  });
  return {
    spent: () => spent,
    reserve: async (_person, at, wanted, most) => {
      const then = add(wanted.tokens, wanted.cost);
      if (then.tokens > most.tokens || (most.cost !== null && then.cost > most.cost)) return null;
      spent = then;
      return at.toZonedDateTimeISO("UTC").toPlainDate();
    },
    settle: async (_person, _day, reserved, used) => {
      spent = add(used.tokens - reserved.tokens, used.cost - reserved.cost);
    },
  };
}

export type Asking = {
  readonly endpoint: Endpoint;
  readonly spent: () => Spend;
  readonly later: (by: Temporal.DurationLike) => void;
  readonly ask: (prompt?: string) => ReturnType<typeof askIn>;
};

/** An endpoint as the program builds it, before a stand-in; the clock stands until it is moved. */
export function askingOf(
  { baseUrl }: Pick<StandInModel, "baseUrl">,
  { timeout = 5_000, allowance = generous }: { timeout?: number; allowance?: Allowance } = {},
): Asking {
  let now = Temporal.Instant.from("2026-05-18T09:00:00Z");
  const clock = { now: () => now };
  const spend = memorySpend();
  const settings = { baseUrl, apiKey: "", model: "test", timeout };
  const endpoint = createEndpoint(settings, createBudget(allowance, spend, clock), clock);
  return {
    endpoint,
    spent: spend.spent,
    later: (by) => {
      now = now.add(by);
    },
    ask: (prompt = "Write a mail.") => askIn(endpoint, prompt),
  };
}

const askIn = (endpoint: Endpoint, prompt: string) =>
  endpoint.ask({ personId: ana, name: "draft", prompt, schema: z.strictObject({ text: z.string().min(1) }) });
