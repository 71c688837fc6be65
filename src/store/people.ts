import { sql } from "kysely";
import { defaultPreferences, policyVersion, withOwn } from "../domain/preferences.ts";
import type { NewPerson, People, Person } from "../ports/store.ts";
import type { Db } from "./database.ts";
import { ownPreferencesOf } from "./own-preferences.ts";

export const people = (db: Db): People => ({
  insert: async (person, at) => {
    await db
      .insertInto("person")
      .values({
        ...columns(person),
        id: person.id,
        preferences: "{}",
        policy_version: policyVersion,
        created_at: at,
      })
      .execute();
  },
  update: async (person) => {
    await db.updateTable("person").set(columns(person)).where("id", "=", person.id).execute();
  },
  set: async (id, { pausedUntil, nonNegotiables, aboutMe, feedToken, preferences }) => {
    const columns = {
      ...(pausedUntil !== undefined && { paused_until: pausedUntil }),
      ...(nonNegotiables !== undefined && { non_negotiables: [...nonNegotiables] }),
      ...(aboutMe !== undefined && { about_me: [...aboutMe] }),
      ...(feedToken !== undefined && { feed_token: feedToken }),
      ...(preferences !== undefined && { preferences: JSON.stringify(preferences) }),
    };
    if (Object.keys(columns).length > 0)
      await db.updateTable("person").set(columns).where("id", "=", id).execute();
  },
  plannedBefore: async (version) =>
    (
      await db
        .selectFrom("person")
        .select("id")
        .where("policy_version", "<", version)
        .orderBy(sql`random()`)
        .execute()
    ).map(({ id }) => id),
  plansBy: async (id, version) => {
    const done = await db
      .updateTable("person")
      .set({ policy_version: version })
      .where("id", "=", id)
      .where("policy_version", "<", version)
      .executeTakeFirst();
    return done.numUpdatedRows > 0n;
  },
  endPause: async (id, pausedUntil) => {
    const done = await db
      .updateTable("person")
      .set({ paused_until: null })
      .where("id", "=", id)
      .where("paused_until", "=", pausedUntil)
      .executeTakeFirst();
    return done.numUpdatedRows > 0n;
  },
  ownPreferences: async (id) =>
    ownPreferencesOf(
      (await db.selectFrom("person").select("preferences").where("id", "=", id).executeTakeFirstOrThrow())
        .preferences,
    ),
  all: async () => (await rows(db).orderBy("created_at").execute()).map(personOf),
  get: async (id) => personOf(await rows(db).where("id", "=", id).executeTakeFirstOrThrow()),
  hold: async (id) => {
    await rows(db).where("id", "=", id).forNoKeyUpdate().executeTakeFirstOrThrow();
  },
  ofCandidacy: async (id) =>
    personOf(
      await rows(db)
        .where("id", "=", (from) =>
          from.selectFrom("candidacy").select("person_id").where("candidacy.id", "=", id),
        )
        .executeTakeFirstOrThrow(),
    ),
  byAddress: async (address) => {
    const row = await rows(db).where("address", "=", address.toLowerCase()).executeTakeFirst();
    return row ? personOf(row) : null;
  },
});

const rows = (db: Db) =>
  db
    .selectFrom("person")
    .select(["id", "name", "address", "zone", "country", "digest_at", "preferences"])
    .select(["paused_until", "non_negotiables", "about_me", "feed_token"]);

type Row = Awaited<ReturnType<ReturnType<typeof rows>["executeTakeFirstOrThrow"]>>;

const personOf = (row: Row): Person => ({
  id: row.id,
  name: row.name,
  address: row.address,
  zone: row.zone,
  country: row.country,
  digestAt: row.digest_at.slice(0, 5),
  preferences: withOwn(defaultPreferences, ownPreferencesOf(row.preferences)),
  pausedUntil: row.paused_until,
  nonNegotiables: row.non_negotiables,
  aboutMe: row.about_me,
  feedToken: row.feed_token,
});

const columns = (person: NewPerson) => ({
  name: person.name,
  address: person.address.toLowerCase(),
  zone: person.zone,
  country: person.country,
  digest_at: person.digestAt,
});
