import type { Temporal } from "temporal-polyfill";
import { answersFor } from "../domain/approval.ts";
import type { MailboxId, PersonId } from "../domain/ids.ts";
import { isBefore } from "../domain/planning.ts";
import type { MailboxRow, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import { digestsDueAt } from "./digest-time.ts";
import { isVoiceOld } from "./learn-voice.ts";
import { replanEverything } from "./replan-everything.ts";

/**
 * Plans anew what an older policy planned, rebuilds every missing reminder from the store, so that a lost or doubting queue loses nothing (SAFETY R1, R10), and recovers rows whose
 * sender died (section 1, step 5). Idempotent; runs on a schedule, at start, and whenever the clock is moved.
 */
export async function sweep(app: Pick<App, "store" | "clock" | "ids" | "holidays" | "queue">): Promise<void> {
  await recoverExpired(app);
  await replanEverything(app);
  await emptyOldTexts(app);
  const now = app.clock.now();
  const found = await app.store.transaction(async (tx) => {
    await tx.links.forget(now.subtract(answersFor));
    const mailboxes = await tx.mailboxes.all();
    return {
      live: await tx.outbox.live(),
      unfiled: await tx.outbox.unfiled(),
      due: await tx.candidacies.due(now),
      wished: await tx.drafts.wished(),
      mailboxes,
      voices: await peopleToLearn(tx, mailboxes, now),
      digests: await digestsDueAt(tx, mailboxes, now),
    };
  });
  await app.queue.remindAll([
    ...found.mailboxes
      .filter(({ pausedAt }) => pausedAt === null)
      .map(({ id, knockAfter }) => ({ reminder: { queue: "watch", id }, at: knockAfter ?? now }) as const),
    ...withoutTurns(found.live, now).map(({ id, state, notBefore }) =>
      state === "queued"
        ? ({ reminder: { queue: "outbox", id }, at: notBefore } as const)
        : ({ reminder: { queue: "reconcile", id }, at: now } as const),
    ),
    ...found.unfiled.map((id) => ({ reminder: { queue: "file", id }, at: now }) as const),
    ...found.voices.map((id) => ({ reminder: { queue: "voice", id }, at: now }) as const),
    ...found.wished.map((id) => ({ reminder: { queue: "draft", id }, at: now }) as const),
    ...found.due.map(({ id, at }) => ({ reminder: { queue: "plan", id }, at }) as const),
    ...found.digests.flatMap(({ id, at }) =>
      at ? [{ reminder: { queue: "digest", id }, at } as const] : [],
    ),
  ]);
}

type Live = Awaited<ReturnType<Tx["outbox"]["live"]>>;

/** Of the mails that are due in a mailbox the first one only: its turn takes the others along. */
const withoutTurns = (live: Live, now: Temporal.Instant): Live => {
  const seen = new Set<MailboxId>();
  return live.filter(({ purpose, state, mailboxId, notBefore }) => {
    if (purpose !== "draft" || state !== "queued" || isBefore(now, notBefore)) return true;
    return !seen.has(mailboxId) && seen.add(mailboxId);
  });
};

/** Whose way of writing is not known, or was read long ago; while the first reading of a mailbox runs, it has the connection. */
async function peopleToLearn(
  tx: Tx,
  mailboxes: readonly MailboxRow[],
  now: Temporal.Instant,
): Promise<PersonId[]> {
  const busy = new Set(mailboxes.filter((one) => one.isBeingReadFirst).map((one) => one.personId));
  const learnt = await tx.voices.learnt();
  return [...new Set(mailboxes.map(({ personId }) => personId))].filter(
    (id) => !busy.has(id) && isVoiceOld(learnt.get(id) ?? null, now),
  );
}

/** Texts of mails go when they have been kept as long as their person wants (SAFETY R56). */
async function emptyOldTexts({ store, clock }: Pick<App, "store" | "clock">): Promise<void> {
  const now = clock.now();
  await store.transaction(async (tx) => {
    const people = await tx.people.all();
    await tx.messages.emptyTexts(
      people.map(({ id, preferences }) => ({
        personId: id,
        before: now.subtract({ hours: 24 * preferences.keepTexts }),
      })),
    );
  });
}

/** A claimed row whose lease ran out never passed its gate and is queued again; a transmitting one is in doubt and never sent again by itself. */
async function recoverExpired({ store, clock }: Pick<App, "store" | "clock">): Promise<void> {
  await store.transaction(async (tx) => {
    for (const { id, state } of await tx.outbox.expired()) {
      const row = await tx.outbox.get(id);
      const moved = await tx.outbox.move(id, "expire", {
        onlyExpired: true,
        ...(state === "transmitting" && { unknownSince: clock.now() }),
      });
      if (!row || moved !== "unknown") continue;
      await tx.journal.append({
        personId: row.personId,
        candidacyId: row.candidacyId,
        at: clock.now(),
        type: "unknown",
        by: "program",
        says: `The sender stopped while the mail to ${row.envelopeTo} was on its way; looking for it in Sent.`,
        data: { outbox: id },
      });
    }
  });
}
