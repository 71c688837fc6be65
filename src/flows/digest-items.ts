import { answerableItems, type Digest, type NumberedListName, numberedLists } from "../domain/digest.ts";
import type { DigestItemRow } from "../ports/store.ts";

/** What a line of a digest stands for. */
export type Behind = Partial<Pick<DigestItemRow, "draftId" | "candidacyId" | "messageId" | "outboxId">>;

/** Beside each numbered list of a digest what its lines stand for, in the same order. */
export type BehindLists = Readonly<Record<NumberedListName, readonly Behind[]>>;

/** What each number stands for, kept with the digest: numbers belong to the digest that is answered (POLICY 7.6). */
export function itemsOf(digest: Digest, behind: BehindLists): DigestItemRow[] {
  const lines = numberedLists.flatMap((list) => digest[list].map((_line, at) => behind[list][at] ?? {}));
  return answerableItems(digest).map(({ n, type, asks }, at) => ({
    draftId: null,
    candidacyId: null,
    messageId: null,
    outboxId: null,
    ...lines[at],
    n,
    type,
    asks: asks ?? null,
  }));
}
