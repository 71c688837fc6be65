import type { Temporal } from "temporal-polyfill";
import type { ApiCandidacy, ApiDigest } from "./api.ts";
import { candidaciesAt } from "./candidacy-by-name.ts";
import { offersInWords } from "./item-numbers.ts";
import type { Letter } from "./letter.ts";
import type { Departed } from "./post-office.ts";
import type { Season } from "./season.ts";
import { checkSent, type SentMail } from "./sent-check.ts";
import type { CandidacyCheck, Checks, DigestCheck, SomeDigestCheck } from "./story-expectations.ts";
import { textsDiffer } from "./texts-differ.ts";
import { lackingWords, presentWords } from "./words-check.ts";

/** What was to be, and what was seen instead. */
export type Failure = { readonly expected: string; readonly seen: string };

/** Everything a check may look at, read once a moment. */
export type View = {
  readonly today: Temporal.PlainDate;
  readonly person: Season["person"];
  /** Digests that have come to the mailbox, oldest first; one row as often as its mail came. */
  readonly digests: readonly { readonly digest: ApiDigest; readonly letter: Letter }[];
  readonly sent: readonly SentMail[];
  readonly candidacies: readonly ApiCandidacy[];
  /** Debrief questions that have come to the mailbox. */
  readonly debriefs: number;
  readonly named: readonly string[];
};

/** Looks at the season from outside: its mails, and the API. */
export async function lookAt(season: Season): Promise<View> {
  const { api, office } = season;
  const [digests, debriefs, outbox, candidacies] = await Promise.all([
    api.digests(),
    api.debriefs(),
    api.outbox(),
    api.candidacies(),
  ]);
  const bare = (id: string) => id.replace(/^<|>$/g, "");
  const kinds = new Map(outbox.map((row) => [bare(row.message_id), row.kind ?? null]));
  const debriefIds = new Set(debriefs.map((debrief) => bare(debrief.message_id)));
  const known = new Set(
    [...office.received, ...office.departed.map((one) => one.letter)].map((l) => l.messageId),
  );
  return {
    today: season.local().toPlainDate(),
    person: season.person,
    digests: office.toPerson.flatMap(({ letter }) => {
      const digest = digests.find((one) => bare(one.message_id) === letter.messageId);
      return digest === undefined ? [] : [{ digest, letter }];
    }),
    sent: office.departed.filter(isByProgram).map(({ letter, to }) => ({
      letter,
      to,
      kind: kinds.get(letter.messageId) ?? null,
      inThread: letter.inReplyTo !== null && known.has(letter.inReplyTo),
    })),
    candidacies,
    debriefs: office.toPerson.filter(({ letter }) => debriefIds.has(letter.messageId)).length,
    named: [...office.named(), ...office.departed.filter(isByProgram).flatMap(({ to }) => to)],
  };
}

const isByProgram = ({ by }: Departed): boolean => by === "program";

/** Holds a moment against what the story expects (DESIGN section 10, table of checks). */
export function check(checks: Checks, view: View): readonly Failure[] {
  return [
    checks.digest && checkDigest(checks.digest, view),
    checks.some_digest && checkSomeDigest(checks.some_digest, view),
    checks.sent && checkSent(checks.sent, view.sent),
    checks.texts_differ && textsDiffer(view),
    checks.candidacy && checkCandidacy(checks.candidacy, view),
    checks.candidacies !== undefined && checkCandidacies(checks.candidacies, view),
    checks.debriefs !== undefined && atMostOrExactly("debriefs", checks.debriefs, view.debriefs, "exactly"),
    checks.sent_at_most !== undefined &&
      atMostOrExactly("mails to others", checks.sent_at_most, view.sent.length, "at most"),
    checks.digests_a_day_at_most !== undefined && checkDigestsADay(checks.digests_a_day_at_most, view),
    checks.never_to && checkNeverTo(checks.never_to, view),
  ]
    .flat()
    .filter((failure) => typeof failure === "object" && failure !== null);
}

/** The digest of the local date; without one, `drafts: []` and everything that asks for absence hold. */
function checkDigest(expected: DigestCheck, view: View): readonly Failure[] {
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

function checkSomeDigest({ since, offers = [], says = [] }: SomeDigestCheck, view: View): readonly Failure[] {
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

function checkCandidacy(expected: CandidacyCheck, view: View): readonly Failure[] {
  const found = candidaciesAt(view.candidacies, expected);
  const { state, not_state: notState, reason } = expected;
  const isSo = (one: ApiCandidacy) =>
    (state === undefined || state.includes(one.state)) && (reason === undefined || one.reason === reason);
  const name = `${expected.employer}${expected.role === undefined ? "" : ` (${expected.role})`}`;
  const said = [
    ...(state === undefined ? [] : [`state ${state.join(" or ")}`]),
    ...(notState === undefined ? [] : [`not ${notState.join(" or ")}`]),
    ...(reason === undefined ? [] : [`reason ${reason}`]),
  ].join(", ");
  if (found.some(isSo) && !found.some((one) => notState?.includes(one.state))) return [];
  return [
    { expected: `${name}: ${said}`, seen: candidaciesInWords(found.length > 0 ? found : view.candidacies) },
  ];
}

const checkCandidacies = (expected: number, view: View): readonly Failure[] =>
  view.candidacies.length === expected
    ? []
    : [{ expected: `${expected} candidacies`, seen: candidaciesInWords(view.candidacies) }];

function checkDigestsADay(most: number, view: View): readonly Failure[] {
  const days = Map.groupBy(view.digests, ({ digest }) => digest.local_date);
  return [...days]
    .filter(([, digests]) => digests.length > most)
    .map(([day, digests]) => ({
      expected: `at most ${most} digests a day`,
      seen: `${digests.length} on ${day}`,
    }));
}

function checkNeverTo(never: readonly string[], view: View): readonly Failure[] {
  const hit = never.filter((address) => view.named.includes(address));
  return hit.length === 0
    ? []
    : [{ expected: `no mail to ${hit.join(", ")}`, seen: `one to ${hit.join(", ")}` }];
}

const atMostOrExactly = (
  what: string,
  wanted: number,
  seen: number,
  how: "exactly" | "at most",
): readonly Failure[] =>
  seen === wanted || (how === "at most" && seen < wanted)
    ? []
    : [{ expected: `${how} ${wanted} ${what}`, seen: String(seen) }];

const draftKinds = (digest: ApiDigest | undefined): readonly string[] =>
  (digest?.items ?? []).filter(({ type }) => type === "draft").map(({ kind }) => kind ?? "unknown");

const sameOften = (a: readonly string[], b: readonly string[]): boolean =>
  a.toSorted().join() === b.toSorted().join();

const includesOften = (all: readonly string[], wanted: readonly string[]): boolean =>
  [...new Set(wanted)].every(
    (kind) => all.filter((one) => one === kind).length >= wanted.filter((one) => one === kind).length,
  );

const textOf = (letter: Letter): string => `${letter.subject}\n${letter.text}`;

const candidaciesInWords = (all: readonly ApiCandidacy[]): string =>
  all.length === 0
    ? "no candidacy"
    : all
        .map(
          ({ number, employer, role, state, reason }) =>
            `${number} ${employer}${role ? ` (${role})` : ""}: ${state}${reason ? `, ${reason}` : ""}`,
        )
        .join("; ");
