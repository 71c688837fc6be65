import type { CandidacyId } from "../domain/ids.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { StoredMessage } from "../ports/store.ts";
import type { Deciding } from "./decide.ts";
import { mailInWords, type Repaired, recordRepair } from "./repair.ts";
import { takeIn, takeOut } from "./take-in.ts";

/** `move 4 to 2`, or `4 yes` to a mail that is possibly related: it leaves the one candidacy and joins the other, with what follows from it. */
export async function moveMail(
  deciding: Deciding,
  mail: StoredMessage,
  to: CandidacyId,
): Promise<Result<Repaired, string>> {
  const { app, tx } = deciding;
  if (mail.direction !== "in") return refuse("Only a mail of theirs can be moved.");
  const from = mail.candidacyId;
  if (from === to) return refuse("That mail belongs there already.");
  const both = [to, ...(from ? [from] : [])].sort();
  for (const id of both) await tx.candidacies.lock(id);
  const target = await tx.candidacies.lock(to);
  if (target.mergedInto) return refuse(`${target.employer} was merged into another candidacy.`);
  const repair = app.ids.uuid();
  const { question } = mail;
  if (question) await tx.messages.answered(mail.id, question.asks);
  if (from) await takeOut(deciding, mail, from, repair);
  const isLearnt = await takeIn(deciding, mail, to, repair);
  const role = target.role ? `, ${target.role}` : "";
  await recordRepair(
    deciding,
    repair,
    both,
    `You said that ${mailInWords(mail)}, belongs to ${target.employer}${role}.${isLearnt ? ` ${mail.from.address} is a contact there from now on.` : ""}`,
    mail.assessment?.evidence ?? [mail.subject],
    {
      what: "moved",
      message: mail.id,
      from,
      to,
      learnt: isLearnt,
      human: mail.human,
      question: question?.asks,
      questionAbout: question?.about,
    },
  );
  return ok(both);
}
