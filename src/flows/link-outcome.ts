import { Temporal } from "temporal-polyfill";
import type { LinkAct } from "../domain/link.ts";
import { spokenDate, spokenTime } from "../domain/spoken.ts";
import type { Person, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import type { OpenLink } from "./link-standing.ts";

/** What became of a draft, in sentences; `undo` is the token of a link that takes it back, null where nothing can be. */
export type Outcome = { readonly says: string; readonly undo: string | null };

/** Tells how the draft behind a link stands; `act` is what the link itself did, null where it did nothing. */
export async function whatBecame(
  tx: Tx,
  app: Pick<App, "clock" | "links">,
  { claims, person, draft, followUp }: OpenLink,
  act: LinkAct["type"] | null,
): Promise<Outcome> {
  if (act === "wish") return { says: sentences.wish, undo: null };
  if (act === "edit") return { says: sentences.edit, undo: null };
  if (followUp.status === "sent") return { says: sentences.sent, undo: null };
  if (followUp.status === "dropped") return { says: sentences.dropped, undo: null };
  const undoUntil = (at: Temporal.Instant): string | null =>
    app.links?.sign({ ...claims, purpose: "undo", expiresAt: at }) ?? null;
  const isNewest = (await tx.drafts.newest(followUp.id))?.id === draft.id;
  if (followUp.status === "approved") {
    const row = isNewest ? await tx.outbox.ofDraft(draft.id) : null;
    if (!row) return { says: sentences.otherVersion, undo: null };
    if (row.state !== "queued") return { says: sentences.onItsWay, undo: null };
    return {
      says: `It is approved and goes out ${spokenMoment(row.notBefore, person, app.clock.now())}; until then it can be stopped.`,
      undo: undoUntil(row.notBefore),
    };
  }
  if (!isNewest) return { says: sentences.takenBack, undo: null };
  if (followUp.status === "skipped") return { says: sentences.skipped, undo: undoUntil(claims.expiresAt) };
  const today = app.clock.now().toZonedDateTimeISO(person.zone).toPlainDate();
  if (followUp.notBefore && Temporal.PlainDate.compare(followUp.notBefore, today) > 0)
    return {
      says: `It is put off until ${spokenDate(followUp.notBefore, today)}. The digest of that day shows it again.`,
      undo: undoUntil(claims.expiresAt),
    };
  return { says: sentences.takenBack, undo: null };
}

/** "on Friday 22 May at 09:04", by the person's clock. */
export function spokenMoment(
  at: Temporal.Instant,
  { zone }: Pick<Person, "zone">,
  now: Temporal.Instant,
): string {
  const local = at.toZonedDateTimeISO(zone);
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  return `on ${spokenDate(local.toPlainDate(), today)} at ${spokenTime(local.toPlainTime())}`;
}

const sentences = {
  wish: "Other words were asked for. The new version needs your approval: it stands in the next digest, with a link of its own. Nothing is sent before.",
  edit: "The text was changed. Nothing is sent by that: the new text needs your approval, by a mail that is on its way to you or by the next digest.",
  sent: "It was sent.",
  dropped: "It is no longer due, so nothing is sent.",
  onItsWay: "It is on its way, and can no longer be stopped here.",
  otherVersion: "Another version of it is approved. The next digest says more.",
  takenBack: "The decision was taken back. Nothing is sent; it stands in the next digest again.",
  skipped: "It is left out. It does not come back while nothing changes.",
} as const;
