import type { Target } from "../domain/approval.ts";
import { candidacyInWords } from "../domain/candidacy.ts";
import type { CandidacyId } from "../domain/ids.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { CandidacyRow, DigestItemRow, Person, Tx } from "../ports/store.ts";
import { squash } from "../understanding/who/spelling.ts";

/** Which candidacy the person names: that of a line of the same digest, or the only one of an employer with that name. In doubt it is asked back. */
export async function findCandidacy(
  tx: Tx,
  person: Person,
  target: Target,
  items: readonly DigestItemRow[],
): Promise<Result<CandidacyId, string>> {
  if ("line" in target) {
    const id = items.find(({ n }) => n === target.line)?.candidacyId;
    if (!id) return refuse(`Line ${target.line} is about no candidacy.`);
    return ok((await tx.candidacies.lock(id)).mergedInto ?? id);
  }
  const all = (await tx.candidacies.all(person.id)).filter(({ mergedInto }) => !mergedInto);
  const found = candidaciesNamed(all, target.employer);
  const [one, ...more] = found;
  if (!one) return refuse(`I know no candidacy "${target.employer}"; ${knownEmployers(all)}.`);
  return more.length === 0
    ? ok(one.id)
    : refuse(
        `"${target.employer}" could be ${found.map(candidacyInWords).join(" or ")}; name the role as well.`,
      );
}

/** The whole name or name and role first, then the beginning of a name: "fairholm" is Fairholm Bakery where nobody else begins so. */
export function candidaciesNamed(all: readonly CandidacyRow[], words: string): readonly CandidacyRow[] {
  const said = squash(words);
  if (said === "") return [];
  const whole = all.filter(
    ({ employer, role }) => squash(employer) === said || squash(`${employer}${role ?? ""}`) === said,
  );
  if (whole.length > 0) return whole;
  return said.length < 3 ? [] : all.filter(({ employer }) => squash(employer).startsWith(said));
}

export const knownEmployers = (all: readonly CandidacyRow[]): string =>
  all.length === 0
    ? "there is none"
    : `there are ${[...new Set(all.map(({ employer }) => employer))].join(", ")}`;
