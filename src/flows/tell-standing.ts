import type { Target } from "../domain/approval.ts";
import { type CandidacyEventType, type CandidacyState, candidacyInWords } from "../domain/candidacy.ts";
import type { CandidacyId } from "../domain/ids.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { CandidacyRow, DigestItemRow } from "../ports/store.ts";
import type { Deciding } from "./decide.ts";
import { mark } from "./decide-candidacy.ts";
import { moveCandidacy, sayOf } from "./move-candidacy.ts";
import { whichCandidacy } from "./which-candidacy.ts";

/** What a command came to: a sentence, and the candidacy that is to be planned anew. */
export type Told = { readonly says: string; readonly candidacy: CandidacyId | null };

export type Standing = "accepted" | "signed" | "declined" | "withdrew";

/** Where each of them usually comes from: of two candidacies at one employer that one is meant. */
const usuallyFrom: Readonly<Record<Standing, readonly CandidacyState[]>> = {
  accepted: ["offered"],
  signed: ["accepted", "offered"],
  declined: ["offered", "accepted"],
  withdrew: ["applied", "interviewing", "awaiting_decision", "offered", "accepted"],
};

/**
 * `accepted XYZ`, `signed with XYZ`, `let XYZ go`, `withdrew from XYZ`: the person's word moves a candidacy along its table, and past it where the
 * program did not know of the offer. What is closed or signed stays so.
 */
export async function tellStanding(
  deciding: Deciding,
  standing: Standing,
  whom: Target,
  items: readonly DigestItemRow[],
): Promise<Result<Told, string>> {
  const { app, tx, person, proof } = deciding;
  const found = await whichCandidacy(tx, person, whom, items, usuallyFrom[standing]);
  if (!found.ok) return refuse(found.error.says);
  const candidacy = await tx.candidacies.lock(found.value.id);
  const refusal = refusalOf(standing, found.value);
  if (refusal) return refuse(refusal);
  const event = eventOf[standing];
  const ends = event === "withdrawn";
  const says =
    standing === "declined" ? `${candidacy.employer}: closed, you let it go.` : sayOf[event](candidacy);
  const moved = await moveCandidacy(tx, candidacy, event, app.clock.now(), {
    says,
    evidence: [],
    by: "person",
    reason: ends ? "withdrawn" : null,
    proof,
  });
  if (!moved && ends)
    return refuse(`${candidacy.employer} cannot be ended as it stands: ${candidacy.state}.`);
  if (!moved) await mark(deciding, candidacy.id, { state: standing === "signed" ? "signed" : "accepted" });
  return ok({ says, candidacy: candidacy.id });
}

const eventOf: Readonly<Record<Standing, CandidacyEventType & ("accepted" | "signed" | "withdrawn")>> = {
  accepted: "accepted",
  signed: "signed",
  declined: "withdrawn",
  withdrew: "withdrawn",
};

function refusalOf(standing: Standing, candidacy: CandidacyRow): string | null {
  const name = candidacyInWords(candidacy);
  if (candidacy.state === "signed") return `You signed with ${candidacy.employer}; that stays as it is.`;
  if (candidacy.state === "closed")
    return `${name} is closed. If it goes on after all, say "offer from ${candidacy.employer}" first.`;
  return standing === "accepted" && candidacy.state === "accepted" ? `${name} is accepted already.` : null;
}
