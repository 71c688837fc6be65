/** How one process treats the servers of its mailboxes. */
export type Pace = {
  /** Runs one login to a server; of those to the same server only so many run at once, the others wait in order (SAFETY R21). */
  readonly login: <T>(server: string, work: () => Promise<T>) => Promise<T>;
  /** Runs what needs a connection beside the watching one: a mailbox has one of these at a time (SAFETY R21). */
  readonly work: <T>(mailbox: string, work: () => Promise<T>) => Promise<T>;
  /** The server has asked to be left alone for so many milliseconds, counted from now. */
  readonly askedForQuiet: (mailbox: string, milliseconds: number) => void;
  /** For how many milliseconds it is still to be left alone. */
  readonly quietFor: (mailbox: string) => number;
};

/** Providers count logins from one address; so many at once bring a thousand mailboxes back within half a minute. */
const loginsAtOnce = 40;

export function createPace(): Pace {
  const quietUntil = new Map<string, number>();
  return {
    login: createTurns(loginsAtOnce),
    work: createTurns(1),
    askedForQuiet: (mailbox, milliseconds) => {
      if (milliseconds > 0) quietUntil.set(mailbox, performance.now() + milliseconds);
    },
    quietFor: (mailbox) => {
      const left = (quietUntil.get(mailbox) ?? 0) - performance.now();
      if (left <= 0) quietUntil.delete(mailbox);
      return Math.max(0, left);
    },
  };
}

/** Under each name so many run at once; the next in line begins when one ends. */
function createTurns(atOnce: number): Pace["login"] {
  const lines = new Map<string, { running: number; readonly waiting: (() => void)[] }>();
  return async (name, work) => {
    const line = lines.get(name) ?? { running: 0, waiting: [] };
    lines.set(name, line);
    if (line.running < atOnce) line.running += 1;
    else await new Promise<void>((begin) => line.waiting.push(begin));
    try {
      return await work();
    } finally {
      const next = line.waiting.shift();
      if (next) next();
      else line.running -= 1;
      if (line.running === 0) lines.delete(name);
    }
  };
}
