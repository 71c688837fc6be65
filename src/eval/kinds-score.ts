import { type Kind, kinds } from "../domain/assessment.ts";

/** One judged mail: what it is, what else would do, and what the program said. */
export type Judged = {
  readonly id: string;
  readonly want: Kind;
  readonly alt: readonly Kind[];
  readonly realness: string;
  readonly got: Kind;
  readonly confidence: number;
  readonly evidence: readonly string[];
};

export type ClassScore = {
  support: number;
  precision: number | null;
  recall: number | null;
  f1: number | null;
};
export type KindsScore = {
  readonly n: number;
  readonly accuracy: number;
  /** Mean F1 of the classes that the file holds. */
  readonly macro_f1: number;
  readonly classes: Readonly<Partial<Record<Kind, ClassScore>>>;
};

/** Precision, recall and F1 of every class. `lenient`: a verdict that the label's alternatives accept counts as the label. */
export function scoreKinds(judged: readonly Judged[], lenient: boolean): KindsScore {
  const pairs = judged.map(({ want, got, alt }) => ({
    want: lenient && alt.includes(got) ? got : want,
    got,
  }));
  const classes: Partial<Record<Kind, ClassScore>> = {};
  for (const kind of kinds) {
    const support = pairs.filter((pair) => pair.want === kind).length;
    const said = pairs.filter((pair) => pair.got === kind).length;
    if (support === 0 && said === 0) continue;
    const right = pairs.filter((pair) => pair.want === kind && pair.got === kind).length;
    const precision = said === 0 ? null : right / said;
    const recall = support === 0 ? null : right / support;
    const f1 = recall === null ? null : (2 * right) / (said + support);
    classes[kind] = { support, precision: rounded(precision), recall: rounded(recall), f1: rounded(f1) };
  }
  const f1s = Object.values(classes).flatMap(({ f1 }) => (f1 === null ? [] : [f1]));
  const right = pairs.filter(({ want, got }) => want === got).length;
  return {
    n: judged.length,
    accuracy: share(right, judged.length),
    macro_f1: share(
      f1s.reduce((sum, f1) => sum + f1, 0),
      f1s.length,
    ),
    classes,
  };
}

const bands = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01];

/** `[from, to, n, right]` for bands of confidence: of verdicts at 0.9, nine in ten should be right (leniently). */
export function calibrationOf(
  judged: readonly Judged[],
): readonly (readonly [number, number, number, number])[] {
  return bands.slice(1).map((to, index) => {
    const from = bands[index] ?? 0;
    const within = judged.filter(({ confidence }) => confidence >= from && confidence < to);
    return [from, Math.min(to, 1), within.length, within.filter(isRight).length] as const;
  });
}

/** True when the verdict is the label or one that does as well. */
export const isRight = ({ want, got, alt }: Judged): boolean => want === got || alt.includes(got);

/** How often a label was taken for another kind: `{want: {got: n}}`, right ones included. */
export function confusionOf(judged: readonly Judged[]): Partial<Record<Kind, Partial<Record<Kind, number>>>> {
  const table: Partial<Record<Kind, Partial<Record<Kind, number>>>> = {};
  for (const { want, got } of judged) {
    const row = table[want] ?? {};
    table[want] = row;
    row[got] = (row[got] ?? 0) + 1;
  }
  return table;
}

const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 1e4) / 1e4;
const share = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 1e4) / 1e4;
