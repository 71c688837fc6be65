import { Temporal } from "temporal-polyfill";
import type { Queue, Reminder } from "../../ports.ts";

/** A queue in memory: what is remembered comes at its time, the same thing once. */
export type Agenda = {
  readonly queue: Queue;
  /** Takes out what is due by that moment, in order of time. */
  readonly due: (now: Temporal.Instant) => readonly Reminder[];
  readonly nextAt: () => Temporal.Instant | null;
  readonly clear: () => void;
};

type Entry = { readonly reminder: Reminder; readonly at: Temporal.Instant };

export function openAgenda(): Agenda {
  let entries: readonly Entry[] = [];
  const add = (more: readonly Entry[]): void => {
    entries = [...entries, ...more].sort((a, b) => Temporal.Instant.compare(a.at, b.at));
  };
  return {
    queue: {
      remind: async (reminder, at) => add([{ reminder, at }]),
      remindAll: async (all) => add(all),
    },
    due: (now) => {
      const isDue = ({ at }: Entry): boolean => Temporal.Instant.compare(at, now) <= 0;
      const due = entries.filter(isDue);
      entries = entries.filter((entry) => !isDue(entry));
      const named = new Map(due.map(({ reminder }) => [`${reminder.queue} ${reminder.id}`, reminder]));
      return [...named.values()];
    },
    nextAt: () => entries[0]?.at ?? null,
    clear: () => {
      entries = [];
    },
  };
}
