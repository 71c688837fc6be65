import type { Temporal } from "temporal-polyfill";
import type { DraftId } from "../domain/ids.ts";
import type { LinkAct } from "../domain/link.ts";
import { cleanLine } from "../domain/plain-text.ts";
import type { JournalRow, Tx } from "../ports/store.ts";
import type { Reminder } from "../ports.ts";
import { answerCommand } from "./answer-command.ts";
import type { App } from "./app.ts";
import type { Outcome } from "./link-outcome.ts";
import type { OpenLink } from "./link-standing.ts";
import { linkToDraft } from "./link-to-draft.ts";
import { nothingObeyed } from "./obey-commands.ts";
import { toldTogether } from "./told.ts";
import { tellByDigest } from "./told-by-digest.ts";

/**
 * Tells the owner at once, by a short mail, what somebody decided by a link that they must be able to stop or go on with: an approval with its cancel
 * window, another text with a link to it (SAFETY R36). Where the short mails of that day are used up, and of everything else, the next digest tells;
 * what was approved does not leave before.
 */
export async function tellOfLink(
  tx: Tx,
  app: Pick<App, "clock" | "ids" | "mime" | "links">,
  { person, draft }: OpenLink,
  act: LinkAct,
  became: Outcome & { readonly newVersion: DraftId | null },
): Promise<readonly { readonly reminder: Reminder; readonly at: Temporal.Instant }[]> {
  const [mailbox] = await tx.mailboxes.inUse(person.id);
  if (!mailbox) return [];
  const mail = `the mail to ${cleanLine(draft.to.name)} <${draft.to.address}>, “${cleanLine(draft.subject)}”`;
  // An answer to the short mail then reaches that digest's lines: "2 undo".
  const line = await tx.digests.lineOf(draft.id);
  const says =
    act.type === "approve"
      ? approvedWords(mail, became.says, became.undo && (app.links?.address(became.undo) ?? null), line?.n)
      : act.type === "edit"
        ? editedWords(mail, await newLink())
        : null;
  if (says === null) return [];
  const sent = await answerCommand(
    tx,
    app,
    { person, mailbox },
    line ? nothingObeyed(person) : { done: [says], doubts: [], wants: new Set() },
    line && {
      told: toldTogether([{ blocks: [says] }]),
      shown: { digestId: line.digestId, confirmation: null },
    },
  );
  const approved = act.type === "approve" ? await tx.outbox.ofDraft(draft.id) : null;
  if (approved && sent.length === 0) await tellByDigest(tx, approved, app.clock.now());
  return sent.map(({ id, at }) => ({ reminder: { queue: "outbox", id }, at }));

  async function newLink(): Promise<string | null> {
    const version = became.newVersion === null ? null : await tx.drafts.get(became.newVersion);
    return version && linkToDraft(app, person, version, app.ids.uuid(), app.clock.now());
  }
}

const approvedWords = (mail: string, says: string, undo: string | null, n: number | undefined): string =>
  [
    `Somebody with the link of your digest, most likely you, approved ${mail}. ${says}`,
    undo === null ? "" : `If it was not you, or you think again, take it back: ${undo}`,
    n === undefined ? "" : `Answering this mail with "${n} undo" stops it as well.`,
  ]
    .filter((line) => line !== "")
    .join("\n\n");

const editedWords = (mail: string, link: string | null): string =>
  [
    `Somebody with the link of your digest, most likely you, changed the text of ${mail}. Nothing is sent by that: the new text needs your approval.`,
    link === null ? "It stands in the next digest." : `Read it and decide: ${link}`,
  ].join("\n\n");

/** What the next digest tells of, whoever it was that had the link (SAFETY R36). */
export const isByLink = ({ data }: Pick<JournalRow, "data">): boolean => {
  const proof = data?.proof;
  return typeof proof === "object" && proof !== null && "by" in proof && proof.by === "link";
};
