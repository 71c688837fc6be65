import type { Assessment } from "../domain/assessment.ts";
import { closesAlone } from "../domain/certainty.ts";
import type { Message } from "../domain/message.ts";
import { link } from "../understanding/link.ts";
import type { IsHoliday } from "../understanding/when/work-days.ts";
import { type FactMiss, judgeFacts, tally } from "./facts-score.ts";
import { calibrationOf, confusionOf, isRight, type Judged, scoreKinds } from "./kinds-score.ts";
import { mailOfRow } from "./mail-of-row.ts";
import type { JobmailRow } from "./row.ts";

/** What reads a mail: the rules alone, or the rules and the model behind them. */
export type Reader = {
  readonly read: (
    message: Message,
    person: JobmailRow["person"],
    isHoliday: IsHoliday,
  ) => Promise<Assessment>;
  readonly modelCalls: () => number;
};

export type JobmailReport = ReturnType<typeof reportOf>;

/** Reads every labelled mail and says how well. Only the understanding is timed, not the parsing. */
export async function evaluateJobmail(
  rows: readonly JobmailRow[],
  reader: Reader,
  holidaysOf: (country: string, zone: string) => IsHoliday,
  progress: (done: number) => void = () => {},
) {
  const results: { row: JobmailRow; message: Message; assessment: Assessment }[] = [];
  let nanoseconds = 0n;
  for (const row of rows) {
    const message = await mailOfRow(row);
    const isHoliday = holidaysOf(row.person.country, row.person.zone);
    const start = process.hrtime.bigint();
    const assessment = await reader.read(message, row.person, isHoliday);
    nanoseconds += process.hrtime.bigint() - start;
    results.push({ row, message, assessment });
    progress(results.length);
  }
  return reportOf(results, reader.modelCalls(), Number(nanoseconds) / 1e9);
}

function reportOf(
  results: readonly { row: JobmailRow; message: Message; assessment: Assessment }[],
  modelCalls: number,
  seconds: number,
) {
  const judged: Judged[] = results.map(({ row, assessment: { kind, confidence, evidence } }) => ({
    id: row.id,
    want: row.label,
    alt: row.alt,
    realness: row.realness.startsWith("real") ? "real" : "written",
    got: kind,
    confidence,
    evidence,
  }));
  const facts = results.map(({ row, assessment }) => ({ id: row.id, verdicts: judgeFacts(row, assessment) }));
  return {
    n: judged.length,
    strict: scoreKinds(judged, false),
    lenient: scoreKinds(judged, true),
    by_realness: byRealness(judged),
    calibration: calibrationOf(judged),
    confusion: confusionOf(judged),
    facts: tally(facts.flatMap(({ verdicts }) => verdicts)),
    fact_misses: facts.flatMap(({ id, verdicts }) =>
      verdicts
        .filter(({ verdict }) => verdict !== "right")
        .map(({ fact, want, got, verdict }): FactMiss & { id: string; verdict: string } => ({
          id,
          fact,
          verdict,
          want,
          got,
        })),
    ),
    wrong_closes: results.filter(closesWrongly).map(({ row }) => row.id),
    wrong_opens: results.filter(opensWrongly).map(({ row }) => row.id),
    misses: judged
      .filter((one) => !isRight(one))
      .sort((a, b) => b.confidence - a.confidence)
      .map(({ id, want, got, confidence, evidence }) => ({ id, want, got, confidence, evidence })),
    model_calls: modelCalls,
    messages_per_second: seconds === 0 ? 0 : Math.round(results.length / seconds),
  };
}

function byRealness(judged: readonly Judged[]) {
  return Object.fromEntries(
    ["real", "written"].flatMap((realness) => {
      const mine = judged.filter((one) => one.realness === realness);
      return mine.length === 0
        ? []
        : [[realness, { strict: scoreKinds(mine, false), lenient: scoreKinds(mine, true) }]];
    }),
  );
}

/** Plain rows do not say whether they may close: then the label does. */
const closesWrongly = ({ row, assessment }: { row: JobmailRow; assessment: Assessment }): boolean =>
  closesAlone(assessment) &&
  !(
    row.may_close ??
    [row.label, ...row.alt].some((kind) => kind === "rejection" || kind === "offer_withdrawn")
  );

const outside = new Set(["unrelated", "newsletter_job_alert", "recruiter_outreach", "bounce"]);

const opensWrongly = ({
  row,
  message,
  assessment,
}: {
  row: JobmailRow;
  message: Message;
  assessment: Assessment;
}): boolean =>
  [row.label, ...row.alt].every((kind) => outside.has(kind)) &&
  link(message, assessment, []).type === "opens";
