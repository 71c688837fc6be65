import type { Proposals } from "../ports/store.ts";
import type { Db } from "./database.ts";

export const proposals = (db: Db): Proposals => ({
  find: async (personId, requestHash) => {
    const row = await db
      .selectFrom("proposal")
      .selectAll()
      .where("person_id", "=", personId)
      .where("request_hash", "=", requestHash)
      .executeTakeFirst();
    return row
      ? {
          requestHash: row.request_hash,
          candidacyId: row.candidacy_id,
          followUpId: row.follow_up_id,
          text: row.text,
          refused: row.refused,
          prompt: row.prompt,
          tokensIn: row.tokens_in,
          tokensOut: row.tokens_out,
        }
      : null;
  },
  put: async (personId, proposal, at) => {
    const row = {
      person_id: personId,
      request_hash: proposal.requestHash,
      candidacy_id: proposal.candidacyId,
      follow_up_id: proposal.followUpId,
      text: proposal.text,
      refused: proposal.refused,
      prompt: proposal.prompt,
      tokens_in: proposal.tokensIn,
      tokens_out: proposal.tokensOut,
      made_at: at,
    };
    // Two processes may have asked side by side: the text that was first stays.
    await db
      .insertInto("proposal")
      .values(row)
      .onConflict((conflict) => conflict.columns(["person_id", "request_hash"]).doNothing())
      .execute();
  },
});
