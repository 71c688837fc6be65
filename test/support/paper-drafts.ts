import type { CopySeen } from "../../src/domain/drafts-folder.ts";
import type { DraftsCopy, Mailboxes } from "../../src/ports.ts";

type Orders = Parameters<Mailboxes["keepDrafts"]>[2];

/** A Drafts folder on paper, which answers as an IMAP server's does; what the person does there is done by hand. */
export type PaperDrafts = {
  /** What lies there, in the order in which it was put. */
  readonly mails: () => readonly string[];
  /** False: the account has no such folder. */
  exists: boolean;
  /** While true, nothing can be said of any copy. */
  unsure: boolean;
  /** While true, the program dies right after a copy was put there or taken out. */
  dies: boolean;
  readonly visits: () => number;
  /** A mail program deletes what lies at that place, from 0. */
  readonly deletes: (at?: number) => string;
  /** A mail program saves it with other words: under a new UID, with the mark or without. */
  readonly edits: (change: (mail: string) => string, at?: number) => void;
  /** The folder is made anew: other UIDs, the same mails. */
  readonly isMadeAnew: (mails?: readonly string[]) => void;
  readonly keep: (orders: Orders) => Promise<{ folder: string | null; seen: readonly CopySeen[] }>;
};

export function paperDrafts(): PaperDrafts {
  let uidValidity = 7n;
  let nextUid = 1;
  let visits = 0;
  let mails: { readonly uid: number; readonly mail: string }[] = [];
  const put = (mail: string): void => {
    mails.push({ uid: nextUid, mail });
    nextUid += 1;
  };
  const unfolded = (mail: string): string => mail.replace(/\r\n[ \t]+/g, " ");
  const seen = ({ rfc822, mark, messageId, place, answers, to }: DraftsCopy): CopySeen => {
    if (drafts.unsure) return { type: "unsure" };
    const same = mails.find(({ mail }) => mail === rfc822.toString());
    if (same) return { type: "lies", place: { folder: "Drafts", uidValidity, uid: same.uid } };
    const isOfIt = mails.some(({ mail }) => {
      const text = unfolded(mail);
      const isMarked = text.includes("X-Afterword-Draft:");
      if (text.includes(`X-Afterword-Draft: ${mark}`) || text.includes(`<${messageId}>`)) return true;
      return !isMarked && answers !== null && text.includes(`In-Reply-To: <${answers}>`) && text.includes(to);
    });
    if (isOfIt) return { type: "edited" };
    return { type: place === null || place.uidValidity === uidValidity ? "absent" : "lost" };
  };
  const drafts: PaperDrafts = {
    mails: () => mails.map(({ mail }) => mail),
    exists: true,
    unsure: false,
    dies: false,
    visits: () => visits,
    deletes: (at = 0) => mails.splice(at, 1)[0]?.mail ?? "",
    edits: (change, at = 0) => put(change(drafts.deletes(at))),
    isMadeAnew: (kept = drafts.mails()) => {
      uidValidity += 1n;
      mails = [];
      kept.forEach(put);
    },
    keep: async (orders) => {
      visits += 1;
      if (!drafts.exists) return { folder: null, seen: orders.map(() => ({ type: "lost" as const })) };
      const all: CopySeen[] = [];
      for (const { order, copy } of orders) {
        const before = seen(copy);
        // A server takes its time between two commands, and somebody else may come between.
        await new Promise((resolve) => setImmediate(resolve));
        if (order === "put" && before.type === "absent") put(copy.rfc822.toString());
        else if (order === "take_out" && before.type === "lies")
          mails = mails.filter(({ mail }) => mail !== copy.rfc822.toString());
        else {
          all.push(before);
          continue;
        }
        if (drafts.dies) throw new Error("killed");
        all.push(order === "put" ? seen(copy) : { type: "taken_out" });
      }
      return { folder: "Drafts", seen: all };
    },
  };
  return drafts;
}
