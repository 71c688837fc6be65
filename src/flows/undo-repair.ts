import { questionKinds } from "../domain/approval.ts";
import { assessmentOf, interviewOf } from "../domain/assessment-text.ts";
import type { CandidacyId, MessageRowId } from "../domain/ids.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { JournalRow, StoredMessage } from "../ports/store.ts";
import type { Deciding } from "./decide.ts";
import { undoMove } from "./decide-candidacy.ts";
import { meaningOf, readAnew } from "./read-anew.ts";
import type { Repaired } from "./repair.ts";
import { stopApproved } from "./stop-approved.ts";
import { takeOut } from "./take-in.ts";
import { handedBack } from "./undo-hand-over.ts";
import { wishesBefore } from "./undo-wishes.ts";

/** `undo 5`: takes back the newest thing that was put right or moved there, whichever of both came last; where `counts` is given, only such a one. */
export async function undoLatest(
  deciding: Deciding,
  messageId: MessageRowId | null,
  candidacyId: CandidacyId | null,
  counts: (row: JournalRow) => boolean = () => true,
): Promise<Result<Repaired, string>> {
  const { tx, person } = deciding;
  const all = await tx.journal.repairs(person.id);
  const undone = new Set(all.flatMap((row) => (row.type === "undone" ? [row.data?.repair] : [])));
  const repair = all.findLast(
    (row) =>
      row.type === "repaired" &&
      !undone.has(row.data?.repair) &&
      counts(row) &&
      ((candidacyId !== null && row.candidacyId === candidacyId) ||
        (messageId !== null && row.data?.message === messageId)),
  );
  const journal = candidacyId ? await tx.journal.ofCandidacy(candidacyId) : [];
  const move = journal.findLast((row) => row.type === "moved" && !row.data?.repair);
  if (repair && (!move || move.id < repair.id || !counts(move))) return undoRepair(deciding, repair);
  if (!candidacyId || (move && !counts(move))) return refuse("There is nothing to undo.");
  return undoMove(deciding, candidacyId);
}

async function undoRepair(deciding: Deciding, row: JournalRow): Promise<Result<Repaired, string>> {
  const { app, tx, person, proof } = deciding;
  const repair = String(row.data?.repair);
  const done = await reversed(deciding, row, repair);
  if (!done.ok) return done;
  for (const candidacyId of done.value.length > 0 ? done.value : [null])
    await tx.journal.append({
      personId: person.id,
      candidacyId,
      at: app.clock.now(),
      type: "undone",
      by: "person",
      says: `You took it back: ${row.says}`,
      data: { repair, proof },
    });
  return done;
}

async function reversed(
  deciding: Deciding,
  row: JournalRow,
  repair: string,
): Promise<Result<Repaired, string>> {
  const { tx } = deciding;
  const { data } = row;
  const mail = typeof data?.message === "string" ? await tx.messages.get(data.message as MessageRowId) : null;
  switch (data?.what) {
    case "answered":
      if (!mail) break;
      await askAgain(deciding, mail, data);
      return ok(mail.candidacyId ? [mail.candidacyId] : []);
    case "reread": {
      if (!mail?.candidacyId || typeof data.before !== "string") break;
      const meaning = meaningOf(assessmentOf(JSON.parse(data.before)));
      await readAnew(
        deciding,
        { ...mail, candidacyId: mail.candidacyId },
        { ...meaning, human: data.human === true },
        repair,
      );
      await askAgain(deciding, mail, data);
      return ok([mail.candidacyId]);
    }
    case "time": {
      if (typeof data.before !== "string") break;
      const before = interviewOf(JSON.parse(data.before));
      await tx.candidacies.lock(before.candidacyId);
      await stopApproved(deciding, before.candidacyId);
      await tx.candidacies.saveInterview(before);
      await tx.candidacies.countWord(before.candidacyId);
      return ok([before.candidacyId]);
    }
    case "contact":
      if (!mail || !row.candidacyId) break;
      await stopApproved(deciding, row.candidacyId);
      if (typeof data.learnt === "string") await tx.candidacies.removeContact(row.candidacyId, data.learnt);
      await askAgain(deciding, mail, data);
      return ok([row.candidacyId]);
    case "wished":
      return wishesBefore(deciding, row);
    case "moved":
      return mail ? movedBack(deciding, mail, data, repair) : refuse("That mail is gone.");
    case "merged":
    case "split":
      return handedBack(deciding, data, repair);
  }
  return refuse("There is nothing to undo.");
}

export type RepairData = NonNullable<JournalRow["data"]>;

async function movedBack(
  deciding: Deciding,
  mail: StoredMessage,
  data: RepairData,
  repair: string,
): Promise<Result<Repaired, string>> {
  const { tx } = deciding;
  const [from, to] = [candidacyIn(data.from), candidacyIn(data.to)];
  if (!to || mail.candidacyId !== to) return refuse("That mail has been moved on since.");
  for (const id of [to, ...(from ? [from] : [])].sort()) await tx.candidacies.lock(id);
  await takeOut(deciding, mail, to, repair);
  if (data.learnt === true) await tx.candidacies.removeContact(to, mail.from.address);
  if (from) {
    // What its leaving did there goes first: an emptied candidacy stands again.
    await readBack(deciding, mail, from, data, repair);
  } else await askAgain(deciding, mail, data);
  return ok(from ? [from, to] : [to]);
}

async function readBack(
  deciding: Deciding,
  mail: StoredMessage,
  from: CandidacyId,
  data: RepairData,
  repair: string,
): Promise<void> {
  const { tx } = deciding;
  await tx.messages.giveTo(mail.id, from);
  const meaning = {
    assessment: mail.assessment,
    human: data.human === true,
    asks: mail.asks,
    outOfOfficeUntil: mail.outOfOfficeUntil,
  };
  await readAnew(deciding, { ...mail, candidacyId: from }, meaning, repair);
}

/** What was asked before the answer that is taken back stands open again. */
async function askAgain({ tx }: Deciding, { id }: StoredMessage, data: RepairData): Promise<void> {
  const asks = questionKinds.find((one) => one === data.question);
  if (asks) await tx.messages.ask(id, asks, candidacyIn(data.questionAbout));
}

// The journal was written by this program: its ids are ids.
export const candidacyIn = (value: RepairData[string]): CandidacyId | null =>
  typeof value === "string" ? (value as CandidacyId) : null;
