import { parentPort, workerData } from "node:worker_threads";
import { Temporal } from "temporal-polyfill";
import { proveSender } from "./authenticate.ts";
import { parseMessage } from "./parse.ts";
import { type FromThread, type MailToParse, plainMessage, type ToThread } from "./parser-wire.ts";

/** The inside of the parser's thread (SAFETY R25): one mail at a time, nothing that lives longer than a mail. */
if (parentPort === null) throw new Error("this file runs as a worker thread");
const program = parentPort;
const say = (words: FromThread): void => program.postMessage(words);

type Answer = Extract<ToThread, { type: "records" | "noRecords" }>;
const waiting = new Map<number, (answer: Answer) => void>();
let lookups = 0;

/** TXT records, asked of the program. */
async function resolver(name: string): Promise<string[][]> {
  const lookup = ++lookups;
  const answer = await new Promise<Answer>((resolve) => {
    waiting.set(lookup, resolve);
    say({ type: "lookup", lookup, name });
  });
  waiting.delete(lookup);
  if (answer.type === "records") return answer.records;
  throw Object.assign(new Error(`no TXT records of ${name}`), { code: answer.code });
}

async function parse({ source, internalDate, authservId, now }: MailToParse): Promise<void> {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const proof = await proveSender(bytes, {
    authservId,
    ...(now !== null && { verify: { resolver, now: Temporal.Instant.from(now) } }),
  });
  const parsed = await parseMessage(bytes, { internalDate: Temporal.Instant.from(internalDate), proof });
  const unreadable = parsed.type === "unreadable" ? parsed.why : null;
  say({ type: "parsed", message: plainMessage(parsed.message), unreadable });
}

program.on("message", (words: ToThread) => {
  if (words.type === "parse") void parse(words.mail);
  else waiting.get(words.lookup)?.(words);
});
// It is large, and its loading would count as the first mail's time.
if (workerData.verifies === true) await import("mailauth/lib/dkim/verify.js");
say({ type: "ready" });
