import type { DraftFacts } from "../domain/draft-facts.ts";
import type { FollowUpKind } from "../domain/follow-up.ts";
import { isSameEmployer } from "../domain/same-employer.ts";
import { sentenceKeys, sharedWith } from "../domain/same-sentence.ts";
import type { ToneProfile } from "../domain/tone.ts";
import type { FollowUpRow, Person, Tx } from "../ports/store.ts";
import type { Writer } from "../ports.ts";

type Facts = Omit<DraftFacts, "variant">;
type Written = ReturnType<Writer["draft"]>;
/** What is written about, and in whose manner. */
type Saying = {
  readonly kind: FollowUpKind;
  readonly facts: Facts;
  readonly tone: ToneProfile | null;
};

/**
 * Gives the wording from that number on that repeats no sentence of the mails that this employer has had or is offered, else the one that
 * repeats fewest: interviewers compare their mails (POLICY 1 thank_you), and nobody likes to read the same words twice.
 */
export function newWording(writer: Writer, saying: Saying, from: number, others: readonly string[]): Written {
  const said = new Set(others.flatMap((text) => [...sentenceKeys(bodyOf(text))]));
  const bodies = new Set(others.map(bodyOf));
  const ranked = wordingsOf(writer, saying, from).map((written) => ({
    written,
    shared: sharedWith(bodyOf(written.text), said),
    known: others.includes(written.text) ? 2 : bodies.has(bodyOf(written.text)) ? 1 : 0,
  }));
  const [best] = ranked.toSorted((a, b) => a.known - b.known || a.shared - b.shared);
  if (best === undefined) throw new Error("there is no wording");
  return best.written;
}

/** The newest texts of the other mails to that employer, in whichever candidacy of theirs; those that the person did not want are nobody's. */
export async function textsBeside(
  tx: Tx,
  person: Pick<Person, "id">,
  { id, candidacyId }: Pick<FollowUpRow, "id" | "candidacyId">,
): Promise<readonly string[]> {
  const all = await tx.candidacies.all(person.id);
  const here = all.find((one) => one.id === candidacyId);
  const theirs = all.filter((one) => one.id === candidacyId || (here && isSameEmployer(one, here)));
  const texts = await tx.drafts.textsIn(theirs.map((one) => one.id));
  return texts.flatMap(({ followUpId, text }) => (followUpId === id ? [] : [text]));
}

/** Every wording once, in the order in which they follow that number. */
function wordingsOf(writer: Writer, { kind, facts, tone }: Saying, from: number): readonly Written[] {
  const all = new Map<string, Written>();
  for (let variant = from; ; variant += 1) {
    const written = writer.draft(kind, { ...facts, variant }, tone);
    if (all.has(written.text)) return [...all.values()];
    all.set(written.text, written);
  }
}

/** A text without its greeting and its sign-off. */
const bodyOf = (text: string): string => text.split("\n\n").slice(1, -1).join("\n\n");
