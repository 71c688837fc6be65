import { Temporal } from "temporal-polyfill";
import type { Assessment } from "../domain/assessment.ts";
import type { JobmailRow } from "./row.ts";

export const factNames = [
  "employer",
  "role",
  "people",
  "interview",
  "promise",
  "offer_deadline",
  "return_date",
  "ambiguous",
] as const;
export type FactName = (typeof factNames)[number];
export type FactVerdict = "right" | "missing" | "wrong";
export type FactMiss = { readonly fact: FactName; readonly want: string | null; readonly got: string | null };
export type FactTally = { n: number; right: number; missing: number; wrong: number };

/**
 * Compares what was read with what is labelled. A fact that neither side has is not counted; one that only we have is wrong. Where the
 * label says that a date can be read in two ways, keeping it open is right and settling it is wrong.
 */
export function judgeFacts(
  row: JobmailRow,
  { kind, facts }: Assessment,
): readonly (FactMiss & { readonly verdict: FactVerdict })[] {
  // Plain rows carry no facts; rows with facts name the employer, be it null.
  if (row.employer === undefined) return [];
  const isOpen = row.ambiguous === true || (Array.isArray(row.ambiguous) && row.ambiguous.length > 0);
  // Of a cancelled interview the facts say which one it was; as an appointment it is none.
  const interview = kind === "interview_cancelled" ? null : facts.interview;
  const dated = interview !== null || facts.promise !== null || facts.returnDate !== null;
  const alternatives = [row.promise?.date, ...(row.promise?.or ?? [])];
  const promise = facts.promise?.due.toString() ?? null;
  return [
    compare("employer", employerOf(row, facts.employer), facts.employer, sameName),
    compare("role", row.role ?? null, facts.role, sameName),
    comparePeople(row, facts.people),
    compare("interview", instantOf(row.interview?.start), instantOf(interview?.start), same),
    compare("promise", row.promise?.date ?? null, promise, () => alternatives.includes(promise ?? "")),
    compare("offer_deadline", row.offer_deadline ?? null, facts.offerDeadline?.toString() ?? null, same),
    compare("return_date", row.return_date ?? null, facts.returnDate?.toString() ?? null, same),
    ...(isOpen
      ? [
          {
            fact: "ambiguous" as const,
            want: "kept open",
            got: facts.ambiguous.join("; ") || null,
            verdict:
              facts.ambiguous.length > 0
                ? ("right" as const)
                : dated && !row.interview && !row.promise && !row.return_date
                  ? ("wrong" as const)
                  : ("missing" as const),
          },
        ]
      : []),
  ].flatMap((one) => (one === null || row.disputed.includes(one.fact) ? [] : [one]));
}

/** An agency that names no client: "a client of AGENCY" is what POLICY 8.5 calls it, where the label names nobody. */
const employerOf = (row: JobmailRow, got: string | null): string | null =>
  row.employer ?? (row.agency && got?.startsWith("a client of ") ? `a client of ${row.agency}` : null);

/** Adds the verdicts of all mails up. */
export function tally(
  verdicts: readonly { fact: FactName; verdict: FactVerdict }[],
): Record<FactName, FactTally> {
  const of = (name: FactName): FactTally => {
    const mine = verdicts.filter(({ fact }) => fact === name);
    const count = (verdict: FactVerdict) => mine.filter((one) => one.verdict === verdict).length;
    return { n: mine.length, right: count("right"), missing: count("missing"), wrong: count("wrong") };
  };
  return {
    employer: of("employer"),
    role: of("role"),
    people: of("people"),
    interview: of("interview"),
    promise: of("promise"),
    offer_deadline: of("offer_deadline"),
    return_date: of("return_date"),
    ambiguous: of("ambiguous"),
  };
}

function compare(
  fact: FactName,
  want: string | null,
  got: string | null,
  equal: (want: string, got: string) => boolean,
): (FactMiss & { verdict: FactVerdict }) | null {
  if (want === null && got === null) return null;
  const verdict = got === null ? "missing" : want !== null && equal(want, got) ? "right" : "wrong";
  return { fact, want, got, verdict };
}

function comparePeople(row: JobmailRow, got: Assessment["facts"]["people"]) {
  const want = row.people ?? [];
  if (want.length === 0 && got.length === 0) return null;
  const has = (name: string, among: readonly { name: string }[]) =>
    among.some((one) => sameName(one.name, name) || sameName(name, one.name));
  const missing = want.filter(({ name }) => !has(name, got));
  const extra = got.filter(({ name }) => !has(name, want));
  const verdict: FactVerdict = missing.length > 0 ? "missing" : extra.length > 0 ? "wrong" : "right";
  const names = (people: readonly { name: string }[]) => people.map(({ name }) => name).join(", ") || null;
  return { fact: "people" as const, want: names(want), got: names(got), verdict };
}

const same = (want: string, got: string): boolean => want === got;

const instantOf = (time: string | Temporal.ZonedDateTime | null | undefined): string | null =>
  time == null
    ? null
    : (typeof time === "string" ? Temporal.Instant.from(time) : time.toInstant()).toString();

const legalForm =
  /(?:[\s,]+(?:ltd|limited|plc|llp|llc|inc|incorporated|corp|corporation|co|company|gmbh(?: & co kg)?|ag|se|kg|ohg|ug|sa|sas|sarl|sl|slu|bv|nv|lda|ltda|ab|as|oy|pty))+$/;

/** Names compare without legal form, case, accents and marks; one may begin the other. */
export function sameName(want: string, got: string): boolean {
  const [a, b] = [plain(want), plain(got)];
  return a !== "" && b !== "" && (a.startsWith(b) || b.startsWith(a));
}

const plain = (name: string): string =>
  name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(".", "")
    .replace(legalForm, "")
    .replace(/^the\s+/, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
