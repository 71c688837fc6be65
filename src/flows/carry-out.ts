import type { Decision, Proof, Reading } from "../domain/approval.ts";
import type { CandidacyId, OutboxId } from "../domain/ids.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { DigestItemRow } from "../ports/store.ts";
import { answerQuestion } from "./answer-question.ts";
import { approve, type Deciding, postpone, skip, undo } from "./decide.ts";
import { close, reopen, undoMove } from "./decide-candidacy.ts";
import { replan } from "./plan-follow-ups.ts";
import type { Afterwards, Received } from "./receive-message.ts";
import { confirmSending } from "./send-again.ts";

type Done = { readonly candidacyId?: CandidacyId; readonly outbox?: Afterwards["outbox"][number] };

/** Carries out what a reply says, part by part: clear parts act, what is doubtful or refused is told in the next digest (POLICY 7.2). */
export async function carryOut(
  received: Received,
  reading: Reading,
  items: readonly DigestItemRow[],
  proof: Proof,
): Promise<Afterwards> {
  const { app, tx, person, now } = received;
  const touched = new Set<CandidacyId>();
  const outbox: Afterwards["outbox"][number][] = [];
  const doubts = reading.doubts.map(({ words, question }) => `"${words}": ${question}`);
  for (const decision of reading.decisions) {
    const item = items.find(({ n }) => n === decision.item);
    const done = item
      ? await carryOutOne({ app, tx, person, proof }, decision, item)
      : refuse(`There is no number ${decision.item}.`);
    if (!done.ok) doubts.push(`${decision.item}: ${done.error}`);
    else {
      if (done.value.candidacyId) touched.add(done.value.candidacyId);
      if (done.value.outbox) outbox.push(done.value.outbox);
    }
  }
  for (const says of doubts)
    await tx.journal.append({
      personId: person.id,
      candidacyId: null,
      at: now,
      type: "reply_doubt",
      by: "program",
      says,
    });
  const plans: Afterwards["plans"][number][] = [];
  for (const id of touched) plans.push({ id, at: await replan(tx, app, person, id) });
  return { plans, outbox };
}

async function carryOutOne(
  deciding: Deciding,
  decision: Decision,
  item: DigestItemRow,
): Promise<Result<Done, string>> {
  const { tx } = deciding;
  const draft = item.draftId ? await tx.drafts.get(item.draftId) : null;
  switch (decision.type) {
    case "approve": {
      if (!draft) return refuse("That is no draft.");
      const approved = await approve(deciding, draft.id, draft.hash);
      return approved.ok
        ? ok({
            candidacyId: draft.candidacyId,
            outbox: { id: approved.value.outboxId, at: approved.value.leavesAt },
          })
        : approved;
    }
    case "skip":
      return draft ? named(await skip(deciding, draft.followUpId)) : refuse("That is no draft.");
    case "later": {
      if (!draft) return refuse("That is no draft.");
      const day = await postpone(deciding, draft.followUpId, decision.until);
      return day.ok ? ok({ candidacyId: draft.candidacyId }) : day;
    }
    case "undo":
      if (draft) return named(await undo(deciding, draft.followUpId));
      return item.candidacyId
        ? named(await undoMove(deciding, item.candidacyId))
        : refuse("There is nothing to undo.");
    case "reopen":
    case "close": {
      const id = item.candidacyId ?? draft?.candidacyId;
      if (!id) return refuse("That line is about no candidacy.");
      const done = decision.type === "reopen" ? await reopen(deciding, id) : await close(deciding, id);
      return done.ok ? ok({ candidacyId: id }) : done;
    }
    case "send_again":
    case "was_sent":
      return item.outboxId
        ? confirming(deciding, item.outboxId, decision.type)
        : refuse("That was no question about a sending.");
    case "answer":
      return item.messageId
        ? named(await answerQuestion(deciding, item, decision.yes))
        : refuse("That is no question.");
  }
}

async function confirming(
  deciding: Deciding,
  id: OutboxId,
  says: "send_again" | "was_sent",
): Promise<Result<Done, string>> {
  const done = await confirmSending(deciding, id, says);
  if (!done.ok) return done;
  return ok({
    ...(done.value.candidacyId && { candidacyId: done.value.candidacyId }),
    outbox: { id, at: deciding.app.clock.now() },
  });
}

const named = (result: Result<CandidacyId, string>): Result<Done, string> =>
  result.ok ? ok({ candidacyId: result.value }) : result;
