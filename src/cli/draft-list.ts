import { Temporal } from "temporal-polyfill";
import type { Composed } from "../compose.ts";
import { programCall } from "../domain/program-call.ts";
import { SetupError } from "../setup-error.ts";
import { moment } from "./moments.ts";
import { block, line, paint, print, spokenKind } from "./print.ts";

export type DraftRow = Awaited<ReturnType<Composed["views"]["drafts"]>>[number];
export type DraftList = { readonly waiting: readonly DraftRow[]; readonly approved: readonly DraftRow[] };

/** The drafts that wait for a decision, always in the same order, because they are called by their place; and those that are approved but not sent. */
export async function listDrafts(views: Composed["views"]): Promise<DraftList> {
  const all = [...(await views.drafts())].sort(
    (a, b) =>
      Temporal.Instant.compare(a.due_at, b.due_at) || a.number - b.number || (a.draft < b.draft ? -1 : 1),
  );
  return {
    waiting: all.filter(({ status }) => status !== "approved"),
    approved: all.filter(({ status }) => status === "approved"),
  };
}

/**
 * Finds a waiting draft by its number in the list (from 1), or by its id or the beginning of it, eight characters or more.
 * @throws SetupError when there is none.
 */
export async function findDraft(views: Composed["views"], wanted: string): Promise<DraftRow> {
  const { waiting, approved } = await listDrafts(views);
  const given = wanted.trim().toLowerCase();
  const found = /^\d{1,4}$/.test(given)
    ? waiting[Number(given) - 1]
    : given.length >= 8
      ? only(waiting, given)
      : undefined;
  if (found) return found;
  if (given.length >= 8 && only(approved, given)) throw new SetupError("That draft is approved already.");
  throw new SetupError(
    waiting.length === 0
      ? "No draft waits for your decision; the next digest brings what falls due."
      : `There is no draft ${line(wanted)}; "${programCall} drafts" shows ${waiting.length === 1 ? "the one that waits, number 1" : `those that wait, 1 to ${waiting.length}`}.`,
  );
}

const only = (rows: readonly DraftRow[], beginning: string): DraftRow | undefined => {
  const found = rows.filter(({ draft }) => draft.startsWith(beginning));
  return found.length === 1 ? found[0] : undefined;
};

/** Prints to whom, why and exactly what. */
export function printDraft(row: DraftRow, title: string, zone: string): void {
  print(paint("bold", `${title}  ${spokenKind(row.kind)}, ${line(row.employer)} (candidacy ${row.number})`));
  print(`   To       ${line(row.to)}`);
  print(`   Subject  ${line(row.subject)}`);
  print(`   Due      ${moment(row.due_at, zone)}`);
  print(`   Why      ${line(row.reason)}`);
  print(paint("gray", `   Id       ${row.draft}`));
  print(paint("gray", `   Hash     ${row.hash}`));
  print();
  print(block(row.text, "   "));
  print();
}

/** Without what the store uses between its own tables. */
export const draftJson = ({ followUp: _followUp, ...shown }: DraftRow): object => shown;
