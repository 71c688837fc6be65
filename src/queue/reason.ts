import { basename } from "node:path";

export type Reason = { readonly error: string; readonly code: string; readonly at: string };

/**
 * What the queue may keep of a failure: it writes the message of an error beside the job, so this one says the reason alone and has no cause.
 */
export class JobFailed extends Error {
  readonly reason: Reason;
  constructor(error: unknown) {
    const reason = reasonOf(error instanceof Error ? error : new Error());
    super(Object.values(reason).join(" ").trim());
    this.reason = reason;
  }
}

/**
 * What a log may hold of an error (SAFETY R53): its kind, its code and where it was thrown. Its message may quote what was worked on,
 * a mail or a server's words with an address in them, and stays out.
 */
export function reasonOf(error: Error): Reason {
  if (error instanceof JobFailed) return error.reason;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return {
    error: error.constructor.name,
    code: /^[A-Z\d_]{1,40}$/.test(code) ? code : "",
    at: placeOf(error),
  };
}

/** "sweep.ts:42": the first line of the stack that lies in a file. */
function placeOf(error: Error): string {
  const [, file = "", line = ""] = /^\s+at .*?([^\s(]+\.[jt]s):(\d+):\d+\)?$/m.exec(error.stack ?? "") ?? [];
  return file === "" ? "" : `${basename(file)}:${line}`;
}
