import type { OutboxRow } from "../ports/store.ts";
import type { Db } from "./database.ts";

/** Every column, as a query that is narrowed. */
export const rows = (db: Db) => db.selectFrom("outbox").selectAll();

type Row = Awaited<ReturnType<ReturnType<typeof rows>["executeTakeFirstOrThrow"]>>;

/** The row as the domain knows it; null where there is none. */
export const rowOf = (row: Row | undefined): OutboxRow | null =>
  row
    ? {
        id: row.id,
        personId: row.person_id,
        mailboxId: row.mailbox_id,
        purpose: row.purpose,
        draftId: row.draft_id,
        draftHash: row.draft_hash,
        candidacyId: row.candidacy_id,
        messageId: row.message_id,
        envelopeFrom: row.envelope_from,
        envelopeTo: row.envelope_to,
        rfc822: row.rfc822,
        state: row.state,
        attempts: row.attempts,
        notBefore: row.not_before,
        unknownSince: row.unknown_since,
        reply: row.reply,
        providerMessageId: row.provider_message_id,
        filed: row.filed,
      }
    : null;
