/** What a log may hold of an error: its kind, its code, and where it was thrown, innermost first. */
export type Reason = { readonly error: string; readonly code: string; readonly at: string };

/**
 * Gives what a log may hold of an error (SAFETY R53). Its message may quote what was worked on, a mail or a server's words with an address in
 * them, and stays out.
 */
export function reasonOf(error: unknown): Reason {
  if (!(error instanceof Error)) return { error: typeof error, code: "", at: "" };
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return {
    error: error.constructor.name,
    code: /^[A-Z\d_]{1,40}$/.test(code) ? code : "",
    at: placesOf(error),
  };
}

/** Places that are enough to find a mistake. */
const enough = 4;

/** "sweep.ts:42 < worker.ts:45": the files and lines of a stack below the message, which may look like one itself. */
function placesOf({ message, stack = "" }: Error): string {
  const begins = stack.indexOf(message);
  const below = begins < 0 ? "" : stack.slice(begins + message.length);
  return [...below.matchAll(/^ {4}at .*?([\w.-]+\.[jt]s):(\d+):\d+\)?$/gm)]
    .slice(0, enough)
    .map(([, file, line]) => `${file}:${line}`)
    .join(" < ");
}
