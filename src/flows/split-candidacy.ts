import { type Candidacy, candidacyInWords } from "../domain/candidacy.ts";
import { afterEvent, type Standing, standingWithout } from "../domain/candidacy-history.ts";
import { certaintyOf } from "../domain/certainty.ts";
import type { CandidacyId } from "../domain/ids.ts";
import { latestThread } from "../domain/latest-thread.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { StoredMessage } from "../ports/store.ts";
import type { Deciding } from "./decide.ts";
import { onItsWay } from "./merge-candidacies.ts";
import { eventOf, stoodLate } from "./move-candidacy.ts";
import { type Repaired, recordRepair } from "./repair.ts";
import { stopApproved } from "./stop-approved.ts";
import { movesOf } from "./take-back.ts";

/** `split 5`: the latest thread of a candidacy becomes one of its own, with the interviews, promises and moves that came with it. */
export async function splitCandidacy(deciding: Deciding, id: CandidacyId): Promise<Result<Repaired, string>> {
  const { app, tx, person, proof } = deciding;
  const candidacy = await tx.candidacies.lock(id);
  if (candidacy.mergedInto) return refuse(`${candidacy.employer} was merged into another candidacy.`);
  const mails = await tx.messages.ofCandidacy(id);
  const thread = latestThread(mails);
  if (thread.length === mails.length)
    return refuse(`All mails of ${candidacy.employer} stand in one thread; a single one goes with "move".`);
  if (await stopApproved(deciding, id)) return refuse(onItsWay);

  const repair = app.ids.uuid();
  const now = app.clock.now();
  const role = thread.flatMap((mail) => mail.assessment?.facts.role ?? []).at(-1) ?? null;
  const made = await tx.candidacies.open({
    id: app.ids.uuid() as CandidacyId,
    personId: person.id,
    employer: candidacy.employer,
    employerDomain: candidacy.employerDomain,
    role: role === candidacy.role ? null : role,
    state: "applied",
    size: candidacy.size,
    sizeBy: candidacy.sizeBy,
    country: candidacy.country,
    zone: candidacy.zone,
    openedAt: now,
  });
  const part = await tx.candidacies.belongings(
    id,
    thread.map((mail) => mail.id),
  );
  await tx.candidacies.handOver(id, made.id, part);
  const addresses = new Set(
    thread.flatMap((mail) => [mail.from, ...mail.recipients].map((one) => one.address)),
  );
  for (const contact of await tx.candidacies.contacts(id))
    if (addresses.has(contact.address)) await tx.candidacies.addContact({ ...contact, candidacyId: made.id });

  const moves = await movesOf(tx, id);
  const theirs = new Set<string>(part.messages);
  const begun = await standingOf(deciding, made, thread);
  const left = standingWithout(moves, theirs) ?? candidacy;
  await tx.candidacies.update(made.id, { ...begun, reading: candidacy.reading });
  await tx.candidacies.update(id, {
    state: left.state,
    closeReason: left.closeReason,
    stateBefore: left.stateBefore,
  });
  await tx.candidacies.countWord(id);
  const moved = { personId: person.id, at: now, by: "person" } as const;
  await tx.journal.append({
    ...moved,
    candidacyId: made.id,
    type: "opened",
    says: `${candidacyInWords(made)}: split off number ${candidacy.number} by you.`,
    evidence: thread.slice(0, 1).map((mail) => mail.subject),
    data: { repair, proof },
  });
  const event = { event: "split", repair, proof };
  await tx.journal.append({
    ...moved,
    candidacyId: made.id,
    type: "moved",
    says: `${made.employer}: it stands where its own mails put it.`,
    data: {
      ...event,
      from: "applied",
      to: begun.state,
      reason: begun.closeReason,
      message: lastOf(moves, theirs),
    },
  });
  if (left.state !== candidacy.state)
    await tx.journal.append({
      ...moved,
      candidacyId: id,
      type: "moved",
      says: `${candidacy.employer}: it stands where the other mails had put it.`,
      data: {
        ...event,
        from: candidacy.state,
        to: left.state,
        reason: left.closeReason,
        reasonBefore: candidacy.closeReason,
      },
    });
  await recordRepair(
    deciding,
    repair,
    [id, made.id],
    `You split ${candidacy.employer} (${candidacy.number}): the latest thread is number ${made.number} now.`,
    thread.slice(-1).map((mail) => mail.subject),
    {
      what: "split",
      from: id,
      to: made.id,
      messages: part.messages,
      interviews: part.interviews,
      followUps: part.followUps,
      promises: part.promises.map(String),
      state: candidacy.state,
      reason: candidacy.closeReason,
      stateBefore: candidacy.stateBefore,
    },
  );
  return ok([id, made.id]);
}

/** Where the mails of the thread would have put a candidacy of their own. */
async function standingOf(
  { app, tx }: Deciding,
  made: Candidacy,
  thread: readonly StoredMessage[],
): Promise<Standing> {
  let standing: Standing = { state: made.state, closeReason: null, stateBefore: null };
  for (const { assessment } of thread) {
    if (!assessment || (assessment.by !== "person" && certaintyOf(assessment) !== "acts")) continue;
    const late = await stoodLate(tx, made, app.clock.now(), assessment.facts.finalStage);
    const event = eventOf(assessment.kind, { ...made, ...standing }, late);
    const reason = assessment.facts.roleCancelled ? "role_cancelled" : "rejected";
    if (event) standing = afterEvent(standing, event, reason);
  }
  return standing;
}

const lastOf = (moves: readonly { readonly message: string | null }[], of: ReadonlySet<string>) =>
  moves.findLast(({ message }) => message !== null && of.has(message))?.message ?? null;
