import type { Temporal } from "temporal-polyfill";
import type { Message } from "../domain/message.ts";
import { ReaderAway } from "../ports/reader-away.ts";
import type { Person, Tx } from "../ports/store.ts";
import { Unstorable } from "../ports/unstorable.ts";
import type { FetchedMail } from "../ports.ts";
import type { App } from "./app.ts";

/** A mail as far as it could be read. `unreadable` is why it is set aside, in one sentence. */
export type Readable =
  | { readonly message: Message; readonly unreadable: null }
  | { readonly message: Message | null; readonly unreadable: string };

/** Never fails for what stands in the mail: a mail that breaks its reader would be met again for ever (SAFETY R25). */
export async function readable(
  { mime }: Pick<App, "mime">,
  { source, internalDate }: FetchedMail,
  authservId: string | null,
): Promise<Readable> {
  try {
    const { message, unreadable } = await mime.read(source, { internalDate, authservId });
    return unreadable === null ? { message, unreadable } : { message, unreadable };
  } catch (error) {
    if (error instanceof ReaderAway) throw error;
    return { message: null, unreadable: "No part of it could be understood." };
  }
}

/**
 * Runs `work` and, where what stands in this mail makes it fail for good, once more with the reason to set the mail aside. A database that is
 * away, a lock or a full disk are no fault of the mail: those are thrown on, and the mail is met again.
 */
export async function orSetAside<T>(work: (why: string | null) => Promise<T>): Promise<T> {
  // Twice as it is: two mails at once may want the same row, which one of them finds the next time.
  for (const _try of [1, 2]) {
    try {
      return await work(null);
    } catch (error) {
      if (!failsForGood(error)) throw error;
    }
  }
  return work("What it means could not be written down.");
}

/**
 * Whatever is no fault of a database, a disk, a server or a process that ends: met again, the mail would fail again and keep all mail behind it
 * from being read. Those outside bear a code (SQLSTATE, errno); a lost connection says so.
 */
function failsForGood(error: unknown): boolean {
  if (error instanceof Unstorable || error instanceof RangeError || error instanceof TypeError) return true;
  if (!(error instanceof Error) || error instanceof ReaderAway) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const isOutside = code !== "" && !code.startsWith("ERR_");
  return !isOutside && !/connection|timeout|timed out|terminat|abort|killed|pool/i.test(error.message);
}

/** The cursor has moved on, the mail stays where it is, and the person is told (SAFETY R25). */
export async function setAside(
  tx: Tx,
  person: Person,
  message: Message | null,
  why: string,
  now: Temporal.Instant,
): Promise<void> {
  const from = message?.from ? ` from ${message.from.address}` : "";
  await tx.journal.append({
    personId: person.id,
    candidacyId: null,
    at: now,
    type: "unreadable",
    by: "program",
    says: `A mail${from} could not be read: ${why.replace(/\.?$/, ".")} Please look at it yourself.`,
    evidence: [message?.subject || "(no subject)"],
  });
}
