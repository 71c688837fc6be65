import type { Draft } from "../domain/draft.ts";
import type { CandidacyId } from "../domain/ids.ts";
import { cleanLine } from "../domain/plain-text.ts";
import { spokenDate } from "../domain/spoken.ts";
import { dateIn } from "../domain/working-time.ts";
import type { JournalRow } from "../ports/store.ts";
import type { Deciding } from "./decide.ts";

/** So many of the newest things that happened are told; `afterword why` tells all of them. */
const mostTold = 3;
const longestLine = 240;

/**
 * Gives in a few lines why a candidacy stands where it does: the sentence of what is awaited, why its draft is due, and the newest things that they or
 * the person did, with the words that prove them. Days are the person's.
 */
export async function explain(
  { app, tx, person }: Deciding,
  n: number,
  id: CandidacyId,
  draft: Draft | null,
): Promise<string> {
  const candidacy = (await tx.candidacies.all(person.id)).find((one) => one.id === id);
  const due = draft ? (await tx.followUps.get(draft.followUpId)).reason : "";
  const today = dateIn(person.zone, app.clock.now());
  const happened = (await tx.journal.ofCandidacy(id))
    .filter(({ by, type }) => (by === "employer" || by === "person") && type !== "reworded")
    .slice(-mostTold)
    .map((row) => `- ${spokenDate(dateIn(person.zone, row.at), today)}: ${wordsOf(row)}`);
  const because = cleanLine(candidacy?.because || "Nothing is awaited.");
  return [
    `${n}, ${cleanLine(candidacy?.employer ?? "")}: ${because} ${cleanLine(due)}`.trimEnd(),
    ...happened,
  ].join("\n");
}

/** The words of a draft are no proof, and too long. */
function wordsOf({ says, evidence: [proof = ""], type }: JournalRow): string {
  const words = type === "approved" ? "" : cleanLine(proof).replace(/[“”"]/g, "'");
  return `${cleanLine(says)}${words === "" ? "" : ` “${words.slice(0, longestLine)}”`}`;
}
