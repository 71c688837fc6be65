import type { PersonId } from "../domain/ids.ts";
import { programCall } from "../domain/program-call.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { ToneProfile } from "../domain/tone.ts";
import { toneInWords } from "../drafting/voice/tone-words.ts";
import type { KeptLesson } from "../ports/store.ts";
import type { App } from "./app.ts";

/** What is known of how a person writes: for them to read, all of it. */
export type VoiceTold = {
  /** A line each; null where their Sent mail was not read yet. */
  readonly lines: readonly string[] | null;
  readonly profile: ToneProfile | null;
  readonly lessons: readonly KeptLesson[];
};

export const tellVoice = ({ store }: Pick<App, "store">, personId: PersonId): Promise<VoiceTold> =>
  store.transaction(async (tx) => {
    const profile = (await tx.voices.get(personId))?.profile ?? null;
    return { profile, lines: profile && toneInWords(profile), lessons: await tx.voices.lessons(personId) };
  });

/** Forgets one lesson by its place in the list, from 1, or everything: then their Sent mail is read anew. */
export const forgetVoice = (
  { store }: Pick<App, "store">,
  personId: PersonId,
  which: number | "all",
): Promise<Result<string, string>> =>
  store.transaction(async (tx) => {
    if (which === "all") {
      await tx.voices.forget(personId);
      return ok("Forgotten; drafts are neutral until your Sent mail is read again.");
    }
    const lesson = (await tx.voices.lessons(personId))[which - 1];
    if (lesson === undefined || !(await tx.voices.unlearn(personId, lesson.id)))
      return refuse(`There is no lesson ${which}; "${programCall} voice" lists them.`);
    return ok(`Forgotten: ${lesson.lesson.says}`);
  });
