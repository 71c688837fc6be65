import { Temporal } from "temporal-polyfill";
import type { FollowUpKind } from "../../src/domain/follow-up.ts";
import type { Chance } from "./chance.ts";
import type { TheirMail } from "./season.ts";

/** What somebody does at a moment of the season. */
export type Act =
  | { readonly type: "apply"; readonly n: number }
  | { readonly type: "mail"; readonly n: number; readonly mail: TheirMail }
  | { readonly type: "by hand"; readonly n: number; readonly to: string }
  | { readonly type: "talk over"; readonly n: number; readonly talk: string }
  | { readonly type: "wish"; readonly n: number; readonly wish: Wish }
  | { readonly type: "pause"; readonly until: Temporal.Instant };

/** What the person says about a candidacy. */
export type Wish =
  | { readonly type: "accept" | "sign" | "close" | "reopen" | "no more" | "break up" | "stages told" }
  | { readonly type: "every"; readonly days: number }
  | { readonly type: "occasion"; readonly says: string };

/** An act and its moment in epoch milliseconds. */
export type Coming = { readonly at: number; readonly act: Act };

/** What has just happened in a candidacy, for those who may answer it. */
export type Happened =
  | { readonly type: "applied" }
  | { readonly type: "mailed"; readonly mail: TheirMail }
  | { readonly type: "talk over"; readonly talk: string }
  | { readonly type: "heard"; readonly kind: FollowUpKind | "by hand"; readonly to: string }
  | { readonly type: "closed" }
  | { readonly type: "accepted" }
  | { readonly type: "asked for an occasion" };

/** A moment on the `days`-th day after another, in that zone, at some time of an ordinary day; always later than `at`. */
export function someDays(chance: Chance, at: number, days: number, zone: string): number {
  const then = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const day = then.toPlainDate().add({ days });
  // Most people write on working days.
  const ahead = days > 0 && day.dayOfWeek > 5 && chance.is(0.8) ? 8 - day.dayOfWeek : 0;
  const time = { hour: chance.between(7, 19), minute: chance.between(0, 59) };
  const moment = day.add({ days: ahead }).toZonedDateTime({ timeZone: zone, plainTime: time });
  return Math.max(at + chance.between(5, 240) * 60_000, moment.epochMilliseconds);
}
