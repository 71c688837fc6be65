import { Temporal } from "temporal-polyfill";
import { momentInWords } from "../domain/spoken.ts";
import { dateIn } from "../domain/working-time.ts";
import type { ConfirmationItem, Person } from "../ports/store.ts";

/** What the person is told of an answer to a digest. */
export type Told = {
  /** One line each: what was done. */
  readonly done: readonly string[];
  /** Whole paragraphs that must be read: what will leave or waits for a yes, and what was asked for. */
  readonly blocks: readonly string[];
  /** What was not done and why, or is not clear. */
  readonly doubts: readonly string[];
  /** What the next digest says in place of the paragraphs, where no mail may go out any more. */
  readonly late: readonly string[];
  /** The drafts that stand in the blocks in full. */
  readonly shown: readonly ConfirmationItem[];
};

export const enough =
  "Two short mails have reached you that day already, so this digest has to do; ask again today for more.";

/** Gives the sum of what was told about each part of an answer. */
export const toldTogether = (parts: readonly Partial<Told>[]): Told => ({
  done: parts.flatMap(({ done = [] }) => done),
  blocks: parts.flatMap(({ blocks = [] }) => blocks),
  doubts: parts.flatMap(({ doubts = [] }) => doubts),
  late: parts.flatMap(({ late = [] }) => late),
  shown: parts.flatMap(({ shown = [] }) => shown),
});

/** "today at 09:00", "on Monday 25 May at 09:00", in the person's zone; null: at once. */
export const leavingInWords = (
  at: Temporal.Instant,
  { zone }: Pick<Person, "zone">,
  now: Temporal.Instant,
): string | null =>
  Temporal.Instant.compare(at, now.add({ minutes: 1 })) < 0
    ? null
    : momentInWords(at, zone, dateIn(zone, now));
