import type { Target } from "../domain/approval.ts";
import { type CandidacyState, candidacyInWords } from "../domain/candidacy.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { CandidacyRow, DigestItemRow, Person, Tx } from "../ports/store.ts";
import { squash } from "../understanding/who/spelling.ts";
import { candidaciesNamed, knownEmployers } from "./find-candidacy.ts";

/** `unknown`: no candidacy has such a name, nor one that is nearly the same. */
type NotFound = { readonly type: "unknown" | "unclear"; readonly says: string };

/**
 * Which candidacy a command means. Where a name fits several, those count that stand in one of `states`; in doubt it is asked back. A number is
 * a line of the digest that is answered; without one it is nothing.
 */
export async function whichCandidacy(
  tx: Tx,
  person: Person,
  whom: Target,
  items: readonly DigestItemRow[],
  states: readonly CandidacyState[],
): Promise<Result<CandidacyRow, NotFound>> {
  const all = (await tx.candidacies.all(person.id)).filter(({ mergedInto }) => !mergedInto);
  if ("line" in whom) {
    const id = items.find(({ n }) => n === whom.line)?.candidacyId;
    const line = all.find((one) => one.id === id);
    return line
      ? ok(line)
      : refuse({ type: "unclear", says: `${whom.line} is no candidacy here; name the employer.` });
  }
  const found = candidaciesNamed(all, whom.employer);
  const fitting = found.length > 1 ? found.filter(({ state }) => states.includes(state)) : found;
  const [one, ...more] = fitting.length > 0 ? fitting : found;
  if (one && more.length === 0) return ok(one);
  if (one)
    return refuse({
      type: "unclear",
      says: `"${whom.employer}" could be ${[one, ...more].map(candidacyInWords).join(" or ")}; name the role as well.`,
    });
  const near = all.find(({ employer }) => isNearly(employer, whom.employer));
  if (near)
    return refuse({
      type: "unclear",
      says: `Do you mean ${near.employer}? I know no candidacy "${whom.employer}".`,
    });
  return refuse({ type: "unknown", says: `I know no candidacy "${whom.employer}"; ${knownEmployers(all)}.` });
}

/** One letter too many, too few, wrong, or two exchanged: a slip of the pen is no new employer. */
function isNearly(known: string, said: string): boolean {
  const [a, b] = [squash(known), squash(said)];
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  let same = 0;
  while (same < Math.min(a.length, b.length) - from && a.at(-1 - same) === b.at(-1 - same)) same += 1;
  const [left, right] = [a.slice(from, a.length - same), b.slice(from, b.length - same)];
  return (
    Math.max(left.length, right.length) <= 1 || (left.length === 2 && left === [...right].reverse().join(""))
  );
}
