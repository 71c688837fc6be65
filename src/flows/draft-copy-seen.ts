import type { Temporal } from "temporal-polyfill";
import { afterLook, type CopySeen, type CopyState } from "../domain/drafts-folder.ts";
import type { MailboxId } from "../domain/ids.ts";
import { kindNames } from "../domain/kind-names.ts";
import type { DraftCopyRow, FollowUpRow, Person, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import { standingOf } from "./draft-copy-standing.ts";
import { replan } from "./plan-follow-ups.ts";

/**
 * Writes down what was seen of a copy, and what follows from it, in one transaction; nothing where it has moved on since it was ordered. Gives when the
 * candidacy must be looked at again where the person has deleted the copy, so that its mail is skipped; else null.
 */
export async function noteSeen(
  tx: Tx,
  app: Pick<App, "clock" | "ids" | "holidays">,
  copy: DraftCopyRow,
  seen: CopySeen,
): Promise<Temporal.Instant | null> {
  const now = app.clock.now();
  const { draft } = copy;
  const person = await tx.people.ofCandidacy(draft.candidacyId);
  const standing = await standingOf(tx, person, draft, now);
  const { healthyAt } = await tx.mailboxes.get(copy.mailboxId);
  const after = afterLook(copy, seen, standing, { readUntil: healthyAt, now });
  if (!(await tx.draftCopies.move(draft.id, copy.state, after)) || after.state === copy.state) return null;
  const followUp = await tx.followUps.get(draft.followUpId);
  const of = { personId: person.id, candidacyId: draft.candidacyId, at: now };
  if (after.state === "deleted") {
    if (!(await tx.followUps.setStatus(followUp.id, ["offered"], "skipped"))) return null;
    await tx.journal.append({
      ...of,
      type: "skipped",
      by: "person",
      says: `You deleted the ${nameOf(copy, followUp)} from Drafts, so it is left out.`,
      data: { key: followUp.key, draft: draft.id, folder: "drafts", proof: { by: "hand" } },
    });
    return replan(tx, app, person, draft.candidacyId);
  }
  if (seen.type === "lost" && copy.place === null) {
    await tellNoFolder(tx, person, copy.mailboxId, now);
    return null;
  }
  const says = sayings[after.state]?.(nameOf(copy, followUp), copy, seen, followUp);
  if (says)
    await tx.journal.append({
      ...of,
      type: "drafts_folder",
      by: after.state === "edited" ? "person" : "program",
      says: says.says,
      data: { draft: draft.id, tells: says.tells },
    });
  return null;
}

/** Once a mailbox, not once for each draft that is not put there. */
async function tellNoFolder(
  tx: Tx,
  { id: personId }: Pick<Person, "id">,
  mailboxId: MailboxId,
  now: Temporal.Instant,
): Promise<void> {
  const { address, connectedAt } = await tx.mailboxes.get(mailboxId);
  const says = `No folder of ${address} looks like Drafts, so no draft is put there; make one, or set "drafts-folder" off.`;
  const story = await tx.journal.since(personId, connectedAt);
  if (story.some((entry) => entry.type === "drafts_folder" && entry.says === says)) return;
  await tx.journal.append({
    personId,
    candidacyId: null,
    at: now,
    type: "drafts_folder",
    by: "program",
    says,
    data: { tells: true },
  });
}

const nameOf = ({ draft: { to } }: DraftCopyRow, { kind }: FollowUpRow): string =>
  `${kindNames[kind].noun} ${kindNames[kind].whom} ${to.name || to.address}`;

type Saying = { readonly says: string; readonly tells: boolean };

/** `tells`: the next digest says it. */
const sayings: Readonly<
  Partial<
    Record<
      CopyState,
      (name: string, copy: DraftCopyRow, seen: CopySeen, followUp: FollowUpRow) => Saying | undefined
    >
  >
> = {
  lies: (name, { state }) =>
    state === "putting" ? { says: `A copy of the ${name} lies in Drafts.`, tells: false } : undefined,
  edited: (name) => ({
    says: `The ${name} was changed in Drafts, or you began one of your own there; it is left alone.`,
    tells: false,
  }),
  missing: (name) => ({ says: `The copy of the ${name} is not in Drafts any more.`, tells: false }),
  removed: (name, { place }) =>
    place === null
      ? undefined
      : { says: `The copy of the ${name} does not lie in Drafts any more.`, tells: false },
  let_go: (name, _copy, seen, { status }) =>
    seen.type === "edited"
      ? { says: `The ${name} that you changed or began still lies in Drafts, ${ends(status)}`, tells: true }
      : { says: `Drafts is another folder now, so the copy of the ${name} is not followed.`, tells: false },
};

const ends = (status: FollowUpRow["status"]): string =>
  status === "sent"
    ? "but that mail has been sent: delete it there."
    : `but that mail ${status === "skipped" ? "was left out" : "is not due any more"}: delete it there, or send it if you still want to.`;
