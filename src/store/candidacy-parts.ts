import type { Selectable } from "kysely";
import type { CandidacyId } from "../domain/ids.ts";
import type { Contact, Interview } from "../domain/interview.ts";
import type { Candidacies } from "../ports/store.ts";
import type { Db } from "./database.ts";
import type { Schema } from "./schema.ts";

export const interviews = (db: Db): Pick<Candidacies, "saveInterview" | "interviews"> => ({
  saveInterview: async (interview) => {
    const columns = {
      uid: interview.uid,
      sequence: interview.sequence,
      starts_at: interview.start.toInstant(),
      ends_at: interview.end.toInstant(),
      zone: interview.start.timeZoneId,
      title: interview.title,
      place: interview.place,
      cancelled: interview.cancelled,
      final_stage: interview.finalStage,
      people: JSON.stringify(interview.people),
    };
    await db
      .insertInto("interview")
      .values({ ...columns, id: interview.id, candidacy_id: interview.candidacyId })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(columns))
      .execute();
  },
  interviews: (id) => interviewsOf(db, id),
});

const interviewsOf = async (db: Db, id: CandidacyId): Promise<Interview[]> =>
  (
    await db.selectFrom("interview").selectAll().where("candidacy_id", "=", id).orderBy("starts_at").execute()
  ).map(interviewOf);

export const interviewOf = (row: Selectable<Schema["interview"]>): Interview => ({
  id: row.id,
  candidacyId: row.candidacy_id,
  uid: row.uid,
  sequence: row.sequence,
  start: row.starts_at.toZonedDateTimeISO(row.zone),
  end: row.ends_at.toZonedDateTimeISO(row.zone),
  title: row.title,
  place: row.place,
  cancelled: row.cancelled,
  finalStage: row.final_stage,
  people: row.people,
});

export const contacts = (
  db: Db,
): Pick<Candidacies, "addContact" | "removeContact" | "endContact" | "contacts" | "contactsOf"> => ({
  /** A known address keeps its first name unless that was empty. */
  addContact: async (contact) => {
    const known = await db
      .selectFrom("contact")
      .select("address")
      .where("candidacy_id", "=", contact.candidacyId)
      .where("address", "=", contact.address)
      .executeTakeFirst();
    await db
      .insertInto("contact")
      .values({ candidacy_id: contact.candidacyId, address: contact.address, name: contact.name })
      .onConflict((conflict) =>
        conflict
          .columns(["candidacy_id", "address"])
          .doUpdateSet({ name: contact.name })
          .where("contact.name", "=", ""),
      )
      .execute();
    return known === undefined;
  },
  removeContact: async (id, address) => {
    await db.deleteFrom("contact").where("candidacy_id", "=", id).where("address", "=", address).execute();
  },
  endContact: async (personId, address, ended) =>
    (
      await db
        .updateTable("contact")
        .set({ ended })
        .where("candidacy_id", "in", (from) =>
          from.selectFrom("candidacy").select("candidacy.id").where("candidacy.person_id", "=", personId),
        )
        .where("address", "=", address)
        .where("ended", "is distinct from", ended)
        .returning("candidacy_id")
        .execute()
    ).map((row) => row.candidacy_id),
  contactsOf: async (personId) =>
    (
      await db
        .selectFrom("contact")
        .innerJoin("candidacy", "candidacy.id", "contact.candidacy_id")
        .select("contact.address")
        .distinct()
        .where("candidacy.person_id", "=", personId)
        .execute()
    ).map(({ address }) => address),
  contacts: async (id) =>
    (
      await db.selectFrom("contact").selectAll().where("candidacy_id", "=", id).orderBy("address").execute()
    ).map(contactOf),
});

export const contactOf = (row: Selectable<Schema["contact"]>): Contact => ({
  candidacyId: row.candidacy_id,
  name: row.name,
  address: row.address,
  ended: row.ended,
});

export const promises = (db: Db): Pick<Candidacies, "addPromise" | "dropPromisesOf"> => ({
  addPromise: async (id, promise) => {
    await db
      .insertInto("promise")
      .values({
        candidacy_id: id,
        made_at: promise.madeAt,
        due: promise.due,
        quote: promise.quote,
        silence_is_no: promise.silenceIsNo,
        message_id: promise.messageId ?? null,
      })
      .execute();
  },
  dropPromisesOf: async (messageId) => {
    await db.deleteFrom("promise").where("message_id", "=", messageId).execute();
  },
});
