import type { Proof } from "../domain/approval.ts";
import type { Assessment } from "../domain/assessment.ts";
import { candidacyInWords } from "../domain/candidacy.ts";
import type { CandidacyId } from "../domain/ids.ts";
import type { Message } from "../domain/message.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { StoredMessage } from "../ports/store.ts";
import { assess } from "../understanding/assess.ts";
import { claims } from "../understanding/belonging.ts";
import { link } from "../understanding/link.ts";
import { follow } from "./answer-question.ts";
import type { Deciding } from "./decide.ts";
import { forwardedMail } from "./forwarded-mail.ts";
import { moveMail } from "./move-mail.ts";
import type { Obeyed } from "./obey-commands.ts";
import { replan } from "./plan-follow-ups.ts";
import { meaningOf } from "./read-anew.ts";
import { type Afterwards, keep, type Received } from "./receive-message.ts";
import type { Repaired } from "./repair.ts";

/**
 * `Afterword add` above a forwarded mail of theirs that was missed. Nothing proves who wrote what stands in a forward, so the person's word does,
 * as when they answer yes to "does it belong there?": it joins the candidacy that it fits, or opens one, and its sender's address is a contact's.
 */
export async function addForwarded(
  received: Received,
  proof: Proof,
): Promise<Pick<Obeyed, "done" | "doubts" | "wants" | "plans">> {
  const added = await add(received, proof);
  return {
    done: added.ok ? [added.value.says] : [],
    doubts: added.ok ? [] : [added.error],
    wants: new Set(),
    plans: added.ok ? added.value.plans : [],
  };
}

async function add(
  received: Received,
  proof: Proof,
): Promise<Result<{ says: string; plans: Afterwards["plans"] }, string>> {
  const { app, tx, person } = received;
  const found = forwardedMail(received);
  if (!found.ok) return found;
  const message = found.value;
  const deciding: Deciding = { app, tx, person, proof };
  const known = message.messageId ? await tx.messages.withIds(person.id, [message.messageId]) : [];
  const kept = known.find(({ direction }) => direction === "in") ?? (await keepForwarded(received, message));
  if (!kept) return refuse("I have that mail already.");
  if (kept.candidacyId) {
    const there = await tx.candidacies.lock(kept.candidacyId);
    return refuse(`I have that mail already; it stands with ${candidacyInWords(there)}.`);
  }
  const placed = await place(deciding, kept, message);
  if (!placed.ok) return placed;
  const plans = [];
  for (const id of new Set(placed.value)) plans.push({ id, at: await replan(tx, app, person, id) });
  return ok({ says: await saysOf(deciding, kept), plans });
}

async function saysOf({ tx }: Deciding, { id, from, subject }: StoredMessage): Promise<string> {
  const { candidacyId } = await tx.messages.get(id);
  if (!candidacyId) return `Added: the mail of ${from.address}, “${subject}”.`;
  const where = candidacyInWords(await tx.candidacies.lock(candidacyId));
  const isContact = (await tx.candidacies.contacts(candidacyId)).some(
    ({ address }) => address === from.address,
  );
  const contact = isContact ? " Mails may go to that address from now on." : "";
  return `Added to ${where}: the mail of ${from.address}, “${subject}”.${contact}`;
}

const assessed = ({ app, person }: Pick<Received, "app" | "person">, message: Message): Assessment =>
  assess(message, person, app.holidays.calendar(person.country, person.zone).isHoliday, null);

/** Null: it was forwarded before. */
async function keepForwarded(received: Received, message: Message): Promise<StoredMessage | null> {
  const id = await keep(
    {
      ...received,
      fetched: { ...received.fetched, serverId: null },
      message: { ...message, proof: { ...message.proof, aligned: false, domain: null } },
    },
    { direction: "in", candidacyId: null, ...meaningOf(assessed(received, message)) },
  );
  return id ? received.tx.messages.get(id) : null;
}

async function place(
  deciding: Deciding,
  kept: StoredMessage,
  message: Message,
): Promise<Result<Repaired, string>> {
  const { tx, person } = deciding;
  const assessment = assessed(deciding, message);
  const candidates = await tx.candidacies.linkCandidates(person.id);
  const linked = link(message, assessment, candidates);
  const known = linked.type === "joins" || linked.type === "possibly_related" ? linked.id : null;
  if (known) return join(deciding, kept, known);
  const claimed: CandidacyId[] = candidates
    .filter((each) => claims(message, assessment, each) && each.state !== "closed")
    .map(({ id }) => id);
  if (linked.type === "possibly_related" && claimed.length > 1) {
    await tx.messages.ask(kept.id, "which", null);
    return refuse("It fits several of your candidacies; the next digest asks which one.");
  }
  const [only] = claimed;
  return linked.type !== "opens" && only && claimed.length === 1
    ? join(deciding, kept, only)
    : follow(deciding, kept);
}

/** A forward shows minutes only, and no Message-ID: the same sender at the same minute is the same mail. */
async function join(
  deciding: Deciding,
  kept: StoredMessage,
  to: CandidacyId,
): Promise<Result<Repaired, string>> {
  const same = (await deciding.tx.messages.ofCandidacy(to)).some(
    ({ direction, from, at }) =>
      direction === "in" &&
      from.address === kept.from.address &&
      Math.abs(at.epochMilliseconds - kept.at.epochMilliseconds) < 60_000,
  );
  return same ? refuse("I have that mail already.") : moveMail(deciding, kept, to);
}
