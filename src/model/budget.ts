import type { PersonId } from "../domain/ids.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { ModelSpend, Spend } from "../ports/model-spend.ts";
import type { Clock } from "../ports.ts";

/** What one person may use of the model in a day of theirs, and what it costs. */
export type Allowance = {
  readonly dailyTokens: number;
  /** In the currency of the prices; null: no limit in money. */
  readonly dailyCost: number | null;
  /** For a million tokens. */
  readonly priceIn: number;
  readonly priceOut: number;
};

export type Usage = { readonly tokensIn: number; readonly tokensOut: number };

export type Budget = {
  /**
   * Before a call: sets aside what it can use. `bytes` is all that is sent, `tokensOut` the most that may come back.
   * Refused when the day's allowance does not hold it.
   */
  readonly reserve: (
    personId: PersonId,
    bytes: number,
    tokensOut: number,
  ) => Promise<Result<Reservation, string>>;
};

/** After the call: counts what the endpoint reported. Null, where it reported none or nonsense, leaves all that was set aside. Gives what was counted. */
export type Reservation = { readonly settle: (usage: Usage | null) => Promise<Usage> };

/** A token is seldom shorter in the languages of POLICY 5. */
const bytesPerToken = 3;

/** The daily allowance of each person, kept in the store, so that it holds for all processes together (SAFETY R48). */
export function createBudget(allowance: Allowance, spend: ModelSpend, clock: Clock): Budget {
  const { dailyTokens, dailyCost } = allowance;
  const most = { tokens: dailyTokens, cost: dailyCost === null ? null : Math.floor(dailyCost * 1_000_000) };
  return {
    reserve: async (personId, bytes, tokensOut) => {
      const wanted = { tokensIn: Math.ceil(bytes / bytesPerToken), tokensOut };
      const reserved = spendOf(wanted, allowance);
      const day = await spend.reserve(personId, clock.now(), reserved, most);
      if (day === null) return refuse("the model's daily allowance is used up");
      return ok({
        settle: async (usage) => {
          if (usage === null) return wanted;
          await spend.settle(personId, day, reserved, spendOf(usage, allowance));
          return usage;
        },
      });
    },
  };
}

/** A price for a million tokens is as many millionths for one. */
const spendOf = (
  { tokensIn, tokensOut }: Usage,
  { priceIn, priceOut }: Pick<Allowance, "priceIn" | "priceOut">,
): Spend => ({
  tokens: tokensIn + tokensOut,
  cost: Math.ceil(tokensIn * priceIn + tokensOut * priceOut),
});
