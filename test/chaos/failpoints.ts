import { basename } from "node:path";
import type { App } from "../../src/flows/app.ts";
import { inSource } from "./places.ts";

/**
 * A durable step of a flow, named by the place in `src/flows` that takes it and by what is done there: `send-due.claim:97 commit`.
 * `before`: its effect is prepared and can still be lost. `after`: it stands, and nobody knows yet.
 */
export type Meet = (step: string, when: "before" | "after") => Promise<void>;

/**
 * The program with a failpoint around everything that outlives it: each commit, each reminder, each conversation with a mail server. The
 * names are read off the running code, so that no step can be forgotten (SAFETY R57).
 */
export function withFailpoints(app: App, meet: Meet): App {
  const around =
    <Args extends unknown[], T>(what: string, call: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      const step = `${place()} ${what}`;
      await meet(step, "before");
      const result = await call(...args);
      await meet(step, "after");
      return result;
    };
  const { store, queue, courier, mailboxes } = app;
  return {
    ...app,
    store: {
      transaction: async (work) => {
        const step = `${place()} commit`;
        const result = await store.transaction(async (tx) => {
          const made = await work(tx);
          await meet(step, "before");
          return made;
        });
        await meet(step, "after");
        return result;
      },
    },
    queue: {
      remind: around("remind", queue.remind),
      remindAll: around("remind", queue.remindAll),
    },
    courier: { ...courier, send: around("send", courier.send) },
    mailboxes: {
      ...mailboxes,
      catchUp: around("read", mailboxes.catchUp),
      find: around("find", mailboxes.find),
      file: around("file", mailboxes.file),
      keepDrafts: around("drafts", mailboxes.keepDrafts),
    },
  };
}

/** Where in the flows the caller stands: file, function and line. */
function place(): string {
  const prepare = Error.prepareStackTrace;
  try {
    Error.prepareStackTrace = (_error, sites) => sites;
    const sites = new Error().stack as unknown as readonly NodeJS.CallSite[];
    for (const site of sites) {
      const at = inSource(site.getFileName() ?? "", site.getLineNumber() ?? 0);
      if (at?.file.includes("src/flows/"))
        return `${basename(at.file, ".ts")}.${site.getFunctionName() ?? "in passing"}:${at.line}`;
    }
    return "outside";
  } finally {
    Error.prepareStackTrace = prepare;
  }
}
