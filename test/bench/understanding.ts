/**
 * How many mails a second the understanding reads, on one core, parsing left aside: `npm run bench:understanding` prints one line.
 * The mails are our own corpus, whose texts are longer than most; they are read once before, as a running program has read mail before.
 */
import { globSync, readFileSync } from "node:fs";
import { mailOfRow } from "../../src/eval/mail-of-row.ts";
import { rowsIn } from "../../src/eval/row.ts";
import { assess } from "../../src/understanding/assess.ts";

const files = globSync("test/corpus/**/*.jsonl", { cwd: new URL("../..", import.meta.url) });
const rows = files.flatMap((file) => rowsIn(readFileSync(new URL(`../../${file}`, import.meta.url), "utf8")));
const mails = await Promise.all(
  rows.slice(0, 2_000).map(async (row) => ({ message: await mailOfRow(row), person: row.person })),
);
for (const { message, person } of mails) assess(message, person);
const times: number[] = [];
const begun = performance.now();
for (const { message, person } of mails) {
  const start = performance.now();
  assess(message, person);
  times.push(performance.now() - start);
}
const seconds = (performance.now() - begun) / 1_000;
times.sort((a, b) => a - b);
const part = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
console.log(
  `${mails.length} mails: ${Math.round(mails.length / seconds)} a second; p50 ${part(0.5)} ms, p95 ${part(0.95)} ms, slowest ${part(0.9999)} ms`,
);
