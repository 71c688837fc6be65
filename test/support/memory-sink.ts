import type { FetchedMail, FolderCursor, MailSink } from "../../src/ports.ts";

export type MemorySink = MailSink & {
  readonly taken: FetchedMail[];
  readonly started: { readonly folder: FetchedMail["folder"]; readonly cursor: FolderCursor }[];
  readonly healthyTimes: () => number;
  readonly troubledTimes: () => number;
  readonly cursors: Map<FetchedMail["folder"], FolderCursor>;
  /** Message-IDs of what was taken from a folder, in order. */
  readonly ids: (folder: FetchedMail["folder"]) => readonly string[];
  /** Resolves when `count` mails of a folder were taken; fails after 15 seconds. */
  readonly until: (folder: FetchedMail["folder"], count: number) => Promise<void>;
};

/** A sink in memory that keeps the rule of the store: a mail counts only after the cursor it was read from (SAFETY R17). */
export function memorySink(): MemorySink {
  const taken: FetchedMail[] = [];
  const started: MemorySink["started"] = [];
  const cursors: MemorySink["cursors"] = new Map();
  let healthyTimes = 0;
  let troubledTimes = 0;
  const ids = (folder: FetchedMail["folder"]): readonly string[] =>
    taken.filter((mail) => mail.folder === folder).map(({ source }) => messageIdOf(source));
  return {
    taken,
    started,
    cursors,
    ids,
    healthyTimes: () => healthyTimes,
    cursor: async (_mailbox, folder) => cursors.get(folder) ?? null,
    startAt: async (_mailbox, folder, cursor) => {
      started.push({ folder, cursor });
      cursors.set(folder, cursor);
    },
    take: async (_mailbox, mail) => {
      const cursor = cursors.get(mail.folder);
      if (cursor?.uidValidity !== mail.uidValidity || cursor.lastUid !== mail.afterUid) return;
      cursors.set(mail.folder, { uidValidity: mail.uidValidity, lastUid: mail.uid });
      taken.push(mail);
    },
    healthy: async () => {
      healthyTimes += 1;
    },
    troubled: async () => {
      troubledTimes += 1;
    },
    troubledTimes: () => troubledTimes,
    until: (folder, count) => eventually(() => ids(folder).length >= count),
  };
}

export const messageIdOf = (source: Buffer): string =>
  /^message-id:\s*<([^>]*)>/im.exec(source.toString("latin1"))?.[1] ?? "";

/** Waits until the condition holds; fails after `seconds`. */
export async function eventually(condition: () => boolean | Promise<boolean>, seconds = 15): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`not within ${seconds} seconds: ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A small mail with this Message-ID (without angle brackets). */
export const smallMail = (id: string, more = ""): string =>
  [
    `Message-ID: <${id}>`,
    "From: Jo Field <jo@employer.example>",
    "To: ada@person.example",
    "Subject: Your interview",
    "Date: Mon, 18 May 2026 09:00:00 +0100",
    ...(more === "" ? [] : [more]),
    "",
    "Dear Ada, thank you for coming in.",
    "",
  ].join("\r\n");
