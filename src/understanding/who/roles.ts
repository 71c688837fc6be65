import type { Letter } from "./letter.ts";
import { saidInLines } from "./role-lines.ts";
import { saidBelow, saidInPassing } from "./role-passing.ts";
import { saidInTitles } from "./role-subjects.ts";
import type { SaidRole } from "./said-role.ts";
import { squash } from "./spelling.ts";

/**
 * Reads the role that a mail is about, as it writes it, or null. `employer` is never part of it. Phrases of subject, calendar title and
 * text are weighed; one that names a trade weighs most, and a longer form of the same ("Shop Supervisor" for "supervisor") is preferred.
 */
export function roleIn(letter: Letter, employer: string | null): string | null {
  return (
    best([...saidInTitles(letter, employer), ...saidInLines(letter, employer)]) ??
    best(saidInPassing(letter, employer)) ??
    best(saidBelow(letter, employer))
  );
}

function best(said: readonly SaidRole[]): string | null {
  const found: SaidRole[] = [];
  for (const each of said) {
    const same = found.find((known) => squash(known.title) === squash(each.title));
    if (same === undefined) found.push({ ...each });
    else same.score += each.score * 0.6;
  }
  for (const one of found)
    for (const other of found)
      if (
        one !== other &&
        one.title.length > other.title.length &&
        ` ${one.title.toLowerCase()} `.includes(` ${other.title.toLowerCase()} `)
      )
        one.score += Math.min(other.score, 3) * 0.8;
  const first = found.toSorted((a, b) => b.score - a.score)[0];
  return first === undefined || first.score < enough ? null : first.title;
}

const enough = 2;

/** True when two role names cannot be the same vacancy: both are known and share no telling word, or their levels differ. */
export function rolesContradict(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false;
  const [left, right] = [wordsOf(one), wordsOf(other)];
  if (left.size === 0 || right.size === 0) return false;
  const [small, large] = left.size <= right.size ? [left, right] : [right, left];
  return [...small].some((word) => !large.has(word));
}

const filler = new Set("the a an of for and in remote hybrid m f d w x full time part permanent".split(" "));
const short: Readonly<Record<string, string>> = {
  sr: "senior",
  jr: "junior",
  dev: "developer",
  eng: "engineer",
  mgr: "manager",
};
const wordsOf = (role: string): ReadonlySet<string> =>
  new Set(
    role
      .toLowerCase()
      .split(/[^\p{L}\d+#]+/u)
      .map((word) => short[word] ?? word)
      .filter((word) => word !== "" && !filler.has(word)),
  );
