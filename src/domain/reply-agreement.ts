import type { Decision } from "./approval.ts";
import { goTogether } from "./reply-setting.ts";

export type Said = { readonly words: string; readonly decision: Decision };

/** The lines that a decision is about: its own, and the one that a mail or a candidacy goes to. */
export const linesOf = (decision: Decision): number[] =>
  "to" in decision && "line" in decision.to ? [decision.item, decision.to.line] : [decision.item];

/**
 * Gives what of the decisions can be carried out: two different words about one line are asked, never settled by order (POLICY 7.2). `hold`: the
 * lines about which something is in doubt.
 */
export function agreed(
  said: readonly Said[],
  hold: ReadonlySet<number>,
  doubt: (words: string, question: string) => void,
): Decision[] {
  const byItem = Map.groupBy(said, ({ decision }) => decision.item);
  const sure = [...byItem].flatMap(([item, several]) => {
    const [first] = several;
    if (first === undefined || linesOf(first.decision).some((n) => hold.has(n))) return [];
    const different = [...new Map(several.map((one) => [JSON.stringify(one.decision), one])).values()];
    if (different.every((a, at) => different.slice(at + 1).every((b) => goTogether(a.decision, b.decision))))
      return different;
    doubt(
      [...new Set(several.map(({ words }) => words))].join(" / "),
      `You said two different things about ${item}.`,
    );
    return [];
  });
  return sure.flatMap((one) => {
    const [, to] = linesOf(one.decision);
    const other = said.find(({ decision }) => decision.item === to);
    if (other === undefined) return [one.decision];
    doubt(one.words, `You said something else about ${to} as well; say this once more by itself.`);
    return [];
  });
}

/** Gives the lines whose reason is asked for, each once: that changes nothing, so it goes with everything else and nothing holds it back. */
export const whysOf = (said: readonly Said[]): Decision[] => [
  ...new Map(
    said.flatMap(({ decision }) => (decision.type === "why" ? [[decision.item, decision] as const] : [])),
  ).values(),
];
