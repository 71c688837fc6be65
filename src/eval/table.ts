import { factNames } from "./facts-score.ts";
import type { JobmailReport } from "./jobmail.ts";
import type { KindsScore } from "./kinds-score.ts";

/** The report as a person reads it. */
export function jobmailTable(report: JobmailReport, full: boolean): string {
  return [
    `${report.n} mails, ${report.messages_per_second} a second, ${report.model_calls} calls of the model`,
    "",
    ...kindsTable(report.strict, report.lenient),
    ...Object.entries(report.by_realness).map(
      ([name, { lenient, strict }]) =>
        `${name.padEnd(8)} ${lenient.n} mails: accuracy ${percent(strict.accuracy)} strict, ${percent(lenient.accuracy)} lenient`,
    ),
    "",
    "confidence     mails  right",
    ...report.calibration
      .filter(([, , n]) => n > 0)
      .map(
        ([from, to, n, right]) =>
          `${from.toFixed(1)} to ${to.toFixed(1)}  ${String(n).padStart(8)}  ${percent(right / n)}`,
      ),
    "",
    "fact                n  right  missing  wrong",
    ...factNames.flatMap((name) => {
      const { n, right, missing, wrong } = report.facts[name];
      return n === 0
        ? []
        : [
            `${name.padEnd(16)}${String(n).padStart(5)}${percent(right / n).padStart(7)}${String(missing).padStart(9)}${String(wrong).padStart(7)}`,
          ];
    }),
    "",
    `wrong closes: ${list(report.wrong_closes)}`,
    `wrong opens:  ${list(report.wrong_opens)}`,
    "",
    ...confusions(report),
    "",
    "misses, the surest first:",
    ...report.misses
      .slice(0, full ? undefined : 20)
      .map(
        ({ id, want, got, confidence, evidence }) =>
          `  ${id}: ${want}, read as ${got} (${confidence}) ${JSON.stringify(evidence[0] ?? "").slice(0, 120)}`,
      ),
    ...(full
      ? [
          "",
          "facts read otherwise:",
          ...report.fact_misses.map(
            ({ id, fact, verdict, want, got }) =>
              `  ${id} ${fact} ${verdict}: ${JSON.stringify(want)}, read ${JSON.stringify(got)}`,
          ),
        ]
      : []),
  ].join("\n");
}

function kindsTable(strict: KindsScore, lenient: KindsScore): string[] {
  const kinds = Object.entries(lenient.classes);
  return [
    "kind                     mails  precision  recall     F1   (lenient)",
    ...kinds.map(
      ([kind, { support, precision, recall, f1 }]) =>
        `${kind.padEnd(24)}${String(support).padStart(6)}${percent(precision).padStart(11)}${percent(recall).padStart(8)}${percent(f1).padStart(7)}`,
    ),
    `accuracy ${percent(strict.accuracy)} strict, ${percent(lenient.accuracy)} lenient; macro-F1 ${percent(strict.macro_f1)} strict, ${percent(lenient.macro_f1)} lenient`,
    "",
  ];
}

function confusions(report: JobmailReport): string[] {
  const pairs = Object.entries(report.confusion).flatMap(([want, row]) =>
    Object.entries(row ?? {}).flatMap(([got, n]) => (got === want ? [] : [{ want, got, n: n ?? 0 }])),
  );
  return [
    "taken for another kind (strict):",
    ...pairs
      .sort((a, b) => b.n - a.n)
      .slice(0, 15)
      .map(({ want, got, n }) => `  ${String(n).padStart(3)}  ${want} as ${got}`),
  ];
}

const percent = (value: number | null): string => (value === null ? "-" : (value * 100).toFixed(1));
const list = (ids: readonly string[]): string => (ids.length === 0 ? "none" : ids.join(", "));
