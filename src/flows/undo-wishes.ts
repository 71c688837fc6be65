import { type Candidacy, employerSizes } from "../domain/candidacy.ts";
import { withoutReading } from "../domain/employer-reading.ts";
import type { CandidacyId } from "../domain/ids.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { JournalRow, Tx } from "../ports/store.ts";
import type { Deciding } from "./decide.ts";
import type { Repaired } from "./repair.ts";
import { unwanted } from "./set-wishes.ts";
import { stopApproved } from "./stop-approved.ts";

/** Takes back what that row of the journal changed, and nothing that was said or read since. */
export async function wishesBefore(
  deciding: Deciding,
  { candidacyId: id, data }: JournalRow,
): Promise<Result<Repaired, string>> {
  if (!id) return refuse("There is nothing to undo.");
  const { tx } = deciding;
  const { size: present, reading } = await tx.candidacies.lock(id);
  const size = employerSizes.find((one) => one === data?.size);
  if (data?.noMore === true) await stopApproved(deciding, id, unwanted);
  await tx.candidacies.update(id, {
    ...(data?.every !== undefined && { every: typeof data.every === "number" ? data.every : null }),
    ...(data?.noMore !== undefined && { noMore: data.noMore === true }),
    ...(size &&
      present === data?.said && {
        size,
        sizeBy: data.sizeBy === "person" ? "person" : "rules",
        reading: { ...withoutReading(reading, ["size"]), ...entriesIn(data.reading) },
      }),
  });
  return ok([id]);
}

/** Name, words, name, words, as the journal has them. */
const entriesIn = (list: unknown): Candidacy["reading"] =>
  Array.isArray(list)
    ? Object.fromEntries(
        list.flatMap((name, at) => (at % 2 === 0 ? [[String(name), String(list[at + 1])]] : [])),
      )
    : {};

/** True where the newest thing that the person decided in a candidacy is such a wish, not an approval or a skip. */
export async function isWishNewest(tx: Tx, id: CandidacyId): Promise<boolean> {
  const journal = await tx.journal.ofCandidacy(id);
  const undone = new Set(journal.flatMap(({ type, data }) => (type === "undone" ? [data?.repair] : [])));
  const newest = journal.findLast(
    ({ type, data }) => decisions.has(type) && !(type === "repaired" && undone.has(data?.repair)),
  );
  return newest?.data?.what === "wished";
}

const decisions: ReadonlySet<JournalRow["type"]> = new Set<JournalRow["type"]>([
  "approved",
  "skipped",
  "postponed",
  "repaired",
]);
