import type { Temporal } from "temporal-polyfill";
import { followedStates, isSettled, settlingMinutes } from "../domain/drafts-folder.ts";
import { isBefore } from "../domain/planning.ts";
import type { DraftCopyRow, OutboxRow, Tx } from "../ports/store.ts";
import { aloneInDrafts } from "./alone-in-drafts.ts";
import { hold } from "./hold.ts";
import { type DraftsKeeping, lookAtDrafts } from "./look-at-drafts.ts";
import type { Waits } from "./sending-brake.ts";
import { waitForDrafts } from "./wait-for-drafts.ts";

/** Whether an approved mail may leave as far as its copies in Drafts go; `told` only where the person should know why it waits. `held`: it was. */
export type Clearance =
  | { readonly type: "clear" }
  | { readonly type: "wait"; readonly until: Temporal.Instant; readonly told: Waits | null }
  | { readonly type: "held" };

/**
 * Takes the copies of an approved mail out of Drafts before it leaves, so that it cannot be sent from there as well. One that has gone from there may
 * just have been sent: the mail waits until Sent would show it, and is then held and asked about; so is one that the person has changed there (SAFETY R14).
 */
export async function clearDrafts(app: DraftsKeeping, row: OutboxRow): Promise<Clearance> {
  const now = app.clock.now();
  const before = await app.store.transaction((tx) => copiesOf(tx, row));
  if (before.every((copy) => !isFollowed(copy))) return afterTakingOut(before, now);
  const person = await app.store.transaction((tx) => tx.people.get(row.personId));
  // An earlier version may lie where the conversation was before.
  for (const [mailboxId, copies] of Map.groupBy(before.filter(isFollowed), (copy) => copy.mailboxId)) {
    const looked = await aloneInDrafts(app, mailboxId, () => lookAtDrafts(app, person, mailboxId, copies));
    if (looked === null) return { type: "wait", until: now.add({ minutes: 1 }), told: null };
    if (!looked.ok) return app.store.transaction((tx) => waitForDrafts(tx, app, row, looked.error.says));
  }
  return app.store.transaction(async (tx) => {
    const after = await copiesOf(tx, row);
    const left = after.filter(isFollowed);
    return left.length === 0 ? afterTakingOut(after, now) : withCopiesLeft(tx, app, row, left);
  });
}

/** Whether nothing of an approved mail lies in Drafts, or did until a moment ago; else `clearDrafts` comes first. `copies` are all of it. */
export const isGoneFromDrafts = (copies: readonly DraftCopyRow[], now: Temporal.Instant): boolean =>
  !copies.some(isFollowed) && afterTakingOut(copies, now).type === "clear";

/** With the candidacy locked: nobody else moves a copy until this transaction ends. */
async function copiesOf(tx: Tx, { draftId }: OutboxRow): Promise<readonly DraftCopyRow[]> {
  const draft = draftId ? await tx.drafts.get(draftId) : null;
  if (!draft) return [];
  await tx.candidacies.lock(draft.candidacyId);
  return tx.draftCopies.ofFollowUp(draft.followUpId);
}

const isFollowed = ({ state }: DraftCopyRow): boolean => followedStates.some((one) => one === state);

/** `left`: the copies that could not be taken out. A hold and what is concluded from it are one transaction: between them the mail could leave. */
async function withCopiesLeft(
  tx: Tx,
  app: DraftsKeeping,
  row: OutboxRow,
  left: readonly DraftCopyRow[],
): Promise<Clearance> {
  if (left.some(({ state }) => state === "edited")) {
    await hold(tx, app, row, undefined, changedThere);
    return { type: "held" };
  }
  const [gone] = left.flatMap(({ goneSince, mailboxId }) => (goneSince ? [{ goneSince, mailboxId }] : []));
  if (!gone) return waitForDrafts(tx, app, row, "The folder does not say what it holds.");
  const now = app.clock.now();
  const { healthyAt } = await tx.mailboxes.get(gone.mailboxId);
  if (!isSettled(gone.goneSince, { readUntil: healthyAt, now })) {
    const until = later(gone.goneSince.add({ minutes: settlingMinutes }), now);
    return { type: "wait", until, told: null };
  }
  if (await hold(tx, app, row, undefined, goneFromThere))
    // It is asked about now, so it stops nothing any more.
    for (const { draft, state } of left)
      if (state === "missing")
        await tx.draftCopies.move(draft.id, state, { state: "let_go", goneSince: null });
  return { type: "held" };
}

const changedThere =
  "you changed its copy in Drafts, or began one of your own there. Send that one from there, or delete it there and approve this one again.";

const goneFromThere =
  "its copy has gone from Drafts, and I cannot tell whether you sent or deleted it. Look in Sent before you approve it again.";

/** A mail program that was sending the copy while it was taken out has filed it in Sent by then. In minutes. */
const grace = 2;

function afterTakingOut(copies: readonly DraftCopyRow[], now: Temporal.Instant): Clearance {
  const taken = copies.flatMap(({ state, goneSince }) =>
    state === "removed" && goneSince ? [goneSince] : [],
  );
  const until = taken.map((at) => at.add({ minutes: grace })).find((at) => isBefore(now, at));
  return until ? { type: "wait", until, told: null } : { type: "clear" };
}

/** Where the settling time is over and Sent was not read since, a minute from now. */
const later = (settled: Temporal.Instant, now: Temporal.Instant): Temporal.Instant =>
  isBefore(now, settled) ? settled : now.add({ minutes: 1 });
