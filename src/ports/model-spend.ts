import type { Temporal } from "temporal-polyfill";
import type { PersonId } from "../domain/ids.ts";

/** Whole tokens, in and out together, and whole millionths of the currency in which the prices of the model are given. */
export type Spend = { readonly tokens: number; readonly cost: number };

/** The most for one person and day; `cost` null: no limit in money. */
export type MostSpend = { readonly tokens: number; readonly cost: number | null };

/** What the questions to the model have used, per person and day in the person's zone (SAFETY R48). Each is a transaction of its own: none waits for a model. */
export type ModelSpend = {
  /** Adds `spend` to the day of `at`, and gives that day; null when it would then be over `most`, and nothing was added. Several processes at once never go over it together. */
  readonly reserve: (
    personId: PersonId,
    at: Temporal.Instant,
    spend: Spend,
    most: MostSpend,
  ) => Promise<Temporal.PlainDate | null>;
  /** Puts what was used in the place of what was reserved on that day. */
  readonly settle: (
    personId: PersonId,
    day: Temporal.PlainDate,
    reserved: Spend,
    used: Spend,
  ) => Promise<void>;
};
