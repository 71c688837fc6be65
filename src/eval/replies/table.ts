import type { Played, RepliesReport } from "./replies.ts";
import type { Wanted } from "./row.ts";

/** The report as a person reads it; with `misses`, each of them with what was wanted and what was seen. */
export const repliesTable = (report: RepliesReport, misses: readonly Played[]): string =>
  [
    `${report.right} of ${report.n} replies came out right.`,
    ...(["wrong_approvals", "wrong_decisions", "asked_back", "missed"] as const).map((name) =>
      `${name.replace("_", " ").padEnd(16)} ${String(report[name].length).padStart(3)}  ${report[name].join(", ")}`.trimEnd(),
    ),
    ...misses.map(missInWords),
  ].join("\n");

const missInWords = ({ reply, seen, verdict }: Played): string =>
  [
    "",
    `${reply.id}: ${verdict.replace("_", " ")}`,
    `  wanted ${reply.expects.map((wanted) => wanted.map(wantedInWords).join(", ") || "nothing").join(" | or ")}`,
    `  seen   ${seen.done.map(({ items, decision, argument }) => [items.join("/"), decision, argument].filter(Boolean).join(" ")).join(", ") || "nothing"}${seen.answered ? ", answered by a mail" : ""}`,
    ...seen.askedBack.map((words) => `  asked  ${words}`),
  ].join("\n");

const wantedInWords = ({ item, decision, argument }: Wanted): string =>
  [item, decision, argument].filter((word) => word !== null && word !== undefined).join(" ");
