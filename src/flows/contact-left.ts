import type { Candidacy } from "../domain/candidacy.ts";
import type { MessageRowId } from "../domain/ids.ts";
import type { ContactEnd } from "../domain/interview.ts";
import { looksLike } from "../domain/look-alike.ts";
import type { Address } from "../domain/message.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { Person, StoredMessage } from "../ports/store.ts";
import { registrable } from "../understanding/domains.ts";
import { newestText } from "../understanding/text/reply-text.ts";
import { successorIn } from "../understanding/who/successor.ts";
import type { Applying } from "./applying.ts";
import type { Deciding } from "./decide.ts";
import { endAddress } from "./end-address.ts";
import { mailInWords, type Repaired, recordRepair } from "./repair.ts";
import { replanMany } from "./replan-many.ts";

/** "Has left the company" ends the contact, not the candidacy (POLICY 3.3). Whom the mail names in their place is asked about, and written to only after a yes (SAFETY R38). */
export async function contactLeft(
  { app, tx, person, message, now }: Applying,
  candidacy: Candidacy,
  messageId: MessageRowId,
): Promise<void> {
  if (!message.from) return;
  const { address } = message.from;
  if (!message.proof.aligned) return tellUnproven(tx, person, candidacy, messageId, message.from, now);
  const ended = await endAddress({ app, tx, person }, address, "left_company");
  if (ended.length === 0) return;
  const successor = successorOf({ from: message.from, text: message.text }, person);
  if (successor) await tx.messages.ask(messageId, "contact", candidacy.id);
  await tx.journal.append({
    personId: person.id,
    candidacyId: candidacy.id,
    at: now,
    type: "contact",
    by: "employer",
    says: `${candidacy.employer}: ${message.from.name || address} has left, so nothing more is written to ${address}. ${successor ? "Whom they name in their place is asked about." : "If you know who took over, write there once yourself; when they answer, I know the address."}`,
    data: { message: messageId, tells: true },
  });
  await replanMany(
    tx,
    app,
    person,
    ended.filter((id) => id !== candidacy.id),
  );
}

/** A known address in From proves nothing: the person is told, and nothing ends (SAFETY R39). */
const tellUnproven = (
  tx: Applying["tx"],
  person: Person,
  candidacy: Candidacy,
  messageId: MessageRowId,
  { name, address }: Address,
  at: Applying["now"],
): Promise<void> =>
  tx.journal.append({
    personId: person.id,
    candidacyId: candidacy.id,
    at,
    type: "contact",
    by: "program",
    says: `${candidacy.employer}: an automatic answer says that ${name || address} has left. Nothing proves that it comes from ${address}, so nothing was changed.`,
    data: { message: messageId, tells: true },
  });

/** Whom the mail names in the writer's place; an address that could be taken for one of the writer's domain is nobody's (SAFETY R38). */
export function successorOf(
  { from, text }: Pick<StoredMessage, "from" | "text">,
  person: Pick<Person, "address">,
): Address | null {
  const successor = successorIn(newestText(text), [from.address, person.address]);
  const domain = successor === null ? "" : (registrable(successor.address) ?? "");
  return looksLike(domain, registrable(from.address) ?? "") ? null : successor;
}

const endedBecause: Readonly<Record<ContactEnd, string>> = {
  bounced: "an earlier mail to it came back",
  left_company: "whoever had it has left too",
};

/** `4 yes`: mails of that candidacy may go to the successor from now on; refused where that address has ended itself (POLICY 3.3, 3.4). */
export async function takeSuccessor(
  deciding: Deciding,
  mail: StoredMessage,
): Promise<Result<Repaired, string>> {
  const { app, tx, person } = deciding;
  const about = mail.question?.about;
  const successor = successorOf(mail, person);
  if (!about || !successor) return refuse("That mail names nobody else.");
  await tx.candidacies.lock(about);
  const known = (await tx.candidacies.contacts(about)).find(({ address }) => address === successor.address);
  if (known?.ended)
    return refuse(
      `Nothing more is written to ${known.address}: ${endedBecause[known.ended]}. If you know another address there, write to it once yourself; when they answer, I know it.`,
    );
  await tx.messages.answered(mail.id, "contact");
  const isNew = await tx.candidacies.addContact({ candidacyId: about, ...successor });
  await recordRepair(
    deciding,
    app.ids.uuid(),
    [about],
    `You said that mails may go to ${successor.address}, whom ${mailInWords(mail)}, names.`,
    mail.assessment?.evidence ?? [],
    {
      what: "contact",
      message: mail.id,
      learnt: isNew ? successor.address : null,
      question: "contact",
      questionAbout: about,
    },
  );
  return ok([about]);
}
