import type { CandidacyId, PersonId } from "../domain/ids.ts";
import type { LinkCandidate } from "../domain/thread.ts";
import type { Db } from "./database.ts";

/** What linking needs to know of every candidacy of the person, in five queries whatever their number. */
export async function linkCandidatesOf(db: Db, personId: PersonId): Promise<LinkCandidate[]> {
  const candidacies = await db
    .selectFrom("candidacy")
    .selectAll()
    .where("person_id", "=", personId)
    .where("merged_into", "is", null)
    .orderBy("number")
    .execute();
  const ids = candidacies.map((row) => row.id);
  if (ids.length === 0) return [];
  const mails = await db
    .selectFrom("message")
    .select(["candidacy_id", "message_id", "direction"])
    .where("candidacy_id", "in", ids)
    .where("message_id", "is not", null)
    .execute();
  const sent = await db
    .selectFrom("outbox")
    .select(["candidacy_id", "message_id", "provider_message_id"])
    .where("candidacy_id", "in", ids)
    .where("purpose", "=", "draft")
    .execute();
  const contacts = await db
    .selectFrom("contact")
    .select(["candidacy_id", "address"])
    .where("candidacy_id", "in", ids)
    .execute();
  const interviews = await db
    .selectFrom("interview")
    .select(["candidacy_id", "uid"])
    .where("candidacy_id", "in", ids)
    .execute();
  return candidacies.map((row) => {
    const own = <T extends { candidacy_id: CandidacyId | null }>(rows: readonly T[]) =>
      rows.filter((each) => each.candidacy_id === row.id);
    const ours = own(sent).flatMap((each) => [each.message_id, each.provider_message_id ?? []].flat());
    return {
      id: row.id,
      employer: row.employer,
      employerDomain: row.employer_domain,
      role: row.role,
      state: row.state,
      threadIds: [...own(mails).flatMap((each) => each.message_id ?? []), ...ours],
      addresses: own(contacts).map((each) => each.address),
      interviewUids: own(interviews).flatMap((each) => each.uid ?? []),
      weWrote: [
        ...own(mails).flatMap((each) => (each.direction === "in" ? [] : (each.message_id ?? []))),
        ...ours,
      ],
    };
  });
}
