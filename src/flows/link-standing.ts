import { createHash } from "node:crypto";
import type { Draft } from "../domain/draft.ts";
import { hasExpired, isForHash, type LinkClaims } from "../domain/link.ts";
import type { Address } from "../domain/message.ts";
import { cleanLine } from "../domain/plain-text.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { CandidacyRow, FollowUpRow, Person, Tx, UsedLink } from "../ports/store.ts";
import type { App } from "./app.ts";
import { whatBecame } from "./link-outcome.ts";

/** A link that does something still, and what it is about. */
export type OpenLink = {
  readonly id: string;
  readonly claims: LinkClaims;
  readonly person: Person;
  readonly candidacy: CandidacyRow;
  readonly draft: Draft;
  readonly followUp: FollowUpRow;
};

/**
 * Why a link opens nothing: no such address; a signature that is not ours; past its time; links are switched off; what it was about is gone; it has
 * acted already; its draft was decided elsewhere, or is no longer as it was shown; what was asked for cannot be done.
 */
export type ShutLink = {
  readonly why:
    | "no link"
    | "forged"
    | "expired"
    | "off"
    | "gone"
    | "used"
    | "decided"
    | "changed"
    | "refused";
  /** Sentences for the person; of the draft they tell nothing but how it was decided. */
  readonly says: string;
  /** To whom and about what the mail is on which was decided; null where nothing was, or the link does not show it. */
  readonly about: { readonly to: Address; readonly subject: string } | null;
  /** A link that takes back what was decided; null where that cannot be. */
  readonly undo: string | null;
};

export type Linked = Pick<App, "clock" | "ids" | "holidays" | "links">;

/** A token of ours that has not expired. */
export type ReadLink = Pick<OpenLink, "id" | "claims">;

/** Gives what a token says by itself. Whoever makes tokens up costs the store nothing. */
export function readLink(app: Pick<App, "clock" | "links">, token: string): Result<ReadLink, ShutLink> {
  const read = app.links?.read(token) ?? refuse("no link" as const);
  if (!read.ok) return shut(read.error, sentences[read.error]);
  const claims = read.value;
  if (hasExpired(claims, app.clock.now())) return shut("expired", sentences[claims.purpose]);
  return ok({ id: linkId(token), claims });
}

/**
 * Gives what a token opens now. Whatever the token is, this changes nothing (SAFETY R34); `held` keeps the candidacy from changing until the
 * transaction ends, for whoever goes on to decide.
 */
export async function openLink(
  tx: Tx,
  app: Linked,
  { id, claims }: ReadLink,
  held: "held" | "",
): Promise<Result<OpenLink, ShutLink>> {
  const shown = await tx.drafts.get(claims.draftId);
  if (!shown || !isForHash(claims, shown.hash)) return shut("gone", sentences.gone);
  if (held === "held") await tx.candidacies.lock(shown.candidacyId);
  // A candidacy may have been merged into another one since.
  const draft = (await tx.drafts.get(shown.id)) ?? shown;
  const person = await tx.people.ofCandidacy(draft.candidacyId);
  const candidacy = (await tx.candidacies.all(person.id)).find((one) => one.id === draft.candidacyId);
  if (person.id !== claims.personId || !candidacy) return shut("gone", sentences.gone);
  if (!person.preferences.links) return shut("off", sentences.off);
  const followUp = await tx.followUps.get(draft.followUpId);
  const link = { id, claims, person, candidacy, draft, followUp };
  const used = await tx.links.find(id);
  return claims.purpose === "undo" ? undoing(tx, app, link, used) : deciding(tx, app, link, used);
}

/** The name of a token in the store. */
const linkId = (token: string): string => createHash("sha256").update(token).digest("hex");

async function deciding(
  tx: Tx,
  app: Linked,
  link: OpenLink,
  used: UsedLink | null,
): Promise<Result<OpenLink, ShutLink>> {
  const { candidacy, draft, followUp } = link;
  const isOpen = followUp.status === "planned" || followUp.status === "offered";
  if (used || !isOpen) {
    const { says, undo } = await whatBecame(tx, app, link, used?.act ?? null);
    return shut(used ? "used" : "decided", says, undo, aboutOf(draft));
  }
  const newest = await tx.drafts.newest(followUp.id);
  if (newest?.id !== draft.id || followUp.to?.address !== draft.to.address)
    return shut("changed", sentences.changed);
  if (draft.wish !== null) return shut("changed", sentences.wished);
  return candidacy.wordCount === draft.wordCount ? ok(link) : shut("changed", sentences.written);
}

async function undoing(
  tx: Tx,
  app: Linked,
  link: OpenLink,
  used: UsedLink | null,
): Promise<Result<OpenLink, ShutLink>> {
  const { says, undo } = await whatBecame(tx, app, link, used?.act ?? null);
  if (used) return shut("used", says, null, aboutOf(link.draft));
  return undo === null ? shut("decided", says, null, aboutOf(link.draft)) : ok(link);
}

const shut = (
  why: ShutLink["why"],
  says: string,
  undo: string | null = null,
  about: ShutLink["about"] = null,
): Result<never, ShutLink> => refuse({ why, says, undo, about });

const aboutOf = ({ to, subject }: Draft): ShutLink["about"] => ({ to, subject: cleanLine(subject) });

const sentences = {
  "no link":
    "There is no such link here. Perhaps a line break has cut it: open it from the digest once more.",
  forged:
    "This link was not signed by this installation, or was changed on its way. Open it from the digest once more.",
  draft:
    "A link in a digest works for seven days. What is still open stands in the newest digest, with a new link.",
  undo: "The time in which this could be taken back is over. The newest digest says how things stand.",
  off: "You have switched links off. Answer the digest by mail: a number and “ok”, “skip” or “later”.",
  gone: "What this link was about is no longer kept here.",
  changed:
    "The draft has another text since this link was made. The new one stands in the next digest, with a link of its own.",
  wished:
    "Other words were asked for since. The new version stands in the next digest, with a link of its own.",
  written:
    "Somebody has written in this conversation since: they, or you. What is due now stands in the next digest.",
} as const;
