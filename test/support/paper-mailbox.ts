import { Temporal } from "temporal-polyfill";
import { ok, refuse } from "../../src/domain/result.ts";
import type { FetchedMail, Mailboxes, Sighting, Trouble } from "../../src/ports.ts";
import { messageIdOf } from "./memory-sink.ts";
import { type PaperDrafts, paperDrafts } from "./paper-drafts.ts";

type Folder = FetchedMail["folder"];

/** A mailbox on paper: two folders in memory that are read, searched and filed into as an IMAP server's are. One account only. */
export type PaperMailbox = Mailboxes & {
  readonly folders: Readonly<Record<Folder, Buffer[]>>;
  /** Message-IDs that carry \Answered. */
  readonly answered: Set<string>;
  /** While set, nothing can be read, searched or filed. */
  trouble: Trouble | null;
  /** While set, what every search comes to. */
  sighting: Sighting | null;
  /** While true, the program dies right after the copy has reached Sent. */
  diesAfterAppend: boolean;
  /** Runs once, when the next reading is over: what happens between the look and the sending. */
  afterReading: (() => Promise<void>) | null;
  readonly searches: () => number;
  readonly drafts: PaperDrafts;
};

export function paperMailbox(): PaperMailbox {
  const folders: PaperMailbox["folders"] = { inbox: [], sent: [] };
  let searches = 0;
  const drafts = paperDrafts();
  const holds = (folder: Folder, id: string): boolean =>
    folders[folder].some((mail) => messageIdOf(mail) === id);
  const paper: PaperMailbox = {
    folders,
    answered: new Set(),
    trouble: null,
    sighting: null,
    diesAfterAppend: false,
    afterReading: null,
    searches: () => searches,
    drafts,
    keepDrafts: async (_account, _folder, orders) =>
      paper.trouble ? refuse(paper.trouble) : ok(await drafts.keep(orders)),
    catchUp: async ({ mailboxId }, sink) => {
      if (paper.trouble) return refuse(paper.trouble);
      for (const folder of ["inbox", "sent"] as const) {
        const known = await sink.cursor(mailboxId, folder);
        const cursor = known ?? { uidValidity: 1n, lastUid: 0 };
        if (!known) await sink.startAt(mailboxId, folder, cursor);
        for (let uid = cursor.lastUid + 1; uid <= folders[folder].length; uid += 1) {
          const source = folders[folder][uid - 1];
          if (!source) continue;
          await sink.take(mailboxId, {
            folder,
            uidValidity: 1n,
            uid,
            afterUid: uid - 1,
            internalDate: dateOf(source),
            source,
            serverId: null,
          });
        }
      }
      await sink.healthy(mailboxId);
      const next = paper.afterReading;
      paper.afterReading = null;
      await next?.();
      return ok(undefined);
    },
    watch: async () => ok(undefined),
    readHistory: async () => ok(undefined),
    find: async (_account, folder, mail) => {
      searches += 1;
      if (paper.sighting) return paper.sighting;
      if (paper.trouble) return { type: "unsure", why: paper.trouble.says };
      if (holds(folder, mail.messageId)) return { type: "found", where: folder };
      return mail.sentBefore.some((id) => holds(folder, id))
        ? { type: "absent" }
        : { type: "unsure", why: "no known mail could be found either" };
    },
    file: async ({ filesSentItself }, { messageId, rfc822, answers }) => {
      if (paper.trouble) return refuse(paper.trouble);
      const already = filesSentItself || holds("sent", messageId);
      if (!already) folders.sent.push(rfc822);
      if (paper.diesAfterAppend) throw new Error("killed");
      if (answers !== null) paper.answered.add(answers);
      return ok(already ? "already there" : "filed");
    },
  };
  return paper;
}

/** A mail on paper arrives when it was written. */
const dateOf = (mail: Buffer): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(
    Date.parse(/^date:\s*(.+)$/im.exec(mail.toString("latin1"))?.[1] ?? ""),
  );
