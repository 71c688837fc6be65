import type { CandidacyFacts } from "../domain/follow-up.ts";
import type { CandidacyId } from "../domain/ids.ts";
import type { Person } from "../ports/store.ts";
import { candidacyOf } from "./candidacies.ts";
import { contactOf, interviewOf } from "./candidacy-parts.ts";
import { among, type Db } from "./database.ts";
import { elsewhereFor, seasonOf, seasonQueries } from "./elsewhere.ts";
import { ownAddressesOf, ownAddressQueries, wordOf, wordsQuery } from "./words.ts";

/**
 * Everything that the policy may know of those candidacies of one person, read in the caller's transaction with a fixed number of queries that travel together,
 * however many they are. Bodies of mails are not read.
 */
export async function factsOf(
  db: Db,
  person: Person,
  ids: readonly CandidacyId[],
): Promise<ReadonlyMap<CandidacyId, CandidacyFacts>> {
  if (ids.length === 0) return new Map();
  const [candidacies, moves, talks, mails, mailboxes, senders, ...parts] = await answers([
    ...seasonQueries(db, person.id),
    ...ownAddressQueries(db, person),
    db.selectFrom("interview").selectAll().where(among("candidacy_id", ids)).orderBy("starts_at"),
    db.selectFrom("promise").selectAll().where(among("candidacy_id", ids)).orderBy("made_at").orderBy("id"),
    db
      .selectFrom("follow_up")
      .select(["candidacy_id", "key", "kind", "status", "to_address", "sent_at", "not_before"])
      .where(among("candidacy_id", ids))
      .orderBy("due_at"),
    db.selectFrom("occasion").selectAll().where(among("candidacy_id", ids)).orderBy("at"),
    db.selectFrom("contact").selectAll().where(among("candidacy_id", ids)).orderBy("address"),
    wordsQuery(db, ids),
  ]);
  const season = seasonOf(candidacies, moves, talks, mails);
  const own = ownAddressesOf(person, [...mailboxes, ...senders]);
  const interviews = grouped(parts[0]);
  const promises = grouped(parts[1]);
  const history = grouped(parts[2]);
  const occasions = grouped(parts[3]);
  const contacts = grouped(parts[4]);
  const words = grouped(parts[5]);
  const wanted = new Set(ids);
  return new Map(
    season.candidacies
      .filter(({ id }) => wanted.has(id))
      .map((row) => [
        row.id,
        {
          candidacy: candidacyOf(row),
          personZone: person.zone,
          own,
          ...(row.reopened_at && { reopenedAt: row.reopened_at }),
          pausedUntil: person.pausedUntil,
          interviews: (interviews.get(row.id) ?? []).map(interviewOf),
          contacts: (contacts.get(row.id) ?? []).map(contactOf),
          promises: (promises.get(row.id) ?? []).map((promise) => ({
            madeAt: promise.made_at,
            due: promise.due,
            quote: promise.quote,
            silenceIsNo: promise.silence_is_no,
          })),
          words: (words.get(row.id) ?? []).map((mail) => wordOf(mail, own)),
          history: (history.get(row.id) ?? []).map((record) => ({
            key: record.key,
            kind: record.kind,
            status: record.status,
            to: record.to_address,
            sentAt: record.sent_at,
            notBefore: record.not_before,
          })),
          occasions: (occasions.get(row.id) ?? []).map(({ id, at, says, by, vacancy }) => ({
            id,
            at,
            says,
            by,
            vacancy,
          })),
          wishes: {
            noMore: row.no_more,
            every: row.every_w,
            breakupAskedAt: row.breakup_asked_at,
            stagesTold: row.stages_told,
          },
          elsewhere: elsewhereFor(row, season),
        },
      ]),
  );
}

const grouped = <Row extends { candidacy_id: CandidacyId | null }>(
  rows: readonly Row[],
): ReadonlyMap<CandidacyId | null, Row[]> => Map.groupBy(rows, (row) => row.candidacy_id);

/** What each of the queries finds; inside a transaction they travel together. */
const answers = <const Queries extends readonly { execute(): Promise<unknown> }[]>(queries: Queries) =>
  Promise.all(queries.map((query) => query.execute())) as Promise<{
    -readonly [K in keyof Queries]: Awaited<ReturnType<Queries[K]["execute"]>>;
  }>;
