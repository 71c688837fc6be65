import type { MailSink } from "../../ports.ts";

/** The program's own sink failed, not the server: this is thrown on and is no Trouble (STYLE rule 5). */
export class SinkFailure extends Error {}

/** The same sink, whose failures can be told from those of the connection. */
export function marked(sink: MailSink): MailSink {
  const mark =
    <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      try {
        return await call(...args);
      } catch (cause) {
        throw new SinkFailure("the sink of the mails failed", { cause });
      }
    };
  return {
    cursor: mark(sink.cursor),
    startAt: mark(sink.startAt),
    take: mark(sink.take),
    healthy: mark(sink.healthy),
    troubled: mark(sink.troubled),
  };
}

/** Throws what the sink had thrown, if that is what `error` is. */
export function throwSinkFailure(error: unknown): void {
  if (error instanceof SinkFailure) throw error.cause;
}
