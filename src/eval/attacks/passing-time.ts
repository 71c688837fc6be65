import { Temporal } from "temporal-polyfill";
import { allWorkers } from "../../../workers/all.ts";
import type { App } from "../../flows/app.ts";
import { nextDigestAt, readEverything } from "../../flows/settle.ts";
import type { Agenda } from "./agenda.ts";
import type { MailboxOutside } from "./mailbox-outside.ts";

/** What the workers of the program do while time passes. */
export type PassingTime = {
  /** Reads the mailbox where something has come, and does what is due now. Failures are gathered, as a queue does. */
  readonly settle: () => Promise<void>;
  /** Passes through every instant at which something falls due. */
  readonly passTo: (target: Temporal.Instant) => Promise<void>;
  readonly failures: () => readonly string[];
  readonly begin: () => void;
};

type Surroundings = {
  readonly app: () => App;
  readonly agenda: Agenda;
  readonly outside: MailboxOutside;
  readonly setClock: (at: Temporal.Instant) => Promise<void>;
  /** What the store knows to fall due next. */
  readonly nextDue: () => Promise<Temporal.Instant | null>;
};

/** After so many rounds at one instant, or stops on the way, something turns in circles. */
const mostRounds = 200;
const mostStops = 2_000;

export function openPassingTime({ app, agenda, outside, setClock, nextDue }: Surroundings): PassingTime {
  let failures: string[] = [];
  let read = -1;
  const { signal } = new AbortController();
  const now = (): Temporal.Instant => app().clock.now();

  const attempt = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      failures.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const turnsInCircles = (): void => {
    failures.push(`time: something stays due however often it is done, at ${now()}`);
  };
  const work = (queue: string, data: unknown): Promise<void> =>
    attempt(queue, async () => {
      const worker = allWorkers.find((one) => one.queue === queue);
      if (worker === undefined) throw new Error("nobody works on that queue");
      await worker.run(data, app(), signal);
    });
  const readWhatCame = async (): Promise<void> => {
    while (read !== outside.size()) {
      read = outside.size();
      await attempt("reading", () => readEverything(app()));
    }
  };
  const settle = async (): Promise<void> => {
    await readWhatCame();
    await work("sweep", {});
    for (let round = 0; round < mostRounds; round += 1) {
      const due = agenda.due(now());
      if (due.length === 0) return;
      // Watching never ends; here the mailbox is read whenever a mail has come.
      for (const { queue, id } of due) if (queue !== "watch") await work(queue, { id });
      await readWhatCame();
    }
    turnsInCircles();
  };
  const nextStop = async (): Promise<Temporal.Instant | null> =>
    [agenda.nextAt(), await nextDue(), await nextDigestAt(app())]
      .filter((at) => at !== null)
      .filter((at) => Temporal.Instant.compare(at, now()) > 0)
      .sort(Temporal.Instant.compare)[0] ?? null;

  return {
    settle,
    passTo: async (target) => {
      await settle();
      for (let stop = 0; stop < mostStops; stop += 1) {
        const next = await nextStop();
        const isLast = next === null || Temporal.Instant.compare(next, target) > 0;
        await setClock(isLast ? target : next);
        await settle();
        if (isLast) return;
      }
      turnsInCircles();
    },
    failures: () => failures,
    begin: () => {
      agenda.clear();
      failures = [];
      read = -1;
    },
  };
}
