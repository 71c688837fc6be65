import { createHash } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { type Draft, hashedText } from "../../domain/draft.ts";
import type { CandidacyId, DraftId, FollowUpId, OutboxId, PersonId } from "../../domain/ids.ts";
import type { App } from "../../flows/app.ts";
import { wasSent } from "../../flows/was-sent.ts";
import type { OutboxRow, Tx } from "../../ports/store.ts";
import type { Outgoing } from "./context.ts";
import type { Installation } from "./installation.ts";

/** Puts a mail that the person approved into the outbox, and brings it to where the context says that it stands. */
export async function seedOutbox(
  { app: current, now }: Installation,
  personId: PersonId,
  candidacyId: CandidacyId,
  mail: Outgoing,
): Promise<void> {
  const app = current();
  await app.store.transaction(async (tx) => {
    const followUpId = await approvedFollowUp(tx, app.ids.uuid() as FollowUpId, candidacyId, mail, now());
    const { wordCount } = await tx.candidacies.lock(candidacyId);
    const newest = (await tx.messages.ofCandidacy(candidacyId)).findLast(
      ({ direction }) => direction === "in",
    );
    const content = {
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      inReplyTo: newest?.messageId ?? null,
      references: newest?.messageId ? [...newest.thread, newest.messageId] : [],
    };
    const draft: Draft = {
      ...content,
      id: app.ids.uuid() as DraftId,
      followUpId,
      candidacyId,
      version: 1,
      hash: createHash("sha256").update(hashedText(content)).digest("hex"),
      wordCount,
      by: "person",
      basis: "",
      wish: null,
    };
    await tx.drafts.insert(draft, now());
    const person = await tx.people.get(personId);
    const [mailbox] = await tx.mailboxes.ofPerson(personId);
    if (!mailbox) throw new Error("no mailbox is connected");
    const outboxId = app.ids.uuid() as OutboxId;
    const leavesAt = mail.leaves_at ?? nextMorning(now(), person.zone);
    const row = {
      id: outboxId,
      personId,
      mailboxId: mailbox.id,
      purpose: "draft" as const,
      draftId: draft.id,
      draftHash: draft.hash,
      candidacyId,
      messageId: mail.message_id,
      envelopeFrom: mailbox.address,
      envelopeTo: mail.to.address,
      rfc822: await app.mime.followUp({
        outboxId,
        from: { name: person.name, address: mailbox.address },
        draft,
        messageId: mail.message_id,
        date: leavesAt.toZonedDateTimeISO(person.zone),
        quoted: null,
        html: false,
      }),
      notBefore: leavesAt,
    };
    await tx.outbox.insert(row, now());
    const stored = await tx.outbox.get(outboxId);
    if (stored) await bringTo(tx, app, stored, mail.state, now());
  });
}

/** Only plans make follow-ups, so this one is planned alone for a moment; the next planning brings the others back. */
async function approvedFollowUp(
  tx: Tx,
  id: FollowUpId,
  candidacyId: CandidacyId,
  { kind, to, message_id }: Outgoing,
  now: Temporal.Instant,
): Promise<FollowUpId> {
  const followUp = {
    id,
    key: `context ${message_id}`,
    kind,
    ordinal: 1,
    interviewId: null,
    offerFrom: now,
    dueAt: now,
    staleAt: now.add({ hours: 24 * 60 }),
    to,
    reason: "It was approved before.",
    rule: "context",
  };
  await tx.followUps.replace([{ id: candidacyId, followUps: [followUp] }]);
  await tx.followUps.setStatus(id, ["planned"], "approved");
  return id;
}

async function bringTo(
  tx: Tx,
  app: App,
  row: OutboxRow,
  state: Outgoing["state"],
  now: Temporal.Instant,
): Promise<void> {
  if (state === "queued") return;
  const attempt = app.ids.uuid();
  await tx.outbox.move(row.id, "claim", { newAttempt: attempt, leaseSeconds: 60 });
  await tx.outbox.move(row.id, "transmit", { attempt, leaseSeconds: 60 });
  if (state === "failed") await tx.outbox.move(row.id, "rejected", { reply: "550 no such mailbox" });
  if (state === "sent") {
    await tx.outbox.move(row.id, "accepted", { reply: "250 taken", sentAt: now });
    await tx.outbox.markFiled(row.id);
    await wasSent(tx, app, row, "250 taken");
  }
  if (state === "unknown" || state === "asked") await tx.outbox.move(row.id, "lost", { unknownSince: now });
  if (state === "asked") await tx.outbox.move(row.id, "notFound", {});
}

const nextMorning = (now: Temporal.Instant, zone: string): Temporal.Instant =>
  now
    .toZonedDateTimeISO(zone)
    .add({ days: 1 })
    .with({ hour: 9, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 })
    .toInstant();
