import type { MailSink } from "../../ports.ts";

/** The program's own sink failed, not the server: this is thrown on and is no Trouble (STYLE rule 5). */
export class SinkFailure extends Error {}

/** The same sink, whose failures can be told from those of the connection. */
export function marked(sink: MailSink): MailSink {
  const mark =
    <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> =>
      ofTheSink(call(...args));
  return {
    cursor: mark(sink.cursor),
    startAt: mark(sink.startAt),
    take: mark(sink.take),
    healthy: mark(sink.healthy),
    troubled: mark(sink.troubled),
  };
}

/** What a call to the sink gives; its failure is marked as the program's own. */
export async function ofTheSink<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (cause) {
    throw new SinkFailure("the sink of the mails failed", { cause });
  }
}

/** Throws what the sink had thrown, if that is what `error` is. */
export function throwSinkFailure(error: unknown): void {
  if (error instanceof SinkFailure) throw error.cause;
}
