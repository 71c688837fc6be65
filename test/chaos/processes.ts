import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/** The program as several processes, each begun again when it has ended, as a supervisor does. */
export type Processes = {
  /** Ends by SIGKILL so far, ordered from outside or by a failpoint. */
  readonly kills: () => number;
  /** How many of them work; the others have only begun to start. */
  readonly working: () => number;
  /** To one that has started; what has not can do no harm yet. */
  readonly signal: (n: number, signal: NodeJS.Signals) => void;
  /** Stopped for so long, in milliseconds, then let go on: a zombie. */
  readonly freeze: (n: number, milliseconds: number) => void;
  /** From now on processes are begun with this environment. */
  readonly renew: (environment: () => Record<string, string>) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** @param program the file to start, each time with an environment of its own; what it complains about goes to the file `log` */
export function beginProcesses(
  program: string,
  count: number,
  first: () => Record<string, string>,
  log: string,
): Processes {
  let kills = 0;
  let ended = false;
  let environment = first;
  const words = createWriteStream(log, { flags: "a" });
  const ready = new Set<number>();
  const children: (ChildProcess | null)[] = Array.from({ length: count }, () => null);

  const begin = (n: number): void => {
    const began = Date.now();
    const child = spawn(process.execPath, [program], {
      env: environment(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.once("data", () => ready.add(n));
    child.stderr.pipe(words, { end: false });
    children[n] = child;
    child.once("exit", (_code, signal) => {
      if (signal === "SIGKILL") kills += 1;
      children[n] = null;
      ready.delete(n);
      // One that cannot start, because its database is away, tries again a little later.
      if (!ended) setTimeout(() => ended || children[n] || begin(n), Date.now() - began < 3_000 ? 300 : 0);
    });
  };
  for (const n of children.keys()) begin(n);

  const endAll = async (): Promise<void> => {
    for (const child of children) {
      child?.kill("SIGCONT");
      child?.kill("SIGTERM");
    }
    for (let tries = 0; children.some((child) => child !== null); tries += 1) {
      if (tries > 100) for (const child of children) child?.kill("SIGKILL");
      await wait(100);
    }
  };
  return {
    kills: () => kills,
    working: () => ready.size,
    signal: (n, signal) => {
      if (ready.has(n)) children[n]?.kill(signal);
    },
    freeze: (n, milliseconds) => {
      const child = ready.has(n) ? children[n] : null;
      child?.kill("SIGSTOP");
      setTimeout(() => child?.kill("SIGCONT"), milliseconds).unref();
    },
    renew: async (next) => {
      const before = kills;
      ended = true;
      await endAll();
      kills = before;
      ended = false;
      environment = next;
      for (const n of children.keys()) begin(n);
    },
    stop: async () => {
      ended = true;
      await endAll();
      words.end();
    },
  };
}
