import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";

type Way = {
  readonly isAwaited: () => boolean;
  /** For a process that was stopped at the gate: its timers have not rung yet, and others may have taken the mail over (SAFETY R2). */
  readonly isTooLate: () => boolean;
  readonly gate: () => Promise<boolean>;
  readonly onFirstByte: () => void;
};

/**
 * The mail as a stream whose first read is the gate (SAFETY R2). It is read for the first time when the
 * server has answered DATA with 354, so that until then nothing but the envelope has left.
 */
export function gatedBody(rfc822: Buffer, { isAwaited, isTooLate, gate, onFirstByte }: Way) {
  let asked: Promise<boolean | null> | null = null;
  const stream = new Readable({
    read() {
      if (asked !== null) return;
      if (!isAwaited()) return void stream.destroy(new Error("the server did not ask for the mail"));
      // What came together with the go-ahead is read first: a reply to the mail that was there before it is none.
      asked = setImmediate().then(() => (stream.destroyed ? null : gate()));
      asked.then(
        (open) => {
          // The connection broke while the gate was asked: no byte may be counted as sent.
          if (stream.destroyed) return;
          if (!open) return void stream.destroy(new Error("the gate is closed"));
          if (isTooLate()) return void stream.destroy(new Error("the gate opened too late"));
          onFirstByte();
          stream.push(rfc822);
          stream.push(null);
        },
        (error: unknown) => void stream.destroy(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  return { stream, gate: (): Promise<boolean | null> => asked ?? Promise.resolve(null) };
}
