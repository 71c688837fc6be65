import type { Temporal } from "temporal-polyfill";
import type { Decision, Proof, Reading } from "../domain/approval.ts";
import type { CandidacyId, DraftId, FollowUpId, OutboxId } from "../domain/ids.ts";
import { isQuotedOtherwise } from "../domain/quoted-draft.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { DigestItemRow } from "../ports/store.ts";
import { answerCommand } from "./answer-command.ts";
import { answerQuestion } from "./answer-question.ts";
import { carryOutRepair } from "./carry-out-repair.ts";
import { carryOutRewording } from "./carry-out-rewording.ts";
import { approve, type Deciding, postpone, skip, undo } from "./decide.ts";
import { close, reopen } from "./decide-candidacy.ts";
import { replan } from "./plan-follow-ups.ts";
import type { Afterwards, Received } from "./receive-message.ts";
import type { Repaired } from "./repair.ts";
import { confirmSending } from "./send-again.ts";
import { carryOutWish } from "./set-wishes.ts";
import { noOccasion, tellOccasion } from "./tell-occasion.ts";
import { undoLatest } from "./undo-repair.ts";
import { isWishNewest } from "./undo-wishes.ts";

export type Done = {
  readonly candidacies: Repaired;
  readonly outbox?: Afterwards["outbox"][number];
  readonly draft?: DraftId;
  /** What the person is told at once, because they cannot have seen it before. */
  readonly tells?: string;
};

/** The digest that is answered: its lines, when the person could see them, and the whole answer, with what it quotes. */
export type Shown = {
  readonly items: readonly DigestItemRow[];
  readonly madeAt: Temporal.Instant;
  readonly answer: string;
};

/** Carries out what a reply says, part by part: clear parts act, what is doubtful or refused is told in the next digest (POLICY 7.2). */
export async function carryOut(
  received: Received,
  reading: Reading,
  shown: Shown,
  proof: Proof,
): Promise<Afterwards> {
  const { app, tx, person, now } = received;
  const touched = new Set<CandidacyId>();
  const outbox: Afterwards["outbox"][number][] = [];
  const drafts: DraftId[] = [];
  const told: string[] = [];
  const doubts = reading.doubts.map(({ words, question }) => `"${words}": ${question}`);
  for (const decision of reading.decisions) {
    const item = shown.items.find(({ n }) => n === decision.item);
    const done = item
      ? await carryOutOne({ app, tx, person, proof }, decision, item, shown)
      : refuse(`There is no number ${decision.item}.`);
    if (!done.ok) doubts.push(`${decision.item}: ${done.error}`);
    else {
      for (const id of done.value.candidacies) touched.add(id);
      if (done.value.outbox) outbox.push(done.value.outbox);
      if (done.value.draft) drafts.push(done.value.draft);
      if (done.value.tells) told.push(done.value.tells);
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
  outbox.push(
    ...(await answerCommand(
      tx,
      app,
      { person, mailbox: received.mailbox },
      { done: told, doubts: [], wants: new Set() },
    )),
  );
  const plans: Afterwards["plans"][number][] = [];
  for (const id of touched) plans.push({ id, at: await replan(tx, app, person, id) });
  return { plans, outbox, drafts };
}

async function carryOutOne(
  deciding: Deciding,
  decision: Decision,
  item: DigestItemRow,
  shown: Shown,
): Promise<Result<Done, string>> {
  const { tx } = deciding;
  const draft = item.draftId ? await tx.drafts.get(item.draftId) : null;
  switch (decision.type) {
    case "approve": {
      if (!draft) return refuse("That is no draft.");
      if (isQuotedOtherwise(shown.answer, draft.text))
        return refuse(
          `You changed the quoted text, so the old one was not sent. Answer "${decision.item} send:" with your text behind it.`,
        );
      const approved = await approve(deciding, draft.id, draft.hash);
      return approved.ok
        ? ok({
            candidacies: [draft.candidacyId],
            outbox: { id: approved.value.outboxId, at: approved.value.leavesAt },
          })
        : approved;
    }
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
      if (
        draft &&
        (await isDecided(deciding, draft.followUpId)) &&
        !(await isWishNewest(tx, draft.candidacyId))
      )
        return named(await undo(deciding, draft.followUpId));
      return repaired(await undoLatest(deciding, item.messageId, item.candidacyId));
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

/** What was never decided has nothing to undo by itself: then the candidacy is meant. */
async function isDecided({ tx }: Deciding, id: FollowUpId): Promise<boolean> {
  const { status, notBefore } = await tx.followUps.get(id);
  return status === "sent" || status === "approved" || status === "skipped" || notBefore !== null;
}
