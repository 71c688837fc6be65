import type { Temporal } from "temporal-polyfill";
import type { Proof } from "../domain/approval.ts";
import type { DraftId } from "../domain/ids.ts";
import { type LinkAct, mayDo } from "../domain/link.ts";
import type { Address } from "../domain/message.ts";
import { cleanLine } from "../domain/plain-text.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { Reminder } from "../ports.ts";
import type { App } from "./app.ts";
import { approve, type Deciding, postpone, skip, undo } from "./decide.ts";
import { editDraft } from "./edit-draft.ts";
import { approvalByLink } from "./link-approval.ts";
import { type Outcome, whatBecame } from "./link-outcome.ts";
import { type OpenLink, openLink, readLink, type ShutLink } from "./link-standing.ts";
import { replan } from "./plan-follow-ups.ts";
import { remindPlans } from "./remind-plans.ts";
import { askForChange } from "./reword-draft.ts";
import { tellOfLink } from "./tell-of-link.ts";

type Reminding = { readonly reminder: Reminder; readonly at: Temporal.Instant };
/** What was done, and to which mail. */
export type Decided = Outcome & {
  readonly act: LinkAct["type"];
  readonly to: Address;
  readonly subject: string;
};

/**
 * Does what a form on a link's page asks for. The link has then acted: both are one transaction, in which the candidacy is held, so that of many
 * forms sent at once one acts (SAFETY R12, R35). A refusal leaves the link as it was.
 */
export async function decideByLink(
  app: Pick<App, "store" | "clock" | "ids" | "holidays" | "mime" | "queue" | "links">,
  token: string,
  act: LinkAct,
): Promise<Result<Decided, ShutLink>> {
  const read = readLink(app, token);
  if (!read.ok) return read;
  const done = await app.store.transaction(async (tx) => {
    const link = await openLink(tx, app, read.value, "held");
    if (!link.ok) return link;
    const { claims, person, draft } = link.value;
    if (!mayDo(claims, act)) return refused("This link cannot do that.");
    const proof: Proof = { by: "link", mailId: claims.mailId };
    const acted = await actOn({ app, tx, person, proof }, link.value, act);
    if (!acted.ok) return refused(acted.error);
    const now = app.clock.now();
    const { id } = link.value;
    await tx.links.insert({ id, personId: person.id, draftId: draft.id, act: act.type, at: now });
    const plan = { id: draft.candidacyId, at: await replan(tx, app, person, draft.candidacyId) };
    const stands = { ...link.value, followUp: await tx.followUps.get(draft.followUpId) };
    const outcome = await whatBecame(tx, app, stands, act.type);
    const told = await tellOfLink(tx, app, stands, act, { ...outcome, newVersion: acted.value.version });
    return ok({
      outcome: { act: act.type, to: draft.to, subject: cleanLine(draft.subject), ...outcome },
      plan,
      reminders: [...acted.value.reminders, ...told],
    });
  });
  if (!done.ok) return done;
  for (const { reminder, at } of done.value.reminders) await app.queue.remind(reminder, at);
  await remindPlans(app, [done.value.plan]);
  return ok(done.value.outcome);
}

const refused = (says: string): Result<never, ShutLink> =>
  refuse({ why: "refused", says, undo: null, about: null });

/** What the queue must be told, and the version that came about, where one did. */
type Acted = { readonly reminders: readonly Reminding[]; readonly version: DraftId | null };
const nothingMore: Acted = { reminders: [], version: null };

async function actOn(
  deciding: Deciding,
  { draft, person }: OpenLink,
  act: LinkAct,
): Promise<Result<Acted, string>> {
  const { app, tx } = deciding;
  const now = app.clock.now();
  switch (act.type) {
    case "approve": {
      const { notBefore } = await approvalByLink(tx, person, now);
      const approved = await approve(deciding, draft.id, draft.hash, notBefore);
      if (!approved.ok) return approved;
      const { outboxId, leavesAt } = approved.value;
      return ok({
        ...nothingMore,
        reminders: [{ reminder: { queue: "outbox", id: outboxId }, at: leavesAt }],
      });
    }
    case "skip":
      return quietly(await skip(deciding, draft.followUpId));
    case "later":
      return quietly(await postpone(deciding, draft.followUpId, act.until));
    case "wish": {
      if (act.wish.trim() === "") return refuse("Say what is to be different.");
      const asked = await askForChange(deciding, draft, act.wish);
      if (!asked.ok) return asked;
      return ok({ ...nothingMore, reminders: [{ reminder: { queue: "draft", id: asked.value }, at: now }] });
    }
    case "edit": {
      const edited = await editDraft(deciding, draft, act.text);
      return edited.ok ? ok({ ...nothingMore, version: edited.value.id }) : edited;
    }
    case "undo":
      return quietly(await undo(deciding, draft.followUpId));
  }
}

const quietly = <T>(result: Result<T, string>): Result<Acted, string> =>
  result.ok ? ok(nothingMore) : result;
