import { readFrom, withoutReading } from "../domain/employer-reading.ts";
import type { CandidacyId, MessageRowId } from "../domain/ids.ts";
import type { Applying } from "./applying.ts";

/** What this mail told of the employer is not known any more where the mail goes. */
export async function forgetEmployer(
  { tx, person, now }: Applying,
  id: CandidacyId,
  messageId: MessageRowId,
): Promise<void> {
  const candidacy = await tx.candidacies.lock(id);
  const gone = readFrom(candidacy, messageId);
  if (gone.length === 0) return;
  await tx.candidacies.update(id, {
    ...(gone.includes("size") && { size: "unknown", sizeBy: "rules" }),
    ...(gone.includes("country") && { country: null }),
    ...(gone.includes("zone") && { zone: null }),
    reading: withoutReading(candidacy.reading, gone),
  });
  await tx.journal.append({
    personId: person.id,
    candidacyId: id,
    at: now,
    type: "marked",
    by: "program",
    says: `${candidacy.employer}: ${gone.join(", ")} not known any more, for only that mail told.`,
    data: { message: messageId },
  });
}
