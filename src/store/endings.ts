import { type Kysely, type RawBuilder, sql } from "kysely";
import type { MailboxId, PersonId } from "../domain/ids.ts";
import type { Endings, Holdings } from "../ports/endings.ts";
import type { Database } from "./connect.ts";
import type { Db } from "./database.ts";
import type { Schema } from "./schema.ts";
import { scrub } from "./scrub.ts";

/** The end of what is kept of a person or of one mailbox. Whatever refers to a person falls with them (on delete cascade). */
export const createEndings = (db: Kysely<Schema>, database: Database): Endings => ({
  ofPerson: (id) => holdings(db, ofPerson(id)),
  ofMailbox: (id) => holdings(db, ofMailbox(id)),
  endPerson: (id) =>
    db.transaction().execute(async (tx) => {
      await tx.selectFrom("person").select("id").where("id", "=", id).forUpdate().execute();
      const ids = [id, ...(await jobIds(tx, ofPerson(id)))];
      await tx.deleteFrom("person").where("id", "=", id).execute();
      return ids;
    }),
  endMailbox: (id) =>
    db.transaction().execute(async (tx) => {
      const mailbox = tx.selectFrom("mailbox").where("id", "=", id);
      const { address, person_id } = await mailbox
        .select(["address", "person_id"])
        .forUpdate()
        .executeTakeFirstOrThrow();
      const ids = await jobIds(tx, ofMailbox(id));
      await settleApproved(tx, id);
      // Told of the mailbox itself, or of a mail that belongs to no candidacy.
      await sql`delete from journal where person_id = ${person_id} and candidacy_id is null and (position(${address} in says) > 0
        or data->>'message' in (select id::text from message where mailbox_id = ${id}))`.execute(tx);
      await sql`delete from candidacy where id in (${ofMailbox(id).candidacies})`.execute(tx);
      await tx.deleteFrom("mailbox").where("id", "=", id).execute();
      return ids;
    }),
  scrub: () => scrub(database),
});

/**
 * Approved mails whose sending goes with the mailbox: what certainly has not left is offered again where its conversation goes on; what may have
 * left is not, for it would be sent twice.
 */
async function settleApproved(db: Db, id: MailboxId): Promise<void> {
  await sql`update follow_up set status = case when outbox.state in ('queued', 'claimed', 'failed') then 'planned' else 'skipped' end
    from outbox join draft on draft.id = outbox.draft_id
    where outbox.mailbox_id = ${id} and draft.follow_up_id = follow_up.id and follow_up.status = 'approved'
      and outbox.state not in ('sent', 'held', 'cancelled')`.execute(db);
}

/** Statements that give the ids. */
type Chosen = { readonly candidacies: RawBuilder<unknown>; readonly mailboxes: RawBuilder<unknown> };

const ofPerson = (id: PersonId): Chosen => ({
  candidacies: sql`select id from candidacy where person_id = ${id}`,
  mailboxes: sql`select id from mailbox where person_id = ${id}`,
});

/** A candidacy of which another mailbox brought a mail too goes on. */
const ofMailbox = (id: MailboxId): Chosen => ({
  candidacies: sql`select candidacy_id from message where candidacy_id is not null
    group by candidacy_id having bool_and(mailbox_id = ${id})`,
  mailboxes: sql`select ${id}::uuid`,
});

async function holdings(db: Db, { candidacies, mailboxes }: Chosen): Promise<Holdings> {
  const { rows } = await sql<Holdings>`select
    array(select address from mailbox where id in (${mailboxes}) order by address) as mailboxes,
    (select count(*) from candidacy where id in (${candidacies})) as candidacies,
    (select count(*) from message where mailbox_id in (${mailboxes})) as mails,
    (select count(*) from draft where candidacy_id in (${candidacies})) as drafts,
    (select count(*) from outbox where mailbox_id in (${mailboxes}) and purpose = 'draft' and state in ('queued', 'claimed')) as waiting,
    (select count(*) from outbox where mailbox_id in (${mailboxes}) and state = 'transmitting') as leaving`.execute(
    db,
  );
  const [row] = rows;
  if (!row) throw new Error("counting gave no row");
  return row;
}

async function jobIds(db: Db, { candidacies, mailboxes }: Chosen): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    ${mailboxes} union ${candidacies}
    union select id from draft where candidacy_id in (${candidacies})
    union select id from outbox where mailbox_id in (${mailboxes}) or candidacy_id in (${candidacies})`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}
