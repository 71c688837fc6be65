import type { Temporal } from "temporal-polyfill";
import { followedStates, isSettled, type Reading, settlingMinutes } from "../domain/drafts-folder.ts";
import { isBefore } from "../domain/planning.ts";
import type { DraftCopyRow, OutboxRow, Tx } from "../ports/store.ts";
import { visitSeconds } from "./keep-drafts-folder.ts";
import { type DraftsKeeping, lookAtDrafts } from "./look-at-drafts.ts";

/** Whether an approved mail may leave as far as its copies in Drafts go; `says` only where the person should know why it waits. */
export type Clearance =
  | { readonly type: "clear" }
  | { readonly type: "wait"; readonly until: Temporal.Instant; readonly says: string | null }
  | { readonly type: "hold"; readonly why: string };

/**
 * Takes the copies of an approved mail out of Drafts before it leaves, so that it cannot be sent from there as well. One that has gone from there may
 * just have been sent: the mail waits until Sent would show it, and is then asked about; so is one that the person has changed there (SAFETY R14).
 */
export async function clearDrafts(app: DraftsKeeping, row: OutboxRow): Promise<Clearance> {
  const now = app.clock.now();
  const before = await app.store.transaction((tx) => copiesOf(tx, row));
  if (before.every((copy) => !isFollowed(copy))) return afterTakingOut(before, now);
  if (!(await app.store.transaction((tx) => tx.draftCopies.lease(row.mailboxId, visitSeconds))))
    return { type: "wait", until: now.add({ minutes: 1 }), says: null };
  const person = await app.store.transaction((tx) => tx.people.get(row.personId));
  const looked = await lookAtDrafts(app, person, row.mailboxId, before.filter(isFollowed)).finally(() =>
    app.store.transaction((tx) => tx.draftCopies.endLease(row.mailboxId)),
  );
  if (!looked.ok)
    return {
      type: "wait",
      until: now.add({ minutes: 5 }),
      says: `Drafts must be looked at first. ${looked.error.says}`,
    };
  return app.store.transaction(async (tx) => {
    const { healthyAt } = await tx.mailboxes.get(row.mailboxId);
    const after = await copiesOf(tx, row);
    const clearance = clearanceOf(after.filter(isFollowed), { readUntil: healthyAt, now });
    // It is asked about now, so it stops nothing any more.
    if (clearance?.type === "hold")
      for (const { draft, state } of after)
        if (state === "missing")
          await tx.draftCopies.move(draft.id, state, { state: "let_go", goneSince: null });
    return clearance ?? afterTakingOut(after, now);
  });
}

async function copiesOf(tx: Tx, { draftId }: OutboxRow): Promise<readonly DraftCopyRow[]> {
  const draft = draftId ? await tx.drafts.get(draftId) : null;
  return draft ? tx.draftCopies.ofFollowUp(draft.followUpId) : [];
}

const isFollowed = ({ state }: DraftCopyRow): boolean => followedStates.some((one) => one === state);

/** `left`: the copies that could not be taken out; null where there are none. */
function clearanceOf(left: readonly DraftCopyRow[], reading: Reading): Clearance | null {
  if (left.length === 0) return null;
  if (left.some(({ state }) => state === "edited"))
    return {
      type: "hold",
      why: "you changed its copy in Drafts. Send that one from there, or delete it and approve this one again.",
    };
  const [since] = left.flatMap(({ goneSince }) => goneSince ?? []);
  if (since && isSettled(since, reading))
    return {
      type: "hold",
      why: "its copy has gone from Drafts, and I cannot tell whether you sent or deleted it. Look in Sent before you approve it again.",
    };
  return since
    ? { type: "wait", until: later(since.add({ minutes: settlingMinutes }), reading.now), says: null }
    : { type: "wait", until: reading.now.add({ minutes: 5 }), says: null };
}

/** A mail program that was sending the copy while it was taken out has filed it in Sent by then. In minutes. */
const grace = 2;

function afterTakingOut(copies: readonly DraftCopyRow[], now: Temporal.Instant): Clearance {
  const taken = copies.flatMap(({ state, goneSince }) =>
    state === "removed" && goneSince ? [goneSince] : [],
  );
  const until = taken.map((at) => at.add({ minutes: grace })).find((at) => isBefore(now, at));
  return until ? { type: "wait", until, says: null } : { type: "clear" };
}

/** Where the settling time is over and Sent was not read since, a minute from now. */
const later = (settled: Temporal.Instant, now: Temporal.Instant): Temporal.Instant =>
  isBefore(now, settled) ? settled : now.add({ minutes: 1 });
