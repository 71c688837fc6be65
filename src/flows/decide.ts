import type { Temporal } from "temporal-polyfill";
import type { Proof } from "../domain/approval.ts";
import type { CandidacyId, DraftId, FollowUpId, OutboxId } from "../domain/ids.ts";
import { laterDate } from "../domain/later.ts";
import { leavesAt as leavesAtFor } from "../domain/leaving.ts";
import { newMessageId } from "../domain/message-id.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import { lastingMoment, spokenDate } from "../domain/spoken.ts";
import { dateIn } from "../domain/working-time.ts";
import type { Person, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import { approvable, hasChanged, notDue } from "./approvable.ts";
import { aroundDraft } from "./around-draft.ts";
import { learnFromEdit } from "./learn-from-edit.ts";
import { calendarOf } from "./planning-of.ts";
import { lockFollowUp, stop, tooLate } from "./stop.ts";

/** What every decision needs: it runs in the transaction of the reply or the command that brought it. */
export type Deciding = {
  readonly app: Pick<App, "clock" | "ids" | "holidays" | "mime">;
  readonly tx: Tx;
  readonly person: Person;
  readonly proof: Proof;
};

export type Approved = { readonly outboxId: OutboxId; readonly leavesAt: Temporal.Instant };

/**
 * Approves exactly the draft whose hash was shown (SAFETY R12): the newest version must carry that hash, and nobody may have written since.
 * One transaction makes the outbox row with the final bytes (section 1, step 1). Refusals are sentences for the person.
 */
export async function approve(
  { app, tx, person, proof }: Deciding,
  draftId: DraftId,
  hash: string,
  notBefore: Temporal.Instant = app.clock.now(),
): Promise<Result<Approved, string>> {
  const now = app.clock.now();
  const shown = await tx.drafts.get(draftId);
  if (!shown) return refuse("That draft does not exist.");
  await tx.candidacies.lock(shown.candidacyId);
  const draft = await tx.drafts.newest(shown.followUpId);
  if (!draft || draft.hash !== hash || shown.hash !== hash) return refuse(hasChanged);
  const could = await approvable(tx, person, draft, now);
  if (!could.ok) return could;
  const { candidacy, followUp, mailbox } = could.value;
  if (!(await tx.followUps.setStatus(draft.followUpId, ["planned", "offered"], "approved")))
    return refuse(notDue);

  const leavesAt = leavesAtFor(followUp, calendarOf(app, { candidacy }, person), notBefore);
  const outboxId = app.ids.uuid() as OutboxId;
  const messageId = newMessageId(app.ids.token(), mailbox.address);
  const rfc822 = await app.mime.followUp({
    outboxId,
    from: { name: person.name, address: mailbox.address },
    draft,
    messageId,
    date: leavesAt.toZonedDateTimeISO(person.zone),
    ...(await aroundDraft(tx, person, draft)),
  });
  await tx.outbox.insert(
    {
      id: outboxId,
      personId: person.id,
      mailboxId: mailbox.id,
      purpose: "draft",
      draftId: draft.id,
      draftHash: hash,
      candidacyId: candidacy.id,
      messageId,
      envelopeFrom: mailbox.address,
      envelopeTo: draft.to.address,
      rfc822,
      notBefore: leavesAt,
    },
    now,
  );
  await tx.journal.append({
    personId: person.id,
    candidacyId: candidacy.id,
    at: now,
    type: "approved",
    by: "person",
    says: `You approved the mail to ${draft.to.address}; it goes out ${lastingMoment(leavesAt, person.zone, dateIn(person.zone, now))}.`,
    evidence: [draft.text],
    data: {
      draft: draft.id,
      hash,
      outbox: outboxId,
      version: draft.version,
      leavesAt: leavesAt.toString(),
      proof,
    },
  });
  await learnFromEdit({ app, tx, person, proof }, draft);
  return ok({ outboxId, leavesAt });
}

/** A skipped follow-up does not come back while nothing has changed (POLICY 6.1). */
export async function skip(
  { app, tx, person, proof }: Deciding,
  followUpId: FollowUpId,
): Promise<Result<CandidacyId, string>> {
  const followUp = await lockFollowUp(tx, followUpId);
  const stopped = await stop(app, tx, followUp);
  if (!stopped.ok) return stopped;
  if (!(await tx.followUps.setStatus(followUpId, undecided, "skipped")))
    return refuse(`That mail is ${followUp.status} already.`);
  await tx.journal.append({
    personId: person.id,
    candidacyId: followUp.candidacyId,
    at: app.clock.now(),
    type: "skipped",
    by: "person",
    says: `You skipped the ${words(followUp.kind)}.`,
    data: { key: followUp.key, proof },
  });
  return ok(followUp.candidacyId);
}

/** Not before that day: `later` is the next W, a weekday the next such day (POLICY 7.5). Counted from when the answer was written. */
export async function postpone(
  { app, tx, person, proof }: Deciding,
  followUpId: FollowUpId,
  until: string,
): Promise<Result<Temporal.PlainDate, string>> {
  const followUp = await lockFollowUp(tx, followUpId);
  const now = app.clock.now();
  const candidacy = await tx.candidacies.lock(followUp.candidacyId);
  const day = laterDate(
    until,
    now.toZonedDateTimeISO(person.zone).toPlainDate(),
    calendarOf(app, { candidacy }, person),
  );
  if (!day) return refuse(`I do not know which day "${until}" is; say for example "later friday".`);
  const stopped = await stop(app, tx, followUp);
  if (!stopped.ok) return stopped;
  if (!(await tx.followUps.setStatus(followUpId, undecided, "planned", { notBefore: day })))
    return refuse(`That mail is ${followUp.status} already.`);
  await tx.journal.append({
    personId: person.id,
    candidacyId: followUp.candidacyId,
    at: now,
    type: "postponed",
    by: "person",
    says: `You put the ${words(followUp.kind)} off until ${spokenDate(day, now.toZonedDateTimeISO(person.zone).toPlainDate())}.`,
    data: { key: followUp.key, proof },
  });
  return ok(day);
}

/** Takes an approval or a skip back. An approved mail can be stopped until its first byte leaves (SAFETY R13). */
export async function undo(
  { app, tx, person, proof }: Deciding,
  followUpId: FollowUpId,
): Promise<Result<CandidacyId, string>> {
  const followUp = await lockFollowUp(tx, followUpId);
  if (followUp.status === "sent") return refuse(tooLate.sent);
  const decided = followUp.status === "approved" || followUp.status === "skipped";
  if (!decided && followUp.notBefore === null) return refuse("There is nothing to undo.");
  const stopped = await stop(app, tx, followUp);
  if (!stopped.ok) return stopped;
  const today = app.clock.now().toZonedDateTimeISO(person.zone).toPlainDate();
  await tx.followUps.setStatus(followUpId, [...undecided, "skipped"], "offered", {
    ...(followUp.notBefore && { notBefore: today }),
  });
  await tx.journal.append({
    personId: person.id,
    candidacyId: followUp.candidacyId,
    at: app.clock.now(),
    type: "undone",
    by: "person",
    says: `You took your decision on the ${words(followUp.kind)} back.`,
    data: { key: followUp.key, proof },
  });
  return ok(followUp.candidacyId);
}

/** States in which a decision can still be made or changed; whether an approval can, its mail says. */
const undecided = ["planned", "offered", "approved"] as const;

const words = (kind: string): string => kind.replaceAll("_", "-");
