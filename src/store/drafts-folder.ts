import { followedStates } from "../domain/drafts-folder.ts";
import type { DraftCopies, DraftCopyRow } from "../ports/store.ts";
import type { Db } from "./database.ts";
import { draftColumns, draftOfRow } from "./drafts.ts";
import { draftsVisits } from "./drafts-visits.ts";

export const draftCopies = (db: Db): DraftCopies => ({
  uncopied: async (personId) =>
    (
      await db
        .selectFrom("draft")
        .innerJoin("follow_up", "follow_up.id", "draft.follow_up_id")
        .innerJoin("candidacy", "candidacy.id", "follow_up.candidacy_id")
        .select(draftColumns)
        .where("candidacy.person_id", "=", personId)
        .where("follow_up.status", "=", "offered")
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom("draft as other")
                .select("other.id")
                .leftJoin("draft_copy as copy", "copy.draft_id", "other.id")
                .whereRef("other.follow_up_id", "=", "draft.follow_up_id")
                .where((or) =>
                  or.or([
                    or("other.version", ">", or.ref("draft.version")),
                    or("copy.state", "in", followedStates),
                    or.and([or("other.id", "=", or.ref("draft.id")), or("copy.state", "!=", "removed")]),
                  ]),
                ),
            ),
          ),
        )
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom("digest_item")
              .select("digest_item.n")
              .whereRef("digest_item.draft_id", "=", "draft.id")
              .where("digest_item.type", "=", "draft"),
          ),
        )
        .orderBy("draft.candidacy_id")
        .execute()
    ).map(draftOfRow),
  insert: async ({ draftId, mailboxId, messageId, rfc822 }, at) => {
    const copy = {
      mailbox_id: mailboxId,
      message_id: messageId,
      rfc822,
      state: "putting" as const,
      folder: null,
      uid_validity: null,
      uid: null,
      gone_since: null,
      made_at: at,
    };
    const done = await db
      .insertInto("draft_copy")
      .values({ ...copy, draft_id: draftId })
      .onConflict((conflict) =>
        conflict.column("draft_id").doUpdateSet(copy).where("draft_copy.state", "=", "removed"),
      )
      .executeTakeFirst();
    return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
  },
  followed: async (mailboxId) =>
    (
      await rows(db)
        .where("draft_copy.mailbox_id", "=", mailboxId)
        .where("draft_copy.state", "in", followedStates)
        .orderBy("draft.candidacy_id")
        .orderBy("draft_copy.made_at")
        .execute()
    ).map(rowOf),
  ofFollowUp: async (id) =>
    (await rows(db).where("draft.follow_up_id", "=", id).orderBy("draft_copy.made_at", "desc").execute()).map(
      rowOf,
    ),
  unsent: async (personId) =>
    (
      await copiesAlone(db)
        .innerJoin("follow_up", "follow_up.id", "draft.follow_up_id")
        .innerJoin("mailbox", "mailbox.id", "draft_copy.mailbox_id")
        .where("mailbox.person_id", "=", personId)
        .where("draft_copy.state", "!=", "sent")
        .where("follow_up.status", "not in", ["sent", "dropped"])
        .orderBy("draft_copy.made_at", "desc")
        .execute()
    ).map(copyOf),
  move: async (draftId, from, { state, goneSince, place }) => {
    const done = await db
      .updateTable("draft_copy")
      .set({
        state,
        gone_since: goneSince,
        ...(place && {
          folder: place.folder,
          uid_validity: place.uidValidity.toString(),
          uid: place.uid,
        }),
      })
      .where("draft_id", "=", draftId)
      .where("state", "=", from)
      .executeTakeFirst();
    return done.numUpdatedRows > 0n;
  },
  ...draftsVisits(db),
});

/** Without the bytes, which only a visit of the folder needs. */
const copiesAlone = (db: Db) =>
  db
    .selectFrom("draft_copy")
    .innerJoin("draft", "draft.id", "draft_copy.draft_id")
    .select(draftColumns)
    .select([
      "draft_copy.mailbox_id",
      "draft_copy.message_id",
      "draft_copy.state",
      "draft_copy.folder",
      "draft_copy.uid_validity",
      "draft_copy.uid",
      "draft_copy.gone_since",
    ]);

const rows = (db: Db) => copiesAlone(db).select("draft_copy.rfc822");

type Alone = Awaited<ReturnType<ReturnType<typeof copiesAlone>["executeTakeFirstOrThrow"]>>;
type Row = Awaited<ReturnType<ReturnType<typeof rows>["executeTakeFirstOrThrow"]>>;

const rowOf = (row: Row): DraftCopyRow => ({ ...copyOf(row), rfc822: row.rfc822 });

const copyOf = (row: Alone): Omit<DraftCopyRow, "rfc822"> => ({
  draft: draftOfRow(row),
  mailboxId: row.mailbox_id,
  messageId: row.message_id,
  state: row.state,
  goneSince: row.gone_since,
  place:
    row.folder === null || row.uid_validity === null || row.uid === null
      ? null
      : { folder: row.folder, uidValidity: BigInt(row.uid_validity), uid: row.uid },
});
