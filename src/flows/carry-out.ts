import type { Temporal } from "temporal-polyfill";
import type { Decision } from "../domain/approval.ts";
import type { CandidacyId, DraftId, OutboxId } from "../domain/ids.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { Answerable, DigestItemRow } from "../ports/store.ts";
import { answerQuestion } from "./answer-question.ts";
import { carryOutApproval } from "./carry-out-approval.ts";
import { candidacyOf, carryOutRepair } from "./carry-out-repair.ts";
import { carryOutRewording } from "./carry-out-rewording.ts";
import { type Deciding, postpone, skip } from "./decide.ts";
import { close, reopen } from "./decide-candidacy.ts";
import { explain } from "./explain.ts";
import type { Afterwards } from "./receive-message.ts";
import type { Repaired } from "./repair.ts";
import { confirmSending } from "./send-again.ts";
import { carryOutWish } from "./set-wishes.ts";
import { noOccasion, tellOccasion } from "./tell-occasion.ts";
import { enough, type Told } from "./told.ts";
import { undoLine } from "./undo-line.ts";

export type Done = {
  readonly candidacies: Repaired;
  readonly outbox?: Afterwards["outbox"][number];
  readonly draft?: DraftId;
  /** What the person is told of it; by default what the journal says. */
  readonly told?: Partial<Told>;
};

/** The digest that is answered, or the confirmation about it: its lines, when the person could see them, and the whole answer, with what it quotes. */
export type Shown = Pick<Answerable, "items" | "confirmation"> & {
  readonly digestId: Answerable["digest"]["id"];
  /** The digest's. */
  readonly messageId: string;
  readonly madeAt: Temporal.Instant;
  readonly answer: string;
};

/** Carries out one decision about one line. A refusal is a sentence for the person. */
export async function carryOut(
  deciding: Deciding,
  decision: Decision,
  item: DigestItemRow,
  shown: Shown,
): Promise<Result<Done, string>> {
  const { tx } = deciding;
  const draft = item.draftId ? await tx.drafts.get(item.draftId) : null;
  switch (decision.type) {
    case "approve":
      return draft ? carryOutApproval(deciding, decision.item, draft) : refuse("That is no draft.");
    case "revise":
    case "replace":
      return draft ? carryOutRewording(deciding, decision, draft, shown) : refuse("That is no draft.");
    case "skip":
      return draft ? named(await skip(deciding, draft.followUpId)) : refuse("That is no draft.");
    case "later": {
      if (!draft) return refuse("That is no draft.");
      const day = await postpone(deciding, draft.followUpId, decision.until);
      return day.ok ? ok({ candidacies: [draft.candidacyId] }) : day;
    }
    case "undo":
      return repaired(await undoLine(deciding, item, { draft, madeAt: shown.madeAt }));
    case "reopen":
    case "close": {
      const id = item.candidacyId ?? draft?.candidacyId;
      if (!id) return refuse("That line is about no candidacy.");
      const done = decision.type === "reopen" ? await reopen(deciding, id) : await close(deciding, id);
      return done.ok ? ok({ candidacies: [id] }) : done;
    }
    case "send_again":
    case "was_sent":
      return item.outboxId
        ? confirming(deciding, item.outboxId, decision.type)
        : refuse("That was no question about a sending.");
    case "tell":
      return item.candidacyId
        ? named(await tellOccasion(deciding, item.candidacyId, decision.text))
        : refuse("That line is about no candidacy.");
    case "answer":
      if (item.asks === "occasion" && item.candidacyId)
        return named(await noOccasion(deciding, item.candidacyId));
      return item.messageId
        ? repaired(await answerQuestion(deciding, item, decision.yes))
        : refuse("That is no question.");
    case "is":
    case "at":
    case "move":
    case "merge":
    case "split":
      return repaired(await carryOutRepair(deciding, decision, item, shown));
    case "why": {
      const id = await candidacyOf(tx, item);
      if (!id) return refuse("That line is about no candidacy.");
      const why = await explain(deciding, decision.item, id, draft);
      return ok({
        candidacies: [],
        told: { blocks: [why], late: [`You asked why about ${decision.item}. ${enough}`] },
      });
    }
    case "every":
    case "as_usual":
    case "no_more":
    case "size":
      return repaired(await carryOutWish(deciding, decision, item));
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
    candidacies: done.value.candidacyId ? [done.value.candidacyId] : [],
    outbox: { id, at: deciding.app.clock.now() },
  });
}

const named = (result: Result<CandidacyId, string>): Result<Done, string> =>
  result.ok ? ok({ candidacies: [result.value] }) : result;
const repaired = (result: Result<Repaired, string>): Result<Done, string> =>
  result.ok ? ok({ candidacies: result.value }) : result;
