import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";
import { faults } from "./faults.ts";
import { invariants, inWords, type Violation } from "./invariants.ts";
import { type Played, playOnPaper, type Rules, realRules } from "./paper-play.ts";
import { playForReal } from "./real-play.ts";
import { seasonOf } from "./season.ts";

const seeds = Array.from({ length: 20 }, (_one, at) => at + 1);
const broken = ({ trail, violations }: Played): string =>
  violations.map((violation) => inWords(trail, violation)).join("\n");

test("twenty whole job searches of 120 days keep every invariant on every day", { timeout: 180_000 }, () => {
  const seen = new Set<string>();
  for (const seed of seeds) {
    const played = playOnPaper(seasonOf(seed));
    expect(broken(played)).toBe("");
    for (const what of Object.keys(played.counts)) seen.add(what);
  }
  // What never happens is not tested.
  expect([...seen]).toEqual(
    expect.arrayContaining([
      ...["stage_question", "thank_you", "check_in", "decision_request", "breakup", "graceful_no"],
      ...[
        "keep_in_touch",
        "withdraw",
        "by hand",
        "held",
        "skipped",
        "reopened",
        "offered",
        "accepted",
        "signed",
      ],
      ...["closed (no_reply)", "closed (rejected)", "closed (withdrawn)", "closed (role_cancelled)"],
    ]),
  );
});

test("a season is the same whenever its seed is played", () => {
  const sent = () =>
    playOnPaper(seasonOf(3, { days: 60 })).trail.sent.map(({ at, key, to }) => `${at} ${key} ${to}`);
  const once = sent();
  expect(once.length).toBeGreaterThan(10);
  expect(sent()).toEqual(once);
});

/** Plays seasons until one breaks what the fault must break. */
function caught(rules: Rules, says: string): Violation | null {
  // Small seasons that have shown much come first; a change of the rules may need others.
  for (const seed of new Set([1, 21, 14, 23, ...seeds, ...seeds.map((one) => one + 20)])) {
    const [found] = playOnPaper(seasonOf(seed), rules, (one) => one.says.startsWith(says)).violations;
    if (found) return found;
  }
  return null;
}

test.each(faults)("a planner that $planner is caught", { timeout: 180_000 }, ({ rules, caughtBy }) => {
  expect(rules).not.toBe(realRules);
  expect(invariants.some(({ says }) => says.startsWith(caughtBy))).toBe(true);
  expect(caught(rules, caughtBy)).toMatchObject({ says: expect.stringMatching(`^${caughtBy}`) });
});

describe("through the flows on a real database", () => {
  let here: ReceivingApp;
  beforeAll(async () => {
    here = await openReceivingApp();
  });
  beforeEach(() => here.reset());
  afterAll(() => here.close());

  test.each([3, 4])(
    "a small job search keeps every invariant on every day (seed %i)",
    { timeout: 180_000 },
    async (seed) => {
      const played = await playForReal(here, seasonOf(seed, { days: 45, roles: [8, 12] }));
      expect(broken(played)).toBe("");
      // Letters were read, digests answered, and mails left.
      expect(played.counts.letters).toBeGreaterThan(10);
      expect(played.trail.sent.length).toBeGreaterThan(3);
      expect(played.trail.candidacies.length).toBeGreaterThan(4);
    },
  );
});
