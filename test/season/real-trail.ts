import { Temporal } from "temporal-polyfill";
import { publicHolidays } from "../../src/holidays.ts";
import type { ReceivingApp } from "../support/receiving-app.ts";
import type { CandidacyTrail, Entry, Sent, Standing, Trail } from "./trail.ts";

/** What the tables cannot tell afterwards, kept by whoever plays. */
export type Onlooker = Pick<Trail, "seed" | "zone" | "pauses"> & {
  readonly ended: ReadonlyMap<string, number>;
  /** When a planned mail was seen first with its recipient, by candidacy and key. */
  readonly seen: Map<string, number>;
};

const holidays = publicHolidays();

/** Reads everything that an onlooker may know out of the tables of the one person there is; `now` in epoch milliseconds. */
export async function trailFrom(
  here: ReceivingApp,
  { seen, ...known }: Onlooker,
  now: number,
): Promise<Trail> {
  const entries = new Map<number, Entry[]>();
  for (const read of [words, talks, promises, shown, decided, sendings, moves])
    for (const [n, entry] of await read(here)) entries.set(n, [...(entries.get(n) ?? []), entry]);
  const planned = await standings(here, seen, now);
  const candidacies = (
    await here.query(
      "select *, extract(epoch from closes_at)::float8 * 1000 as closes from candidacy where merged_into is null order by number",
    )
  ).map((row): CandidacyTrail => {
    const mails = planned.filter(({ n }) => n === row.number).map(({ mail }) => mail);
    return {
      n: row.number,
      employer: row.employer.toLowerCase(),
      isAgency: row.size === "agency",
      calendar: holidays.calendar(row.country ?? "GB", row.zone ?? known.zone),
      entries: (entries.get(row.number) ?? []).toSorted((a, b) => a.at - b.at),
      state: row.state,
      closeReason: row.close_reason,
      noMore: row.no_more,
      closesAt: row.closes,
      standing: mails.filter(({ status }) => ["planned", "offered", "approved"].includes(status)),
      everPlanned: new Map(mails.map((mail) => [mail.key, mail])),
    };
  });
  const sent = candidacies
    .flatMap((of) => of.entries.flatMap((entry): Sent[] => (entry.type === "sent" ? [{ ...entry, of }] : [])))
    .toSorted((a, b) => a.at - b.at);
  const digests = await here.query(
    "select extract(epoch from made_at)::float8 * 1000 as at, local_date::text as date from digest where mailed",
  );
  return { ...known, candidacies, sent, digests };
}

type Told = readonly (readonly [n: number, entry: Entry])[];

async function words(here: ReceivingApp): Promise<Told> {
  const rows = await here.query(
    `select number, extract(epoch from at)::float8 * 1000 as at, direction, human, from_address, recipients, asks,
       out_of_office_until, assessment ->> 'kind' as kind
     from message join candidacy on candidacy.id = candidacy_id where direction <> 'afterword'`,
  );
  return rows.map((row) => [
    row.number,
    {
      at: row.at,
      type: "word",
      from: row.direction === "in" ? "employer" : "hand",
      human: row.human,
      addresses:
        row.direction === "in"
          ? [row.from_address]
          : row.recipients.map(({ address }: { address: string }) => address),
      kind: row.kind,
      asks: row.asks !== null && ["info_request", "assessment", "offer"].includes(row.kind),
      back: backOn(row.out_of_office_until),
      standing: new Map(),
    },
  ]);
}

const backOn = (text: string | null): Temporal.PlainDate | "unknown" | null =>
  text === null || text === "unknown" ? text : Temporal.PlainDate.from(text);

/** Only as they were fixed last: what an interview was before, no table tells. */
const talks = async (here: ReceivingApp): Promise<Told> =>
  (
    await here.query(
      "select number, interview.id, extract(epoch from ends_at)::float8 * 1000 as end, cancelled from interview join candidacy on candidacy.id = candidacy_id",
    )
  ).map(({ number, id, end, cancelled }) => [number, { at: 0, type: "talk", id, end, cancelled }]);

const promises = async (here: ReceivingApp): Promise<Told> =>
  (
    await here.query(
      "select number, extract(epoch from made_at)::float8 * 1000 as at, due::text, silence_is_no from promise join candidacy on candidacy.id = candidacy_id",
    )
  ).map((row) => [
    row.number,
    {
      at: row.at,
      type: "promise",
      due: Temporal.PlainDate.from(row.due),
      silenceIsNo: row.silence_is_no,
    },
  ]);

const shown = async (here: ReceivingApp): Promise<Told> =>
  (
    await here.query(
      `select number, extract(epoch from digest.made_at)::float8 * 1000 as at, key, kind, extract(epoch from due_at)::float8 * 1000 as due
       from digest_item join digest on digest.id = digest_id join draft on draft.id = draft_id
       join follow_up on follow_up.id = follow_up_id join candidacy on candidacy.id = follow_up.candidacy_id`,
    )
  ).map(({ number, at, key, kind, due }) => [number, { at, type: "shown", key, kind, dueAt: due }]);

const decided = async (here: ReceivingApp): Promise<Told> =>
  (
    await here.query(
      `select number, extract(epoch from journal.at)::float8 * 1000 as at, type, coalesce(data ->> 'key', key) as key
       from journal join candidacy on candidacy.id = journal.candidacy_id
       left join draft on draft.id::text = data ->> 'draft' left join follow_up on follow_up.id = draft.follow_up_id
       where type in ('approved', 'skipped', 'postponed')`,
    )
  ).map(({ number, at, type, key }) => [
    number,
    {
      at,
      type: "decided",
      key,
      how: type === "approved" ? "approve" : type === "skipped" ? "skip" : "later",
    },
  ]);

const sendings = async (here: ReceivingApp): Promise<Told> =>
  (
    await here.query(
      `select number, extract(epoch from outbox.sent_at)::float8 * 1000 as at, key, kind, envelope_to, interview_id
       from outbox join draft on draft.id = draft_id join follow_up on follow_up.id = follow_up_id
       join candidacy on candidacy.id = follow_up.candidacy_id where outbox.state = 'sent'`,
    )
  ).map((row) => [
    row.number,
    {
      at: row.at,
      type: "sent",
      key: row.key,
      kind: row.kind,
      to: row.envelope_to,
      interviewId: row.interview_id,
    },
  ]);

async function moves(here: ReceivingApp): Promise<Told> {
  const rows = await here.query(
    `select number, extract(epoch from at)::float8 * 1000 as at, data from journal
     join candidacy on candidacy.id = candidacy_id where type = 'moved' order by journal.id`,
  );
  return rows.flatMap(({ number, at, data: { from, to, event } }): Told => {
    const moved = [number, { at, type: "moved", from, to, event }] as const;
    return event === "reopened_by_person" || event === "undone"
      ? [moved, [number, { at, type: "wish", wish: "reopen" }]]
      : [moved];
  });
}

async function standings(
  here: ReceivingApp,
  seen: Map<string, number>,
  now: number,
): Promise<readonly { readonly n: number; readonly mail: Standing }[]> {
  const rows = await here.query(
    `select number, key, kind, status, to_address, needs_occasion, extract(epoch from offer_from)::float8 * 1000 as offer_from,
       extract(epoch from stale_at)::float8 * 1000 as stale_at from follow_up join candidacy on candidacy.id = candidacy_id`,
  );
  return rows.map((row) => {
    const name = `${row.number} ${row.key}`;
    if (row.status === "dropped" || row.to_address === null) seen.delete(name);
    else if (!seen.has(name)) seen.set(name, now);
    return {
      n: row.number,
      mail: {
        key: row.key,
        kind: row.kind,
        status: row.status,
        since: seen.get(name) ?? now,
        offerFrom: row.offer_from,
        staleAt: row.stale_at,
        to: row.to_address,
        needsOccasion: row.needs_occasion,
      },
    };
  });
}
