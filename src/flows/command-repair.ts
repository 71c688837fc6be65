import type { Proof } from "../domain/approval.ts";
import type { Kind } from "../domain/assessment.ts";
import type { Candidacy } from "../domain/candidacy.ts";
import type { SpokenMoment } from "../domain/reply-moment.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { Person, StoredMessage, Tx } from "../ports/store.ts";
import { newestOfTheirs } from "./carry-out-repair.ts";
import { type Commanded, type Commanding, noCandidacy } from "./command.ts";
import type { Deciding } from "./decide.ts";
import { mergeCandidacies } from "./merge-candidacies.ts";
import { moveMail } from "./move-mail.ts";
import { replan } from "./plan-follow-ups.ts";
import { reassess } from "./read-anew.ts";
import { remindPlans } from "./remind-plans.ts";
import type { Repaired } from "./repair.ts";
import { setTime } from "./set-time.ts";
import { splitCandidacy } from "./split-candidacy.ts";
import { undoLatest } from "./undo-repair.ts";

/** A correction by the command line. Candidacies are named by their numbers, a mail by its Message-ID; without one the newest of theirs is meant. */
export type RepairCommand =
  | { readonly type: "is"; readonly number: number; readonly kind: Kind; readonly mail: string | null }
  | {
      readonly type: "at";
      readonly number: number;
      readonly moment: SpokenMoment;
      readonly mail: string | null;
    }
  | {
      readonly type: "move";
      readonly number: number | null;
      readonly to: number;
      readonly mail: string | null;
    }
  | { readonly type: "merge"; readonly number: number; readonly to: number }
  | { readonly type: "split"; readonly number: number }
  | { readonly type: "undo"; readonly number: number };

/** Carries out a correction and plans what it touched anew. The sentence is what the journal says of it. */
export async function commandRepair(
  app: Commanding,
  command: RepairCommand,
  proof: Proof,
): Promise<Commanded> {
  const done = await app.store.transaction(async (tx) => {
    const person = await personOf(tx, command.number ?? ("to" in command ? command.to : 0));
    if (!person) return refuse(noCandidacy(command.number ?? 0));
    const before = (await tx.journal.repairs(person.id)).at(-1)?.id ?? 0;
    const repaired = await repair({ app, tx, person, proof }, command);
    if (!repaired.ok) return repaired;
    const plans = [];
    for (const id of new Set(repaired.value)) plans.push({ id, at: await replan(tx, app, person, id) });
    const says = (await tx.journal.repairs(person.id)).filter(({ id }) => id > before).at(-1)?.says;
    return ok({ plans, says: says ?? "Taken back." });
  });
  if (!done.ok) return done;
  await remindPlans(app, done.value.plans);
  return ok(done.value.says);
}

async function repair(deciding: Deciding, command: RepairCommand): Promise<Result<Repaired, string>> {
  const { tx, person } = deciding;
  const named = command.number === null ? null : await tx.candidacies.byNumber(person.id, command.number);
  if (command.number !== null && !named) return refuse(noCandidacy(command.number));
  const other = "to" in command ? await tx.candidacies.byNumber(person.id, command.to) : null;
  if ("to" in command && !other) return refuse(noCandidacy(command.to));
  switch (command.type) {
    case "is":
    case "at":
    case "move": {
      const mail = await mailOf(tx, person, named, command.mail);
      if (!mail.ok) return mail;
      if (command.type === "is") return reassess(deciding, mail.value, command.kind);
      if (command.type === "at")
        return named ? setTime(deciding, named.id, mail.value, command.moment) : refuse(noCandidacy(0));
      return other ? moveMail(deciding, mail.value, other.id) : refuse(noCandidacy(command.to));
    }
    case "merge":
      return named && other
        ? mergeCandidacies(deciding, named.id, other.id)
        : refuse(noCandidacy(command.number));
    case "split":
      return named ? splitCandidacy(deciding, named.id) : refuse(noCandidacy(command.number));
    case "undo":
      return named ? undoLatest(deciding, null, named.id) : refuse(noCandidacy(command.number));
  }
}

async function mailOf(
  tx: Tx,
  person: Person,
  candidacy: Candidacy | null,
  messageId: string | null,
): Promise<Result<StoredMessage, string>> {
  if (messageId === null) {
    const newest = candidacy ? await newestOfTheirs(tx, candidacy.id) : null;
    return newest ? ok(newest) : refuse("There is no mail of theirs in that candidacy.");
  }
  const found = (await tx.messages.withIds(person.id, [messageId])).find(
    (mail) => mail.direction === "in" && (!candidacy || mail.candidacyId === candidacy.id),
  );
  return found ? ok(found) : refuse(`There is no mail of theirs with the Message-ID ${messageId} there.`);
}

/** With several people on one instance, numbers are the first one's. */
async function personOf(tx: Tx, number: number): Promise<Person | null> {
  for (const person of await tx.people.all())
    if (await tx.candidacies.byNumber(person.id, number)) return person;
  return null;
}
