import type { DraftPart } from "../domain/digest.ts";
import type { Draft } from "../domain/draft.ts";
import type { JournalRow, Person, Tx } from "../ports/store.ts";
import { aroundDraft } from "./around-draft.ts";
import { leavesFrom } from "./leaves-from.ts";
import type { Offer } from "./offers-today.ts";
import { isByLink } from "./tell-of-link.ts";

/** Gives what a digest shows of a draft, and what happened to it since the last one: the words that would leave, to whom, and whether a quote leaves below them (SAFETY R47). */
export async function draftPart(
  tx: Tx,
  person: Person,
  draft: Draft,
  { kind, reason, candidacy }: Offer,
  news: readonly JournalRow[],
): Promise<Omit<DraftPart, "brief">> {
  const held = news.some(
    ({ type, candidacyId, data }) => type === "held" && candidacyId === candidacy.id && data?.wrote !== false,
  );
  const reworded = news.find(({ type, data }) => type === "reworded" && data?.draft === draft.id);
  const { quoted } = await aroundDraft(tx, person, draft);
  const from = await leavesFrom(tx, person, candidacy.id);
  return {
    kind,
    employer: candidacy.employer,
    role: candidacy.role,
    ...(from !== null && { from }),
    to: draft.to,
    subject: draft.subject,
    text: draft.text,
    ...(quoted !== null && { quotes: true }),
    reason,
    remark: held
      ? "they wrote since"
      : reworded && isByLink(reworded)
        ? "its text was changed on its page"
        : null,
  };
}
