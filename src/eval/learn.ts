import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { kinds } from "../domain/assessment.ts";
import { loudnessOf, unit } from "../understanding/kind/learned.ts";
import { readSigns } from "../understanding/kind/read-signs.ts";
import type { MailSigns } from "../understanding/kind/signs.ts";
import { mailOfRow } from "./mail-of-row.ts";
import { type JobmailRow, rowsIn } from "./row.ts";
import { type Example, type Fitted, fitWeights, probabilities } from "./softmax-regression.ts";

/** `npm run learn`: learns the weights of signs from our own labelled mails and writes the table that the program reads. */

const root = join(import.meta.dirname, "../..");
const sources = [
  "test/corpus/learning/*.jsonl",
  "test/corpus/{closing,interview,languages,letters,other}.jsonl",
];
const target = join(root, "src/understanding/kind/learned-weights.json");
/** Signs that fewer mails have are mostly names and slips of the pen. */
const fewestMails = 3;
/** Weights below this many hundredths change nothing. */
const least = 4;

type Labelled = { readonly row: JobmailRow; readonly signs: MailSigns };

const files = globSync(sources, { cwd: root }).sort();
const texts = files.map((file) => readFileSync(join(root, file), "utf8"));
const mails: Labelled[] = [];
for (const row of texts.flatMap(rowsIn)) {
  const signs = readSigns(await mailOfRow(row));
  // What the structure of a mail says is not learnt from its words.
  if (signs !== null) mails.push({ row, signs });
}
const { temperature, right } = calibrated(mails);
const names = frequent(mails);
const places = new Map(names.map((name, place) => [name, place]));
const fitted = fitWeights(
  mails.map((mail) => exampleOf(mail, places)),
  names.length,
  kinds.length,
  (round) => tell(`learning: round ${round}`),
);
writeFileSync(
  target,
  `${JSON.stringify({
    learnedFrom: createHash("sha256").update(texts.join("\n")).digest("hex"),
    mails: mails.length,
    temperature,
    bias: [...fitted.bias].map((value) => Math.round(value * 1_000) / 1_000),
    signs: tableOf(names, fitted),
  })}\n`,
);
tell("");
console.log(
  `${mails.length} mails of ${files.length} files, ${names.length} signs; four in five learnt from, ${(right * 100).toFixed(1)} % of the fifth read right; temperature ${temperature}`,
);

/** Learns from four fifths and reads the fifth, five times: how well that goes, and how much too sure it is. */
function calibrated(all: readonly Labelled[]): { temperature: number; right: number } {
  const judged: { example: Example; fitted: Fitted; accepted: readonly number[] }[] = [];
  for (const fold of [0, 1, 2, 3, 4]) {
    const kept = all.filter((_, at) => at % 5 !== fold);
    const known = new Map(frequent(kept).map((name, place) => [name, place]));
    const part = fitWeights(
      kept.map((mail) => exampleOf(mail, known)),
      known.size,
      kinds.length,
      (round) => tell(`checking ${fold + 1} of 5: round ${round}`),
    );
    for (const mail of all.filter((_, at) => at % 5 === fold))
      judged.push({
        example: exampleOf(mail, known),
        fitted: part,
        accepted: [mail.row.label, ...mail.row.alt].map((kind) => kinds.indexOf(kind)),
      });
  }
  const hot = Array.from({ length: 36 }, (_, step) => Math.round((0.5 + step * 0.1) * 10) / 10);
  const loss = (temperature: number) =>
    judged.reduce((sum, { example, fitted: { weights, bias }, accepted }) => {
      const found = probabilities(example, weights, bias, temperature);
      return sum - Math.log(Math.max(1e-9, ...accepted.map((kind) => found[kind] ?? 0)));
    }, 0);
  const temperature = hot.reduce((best, each) => (loss(each) < loss(best) ? each : best), 1);
  const right = judged.filter(({ example, fitted: { weights, bias }, accepted }) => {
    const found = probabilities(example, weights, bias);
    return accepted.includes(found.indexOf(Math.max(...found)));
  }).length;
  return { temperature, right: right / judged.length };
}

function frequent(all: readonly Labelled[]): string[] {
  const counts = new Map<string, number>();
  for (const { signs } of all)
    for (const sign of [...signs.words.keys(), ...signs.marks.keys()])
      counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= fewestMails).map(([sign]) => sign);
}

function exampleOf({ row, signs }: Labelled, places: ReadonlyMap<string, number>): Example {
  const loud = loudnessOf(signs, (sign) => places.has(sign));
  return {
    signs: Int32Array.from(loud, ([sign]) => places.get(sign) ?? 0),
    values: Float64Array.from(loud, ([, loudness]) => loudness),
    kind: kinds.indexOf(row.label),
  };
}

function tableOf(signs: readonly string[], { weights }: Fitted): string {
  return signs
    .flatMap((sign, at) => {
      const spoken = kinds.flatMap((_, kind) => {
        const weight = Math.round((weights[at * kinds.length + kind] ?? 0) * unit);
        return Math.abs(weight) < least ? [] : [`${kind}:${weight}`];
      });
      return spoken.length === 0 ? [] : [`${sign}\t${spoken.join(" ")}`];
    })
    .join("\n");
}

function tell(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}
