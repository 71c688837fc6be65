import { Temporal } from "temporal-polyfill";
import type { Repair } from "../domain/approval.ts";
import { notHuman } from "../domain/assessment.ts";
import type { CandidacyId } from "../domain/ids.ts";
import { kindWords } from "../domain/kind-words.ts";
import { type Result, refuse } from "../domain/result.ts";
import type { DigestItemRow, StoredMessage, Tx } from "../ports/store.ts";
import { answerQuestion } from "./answer-question.ts";
import type { Shown } from "./carry-out.ts";
import type { Deciding } from "./decide.ts";
import { findCandidacy } from "./find-candidacy.ts";
import { mergeCandidacies } from "./merge-candidacies.ts";
import { moveMail } from "./move-mail.ts";
import { reassess } from "./read-anew.ts";
import type { Repaired } from "./repair.ts";
import { setTime } from "./set-time.ts";
import { splitCandidacy } from "./split-candidacy.ts";

/** Carries out what puts a verdict right. `item` is the line that it names. */
export async function carryOutRepair(
  deciding: Deciding,
  decision: Repair,
  item: DigestItemRow,
  { items, madeAt }: Shown,
): Promise<Result<Repaired, string>> {
  const { tx, person } = deciding;
  // A line of a candidacy stands for its newest mail as it was shown, not for one that nobody has read (POLICY 7.6).
  const isNewer = (mail: StoredMessage | null): boolean =>
    mail !== null && !item.messageId && Temporal.Instant.compare(mail.receivedAt, madeAt) > 0;
  switch (decision.type) {
    case "is": {
      const mail = await mailOf(tx, item);
      if (!mail) return refuse(noMail);
      if (isNewer(mail)) return refuse(wroteSince);
      // "It is nothing" is the no to "whose is it?" and "shall I follow it?".
      if (
        !mail.candidacyId &&
        mail.question &&
        notHuman.has(decision.kind) &&
        decision.kind !== "application_received"
      )
        return answerQuestion(deciding, { ...item, messageId: mail.id, asks: mail.question.asks }, false);
      return mail.candidacyId
        ? reassess(deciding, mail, decision.kind)
        : refuse(
            `Say first whose mail that is ("${item.n} yes" or "move ${item.n} to" and a name), then that it is ${kindWords[decision.kind].tells}.`,
          );
    }
    case "at": {
      const id = await candidacyOf(tx, item);
      if (!id) return refuse(noCandidacy);
      const mail = await mailOf(tx, item);
      return isNewer(mail) ? refuse(wroteSince) : setTime(deciding, id, mail, decision);
    }
    case "move": {
      const mail = item.messageId ? await tx.messages.get(item.messageId) : null;
      if (!mail)
        return refuse(
          `That line is a candidacy, no mail; "merge ${item.n} into" puts it together with another one.`,
        );
      const to = await findCandidacy(tx, person, decision.to, items);
      return to.ok ? moveMail(deciding, mail, to.value) : to;
    }
    case "merge": {
      const id = await candidacyOf(tx, item);
      if (!id) return refuse(noCandidacy);
      const to = await findCandidacy(tx, person, decision.to, items);
      return to.ok ? mergeCandidacies(deciding, id, to.value) : to;
    }
    case "split": {
      const id = await candidacyOf(tx, item);
      return id ? splitCandidacy(deciding, id) : refuse(noCandidacy);
    }
  }
}

const wroteSince = "They wrote since that digest; look at the next one and say it there.";
const noMail = "No mail of theirs stands behind that line.";
const noCandidacy = "That line is about no candidacy.";

/** The mail that a line tells of; where it tells of a candidacy, the newest mail of theirs in it. */
async function mailOf(tx: Tx, item: DigestItemRow): Promise<StoredMessage | null> {
  if (item.messageId) return tx.messages.get(item.messageId);
  const id = await candidacyOf(tx, item);
  return id ? newestOfTheirs(tx, id) : null;
}

export const newestOfTheirs = async (tx: Tx, id: CandidacyId): Promise<StoredMessage | null> =>
  (await tx.messages.ofCandidacy(id)).findLast((mail) => mail.direction === "in") ?? null;

/** The candidacy of a line as it is now: its mail may have been moved since, and it may have been merged. */
export async function candidacyOf(tx: Tx, item: DigestItemRow): Promise<CandidacyId | null> {
  const mail = item.messageId ? await tx.messages.get(item.messageId) : null;
  const id = mail?.candidacyId ?? item.candidacyId;
  return id ? ((await tx.candidacies.lock(id)).mergedInto ?? id) : null;
}
