import type { DraftFacts } from "../domain/draft-facts.ts";
import type { FollowUpKind } from "../domain/follow-up.ts";
import type { FollowUpRow, Tx } from "../ports/store.ts";
import type { Writer } from "../ports.ts";

type Facts = Omit<DraftFacts, "variant">;
type Written = ReturnType<Writer["draft"]>;

/** Every template has fewer wordings than this. */
const wordings = 60;

/** True when that text is what would be written of these facts today, in whichever wording. */
export const isStillSaid = (writer: Writer, kind: FollowUpKind, facts: Facts, text: string): boolean =>
  wordingsOf(writer, kind, facts, 0).some((written) => written.text === text);

/** Gives the wording from that number on which nobody else of this candidacy was offered: interviewers compare their mails (POLICY 1 thank_you). */
export function newWording(
  writer: Writer,
  kind: FollowUpKind,
  facts: Facts,
  from: number,
  others: readonly string[],
): Written {
  const all = wordingsOf(writer, kind, facts, from);
  const bodies = new Set(others.map(bodyOf));
  const found =
    all.find(({ text }) => !bodies.has(bodyOf(text))) ??
    all.find(({ text }) => !others.includes(text)) ??
    all[0];
  if (found === undefined) throw new Error("there is no wording");
  return found;
}

/** The newest texts of the other mails of that kind in this candidacy. */
export async function textsBeside(
  tx: Tx,
  { id, candidacyId, kind }: Pick<FollowUpRow, "id" | "candidacyId" | "kind">,
): Promise<string[]> {
  const texts: string[] = [];
  for (const other of await tx.followUps.ofCandidacy(candidacyId)) {
    const draft = other.kind === kind && other.id !== id ? await tx.drafts.newest(other.id) : null;
    if (draft) texts.push(draft.text);
  }
  return texts;
}

const wordingsOf = (writer: Writer, kind: FollowUpKind, facts: Facts, from: number): readonly Written[] =>
  Array.from({ length: wordings }, (_, step) => writer.draft(kind, { ...facts, variant: from + step }));

/** A text without its greeting and its sign-off. */
const bodyOf = (text: string): string => text.split("\n\n").slice(1, -1).join("\n\n");
