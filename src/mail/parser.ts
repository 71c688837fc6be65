import type { Temporal } from "temporal-polyfill";
import type { Message } from "../domain/message.ts";
import { ReaderAway } from "../ports/reader-away.ts";
import { type ParserThread, startParserThread, type TxtRecords } from "./parser-thread.ts";
import { type MailToParse, messageOfPlain } from "./parser-wire.ts";

export type Parser = {
  /** Gives the mail as read, and why it is set aside where it is. Throws ReaderAway where the parser itself is not there. */
  readonly parse: (
    source: Buffer,
    context: { internalDate: Temporal.Instant; authservId: string | null; now: Temporal.Instant | null },
  ) => Promise<{ message: Message; unreadable: string | null }>;
  readonly close: () => Promise<void>;
};

/** The second time is for a busy machine: only a mail that fails twice, the second time on a fresh thread, is poison. */
const usualLimits = { milliseconds: [1_000, 5_000], megabytes: 64 };

/**
 * Reads mail in a thread of its own with a limit of time and memory, one mail after the other (SAFETY R25). The thread is started by the first
 * mail, lives on, and is replaced when a mail has killed it.
 * @param resolver TXT records for DKIM; null where signatures are not checked
 */
export function createParser(resolver: TxtRecords | null, limits = usualLimits): Parser {
  let thread: Promise<ParserThread> | null = null;
  let closed = false;
  let turn: Promise<unknown> = Promise.resolve();

  const running = (): Promise<ParserThread> => {
    if (closed) throw new ReaderAway("The program is closing.");
    if (thread === null) {
      thread = startParserThread(resolver, limits.megabytes);
      thread.catch(() => {
        thread = null;
      });
    }
    return thread;
  };

  const inThread = async (mail: MailToParse, internalDate: Temporal.Instant) => {
    let why = "";
    for (const limit of limits.milliseconds) {
      const outcome = await (await running()).parse(mail, limit);
      if (outcome.type === "parsed")
        return { message: messageOfPlain(outcome.message), unreadable: outcome.unreadable };
      thread = null;
      why = outcome.why;
    }
    if (closed) throw new ReaderAway("The program is closing.");
    // Libraries that parse are large: only their thread keeps them, as long as it survives.
    const { headOfPoison } = await import("./parse.ts");
    return { message: headOfPoison(mail.source, internalDate), unreadable: why };
  };

  return {
    parse: (source, { internalDate, authservId, now }) => {
      const mail = {
        source,
        internalDate: internalDate.toString(),
        authservId,
        now: now === null || resolver === null ? null : now.toString(),
      };
      const mine = turn.then(() => inThread(mail, internalDate));
      turn = mine.catch(() => undefined);
      return mine;
    },
    close: async () => {
      closed = true;
      const last = await thread?.catch(() => null);
      await last?.end();
    },
  };
}
