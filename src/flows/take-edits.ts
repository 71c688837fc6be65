import type { Decision } from "../domain/approval.ts";
import { editedBlock, editedLater } from "../domain/confirmation-words.ts";
import type { Draft } from "../domain/draft.ts";
import { editedQuote } from "../domain/edited-quote.ts";
import type { CandidacyId } from "../domain/ids.ts";
import { type Result, refuse } from "../domain/result.ts";
import type { DigestItemRow } from "../ports/store.ts";
import { approvable } from "./approvable.ts";
import type { Shown } from "./carry-out.ts";
import { isQuoteChanged } from "./changed-quote.ts";
import { type Deciding, undo } from "./decide.ts";
import { editDraft } from "./edit-draft.ts";
import { openForChange } from "./reword-draft.ts";
import type { Told } from "./told.ts";

/** What came of the quoted drafts that read otherwise than they were shown, and which decisions are left to be carried out. */
export type Edits = {
  readonly decisions: readonly Decision[];
  readonly touched: readonly CandidacyId[];
  readonly told: readonly Partial<Told>[];
};

/**
 * Keeps every draft that the person edited inside the quote of their answer as a new version of theirs, which needs an approval of its own: "1 ok"
 * beside it is not meant for the old one (POLICY 7.3, SAFETY R12). Where it is unclear what they made of it, nothing is done about that line.
 */
export async function takeEdits(
  deciding: Deciding,
  decisions: readonly Decision[],
  shown: Shown,
): Promise<Edits> {
  let left = decisions;
  const touched: CandidacyId[] = [];
  const told: Partial<Told>[] = [];
  for (const item of shown.items) {
    const about = decisions.filter((decision) => decision.item === item.n).map(({ type }) => type);
    if (item.draftId === null || about.some((type) => overrules.has(type))) continue;
    const draft = await deciding.tx.drafts.get(item.draftId);
    if (!draft) continue;
    const kept = await takeEdit(deciding, { item, draft, about }, shown);
    if (kept === null) continue;
    left = left.filter(({ item: n, type }) => n !== item.n || !(kept.ok ? spent : unsure).has(type));
    if (!kept.ok) told.push({ doubts: [`${item.n}: ${kept.error}`] });
    else {
      touched.push(draft.candidacyId);
      told.push(await toldOf(deciding, item.n, kept.value, about.includes("approve")));
    }
  }
  return { decisions: left, touched, told };
}

/** The new version in full, to be approved; where it could not be approved now, that it is kept, and why it must wait. */
async function toldOf(
  { app, tx, person }: Deciding,
  n: number,
  draft: Draft,
  approved: boolean,
): Promise<Partial<Told>> {
  const could = await approvable(tx, person, draft, app.clock.now());
  return could.ok
    ? {
        blocks: [editedBlock(n, draft, approved)],
        late: [editedLater(draft)],
        shown: [{ n, draftId: draft.id, asks: true }],
      }
    : { doubts: [`${n}: ${editedLater(draft)} ${could.error}`] };
}

type Types = readonly Decision["type"][];
const set = (...types: Types): ReadonlySet<Decision["type"]> => new Set(types);
/** What is left out, ended, or sent in other words needs no new version. */
const overrules = set("skip", "replace", "close", "no_more");
/** An edit takes an approval back by itself. */
const spent = set("approve", "undo");
const unsure = set("approve", "later", "revise");

/** Null: the quote is as it was, or unclear about a mail that is not due any more. */
async function takeEdit(
  deciding: Deciding,
  { item, draft, about }: { item: DigestItemRow; draft: Draft; about: Types },
  shown: Shown,
): Promise<Result<Draft, string> | null> {
  const { tx } = deciding;
  const edit = editedQuote(shown.answer, { ...draft, n: item.n });
  const isChanged =
    edit === null &&
    about.includes("approve") &&
    (await isQuoteChanged(deciding, { draft, n: item.n }, shown));
  if (edit === null && !isChanged) return null;
  if (edit === null || edit === "doubt") {
    const { status } = await tx.followUps.get(draft.followUpId);
    const isOpen = status === "planned" || status === "offered" || status === "approved";
    if (!isOpen && about.length === 0) return null;
    // What they approved before may not be what they want now.
    if (status === "approved") {
      const undone = await undo(deciding, draft.followUpId);
      if (!undone.ok) return undone;
    }
    return refuse(
      `You changed the quoted text, and I am not sure where yours begins and ends, so nothing was done. Answer "${item.n} send:" with the whole text behind it.`,
    );
  }
  if (about.includes("revise"))
    return refuse("You changed the quoted text and asked for other words as well, so I did neither.");
  const newest = await tx.drafts.newest(draft.followUpId);
  // An answer that quotes an answer brings the same edit again.
  if (newest?.by === "person" && newest.text === edit.text) return null;
  const open = await openForChange(deciding, draft);
  return open.ok ? editDraft(deciding, open.value, edit.text) : open;
}
