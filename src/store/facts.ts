import type { CandidacyFacts } from "../domain/follow-up.ts";
import type { CandidacyId } from "../domain/ids.ts";
import type { Person } from "../ports/store.ts";
import { candidacyOf } from "./candidacies.ts";
import { contactOf, interviewOf } from "./candidacy-parts.ts";
import { among, type Db } from "./database.ts";
import { elsewhereFor, loadSeason } from "./elsewhere.ts";
import { ownAddresses, wordsOf } from "./words.ts";

/**
 * Everything that the policy may know of those candidacies of one person, read in the caller's transaction with a fixed number of queries,
 * however many they are. Bodies of mails are not read.
 */
export async function factsOf(
  db: Db,
  person: Person,
  ids: readonly CandidacyId[],
): Promise<ReadonlyMap<CandidacyId, CandidacyFacts>> {
  if (ids.length === 0) return new Map();
  const season = await loadSeason(db, person.id);
  const interviews = grouped(
    await db
      .selectFrom("interview")
      .selectAll()
      .where(among("candidacy_id", ids))
      .orderBy("starts_at")
      .execute(),
  );
  const promises = grouped(
    await db
      .selectFrom("promise")
      .selectAll()
      .where(among("candidacy_id", ids))
      .orderBy("made_at")
      .orderBy("id")
      .execute(),
  );
  const history = grouped(
    await db
      .selectFrom("follow_up")
      .select(["candidacy_id", "key", "kind", "status", "to_address", "sent_at", "not_before"])
      .where(among("candidacy_id", ids))
      .orderBy("due_at")
      .execute(),
  );
  const occasions = grouped(
    await db.selectFrom("occasion").selectAll().where(among("candidacy_id", ids)).orderBy("at").execute(),
  );
  const contacts = grouped(
    await db.selectFrom("contact").selectAll().where(among("candidacy_id", ids)).orderBy("address").execute(),
  );
  const own = await ownAddresses(db, person);
  const words = grouped(await wordsOf(db, ids, own));
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
          words: (words.get(row.id) ?? []).map(({ word }) => word),
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
