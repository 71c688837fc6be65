import type { ApiCandidacy } from "./api.ts";

/**
 * The candidacies that a story means by an employer and perhaps a role: those with exactly that name, ignoring case and
 * legal form; without any, those whose name holds it or is held by it as whole words.
 */
export function candidaciesAt(
  all: readonly ApiCandidacy[],
  { employer, role }: { readonly employer: string; readonly role?: string | undefined },
): readonly ApiCandidacy[] {
  const atEmployer = closest(all, employer, (one) => one.employer);
  return role === undefined ? atEmployer : closest(atEmployer, role, (one) => one.role ?? "");
}

function closest(
  all: readonly ApiCandidacy[],
  name: string,
  read: (one: ApiCandidacy) => string,
): readonly ApiCandidacy[] {
  const sought = plain(name);
  const exact = all.filter((one) => plain(read(one)) === sought);
  if (exact.length > 0) return exact;
  return all.filter((one) => {
    const found = plain(read(one));
    return found !== "" && (` ${found} `.includes(` ${sought} `) || ` ${sought} `.includes(` ${found} `));
  });
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[.,()]/g, " ")
    .replace(/\b(ltd|limited|plc|llc|llp|inc|gmbh|ag|sa|sas|bv|corp|corporation)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
