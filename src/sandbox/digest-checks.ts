import type { ApiDigest } from "./api.ts";
import { offersInWords } from "./item-numbers.ts";
import type { Letter } from "./letter.ts";
import type { DigestCheck, SomeDigestCheck } from "./story-expectations.ts";
import type { Failure, View } from "./view.ts";
import { lackingWords, presentWords } from "./words-check.ts";

/** The digest of the local date; without one, `drafts: []` and everything that asks for absence hold. */
export function checkDigest(expected: DigestCheck, view: View): readonly Failure[] {
  const todays = view.digests.findLast(({ digest }) => digest.local_date === view.today.toString());
  const failures: Failure[] = [];
  const offered = draftKinds(todays?.digest);
  const offers = todays === undefined ? `no digest on ${view.today}` : offersInWords(todays.digest.items);
  if (expected.drafts !== undefined && !sameOften(expected.drafts, offered))
    failures.push({
      expected: `a digest with ${expected.drafts.length === 0 ? "no drafts" : `drafts ${expected.drafts.join(", ")}`}`,
      seen: offers,
    });
  const unwanted = (expected.no_drafts_of ?? []).filter((kind) => offered.includes(kind));
  if (unwanted.length > 0) failures.push({ expected: `no draft of ${unwanted.join(", ")}`, seen: offers });
  const text = todays === undefined ? "" : textOf(todays.letter);
  const missing = lackingWords(expected.says ?? [], text);
  if (missing.length > 0)
    failures.push({ expected: `a digest that says ${missing.join(", ")}`, seen: text || offers });
  const present = presentWords(expected.lacks ?? [], text);
  if (present.length > 0) failures.push({ expected: `a digest without ${present.join(", ")}`, seen: text });
  return failures;
}

export function checkSomeDigest(
  { since, offers = [], says = [] }: SomeDigestCheck,
  view: View,
): readonly Failure[] {
  const candidates = view.digests.filter(({ digest }) => digest.local_date >= since.toString());
  const holds = candidates.some(
    ({ digest, letter }) =>
      includesOften(draftKinds(digest), offers) && lackingWords(says, textOf(letter)).length === 0,
  );
  if (holds) return [];
  const what = [
    ...(offers.length > 0 ? [`offers ${offers.join(", ")}`] : []),
    ...(says.length > 0 ? [`says ${lackingWords(says, "").join(", ")}`] : []),
  ].join(" and ");
  const seen = candidates.map(({ digest }) => `${digest.local_date}: ${offersInWords(digest.items)}`);
  return [
    {
      expected: `a digest since ${since} that ${what || "came"}`,
      seen: seen.length === 0 ? "no digest since then" : seen.join("; "),
    },
  ];
}

/** Counts deliveries: the same digest twice is two. */
export function checkDigestsADay(most: number, view: View): readonly Failure[] {
  const days = Map.groupBy(view.digests, ({ digest }) => digest.local_date);
  return [...days]
    .filter(([, digests]) => digests.length > most)
    .map(([day, digests]) => ({
      expected: `at most ${most} digests a day`,
      seen: `${digests.length} on ${day}`,
    }));
}

const draftKinds = (digest: ApiDigest | undefined): readonly string[] =>
  (digest?.items ?? []).filter(({ type }) => type === "draft").map(({ kind }) => kind ?? "unknown");

const sameOften = (a: readonly string[], b: readonly string[]): boolean =>
  a.toSorted().join() === b.toSorted().join();

const includesOften = (all: readonly string[], wanted: readonly string[]): boolean =>
  [...new Set(wanted)].every(
    (kind) => all.filter((one) => one === kind).length >= wanted.filter((one) => one === kind).length,
  );

const textOf = (letter: Letter): string => `${letter.subject}\n${letter.text}`;
