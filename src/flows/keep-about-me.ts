import type { Proof } from "../domain/approval.ts";
import type { PersonId } from "../domain/ids.ts";
import { added, takenOff } from "../domain/own-list.ts";
import type { Result } from "../domain/result.ts";
import type { Commanding } from "./command.ts";

const most = 30;
const longest = 300;

/** What drafts may say of the person, as it stands afterwards; or one sentence why nothing was changed. */
type Kept = Promise<Result<readonly string[], string>>;

/** Adds a sentence about the person; what no such sentence, note or thread says is never claimed in a draft (POLICY 5, SAFETY R44). */
export const addAboutMe = (app: Commanding, personId: PersonId, words: string, proof: Proof): Kept =>
  keep(app, personId, proof, (list) => added(list, words, { most, longest }), "Drafts may say of you");

/** Takes one off, named in its own words or by its place in the list, from 1. */
export const removeAboutMe = (app: Commanding, personId: PersonId, words: string, proof: Proof): Kept =>
  keep(
    app,
    personId,
    proof,
    (list) => {
      const left = takenOff(list, words);
      return left.ok ? { ok: true, value: left.value.list } : left;
    },
    "What drafts may say of you is now",
  );

const keep = (
  app: Commanding,
  personId: PersonId,
  proof: Proof,
  change: (list: readonly string[]) => Result<readonly string[], string>,
  says: string,
): Kept =>
  app.store.transaction(async (tx) => {
    const { aboutMe } = await tx.people.get(personId);
    const changed = change(aboutMe);
    if (!changed.ok) return changed;
    await tx.people.set(personId, { aboutMe: changed.value });
    await tx.journal.append({
      personId,
      candidacyId: null,
      at: app.clock.now(),
      type: "set",
      by: "person",
      says: `${says}: ${changed.value.join(" · ") || "nothing"}.`,
      data: { proof },
    });
    return changed;
  });
