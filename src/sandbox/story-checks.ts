import type { ApiCandidacy } from "./api.ts";
import { candidaciesAt } from "./candidacy-by-name.ts";
import { checkDigest, checkDigestsADay, checkSomeDigest } from "./digest-checks.ts";
import { checkSent } from "./sent-check.ts";
import type { CandidacyCheck, Checks } from "./story-expectations.ts";
import { textsDiffer } from "./texts-differ.ts";
import type { Failure, View } from "./view.ts";

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

const candidaciesInWords = (all: readonly ApiCandidacy[]): string =>
  all.length === 0
    ? "no candidacy"
    : all
        .map(
          ({ number, employer, role, state, reason }) =>
            `${number} ${employer}${role ? ` (${role})` : ""}: ${state}${reason ? `, ${reason}` : ""}`,
        )
        .join("; ");
