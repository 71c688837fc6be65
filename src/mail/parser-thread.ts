import { Worker } from "node:worker_threads";
import { ReaderAway } from "../ports/reader-away.ts";
import type { FromThread, MailToParse, PlainMessage, ToThread } from "./parser-wire.ts";
import { type StopWatch, stopWatch } from "./stop-watch.ts";

/** How a mail came out of the thread; `died`: this thread is gone, and why. */
export type Outcome =
  | { readonly type: "parsed"; readonly message: PlainMessage; readonly unreadable: string | null }
  | { readonly type: "died"; readonly why: string };

/** A running thread. `parse` takes one mail at a time. */
export type ParserThread = {
  readonly parse: (mail: MailToParse, milliseconds: number) => Promise<Outcome>;
  readonly end: () => Promise<void>;
};

/** TXT records of a name; throws an error with a `code` where there are none. */
export type TxtRecords = (name: string, type: string) => Promise<string[][]>;

/** A start, unlike a mail, has no fault of its own: it is waited for. */
const startMilliseconds = 30_000;

/**
 * Starts a thread that parses, and gives it once it is ready. It keeps the program alive only while it has a mail in hand.
 * Throws ReaderAway when it does not start: that says nothing about any mail.
 * @param megabytes the parser's own code and data; source and attachments are buffers beside them, bound by the size that is fetched
 */
export async function startParserThread(
  resolver: TxtRecords | null,
  megabytes: number,
): Promise<ParserThread> {
  const worker = new Worker(new URL("./parser-inside.ts", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 },
    workerData: { verifies: resolver !== null },
    // What parses strangers' mail needs no environment, where the key to the passwords may stand.
    env: {},
    execArgv: [],
    stdin: false,
  });
  let listener: (words: FromThread) => void = () => undefined;
  let died: (why: string) => void = () => undefined;
  worker.on("message", (words: FromThread) => listener(words));
  worker.on("error", (error: Error) => died(reasonOf(error, megabytes)));
  let gone = false;
  worker.on("exit", () => {
    gone = true;
    died("its parser ended");
  });
  await new Promise<void>((resolve, reject) => {
    const fail = (why: string): void => {
      clearTimeout(late);
      void worker.terminate();
      reject(new ReaderAway(`The thread that reads mail does not start: ${why}`));
    };
    const late = setTimeout(() => fail("it takes too long"), startMilliseconds);
    died = fail;
    listener = () => {
      clearTimeout(late);
      resolve();
    };
  });
  worker.unref();
  const say = (words: ToThread, handedOver: readonly ArrayBuffer[] = []): void =>
    worker.postMessage(words, handedOver);

  const parse = (mail: MailToParse, milliseconds: number): Promise<Outcome> =>
    new Promise((resolve) => {
      if (gone) return resolve({ type: "died", why: "its parser ended" });
      worker.ref();
      const finish = (outcome: Outcome): void => {
        watch.stop();
        worker.unref();
        died = () => undefined;
        listener = () => undefined;
        resolve(outcome);
      };
      const watch: StopWatch = stopWatch(milliseconds, () => {
        finish({ type: "died", why: `it takes longer than ${milliseconds / 1000} s to read` });
        void worker.terminate();
      });
      died = (why) => finish({ type: "died", why });
      listener = (words) => {
        if (words.type === "parsed") finish(words);
        // The time that a name server takes is not the mail's.
        if (words.type === "lookup" && resolver !== null) {
          watch.pause();
          void lookedUp(resolver, words).then((answer) => {
            say(answer);
            watch.goOn();
          });
        }
      };
      // A copy to give away: the mail may be wanted again, and what a buffer is cut from would be cloned whole.
      const source = new Uint8Array(mail.source);
      say({ type: "parse", mail: { ...mail, source } }, [source.buffer]);
    });
  return {
    parse,
    end: async () => {
      died("the program is closing");
      await worker.terminate();
    },
  };
}

async function lookedUp(
  resolver: TxtRecords,
  { lookup, name }: Extract<FromThread, { type: "lookup" }>,
): Promise<ToThread> {
  try {
    return { type: "records", lookup, records: await resolver(name, "TXT") };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "ESERVFAIL";
    return { type: "noRecords", lookup, code };
  }
}

const reasonOf = (error: Error, megabytes: number): string =>
  "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY"
    ? `it takes more than ${megabytes} MB to read`
    : "its parser broke down";
