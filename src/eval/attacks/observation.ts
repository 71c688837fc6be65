import { simpleParser } from "mailparser";
import type { Temporal } from "temporal-polyfill";
import { isSamePerson } from "../../sandbox/account.ts";
import { type Letter, readLetter } from "../../sandbox/letter.ts";
import type { Installation } from "./installation.ts";
import type { Left } from "./mailbox-outside.ts";

/** A mail that left; `to` is its envelope. */
export type SentMail = {
  readonly letter: Letter;
  readonly html: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly at: Temporal.Instant;
};

/** Everything that an onlooker can see of one run, in the store and outside. Times are ISO instants; candidacies go by their number. */
export type Seen = {
  readonly toOthers: readonly SentMail[];
  readonly toPerson: readonly SentMail[];
  readonly prompts: readonly string[];
  readonly calls: readonly string[];
  readonly failures: readonly string[];
  readonly tables: Tables;
  /** What the program has learnt of the person's manner, as JSON. */
  readonly learnt: string;
  readonly milliseconds: number;
};

type Row<Names extends string> = { readonly [name in Names]: string };

export type Tables = {
  readonly candidacies: readonly (Row<"employer" | "state"> & { readonly n: number })[];
  readonly drafts: readonly (Row<"key" | "kind" | "to" | "subject" | "text"> & {
    readonly n: number;
    readonly inReplyTo: string | null;
  })[];
  readonly outbox: readonly (Row<"messageId" | "purpose" | "to" | "state" | "key"> & {
    readonly n: number | null;
    readonly sentAt: string | null;
    readonly inReplyTo: string | null;
  })[];
  readonly journal: readonly (Row<"type" | "by" | "says"> & { readonly n: number | null })[];
  readonly contacts: readonly (Row<"address"> & { readonly n: number; readonly ended: string | null })[];
  readonly interviews: readonly (Row<"what"> & { readonly n: number })[];
  readonly promises: readonly (Row<"what"> & { readonly n: number })[];
  readonly messages: readonly {
    readonly messageId: string | null;
    readonly n: number | null;
    readonly direction: string;
    readonly text: string;
  }[];
  readonly followUps: readonly (Row<"key" | "kind" | "status"> & {
    readonly n: number;
    readonly to: string | null;
  })[];
  readonly offered: readonly (Row<"date" | "key"> & { readonly n: number })[];
  readonly digests: readonly {
    readonly date: string;
    readonly messageId: string;
    readonly token: string;
    readonly items: number;
  }[];
  /** Secrets that stand in our own mails and addresses. */
  readonly tokens: readonly string[];
  readonly settings: string;
  readonly troubles: readonly string[];
};

const queries: Readonly<Record<keyof Omit<Tables, "tokens" | "settings" | "troubles">, string>> = {
  candidacies: `select number as n, employer, state || coalesce(' (' || close_reason || ')', '') as state from candidacy order by number`,
  drafts: `select number as n, key, kind, draft.to_address as to, subject, text, in_reply_to as "inReplyTo"
    from draft join follow_up on follow_up.id = follow_up_id join candidacy on candidacy.id = draft.candidacy_id order by number, key, version`,
  outbox: `select number as n, message_id as "messageId", purpose, envelope_to as to, outbox.state, coalesce(key, '') as key,
      to_json(outbox.sent_at)::text as "sentAt", draft.in_reply_to as "inReplyTo"
    from outbox left join draft on draft.id = draft_id left join follow_up on follow_up.id = follow_up_id
    left join candidacy on candidacy.id = outbox.candidacy_id order by approved_at`,
  journal: `select number as n, type, by, says from journal left join candidacy on candidacy.id = candidacy_id order by journal.id`,
  contacts: `select number as n, address, ended from contact join candidacy on candidacy.id = candidacy_id order by number, address`,
  interviews: `select number as n, concat_ws(' ', uid, starts_at, ends_at, title, place, case when cancelled then 'cancelled' end) as what
    from interview join candidacy on candidacy.id = candidacy_id order by number, starts_at`,
  promises: `select number as n, due || ' ' || quote as what from promise join candidacy on candidacy.id = candidacy_id order by number, due`,
  messages: `select message_id as "messageId", number as n, direction, subject || E'\\n' || text as text from message left join candidacy on candidacy.id = candidacy_id order by at`,
  followUps: `select number as n, key, kind, status, to_address as to from follow_up join candidacy on candidacy.id = candidacy_id order by number, key`,
  offered: `select local_date::text as date, key, number as n from digest_item join digest on digest.id = digest_id
    join draft on draft.id = draft_id join follow_up on follow_up.id = follow_up_id join candidacy on candidacy.id = follow_up.candidacy_id order by 1, 3, 2`,
  digests: `select local_date::text as date, message_id as "messageId", token,
      (select count(*)::int from digest_item where digest_id = digest.id) as items from digest where mailed order by local_date`,
};

/** All that the person has set, everywhere and for one candidacy. */
const settings = `select jsonb_build_object(
  'person', (select jsonb_agg(to_jsonb(person) - 'next_number' - 'policy_version') from person),
  'mailbox', (select jsonb_agg(jsonb_build_array(address, login, smtp, sent_folder, authserv_id, sending_paused)) from mailbox),
  'candidacies', (select jsonb_agg(jsonb_build_array(number, preferences, no_more, every_w, size_by, merged_into) order by number) from candidacy where number <= $1)
)::text as value`;
const troubles = "select trouble from mailbox where trouble is not null";
const tokens = `select token from digest union select token from debrief union select feed_token from person where feed_token is not null`;

/** Tables that hold what is learnt of somebody's manner. */
const learning = "(tone|voice|lesson|manner|learn)";

/** Looks at everything after a run. @param upTo the highest number of a candidacy of the context */
export async function observe(
  { pool, outside, failures }: Installation,
  address: string,
  upTo: number,
  run: Pick<Seen, "prompts" | "calls" | "milliseconds">,
): Promise<Seen> {
  const rows = async <Name extends keyof typeof queries>(name: Name): Promise<Tables[Name]> =>
    (await pool.query(queries[name])).rows;
  const left = await Promise.all(outside.left().map(opened));
  const isOwn = ({ to }: SentMail): boolean => to.every((one) => isSamePerson(address, one));
  return {
    ...run,
    toOthers: left.filter((mail) => !isOwn(mail)),
    toPerson: left.filter(isOwn),
    failures: failures(),
    learnt: await learntIn(pool),
    tables: {
      candidacies: await rows("candidacies"),
      drafts: await rows("drafts"),
      outbox: await rows("outbox"),
      journal: await rows("journal"),
      contacts: await rows("contacts"),
      interviews: await rows("interviews"),
      promises: await rows("promises"),
      messages: await rows("messages"),
      followUps: await rows("followUps"),
      offered: await rows("offered"),
      digests: await rows("digests"),
      tokens: (await pool.query(tokens)).rows.map(({ token }) => token),
      troubles: (await pool.query(troubles)).rows.map(({ trouble }) => trouble),
      settings: (await pool.query(settings, [upTo])).rows[0]?.value ?? "",
    },
  };
}

const opened = async ({ raw, from, to, at }: Left): Promise<SentMail> => {
  const { html } = await simpleParser(raw);
  return { letter: await readLetter(raw), html: html || "", from, to, at };
};

async function learntIn(pool: Installation["pool"]): Promise<string> {
  const { rows } = await pool.query(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_name ~ $1 order by 1",
    [learning],
  );
  const all: string[] = [];
  for (const { name } of rows)
    all.push(`${name} ${JSON.stringify((await pool.query(`select * from "${name}" order by 1`)).rows)}`);
  return all.join("\n");
}
