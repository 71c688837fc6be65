import { simpleParser } from "mailparser";
import type { Pool } from "pg";
import { isUntoldDoubt, type JournalLine, saidIn } from "./journal-said.ts";

/** A line of the answered digest, and what stands behind it. */
export type Line = {
  readonly n: number;
  readonly type: string;
  readonly asks: string | null;
  readonly followUpId: string | null;
  readonly key: string | null;
  readonly candidacyId: string | null;
  readonly messageId: string | null;
};

/** One thing that came about. `items`: the lines that it may be said of, none where it is about everything. */
export type Done = {
  readonly decision: string;
  readonly items: readonly number[];
  /** Days as ISO dates. */
  readonly argument: string | null;
};

/** What a reply brought about: what was done, what was asked back, and whether a mail of ours answered it. */
export type Seen = {
  readonly done: readonly Done[];
  readonly askedBack: readonly string[];
  readonly answered: boolean;
};

/** What else must be looked up: the day until which a mail is put off by candidacy and key, whose draft it is, what a mail is taken for. */
export type Tables = {
  readonly days: ReadonlyMap<string, string>;
  readonly followUps: ReadonlyMap<string, string>;
  readonly kinds: ReadonlyMap<string, string>;
};

/** How far the store had come before the reply. */
export type Mark = {
  readonly journal: number;
  readonly outbox: readonly string[];
  readonly drafts: readonly string[];
};

export async function markOf(pool: Pool): Promise<Mark> {
  const { rows } = await pool.query(`select (select coalesce(max(id), 0) from journal)::int as journal,
    array(select id::text from outbox) as outbox, array(select id::text from draft) as drafts`);
  return rows[0];
}

const queries = {
  journal: `select type, by, says, evidence, candidacy_id as "candidacyId", data from journal where id > $1 order by id`,
  /** Mails to others that will leave. */
  leaving: `select draft.follow_up_id as "followUpId", draft.by, draft.text from outbox join draft on draft.id = outbox.draft_id
    where outbox.purpose = 'draft' and not outbox.id = any($1::uuid[]) and outbox.state <> 'cancelled'`,
  /** The person's own versions that nobody has approved. */
  versions: `select follow_up_id as "followUpId", text from draft where by = 'person' and not id = any($1::uuid[])
    and not exists (select from outbox where draft_id = draft.id)`,
  ours: "select rfc822 from outbox where purpose = 'self' and not id = any($1::uuid[])",
  days: "select candidacy_id || ' ' || key as name, not_before::text as value from follow_up where not_before is not null",
  followUps: "select id::text as name, follow_up_id::text as value from draft",
  kinds: "select id::text as name, assessment->>'kind' as value from message where assessment is not null",
};

/** Reads from the store what has come about since that mark. */
export async function observe(pool: Pool, lines: readonly Line[], mark: Mark): Promise<Seen> {
  const rows = async <T>(query: keyof typeof queries, ...since: readonly unknown[]): Promise<readonly T[]> =>
    (await pool.query(queries[query], [...since])).rows;
  const named = async (query: "days" | "followUps" | "kinds"): Promise<ReadonlyMap<string, string>> =>
    new Map((await rows<{ name: string; value: string }>(query)).map(({ name, value }) => [name, value]));
  const journal = await rows<JournalLine>("journal", mark.journal);
  const leaving = await rows<{ followUpId: string; by: string; text: string }>("leaving", mark.outbox);
  const versions = await rows<{ followUpId: string; text: string }>("versions", mark.drafts);
  const ours = await rows<{ rfc822: Buffer }>("ours", mark.outbox);
  const tables = {
    days: await named("days"),
    followUps: await named("followUps"),
    kinds: await named("kinds"),
  };
  const ofFollowUp = (id: string): readonly number[] =>
    lines.filter(({ followUpId }) => followUpId === id).map(({ n }) => n);
  const said = journal.flatMap((row) => saidIn(row, lines, tables));
  const done: readonly Done[] = [
    ...leaving.map(({ followUpId, by, text }) => ({
      decision: by === "person" ? "replace" : "approve",
      items: ofFollowUp(followUpId),
      argument: by === "person" ? text : null,
    })),
    ...said,
    ...versions.map(({ followUpId, text }) => ({
      decision: "revise",
      items: ofFollowUp(followUpId),
      argument: text,
    })),
  ];
  return {
    done: [...new Map(done.map((one) => [`${one.decision} ${one.items}`, one])).values()],
    askedBack: unique([
      ...journal.filter(isUntoldDoubt).map(({ says }) => says),
      ...(await Promise.all(ours.map(({ rfc822 }) => doubtsIn(rfc822)))).flat(),
    ]),
    answered: ours.length > 0,
  };
}

const unique = (words: readonly string[]): readonly string[] => [...new Set(words)];

/** What a short mail of ours says that nothing was done about, down to the next empty line. */
async function doubtsIn(mail: Buffer): Promise<readonly string[]> {
  const lines = ((await simpleParser(mail)).text ?? "").split("\n");
  const at = lines.findIndex((line) => /^nothing was done about/i.test(line));
  if (at < 0) return [];
  const below = lines.slice(at + 1);
  const end = below.findIndex((line, place) => place > 0 && line.trim() === "");
  return below.slice(0, end < 0 ? undefined : end).filter((line) => line.trim() !== "");
}
