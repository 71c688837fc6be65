import { questionKinds } from "../domain/approval.ts";
import { kindWords, questionOf } from "../domain/kind-words.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { DigestItemRow, StoredMessage } from "../ports/store.ts";
import { applyingKept } from "./applying.ts";
import { takeSuccessor } from "./contact-left.ts";
import type { Deciding } from "./decide.ts";
import { moveMail } from "./move-mail.ts";
import { openCandidacy } from "./open-candidacy.ts";
import { reassess } from "./read-anew.ts";
import { mailInWords, type Repaired, recordRepair } from "./repair.ts";

/** `4 yes` or `4 no`. Asked and answered once: what the digest asked then must be what is open now. */
export async function answerQuestion(
  deciding: Deciding,
  item: DigestItemRow,
  yes: boolean,
): Promise<Result<Repaired, string>> {
  const mail = item.messageId ? await deciding.tx.messages.get(item.messageId) : null;
  if (!mail) return refuse("That is no question.");
  const asks = item.asks ?? "kind";
  if (mail.question?.asks !== asks) return refuse("That question is answered already.");
  if (!yes) return leave(deciding, mail);
  switch (asks) {
    case "kind":
      return reassess(deciding, mail, questionOf(mail.assessment?.kind ?? "unrelated"));
    case "belongs":
      return mail.question.about
        ? moveMail(deciding, mail, mail.question.about)
        : refuse("That question is about no candidacy.");
    case "opens":
    case "follow":
      return follow(deciding, mail);
    case "contact":
      return takeSuccessor(deciding, mail);
    case "which":
    case "time":
    case "occasion":
      return refuse("That cannot be answered with yes.");
  }
}

/** `6 yes` to a recruiter, or to a first mail whose sender was not proven: it opens a candidacy by the person's word (POLICY 6.15). */
export async function follow(deciding: Deciding, mail: StoredMessage): Promise<Result<Repaired, string>> {
  const { assessment } = mail;
  if (!assessment) return refuse("That line is about no mail of theirs.");
  const candidacy = await openCandidacy(applyingKept(deciding, mail), assessment, {
    by: "person",
    why: "You wanted it followed.",
    subject: mail.subject,
    proof: deciding.proof,
  });
  return moveMail(deciding, mail, candidacy.id);
}

/** A no changes nothing but the question, which is not asked again. */
async function leave(deciding: Deciding, mail: StoredMessage): Promise<Result<Repaired, string>> {
  const { tx, app } = deciding;
  const { question } = mail;
  if (!question || !questionKinds.includes(question.asks)) return refuse("That is no question.");
  await tx.messages.answered(mail.id, question.asks);
  const kind = questionOf(mail.assessment?.kind ?? "unrelated");
  const about = question.about ? await tx.candidacies.lock(question.about) : null;
  const denied = {
    kind: `is not this: ${kindWords[kind].tells}`,
    belongs: `does not belong to ${about?.employer ?? "that candidacy"}`,
    which: "belongs to none of your candidacies",
    opens: "is not to be followed",
    follow: "is not to be followed",
    time: "needs no time of yours",
    occasion: "is no occasion",
    contact: "names nobody to write to",
  }[question.asks];
  await recordRepair(
    deciding,
    app.ids.uuid(),
    [mail.candidacyId],
    `You said that ${mailInWords(mail)}, ${denied}.`,
    mail.assessment?.evidence ?? [],
    { what: "answered", message: mail.id, question: question.asks, questionAbout: question.about },
  );
  return ok(mail.candidacyId ? [mail.candidacyId] : []);
}
