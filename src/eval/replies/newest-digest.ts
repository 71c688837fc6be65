import { simpleParser } from "mailparser";
import type { MadeDigest } from "./digest-pieces.ts";
import type { AnsweredMailbox } from "./mailbox.ts";
import type { Line } from "./observed.ts";

/** The numbered lines of the newest digest, and what stands behind them. */
export async function linesOf({ pool }: AnsweredMailbox): Promise<readonly Line[]> {
  const { rows } = await pool.query<Line>(
    `select n, type, asks, draft.follow_up_id as "followUpId", key, coalesce(digest_item.candidacy_id, draft.candidacy_id) as "candidacyId",
       message_id as "messageId" from digest_item left join draft on draft.id = draft_id left join follow_up on follow_up.id = follow_up_id
     where digest_id = (select id from digest where mailed order by local_date desc limit 1) order by n`,
  );
  return rows;
}

/** The newest digest as the person's mail program shows it. */
export async function newestDigest({ pool }: AnsweredMailbox): Promise<MadeDigest> {
  const [row] = (
    await pool.query(
      "select token, message_id, rfc822 from digest join outbox using (message_id) where mailed order by local_date desc limit 1",
    )
  ).rows;
  const drafts = (
    await pool.query(
      "select n, text from digest_item join draft on draft.id = draft_id where digest_id = (select id from digest where message_id = $1)",
      [row.message_id],
    )
  ).rows;
  const mail = await simpleParser(row.rfc822);
  return {
    messageId: row.message_id,
    token: row.token,
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    html: mail.html || "",
    drafts: new Map(drafts.map(({ n, text }) => [n, text])),
  };
}
