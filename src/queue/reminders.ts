import type { JobsForgotten } from "../ports/endings.ts";
import type { Clock, Queue, Reminder } from "../ports.ts";
import type { Backend, QueueHandle } from "./backend.ts";
import { type QueueName, queueNames, queues } from "./queues.ts";
import { schedule } from "./schedule.ts";

export type Reminders = Queue &
  JobsForgotten & {
    readonly startSchedule: () => Promise<void>;
    readonly sweepNow: () => Promise<void>;
    /** True when no job waits or runs, watching aside: watching never ends. */
    readonly quiet: () => Promise<boolean>;
    readonly close: () => Promise<void>;
  };

type Due = Parameters<Queue["remindAll"]>[0][number];

/** Jobs of one step to the queue's server. */
const atOnce = 500;

/** The producing side of every queue. A reminder for the past is due at once; one and the same reminder is queued once. */
export function createReminders(backend: Backend, clock: Clock): Reminders {
  const handles = new Map<QueueName, QueueHandle>(queueNames.map((name) => [name, backend.queue(name)]));
  const handle = (name: QueueName): QueueHandle => {
    const found = handles.get(name);
    if (!found) throw new Error(`there is no queue ${name}`);
    return found;
  };
  const jobOf = ({ reminder, at }: Due) => {
    const { attempts, backOff } = queues[reminder.queue];
    const delay = Math.max(0, at.epochMilliseconds - clock.now().epochMilliseconds);
    const unique = uniqueOf(reminder, delay, at.epochMilliseconds);
    return { data: { id: reminder.id }, options: { ...unique, delay, attempts, backOff } };
  };
  const remindAll = async (all: readonly Due[]): Promise<void> => {
    for (const [queue, due] of Map.groupBy(all, ({ reminder }) => reminder.queue))
      for (let from = 0; from < due.length; from += atOnce)
        await handle(queue).add(queue, due.slice(from, from + atOnce).map(jobOf));
  };
  return {
    remind: (reminder, at) => remindAll([{ reminder, at }]),
    remindAll,
    startSchedule: async () => {
      for (const { queue, every } of schedule) await handle(queue).every(queue, every);
    },
    sweepNow: async () => {
      const { attempts, backOff } = queues.sweep;
      const options = { unique: "now", again: true, delay: 0, attempts, backOff };
      await handle("sweep").add("sweep", [{ data: {}, options }]);
    },
    quiet: async () => !(await backend.busy(queueNames.filter((name) => name !== "watch"))),
    forget: async (ids) => {
      const gone = new Set(ids);
      for (const each of handles.values()) await each.forget(gone);
    },
    close: async () => {
      await Promise.all([...handles.values()].map((each) => each.close()));
    },
  };
}

/**
 * A delayed reminder is named by its second, so that it hides none that is due now. Watching never ends: a second job for
 * the same mailbox would be a second watcher.
 */
const uniqueOf = (reminder: Reminder, delay: number, at: number): { unique: string; again: boolean } =>
  reminder.queue === "watch"
    ? { unique: `${reminder.id}-now`, again: false }
    : delay === 0
      ? { unique: `${reminder.id}-now`, again: true }
      : { unique: `${reminder.id}-${Math.floor(at / 1000)}`, again: false };
