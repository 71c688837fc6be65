import { createHash } from "node:crypto";
import type { Candidacy } from "../domain/candidacy.ts";
import type { Draft } from "../domain/draft.ts";
import type { DraftFacts } from "../domain/draft-facts.ts";
import type { CandidacyFacts } from "../domain/follow-up.ts";
import type { Address } from "../domain/message.ts";
import type { ToneProfile } from "../domain/tone.ts";
import { toneOf } from "../drafting/voice/tone-of.ts";
import { withLessons } from "../drafting/voice/with-lessons.ts";
import type { FollowUpRow, Person, StoredMessage, Tx } from "../ports/store.ts";
import { mailToAnswer, speechOf } from "./answered-thread.ts";
import type { App } from "./app.ts";
import { draftFacts } from "./draft-facts.ts";
import { plannings } from "./planning-of.ts";

/** Everything that the draft of one follow-up may rest on, as the store knows it now. */
export type Matter = {
  readonly person: Person;
  readonly followUp: FollowUpRow;
  readonly to: Address;
  readonly candidacy: Candidacy;
  /** The candidacy's mails, oldest first. */
  readonly mails: readonly StoredMessage[];
  /** The mail that is answered; undefined where the draft begins a thread. */
  readonly answered: StoredMessage | undefined;
  readonly promises: CandidacyFacts["promises"];
  readonly facts: Omit<DraftFacts, "variant">;
  /** Their own manner, with what their edits say on top; null where nothing is known of it. */
  readonly tone: ToneProfile | null;
  /** SHA-256 (hex) of kind and facts. */
  readonly basis: string;
  /** The newest version, or null. */
  readonly known: Draft | null;
};

/** Gathers what a draft may rest on. Throws for a follow-up that has nobody to write to. */
export async function matterOf(
  tx: Tx,
  app: Pick<App, "clock" | "holidays">,
  person: Person,
  followUp: FollowUpRow,
): Promise<Matter> {
  const { to, kind } = followUp;
  if (!to) throw new Error("a follow-up without a recipient has no draft");
  const candidacy = await tx.candidacies.lock(followUp.candidacyId);
  const mails = await tx.messages.ofCandidacy(candidacy.id);
  const answered = mailToAnswer(mails, to.address);
  const record = await tx.candidacies.facts(candidacy.id, person);
  const planning = plannings(app, person)(record);
  const facts = await draftFacts(tx, person, planning, followUp, speechOf(mails, answered));
  return {
    person,
    followUp,
    to,
    candidacy,
    mails,
    answered,
    promises: record.promises,
    facts,
    tone: await toneOfPerson(tx, person),
    basis: createHash("sha256")
      .update(JSON.stringify([kind, facts]))
      .digest("hex"),
    known: await tx.drafts.newest(followUp.id),
  };
}

/** True while the newest version stays: nobody has written since, it goes to the same address, and what it was written from still holds. */
export const stillHolds = ({ known, candidacy, to, basis }: Matter): boolean =>
  known !== null &&
  known.wordCount === candidacy.wordCount &&
  known.to.address === to.address &&
  known.basis === basis;

async function toneOfPerson(tx: Tx, { id }: Pick<Person, "id">): Promise<ToneProfile | null> {
  const voice = await tx.voices.get(id);
  const lessons = (await tx.voices.lessons(id)).map(({ lesson }) => lesson);
  if (voice === null && lessons.length === 0) return null;
  return withLessons(voice?.profile ?? toneOf([]), lessons);
}
