import { Temporal } from "temporal-polyfill";
import { laterDate } from "../../domain/later.ts";
import { pauseEnd } from "../../domain/pause-length.ts";
import type { WorkingCalendar } from "../../domain/working-time.ts";
import type { Done, Seen } from "./observed.ts";
import type { Wanted } from "./row.ts";

/** How a reply was read: right, or what is wrong with it. The first that applies. */
export const verdicts = ["right", "wrong_approvals", "wrong_decisions", "asked_back", "missed"] as const;
export type Verdict = (typeof verdicts)[number];

/** The day on which the reply is written, and the person's working days: words such as "later fri" are compared as days. */
export type Day = { readonly today: Temporal.PlainDate; readonly calendar: WorkingCalendar };

const sends = new Set(["approve", "replace", "send_again"]);

/** Compares what came about with what may: any one list of `expects`, in full and nothing beside it. */
export function verdictOn(expects: readonly (readonly Wanted[])[], seen: Seen, day: Day): Verdict {
  const all = expects.map((wanted) => differences(wanted, seen, day));
  const [best] = all.sort((a, b) => count(a) - count(b));
  if (best === undefined || count(best) === 0) return "right";
  const extra = all.reduce((left, one) => left.filter((done) => one.extra.includes(done)), best.extra);
  if (extra.some(({ decision }) => sends.has(decision))) return "wrong_approvals";
  if (best.extra.length > 0) return "wrong_decisions";
  return best.askedBack ? "asked_back" : "missed";
}

type Differences = {
  readonly extra: readonly Done[];
  readonly missing: readonly Wanted[];
  readonly askedBack: boolean;
};
const count = ({ extra, missing, askedBack }: Differences): number =>
  extra.length + missing.length + (askedBack ? 1 : 0);

function differences(wanted: readonly Wanted[], seen: Seen, day: Day): Differences {
  const decided = wanted.filter(({ decision }) => !told.has(decision));
  const wants = (decision: string): readonly Wanted[] => wanted.filter((one) => one.decision === decision);
  const missing = decided.filter((one) => !seen.done.some((done) => isSame(one, done, day)));
  const asksBack = wants("ask_back");
  const answers = [...wants("why"), ...wants("help"), ...wants("status")];
  const silent = seen.done.length === 0 && seen.askedBack.length === 0;
  return {
    extra: [
      ...seen.done.filter((done) => !decided.some((one) => isSame(one, done, day))),
      ...(silent && seen.answered && answers.length === 0 ? [unasked] : []),
    ],
    missing: [
      ...missing,
      ...(seen.askedBack.length === 0 ? asksBack : []),
      ...(seen.answered ? [] : answers),
    ],
    askedBack: asksBack.length === 0 && seen.askedBack.length > 0,
  };
}

const told = new Set(["ask_back", "nothing", "why", "help", "status"]);
const unasked: Done = { decision: "a mail", items: [], argument: null };

function isSame({ item, decision, argument }: Wanted, done: Done, day: Day): boolean {
  if (decision !== done.decision) return false;
  if (item !== null && item !== undefined && done.items.length > 0 && !done.items.includes(item))
    return false;
  return (
    argument === null || argument === undefined || isSameArgument(decision, argument, done.argument, day)
  );
}

/** Days are compared as days, words without their marks; a day that nobody can tell is any. */
function isSameArgument(
  decision: string,
  wanted: string,
  seen: string | null,
  { today, calendar }: Day,
): boolean {
  if (decision === "later") {
    const meant = laterDate(wanted, today, calendar);
    return meant === null || meant.toString() === seen;
  }
  if (decision === "pause") {
    const end = pauseEnd(wanted.replace(/^pause\s+/i, ""), today);
    return !end.ok || seen === null || seen.startsWith(end.value.toString()) || isMidnightOf(end.value, seen);
  }
  const [one, other] = [words(wanted), words(seen ?? "")];
  return one === "" || other.includes(one) || (other !== "" && one.includes(other));
}

const isMidnightOf = (day: Temporal.PlainDate, instant: string): boolean =>
  Math.abs(
    Temporal.Instant.from(instant).epochMilliseconds -
      day.toZonedDateTime({ timeZone: "Europe/London" }).epochMilliseconds,
  ) < 1_000;

const words = (text: string): string =>
  (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(" ");
