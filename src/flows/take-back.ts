import { candidacyStates, closeReasons } from "../domain/candidacy.ts";
import { type Moved, standingWithout } from "../domain/candidacy-history.ts";
import type { CandidacyId, MessageRowId } from "../domain/ids.ts";
import type { JournalRow } from "../ports/store.ts";
import type { Applying } from "./applying.ts";

/**
 * Takes back what a mail did to its candidacy: promises, interviews and state, as far as nothing later rests on them. What others did since
 * stays done. The journal keeps both; the mail itself stays where it is.
 */
export async function takeBack(
  applying: Applying,
  id: CandidacyId,
  messageId: MessageRowId,
  repair: string,
): Promise<void> {
  const { tx } = applying;
  await tx.candidacies.dropPromisesOf(messageId);
  await takeBackInterviews(applying, id, messageId);
  await takeBackState(applying, id, messageId, repair);
}

/** An interview that the mail made stays as a cancelled one without its UID, so that what hangs on it has something to hang on. */
async function takeBackInterviews({ tx }: Applying, id: CandidacyId, messageId: MessageRowId): Promise<void> {
  for (const change of await tx.candidacies.takeInterviewChanges(messageId)) {
    const now = (await tx.candidacies.interviews(id)).find((interview) => interview.id === change.id);
    if (!now || !change.newest) continue;
    await tx.candidacies.saveInterview(change.before ?? { ...now, uid: null, cancelled: true });
  }
}

async function takeBackState(
  { tx, person, now, proof }: Applying,
  id: CandidacyId,
  messageId: MessageRowId,
  repair: string,
): Promise<void> {
  const candidacy = await tx.candidacies.lock(id);
  const standing = standingWithout(await movesOf(tx, id), new Set([messageId]));
  if (!standing || standing.state === candidacy.state) return;
  await tx.candidacies.update(id, standing);
  await tx.journal.append({
    personId: person.id,
    candidacyId: id,
    at: now,
    type: "moved",
    by: "person",
    says: `${candidacy.employer}: it stands as if that mail had not moved it.`,
    data: {
      from: candidacy.state,
      to: standing.state,
      event: "taken_back",
      reason: standing.closeReason,
      reasonBefore: candidacy.closeReason,
      message: messageId,
      repair,
      proof,
    },
  });
}

/** Every move of a candidacy in order, as its journal has it. */
export async function movesOf(tx: Applying["tx"], id: CandidacyId): Promise<Moved[]> {
  return (await tx.journal.ofCandidacy(id)).flatMap(movedIn);
}

function movedIn({ type, data }: JournalRow): Moved[] {
  const from = candidacyStates.find((state) => state === data?.from);
  const to = candidacyStates.find((state) => state === data?.to);
  if (type !== "moved" || !from || !to) return [];
  return [
    {
      from,
      to,
      event: textIn(data?.event) ?? "",
      reason: closeReasons.find((reason) => reason === data?.reason) ?? null,
      reasonBefore: closeReasons.find((reason) => reason === data?.reasonBefore) ?? null,
      message: textIn(data?.message),
    },
  ];
}

const textIn = (value: unknown): string | null => (typeof value === "string" ? value : null);
