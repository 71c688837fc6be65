import { randomUUID } from "node:crypto";
import type pg from "pg";
import { policyVersion } from "../../src/domain/preferences.ts";
import { openKey } from "../../src/store/key-file.ts";
import { seal } from "../../src/store/seal.ts";
import { onLoopback } from "../support/account.ts";

/** The moment at which the measurement begins: a Wednesday, in the sending hours of everybody. */
export const start = "2026-06-10T09:00:00Z";

/** People with one mailbox each, whose digest of the day has been made; mailbox n logs in as `m<n>`. */
export async function seedMailboxes(
  pool: pg.Pool,
  dataFolder: string,
  count: number,
  servers: { readonly smtp: number; readonly imap: number },
): Promise<void> {
  const key = await openKey({ key: null, dataFolder }, async () => false);
  const rows = Array.from({ length: count }, (_, n) => {
    const id = randomUUID();
    const password = seal(key, `mailbox/${id}/password`, "correct horse").toString("hex");
    return { n: n + 1, id, person: randomUUID(), password };
  });
  const given = JSON.stringify(rows);
  const from = "jsonb_to_recordset($1::jsonb) as given(n int, id uuid, person uuid, password text)";
  await pool.query(
    `insert into person (id, name, address, zone, country, digest_at, policy_version, created_at)
     select person, 'Person ' || n, 'p' || n || '@mail.example', 'Europe/London', 'GB', '07:30', $2, $3 from ${from}`,
    [given, policyVersion, start],
  );
  await pool.query(
    `insert into mailbox (id, person_id, address, imap, smtp, login, password, sent_folder, connected_at, healthy_at)
     select id, person, 'p' || n || '@mail.example', $2, $3, 'm' || n, decode(password, 'hex'), 'Sent', $4::timestamptz - interval '30 days', $4
     from ${from}`,
    [given, JSON.stringify(onLoopback(servers.imap)), JSON.stringify(onLoopback(servers.smtp)), start],
  );
  await pool.query(
    `insert into digest (id, person_id, local_date, token, message_id, mailed, made_at, seen)
     select gen_random_uuid(), id, $1::date, id::text, 'digest.' || id, true, $1, pg_current_snapshot() from person`,
    [start],
  );
  await pool.query(
    "insert into voice (person_id, profile, learnt_at) select id, '{}', $1::timestamptz from person",
    [start],
  );
}

/** Approved thank-yous, due now, to so many employers of each of the first `mailboxes` mailboxes: the candidacies `first` to `last`, each after a talk of the day before. */
export async function seedMails(
  pool: pg.Pool,
  { mailboxes, first, last }: { readonly mailboxes: number; readonly first: number; readonly last: number },
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query(
      `create temp table seeded on commit drop as
       select gen_random_uuid() as candidacy, gen_random_uuid() as interview, gen_random_uuid() as follow_up, gen_random_uuid() as draft,
         gen_random_uuid() as outbox, person.id as person, mailbox.id as mailbox, person.address as own, k,
         'greta@e' || k || '-' || login || '.example' as greta
       from mailbox join person on person.id = mailbox.person_id, generate_series($1::int, $2::int) k
       where substr(login, 2)::int <= $3 order by substr(login, 2)::int, k`,
      [first, last, mailboxes],
    );
    for (const statement of statements)
      await client.query(statement.replaceAll("$start", `timestamptz '${start}'`));
    await client.query("commit");
  } finally {
    client.release();
  }
  await pool.query("vacuum analyze");
}

const statements = [
  `insert into candidacy (id, person_id, number, employer, employer_domain, state, opened_at, word_count)
   select candidacy, person, k, 'Employer ' || k, split_part(greta, '@', 2), 'awaiting_decision', $start - interval '20 days', 1 from seeded`,
  `insert into contact (candidacy_id, address, name) select candidacy, greta, 'Greta Vance' from seeded`,
  `insert into message (id, person_id, mailbox_id, identity, message_id, thread, direction, candidacy_id, from_name, from_address,
     recipients, subject, text, at, received_at, human, assessment)
   select gen_random_uuid(), person, mailbox, 'invited ' || candidacy, candidacy || '@employer.example', '{}', 'in', candidacy, 'Greta Vance', greta,
     '[]', 'Interview', repeat('word ', 200), $start - interval '9 days', $start, true, '{"kind": "interview_invitation", "facts": {}}' from seeded`,
  `insert into interview (id, candidacy_id, sequence, starts_at, ends_at, zone, title)
   select interview, candidacy, 0, $start - interval '20 hours', $start - interval '19 hours', 'Europe/London', 'Interview' from seeded`,
  `insert into follow_up (id, candidacy_id, key, kind, ordinal, interview_id, status, offer_from, due_at, stale_at, to_name, to_address, reason, rule)
   select follow_up, candidacy, 'thank-you:' || interview || ':' || greta, 'thank_you', 1, interview, 'approved', $start - interval '19 hours',
     $start - interval '1 hour', $start + interval '5 days', 'Greta Vance', greta, 'The interview has ended.', 'POLICY 1 thank_you' from seeded`,
  `insert into draft (id, follow_up_id, candidacy_id, version, hash, to_name, to_address, subject, text, in_reply_to, refs, word_count, by, basis, made_at)
   select draft, follow_up, candidacy, 1, md5(draft::text), 'Greta Vance', greta, 'Re: Interview', repeat('thank you ', 60), null, '{}', 1,
     'template', '', $start - interval '2 hours' from seeded`,
  `insert into outbox (id, person_id, mailbox_id, purpose, draft_id, draft_hash, candidacy_id, message_id, envelope_from, envelope_to, rfc822,
     state, not_before, approved_at)
   select outbox, person, mailbox, 'draft', draft, md5(draft::text), candidacy, outbox || '@mail.example', own, greta,
     convert_to(concat_ws(e'\\r\\n', 'From: Sam <' || own || '>', 'To: Greta Vance <' || greta || '>', 'Subject: Re: Interview',
       'Date: Wed, 10 Jun 2026 09:00:00 +0000', 'Message-ID: <' || outbox || '@mail.example>', 'X-Afterword-Outbox-Id: ' || outbox,
       'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', '', repeat(repeat('thank you ', 7) || e'\\r\\n', 20)), 'UTF8'),
     'queued', $start - interval '1 minute', $start - interval '1 hour' from seeded order by own, k`,
  `insert into outbox_move (outbox_id, n, event, to_state, attempts) select outbox, 1, 'made', 'queued', 0 from seeded`,
] as const;
