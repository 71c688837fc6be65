import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { evaluateJobmail, type JobmailReport } from "../../src/eval/jobmail.ts";
import { type JobmailRow, rowsIn } from "../../src/eval/row.ts";
import { publicHolidays } from "../../src/holidays.ts";
import { assess } from "../../src/understanding/assess.ts";
import table from "../../src/understanding/kind/learned-weights.json" with { type: "json" };

const corpus = join(import.meta.dirname, "../corpus");
const rowsOf = (...names: readonly string[]): readonly JobmailRow[] =>
  names.flatMap((name) => rowsIn(readFileSync(join(corpus, `${name}.jsonl`), "utf8")));

function read(rows: readonly JobmailRow[]): Promise<JobmailReport> {
  const holidays = publicHolidays();
  return evaluateJobmail(
    rows,
    { read: async (message, person, isHoliday) => assess(message, person, isHoliday), modelCalls: () => 0 },
    (country, zone) => holidays.calendar(country, zone).isHoliday,
  );
}

const share = ({ n, right }: { n: number; right: number }) => right / n;

describe("our own corpus, which the rules were written with", () => {
  let report: JobmailReport;
  beforeAll(async () => {
    report = await read(rowsOf("closing", "interview", "letters", "other", "languages", "calendar"));
  });

  test("no mail closes a candidacy that it may not close, and none from outside opens one", () => {
    expect(report.wrong_closes).toEqual([]);
    expect(report.wrong_opens).toEqual([]);
  });

  test.each([
    ["employer", 0.95],
    ["role", 0.9],
    ["interview", 0.97],
    ["promise", 0.95],
    ["return_date", 0.95],
  ] as const)("%s is read right in %d of the mails that tell it", (fact, least) => {
    expect(share(report.facts[fact])).toBeGreaterThanOrEqual(least);
  });

  test("no date that can be read in two ways is guessed", () => {
    expect(report.facts.ambiguous.wrong).toBe(0);
    expect(report.facts.interview.wrong).toBe(0);
  });
});

describe("mails that nobody had seen who wrote the rules, and from which nothing was learnt", () => {
  let report: JobmailReport;
  beforeAll(async () => {
    report = await read(rowsOf("unseen"));
  });

  test("no mail closes a candidacy that it may not close", () => {
    expect(report.wrong_closes).toEqual([]);
  });

  test("six in seven are read right, and of verdicts at 0.9 nine in ten", () => {
    expect(report.lenient.accuracy).toBeGreaterThanOrEqual(0.86);
    const [, , n = 0, right = 0] = report.calibration.at(-1) ?? [];
    expect(right / n).toBeGreaterThanOrEqual(0.9);
  });
});

test("the table of weights was learnt from the mails as they stand (npm run learn makes it anew)", () => {
  const files = globSync(["learning/*.jsonl", "{closing,interview,languages,letters,other}.jsonl"], {
    cwd: corpus,
  }).map((file) => `test/corpus/${file}`);
  const texts = files.sort().map((file) => readFileSync(join(corpus, "../..", file), "utf8"));
  expect(createHash("sha256").update(texts.join("\n")).digest("hex")).toBe(table.learnedFrom);
});
