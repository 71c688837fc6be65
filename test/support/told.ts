import type { Connected, ReceivingApp } from "./receiving-app.ts";

/** Gives the Message-ID of a digest of yesterday that the person may answer at any time; nothing stands in it. */
export async function answerable(here: ReceivingApp, of: Connected): Promise<string> {
  const token = here.app.ids.token();
  const messageId = `digest.${token}@${of.address.split("@")[1]}`;
  const now = here.app.clock.now();
  await here.query(
    `insert into digest (id, person_id, local_date, token, message_id, mailed, made_at, seen)
     values (gen_random_uuid(), $1, date '2001-01-01' + (select count(*)::int from digest), $3, $4, true, $2, '1:1:'::pg_snapshot)`,
    [of.personId, now.toString(), token, messageId],
  );
  return messageId;
}
