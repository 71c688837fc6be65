import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { FollowUpId, PersonId } from "../domain/ids.ts";
import { lookedForMinutes } from "../domain/outbox.ts";
import type { JournalRow } from "../ports/store.ts";
import { agendaView } from "./agenda-view.ts";
import { candidacyView } from "./candidacy-view.ts";
import type { Db } from "./database.ts";
import { draftStoryView } from "./draft-story-view.ts";
import { everythingView } from "./everything-view.ts";
import { entryOf } from "./journal.ts";
import { mailNamed } from "./mail-named.ts";

/** What the faces show, read in one query each; nothing is decided from it. */
export type Views = ReturnType<typeof createViews>;

export const createViews = (db: Db) => ({
  mailboxes: () =>
    db
      .selectFrom("mailbox")
      .select(["id", "address", "healthy_at", "trouble", "sending_paused", "paused_at"])
      .select(["sign_in", "sign_in_ends_at"])
      .orderBy("connected_at")
      .execute(),

  candidacies: () =>
    db
      .selectFrom("candidacy")
      .select([
        "id",
        "number",
        "employer",
        "role",
        "state",
        "close_reason as reason",
        "size",
        "because",
        "next_due_at as next_due",
        "closes_at",
      ])
      .orderBy("person_id")
      .orderBy("number")
      .execute(),

  candidacy: (number: number) => candidacyView(db, number),

  /** Which mail to an employer an id, its beginning or a number of the latest digest names. */
  mailNamed: (words: string) => mailNamed(db, words),

  /** Of one moment: a move between two queries would look like a fault of the log. */
  draftStory: (followUp: FollowUpId) =>
    db
      .transaction()
      .setIsolationLevel("repeatable read")
      .execute((tx) => draftStoryView(tx, followUp)),

  agenda: (token: string) => agendaView(db, token),

  /** Of one moment, so that everything in it fits together. */
  everythingOf: (person: PersonId) =>
    db
      .transaction()
      .setIsolationLevel("repeatable read")
      .execute((tx) => everythingView(tx, person)),

  /** The newest version of every draft that waits for a decision or for its sending. */
  drafts: () =>
    db
      .selectFrom("follow_up")
      .innerJoin("candidacy", "candidacy.id", "follow_up.candidacy_id")
      .innerJoin("draft", "draft.follow_up_id", "follow_up.id")
      .distinctOn("follow_up.id")
      .select([
        "candidacy.number",
        "candidacy.employer",
        "draft.id as draft",
        "draft.version",
        "draft.hash",
        "follow_up.id as followUp",
        "follow_up.kind",
        "draft.to_address as to",
        "draft.subject",
        "draft.text",
        "follow_up.reason",
        "follow_up.due_at",
        "follow_up.status",
      ])
      .where("follow_up.status", "in", ["planned", "offered", "approved"])
      .orderBy("follow_up.id")
      .orderBy("draft.version", "desc")
      .execute(),

  outbox: () =>
    db
      .selectFrom("outbox")
      .leftJoin("draft", "draft.id", "outbox.draft_id")
      .leftJoin("follow_up", "follow_up.id", "draft.follow_up_id")
      .select([
        "outbox.id",
        "outbox.purpose",
        "outbox.state",
        "outbox.envelope_to as to",
        "outbox.message_id",
        "outbox.not_before",
        "outbox.reply",
        "outbox.attempts",
        "follow_up.kind",
      ])
      .orderBy("outbox.approved_at")
      .execute(),

  digests: async () => {
    const digests = await db
      .selectFrom("digest")
      .selectAll()
      .where("mailed", "=", true)
      .orderBy("local_date", "desc")
      .limit(60)
      .execute();
    if (digests.length === 0) return [];
    const items = await db
      .selectFrom("digest_item")
      .leftJoin("draft", "draft.id", "digest_item.draft_id")
      .leftJoin("follow_up", "follow_up.id", "draft.follow_up_id")
      .leftJoin("candidacy", "candidacy.id", "digest_item.candidacy_id")
      .select([
        "digest_item.digest_id",
        "digest_item.n",
        "digest_item.type",
        "follow_up.kind",
        "draft.to_address as to",
        "candidacy.employer",
      ])
      .where(
        "digest_item.digest_id",
        "in",
        digests.map((digest) => digest.id),
      )
      .orderBy("digest_item.n")
      .execute();
    const sent = await db
      .selectFrom("outbox")
      .select(["message_id", "state"])
      .where("purpose", "=", "self")
      .execute();
    return digests.map((digest) => ({
      local_date: digest.local_date,
      message_id: digest.message_id,
      sent: sent.some((row) => row.message_id === digest.message_id && row.state === "sent"),
      items: items
        .filter((item) => item.digest_id === digest.id)
        .map(({ n, type, kind, to, employer }) => ({ n, type, kind, to, employer })),
    }));
  },

  debriefs: () =>
    db
      .selectFrom("debrief")
      .innerJoin("candidacy", "candidacy.id", "debrief.candidacy_id")
      .select(["debrief.message_id", "candidacy.employer", "debrief.answer"])
      .orderBy("debrief.made_at", "desc")
      .execute(),

  journal: async (after: number): Promise<(JournalRow & { number: number | null })[]> => {
    const rows = await db
      .selectFrom("journal")
      .leftJoin("candidacy", "candidacy.id", "journal.candidacy_id")
      .selectAll("journal")
      .select("candidacy.number")
      .where("journal.id", ">", after)
      .orderBy("journal.id")
      .limit(1_000)
      .execute();
    return rows.map((row) => ({ ...entryOf(row), number: row.number }));
  },

  journalIsEmpty: async () =>
    (await db.selectFrom("journal").select("id").where("type", "<>", "mailbox").limit(1).execute()).length ===
    0,

  /** The earliest instant at which something in the store falls due, digests aside. */
  nextDue: async (): Promise<Temporal.Instant | null> => {
    const row = await sql<{ at: Temporal.Instant | null }>`
      select min(at) as at from (
        select min(not_before) as at from outbox where state = 'queued'
        union all select min(next_due_at) from candidacy
        union all select min(unknown_since + make_interval(mins => ${lookedForMinutes})) from outbox where state = 'unknown'
      ) due`.execute(db);
    return row.rows[0]?.at ?? null;
  },
});
