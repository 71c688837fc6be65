import type { Assessment } from "../domain/assessment.ts";
import { candidacyInWords } from "../domain/candidacy.ts";
import type { CandidacyId } from "../domain/ids.ts";
import type { Message } from "../domain/message.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { StoredMessage } from "../ports/store.ts";
import { assess } from "../understanding/assess.ts";
import { claims } from "../understanding/belonging.ts";
import { link } from "../understanding/link.ts";
import { forwardedMail } from "./forwarded-mail.ts";
import type { Obeyed } from "./obey-commands.ts";
import { meaningOf } from "./read-anew.ts";
import { keep, type Received } from "./receive-message.ts";

/**
 * `Afterword add` above a forwarded mail of theirs that was missed. Nothing proves who wrote what stands in a forward, nor that the person forwarded
 * it, so it is kept and the next digest asks whether it belongs to the candidacy that it fits, or begins one; their answer carries both proofs.
 */
export async function addForwarded(
  received: Received,
): Promise<Pick<Obeyed, "done" | "doubts" | "wants" | "plans">> {
  const added = await add(received);
  return {
    done: added.ok ? [added.value] : [],
    doubts: added.ok ? [] : [added.error],
    wants: new Set(),
    plans: [],
  };
}

async function add(received: Received): Promise<Result<string, string>> {
  const { tx, person } = received;
  const found = forwardedMail(received);
  if (!found.ok) return found;
  const message = found.value;
  const known = message.messageId ? await tx.messages.withIds(person.id, [message.messageId]) : [];
  const kept = known.find(({ direction }) => direction === "in") ?? (await keepForwarded(received, message));
  if (!kept) return refuse("I have that mail already.");
  if (kept.candidacyId) {
    const there = await tx.candidacies.lock(kept.candidacyId);
    return refuse(`I have that mail already; it stands with ${candidacyInWords(there)}.`);
  }
  const mail = `I have the mail of ${kept.from.address}, “${kept.subject}”`;
  const whose = await whoseIs(received, message);
  if (whose === "several") {
    await tx.messages.ask(kept.id, "which", null);
    return ok(`${mail}. It fits several of your candidacies; the next digest asks which one.`);
  }
  if (whose === null) {
    await tx.messages.ask(kept.id, "opens", null);
    return ok(`${mail}. The next digest asks whether it begins a candidacy.`);
  }
  if (await stands(received, kept, whose)) return refuse("I have that mail already.");
  await tx.messages.ask(kept.id, "belongs", whose);
  const about = await tx.candidacies.lock(whose);
  return ok(`${mail}. The next digest asks whether it belongs to ${candidacyInWords(about)}.`);
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

/** The candidacy that it fits, "several", or null where it fits none. */
async function whoseIs(received: Received, message: Message): Promise<CandidacyId | "several" | null> {
  const assessment = assessed(received, message);
  const candidates = await received.tx.candidacies.linkCandidates(received.person.id);
  const linked = link(message, assessment, candidates);
  const known = linked.type === "joins" || linked.type === "possibly_related" ? linked.id : null;
  if (known) return known;
  const claimed = candidates.filter((each) => claims(message, assessment, each) && each.state !== "closed");
  const [only] = claimed;
  if (linked.type === "possibly_related" && claimed.length > 1) return "several";
  return linked.type !== "opens" && only && claimed.length === 1 ? only.id : null;
}

/** A forward shows minutes only, and no Message-ID: the same sender at the same minute is the same mail. */
const stands = async ({ tx }: Received, kept: StoredMessage, id: CandidacyId): Promise<boolean> =>
  (await tx.messages.ofCandidacy(id)).some(
    ({ direction, from, at }) =>
      direction === "in" &&
      from.address === kept.from.address &&
      Math.abs(at.epochMilliseconds - kept.at.epochMilliseconds) < 60_000,
  );
