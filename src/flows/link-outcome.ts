import { Temporal } from "temporal-polyfill";
import type { LinkAct } from "../domain/link.ts";
import { momentInWords, spokenDate } from "../domain/spoken.ts";
import { dateIn } from "../domain/working-time.ts";
import type { OutboxRow, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import type { OpenLink } from "./link-standing.ts";

/** What became of a draft, in sentences; `undo` is the token of a link that takes it back, null where nothing can be. */
export type Outcome = { readonly says: string; readonly undo: string | null };

/** Tells how the draft behind a link stands; `act` is what the link itself did, null where it did nothing. */
export async function whatBecame(
  tx: Tx,
  app: Pick<App, "clock" | "links">,
  link: OpenLink,
  act: LinkAct["type"] | null,
): Promise<Outcome> {
  const { claims, person, draft, followUp } = link;
  const now = app.clock.now();
  const today = dateIn(person.zone, now);
  const isNewest = (await tx.drafts.newest(followUp.id))?.id === draft.id;
  const row = await tx.outbox.ofDraft(draft.id);
  // How it stands is looked up again when it is used, so the link need not end with what it can still do.
  const undo = isNewest
    ? (app.links?.sign({ ...claims, purpose: "undo", expiresAt: expiryOf(link, row) }) ?? null)
    : null;
  if (followUp.status === "sent") return settled("sent");
  if (followUp.status === "dropped") return settled("dropped");
  if (followUp.status === "approved") {
    if (!isNewest || !row) return settled("otherVersion");
    if (row.state === "failed") return settled("failed");
    if (row.state !== "queued") return settled("onItsWay");
    const at =
      Temporal.Instant.compare(row.notBefore, now) > 0
        ? momentInWords(row.notBefore, person.zone, today)
        : "as soon as it can";
    return { says: `It is approved and goes out ${at}; until then it can be stopped.`, undo };
  }
  if (followUp.status === "skipped") return { says: sentences.skipped, undo };
  if (act === "wish" || act === "edit") return settled(act);
  if (row?.state === "held") return settled("held");
  if (followUp.notBefore && Temporal.PlainDate.compare(followUp.notBefore, today) > 0)
    return {
      says: `It is put off until ${spokenDate(followUp.notBefore, today)}. The digest of that day shows it again.`,
      undo,
    };
  return settled("takenBack");
}

/** What can be taken back is, as long as the link lasts that decided it; one of its last day not before its mail leaves. */
function expiryOf({ claims }: OpenLink, row: OutboxRow | null): Temporal.Instant {
  const dayAfter = row?.notBefore.add({ hours: 24 });
  return dayAfter && Temporal.Instant.compare(dayAfter, claims.expiresAt) > 0 ? dayAfter : claims.expiresAt;
}

const settled = (what: keyof typeof sentences): Outcome => ({ says: sentences[what], undo: null });

const sentences = {
  wish: "Other words were asked for. The new version needs your approval: it stands in the next digest, with a link of its own. Nothing is sent before.",
  edit: "The text was changed. Nothing is sent by that: the new text needs your approval, by a mail that is on its way to you or by the next digest.",
  sent: "It was sent.",
  dropped: "It is no longer due, so nothing is sent.",
  onItsWay: "It is on its way, and can no longer be stopped here.",
  failed: "The mail server refused it, so it was not sent. The next digest says more.",
  held: "It was approved, and then held back: somebody wrote since, or something else spoke against it. Nothing is sent; what is due now stands in the next digest.",
  otherVersion: "Another version of it is approved. The next digest says more.",
  takenBack: "The decision was taken back. Nothing is sent; it stands in the next digest again.",
  skipped: "It is left out. It does not come back while nothing changes.",
} as const;
