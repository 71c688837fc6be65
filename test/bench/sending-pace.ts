/** How a mail server takes its time, in milliseconds. */
export type Pace = {
  /** For every answer. */
  readonly answer: number;
  /** More for each mail, before the answer to its last dot. */
  readonly mail: number;
  /** That instead of `mail`, for every so-manieth mailbox. */
  readonly slowMail: number;
  readonly slowEvery: number;
  /** Of so many mails one is told to come back at its first try; 0: none. */
  readonly laterEvery: number;
  /** More connections of one mailbox to the outgoing server than these are told to come back. */
  readonly mostConnections: number;
};

/** What the servers saw until now. */
export type Seen = {
  /** Mails taken as one's own, with doubles. */
  readonly accepted: number;
  /** Mails that were taken more than once. */
  readonly doubles: number;
  /** The most mails that were taken from one mailbox. */
  readonly mostOfOne: number;
  /** The most connections of one mailbox at once, to the outgoing and to the incoming server. */
  readonly mostSmtp: number;
  readonly mostImap: number;
  readonly smtpConnections: number;
  readonly imapConnections: number;
  readonly toldLater: number;
  readonly toldTooMany: number;
  /** For how long somebody waited for an answer, in milliseconds; two who wait at once count once. */
  readonly waitedFor: number;
  /** When the last mail was taken from the slow mailboxes and from the others, in milliseconds since the epoch; 0: none was. */
  readonly lastOfSlow: number;
  readonly lastOfOthers: number;
};

/** The mailbox of that number, which logs in as `m7`. */
export const isSlow = (login: string, { slowEvery }: Pace): boolean =>
  slowEvery > 0 && Number(login.slice(1)) % slowEvery === 0;

/** Counts what is open at once, by login. */
export function createTally() {
  const open = new Map<string, number>();
  let most = 0;
  let all = 0;
  return {
    opened: (login: string): number => {
      const now = (open.get(login) ?? 0) + 1;
      open.set(login, now);
      most = Math.max(most, now);
      return now;
    },
    closed: (login: string): void => {
      open.set(login, (open.get(login) ?? 1) - 1);
    },
    connected: (): void => {
      all += 1;
    },
    most: () => most,
    all: () => all,
  };
}

/** Adds up the time during which at least one answer is awaited. */
export function createStopwatch() {
  let awaited = 0;
  let since = 0;
  let total = 0;
  return {
    /** Waits so long, then answers. */
    after: (milliseconds: number, answer: () => void): void => {
      if (awaited === 0) since = performance.now();
      awaited += 1;
      const done = (): void => {
        answer();
        awaited -= 1;
        if (awaited === 0) total += performance.now() - since;
      };
      if (milliseconds === 0) done();
      else setTimeout(done, milliseconds);
    },
    total: () => total,
  };
}

export type Stopwatch = ReturnType<typeof createStopwatch>;
export type Tally = ReturnType<typeof createTally>;
