import type { Temporal } from "temporal-polyfill";
import { pointingBack, pointingLoosely } from "./deadline-back.ts";
import { durations } from "./deadline-durations.ts";
import { months } from "./deadline-months.ts";
import { weeks } from "./deadline-weeks.ts";
import type { IsHoliday } from "./work-days.ts";

/** What deadlines are counted from: the writer's day, the employer's holidays, and the day that "after that" points back to, looked up only when it is asked for. */
export type CountedFrom = {
  readonly today: Temporal.PlainDate;
  readonly isHoliday: IsHoliday;
  readonly anchor: () => Temporal.PlainDate | null;
  /** Day of the interview that the mail is about, for "within three days of the interview". */
  readonly interview: Temporal.PlainDate | null;
};
export type DeadlineRule = {
  readonly pattern: RegExp;
  /** Null where the words name no usable day. @param rest what follows the match */
  readonly due: (found: RegExpMatchArray, from: CountedFrom, rest: string) => Temporal.PlainDate | null;
};

/** In order: the more exact words first, because "end of next week" also holds "next week" (POLICY 8.4). */
export const deadlineRules: readonly DeadlineRule[] = [
  ...durations,
  ...weeks,
  ...pointingBack,
  ...months,
  {
    pattern:
      /\b(?:by|before) (?:the )?(?:end|close) of (?:the |today's )?(?:day|business|play)\b(?!\s+(?:on\s+)?[A-Z\d])/gi,
    due: (_, { today }) => today,
  },
  ...pointingLoosely,
];
