import type { DraftId } from "../domain/ids.ts";
import { wantsShorter } from "../domain/wish-words.ts";
import type { Person, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import { newWording } from "./choose-wording.ts";
import { type Matter, matterOf } from "./matter.ts";
import { type Asking, askingFor, type Proposing, propose } from "./propose-drafts.ts";
import { addVersion } from "./write-draft.ts";

/**
 * Makes the next version of a draft of which the person wants other words, outside any transaction where a model is asked. It has a hash of its own
 * and needs its own approval (POLICY 7.3). Where nobody can reword it, that is told and the draft stays as it was.
 */
export async function reviseDraft(app: Proposing, id: DraftId): Promise<void> {
  const begun = await app.store.transaction(async (tx) => {
    const wished = await wishedMatter(tx, app, id);
    return wished && { person: wished.person, asking: await askingFor(tx, app, wished) };
  });
  if (!begun) return;
  const trouble = await ask(app, begun);
  await app.store.transaction(async (tx) => {
    const matter = await wishedMatter(tx, app, id);
    if (!matter?.known) return;
    await tx.drafts.wish(id, null);
    const { hash } = await askingFor(tx, app, matter);
    if (hash !== begun.asking.hash) return cannot(tx, app, matter, "something changed meanwhile");
    const proposed = (await tx.proposals.find(matter.person.id, hash))?.text ?? null;
    const shorter = proposed === null ? shorterText(app, matter) : null;
    const text = proposed ?? shorter;
    if (text === null || text === matter.known.text) return cannot(tx, app, matter, trouble);
    const by = proposed === null ? "template" : "model";
    const draft = await addVersion(tx, app, matter, { ...matter.known, by, text });
    await tx.journal.append({
      personId: matter.person.id,
      candidacyId: draft.candidacyId,
      at: app.clock.now(),
      type: "reworded",
      by: "program",
      says: `The mail to ${draft.to.address} has a new version.`,
      evidence: [draft.text],
      data: { draft: draft.id, version: draft.version, hash: draft.hash },
    });
  });
}

/** What the wish is about, as it stands now; null where it was dealt with, or the mail is not due any more. */
async function wishedMatter(tx: Tx, app: Proposing, id: DraftId): Promise<Matter | null> {
  const draft = await tx.drafts.get(id);
  if (!draft?.wish) return null;
  const followUp = await tx.followUps.get(draft.followUpId);
  const person = await tx.people.ofCandidacy(draft.candidacyId);
  const isOpen = (followUp.status === "planned" || followUp.status === "offered") && followUp.to !== null;
  const matter = isOpen ? await matterOf(tx, app, person, followUp) : null;
  if (matter?.known?.id === id) return matter;
  await tx.drafts.wish(id, null);
  return null;
}

async function ask(
  app: Proposing,
  { person, asking }: { readonly person: Person; readonly asking: Asking },
): Promise<string> {
  const { drafter } = app;
  if (drafter === null) return "no model is configured that could";
  const known = await app.store.transaction((tx) => tx.proposals.find(person.id, asking.hash));
  return known === null ? ((await propose({ ...app, drafter }, person.id, asking)) ?? "") : "";
}

/** Without a model a draft can be made shorter, and nothing else. */
function shorterText(
  { writer }: Pick<App, "writer">,
  { followUp, facts, tone, known }: Matter,
): string | null {
  if (!known?.wish || !wantsShorter(known.wish)) return null;
  const shorter = newWording(
    writer,
    { kind: followUp.kind, facts: { ...facts, brief: true }, tone },
    0,
    [],
  ).text;
  return shorter.length < known.text.length ? shorter : null;
}

const cannot = (tx: Tx, app: Pick<App, "clock">, { person, known }: Matter, trouble: string): Promise<void> =>
  tx.journal.append({
    personId: person.id,
    candidacyId: null,
    at: app.clock.now(),
    type: "reply_doubt",
    by: "program",
    says: `"${known?.wish ?? ""}": the draft stays as it was, because ${trouble || "nothing else came of it"}. Answer with its number, "send:" and your own text to put it in your words.`,
  });
