import { sql } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { FollowUpId } from "../domain/ids.ts";
import type { Db } from "./database.ts";

/** The mail that some words name, or why they name none. */
export type NamedMail =
  | { readonly type: "found"; readonly followUp: FollowUpId }
  | { readonly type: "no_digest" }
  /** The line of the latest digest is about no mail to an employer, or there is no such line. */
  | { readonly type: "other_line"; readonly day: Temporal.PlainDate; readonly lines: readonly number[] }
  /** A mail to the person: no draft stands behind it. */
  | { readonly type: "own_mail" }
  | { readonly type: "several" }
  | { readonly type: "none" };

/** The fewest characters that name an id by its beginning. */
const shortest = 8;

/**
 * Finds the mail of a draft's or an outbox row's id, of the beginning of one, or of a numbered line of the latest digest. With several people on one instance
 * numbers are those of the first one, as for the commands that decide.
 */
export async function mailNamed(db: Db, words: string): Promise<NamedMail> {
  const wanted = words.trim().toLowerCase();
  if (/^\d{1,4}$/.test(wanted)) return ofLine(db, Number(wanted));
  if (wanted.length < shortest || !/^[0-9a-f-]+$/.test(wanted)) return { type: "none" };
  const beginning = `${wanted}%`;
  const drafts = await db
    .selectFrom("draft")
    .select("follow_up_id as followUp")
    .where(sql<boolean>`id::text like ${beginning}`)
    .execute();
  const mails = await db
    .selectFrom("outbox")
    .leftJoin("draft", "draft.id", "outbox.draft_id")
    .select("draft.follow_up_id as followUp")
    .where(sql<boolean>`outbox.id::text like ${beginning}`)
    .execute();
  const all = new Set([...drafts, ...mails].map(({ followUp }) => followUp));
  const [only] = all;
  if (all.size > 1) return { type: "several" };
  if (only === undefined) return { type: "none" };
  return only === null ? { type: "own_mail" } : { type: "found", followUp: only };
}

async function ofLine(db: Db, n: number): Promise<NamedMail> {
  const digest = await db
    .selectFrom("digest")
    .innerJoin("person", "person.id", "digest.person_id")
    .select(["digest.id", "digest.local_date as day"])
    .where("digest.mailed", "=", true)
    .orderBy("person.created_at")
    .orderBy("digest.local_date", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!digest) return { type: "no_digest" };
  const items = await db
    .selectFrom("digest_item")
    .leftJoin("outbox", "outbox.id", "digest_item.outbox_id")
    .innerJoin("draft", (join) =>
      join.on((on) =>
        on.or([
          on("draft.id", "=", on.ref("digest_item.draft_id")),
          on("draft.id", "=", on.ref("outbox.draft_id")),
        ]),
      ),
    )
    .select(["digest_item.n", "draft.follow_up_id as followUp"])
    .where("digest_item.digest_id", "=", digest.id)
    .orderBy("digest_item.n")
    .execute();
  const item = items.find((one) => one.n === n);
  return item
    ? { type: "found", followUp: item.followUp }
    : { type: "other_line", day: digest.day, lines: items.map((one) => one.n) };
}
