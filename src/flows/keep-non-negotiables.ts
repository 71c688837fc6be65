import type { Proof } from "../domain/approval.ts";
import type { CandidacyState } from "../domain/candidacy.ts";
import type { PersonId } from "../domain/ids.ts";
import { added, takenOff } from "../domain/own-list.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import { canBeAnnounced } from "../understanding/non-negotiables.ts";
import { applyingKept } from "./applying.ts";
import type { Commanding } from "./command.ts";
import type { Deciding } from "./decide.ts";
import { flagNonNegotiables } from "./flag-non-negotiables.ts";

/** A longer list is no list of what is not negotiable. */
const most = 30;
const longest = 120;

/** What the person will not do, as it stands afterwards; or one sentence why nothing was changed. */
type Kept = Result<readonly string[], string>;

/** Adds one (POLICY 4). What mails of candidacies that are under way have announced already is told in the next digest. */
export const addNonNegotiable = (
  app: Commanding,
  personId: PersonId,
  words: string,
  proof: Proof,
): Promise<Kept> =>
  app.store.transaction(async (tx) => {
    const person = await tx.people.get(personId);
    if (!canBeAnnounced(words.trim()))
      return refuse('Say what it is that a mail could announce, such as "no relocation".');
    const list = added(person.nonNegotiables, words, { most, longest });
    if (!list.ok) return list;
    const deciding = { app, tx, person: { ...person, nonNegotiables: list.value }, proof };
    await keep(deciding, `You will not do this: ${list.value.at(-1)}.`);
    await flagWhatCame(deciding);
    return list;
  });

/** Takes one off, named in its own words or by its place in the list, from 1. */
export const removeNonNegotiable = (
  app: Commanding,
  personId: PersonId,
  words: string,
  proof: Proof,
): Promise<Kept> =>
  app.store.transaction(async (tx) => {
    const person = await tx.people.get(personId);
    const left = takenOff(person.nonNegotiables, words);
    if (!left.ok) return left;
    const { list: nonNegotiables, found } = left.value;
    await keep(
      { app, tx, person: { ...person, nonNegotiables }, proof },
      `You took this off the list of what you will not do: ${found}.`,
    );
    return ok(nonNegotiables);
  });

async function keep({ app, tx, person, proof }: Deciding, says: string): Promise<void> {
  await tx.people.set(person.id, { nonNegotiables: person.nonNegotiables });
  await tx.journal.append({
    personId: person.id,
    candidacyId: null,
    at: app.clock.now(),
    type: "set",
    by: "person",
    says,
    data: { proof },
  });
}

const underWay: ReadonlySet<CandidacyState> = new Set<CandidacyState>([
  "applied",
  "interviewing",
  "awaiting_decision",
  "offered",
]);

async function flagWhatCame(deciding: Deciding): Promise<void> {
  const { tx, person } = deciding;
  for (const candidacy of await tx.candidacies.all(person.id)) {
    if (!underWay.has(candidacy.state)) continue;
    for (const mail of await tx.messages.ofCandidacy(candidacy.id))
      if (mail.direction === "in" && mail.assessment)
        await flagNonNegotiables(applyingKept(deciding, mail), mail.assessment.kind, candidacy, mail.id);
  }
}
