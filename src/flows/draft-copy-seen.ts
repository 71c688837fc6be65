import type { Temporal } from "temporal-polyfill";
import { afterLook, type CopySeen, type CopyState } from "../domain/drafts-folder.ts";
import { kindNames } from "../domain/kind-names.ts";
import type { DraftCopyRow, FollowUpRow, Tx } from "../ports/store.ts";
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
  const says = sayings[after.state]?.(nameOf(copy, followUp), copy, seen);
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

const nameOf = ({ draft: { to } }: DraftCopyRow, { kind }: FollowUpRow): string =>
  `${kindNames[kind].noun} ${kindNames[kind].whom} ${to.name || to.address}`;

type Saying = { readonly says: string; readonly tells: boolean };

/** `tells`: the next digest says it. */
const sayings: Readonly<
  Partial<Record<CopyState, (name: string, copy: DraftCopyRow, seen: CopySeen) => Saying | undefined>>
> = {
  lies: (name, { state }) =>
    state === "putting" ? { says: `A copy of the ${name} lies in Drafts.`, tells: false } : undefined,
  edited: (name) => ({ says: `The ${name} was changed in Drafts and is left alone there.`, tells: false }),
  missing: (name) => ({ says: `The copy of the ${name} is not in Drafts any more.`, tells: false }),
  removed: (name, { place }) =>
    place === null
      ? undefined
      : { says: `The copy of the ${name} does not lie in Drafts any more.`, tells: false },
  let_go: (name, { place }, seen) =>
    seen.type === "edited"
      ? {
          says: `The ${name} that you changed still lies in Drafts, but the draft is not offered like that any more: delete it there, or send it if you still want to.`,
          tells: true,
        }
      : place === null
        ? {
            says: `No folder looks like Drafts, so the ${name} was not put there; make one, or set "drafts-folder" off.`,
            tells: true,
          }
        : { says: `Drafts is another folder now, so the copy of the ${name} is not followed.`, tells: false },
};
