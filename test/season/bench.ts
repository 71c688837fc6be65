/**
 * Plays whole job searches in memory and looks at every invariant on every day of them. `npm run bench:seasons -- --seasons 1000` prints
 * progress and one line at the end; `--seed N` begins at that seed, so that `--seasons 1 --seed N` plays one again. Exits 1 on a violation.
 */
import { parseArgs } from "node:util";
import { inWords } from "./invariants.ts";
import { playOnPaper } from "./paper-play.ts";
import { seasonOf } from "./season.ts";

const { values } = parseArgs({
  options: {
    seasons: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    days: { type: "string", default: "120" },
  },
});
const [seasons, first, days] = [Number(values.seasons), Number(values.seed), Number(values.days)];

const counts = new Map<string, number>();
const began = performance.now();
const took = (): string => {
  const { user, system } = process.cpuUsage();
  return `${Math.round((performance.now() - began) / 1000)} s (${Math.round((user + system) / 1_000_000)} s of one core)`;
};
let broken = 0;
let candidacies = 0;
for (let played = 0; played < seasons; played += 1) {
  const { trail, violations, counts: counted } = playOnPaper(seasonOf(first + played, { days }));
  candidacies += trail.candidacies.length;
  for (const [what, count] of Object.entries(counted)) counts.set(what, (counts.get(what) ?? 0) + count);
  for (const violation of violations.slice(0, 3)) console.log(inWords(trail, violation));
  broken += violations.length > 0 ? 1 : 0;
  if ((played + 1) % 50 === 0) console.log(`${played + 1} seasons, ${took()}, ${broken} broken`);
}
const happened = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([what, n]) => `${what} ${n}`);
console.log(
  `${seasons} seasons of ${days} days, ${candidacies} candidacies, ${took()}, ${broken} broken: ${happened.join(", ")}`,
);
process.exitCode = broken > 0 ? 1 : 0;
