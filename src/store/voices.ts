import { z } from "zod";
import { languages } from "../domain/language.ts";
import { quoteShapes } from "../domain/quoted-original.ts";
import { formalities, type Lesson, type ToneProfile } from "../domain/tone.ts";
import type { Voices } from "../ports/store.ts";
import type { Db } from "./database.ts";

export const voices = (db: Db): Voices => ({
  get: async (personId) => {
    const row = await db.selectFrom("voice").selectAll().where("person_id", "=", personId).executeTakeFirst();
    const profile = profileSchema.safeParse(row?.profile);
    return row && profile.success ? { profile: profile.data, learntAt: row.learnt_at } : null;
  },
  learnt: async () =>
    new Map(
      (await db.selectFrom("voice").select(["person_id", "learnt_at"]).execute()).map((row) => [
        row.person_id,
        row.learnt_at,
      ]),
    ),
  put: async (personId, profile, at) => {
    const row = { profile: JSON.stringify(profile), learnt_at: at };
    await db
      .insertInto("voice")
      .values({ ...row, person_id: personId })
      .onConflict((conflict) => conflict.column("person_id").doUpdateSet(row))
      .execute();
  },
  forget: async (personId) => {
    await db.deleteFrom("voice").where("person_id", "=", personId).execute();
    await db.deleteFrom("lesson").where("person_id", "=", personId).execute();
  },
  lessons: async (personId) =>
    (
      await db.selectFrom("lesson").selectAll().where("person_id", "=", personId).orderBy("id").execute()
    ).flatMap((row) => {
      const lesson = lessonSchema.safeParse(row.lesson);
      return lesson.success ? [{ id: row.id, at: row.at, lesson: lesson.data }] : [];
    }),
  learn: async (personId, lessons, at) => {
    if (lessons.length > 0)
      await db
        .insertInto("lesson")
        .values(lessons.map((lesson) => ({ person_id: personId, at, lesson: JSON.stringify(lesson) })))
        .execute();
  },
  unlearn: async (personId, id) => {
    const done = await db
      .deleteFrom("lesson")
      .where("person_id", "=", personId)
      .where("id", "=", id)
      .executeTakeFirst();
    return done.numDeletedRows > 0n;
  },
});

const language = z.enum(languages);
const byFormality = z.object({ formal: z.string().nullable(), familiar: z.string().nullable() });

/** What an older version of the program has written may lack something: then it is learnt anew. */
const profileSchema: z.ZodType<ToneProfile> = z.object({
  basedOn: z.number(),
  languages: z.partialRecord(
    language,
    z.object({
      basedOn: z.number(),
      greetings: byFormality,
      signOffs: byFormality,
      contracts: z.boolean().nullable(),
      wordsPerSentence: z.number().nullable(),
      wordsPerMail: z.number().nullable(),
      exclaims: z.number(),
      dashes: z.number(),
      emoji: z.number(),
    }),
  ),
  spelling: z.enum(["british", "american"]).nullable(),
  signature: z.array(z.string()),
  program: z
    .object({ quote: z.enum(quoteShapes), html: z.boolean(), marksSignature: z.boolean() })
    .exactOptional(),
  passages: z.array(z.object({ language, text: z.string() })),
});

const said = { language, says: z.string() };
const lessonSchema: z.ZodType<Lesson> = z.union([
  z.object({
    ...said,
    rule: z.enum(["greeting", "sign_off"]),
    formality: z.enum(formalities),
    wants: z.string(),
  }),
  z.object({ ...said, rule: z.enum(["shorter", "longer"]), words: z.number() }),
  z.object({ ...said, rule: z.enum(["contractions", "exclamation"]), wants: z.boolean() }),
]);
