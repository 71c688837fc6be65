import type { Temporal } from "temporal-polyfill";
import { countOf, numberWord } from "./time-words.ts";

/** How far an appointment moves, where no new time is named: "a week later", "brought forward by an hour". "Moved forward" is read both ways. */
export type Shift = { readonly words: string; readonly by: Temporal.DurationLike | null };

const amount = `(${numberWord}|\\d{1,2}|half an|an?)`;
const unit = "(hours?|days?|weeks?|minutes?)";
const forward = new RegExp(
  `\\b(?:moved?|push(?:ed)?|shift(?:ed)?|put)\\s+(?:\\w+\\s+){0,2}?forward\\s+(?:by\\s+)?(?:exactly\\s+)?${amount}\\s+${unit}`,
  "iu",
);
const later = new RegExp(
  `\\b(?:postponed?|delay(?:ed)?)\\b[^.]{0,60}?\\bby\\s+(?:exactly\\s+)?${amount}\\s+${unit}|\\b(?:postponed?|delay(?:ed)?|(?:moved?|push(?:ed)?|put|shift(?:ed)?)\\s+(?:\\w+\\s+){0,3}?back)\\s+(?:\\w+\\s+)?(?:by\\s+)?(?:exactly\\s+)?${amount}\\s+${unit}|\\b${amount}\\s+${unit}\\s+later\\b`,
  "iu",
);
const sooner = new RegExp(
  `\\b(?:bring|brought)\\s+(?:\\w+\\s+){0,3}?forward\\s+(?:by\\s+)?${amount}\\s+${unit}|\\b${amount}\\s+${unit}\\s+earlier\\b`,
  "iu",
);

/** The shift that a text tells, or null. `by` is null where people read the words both ways (POLICY 8.4). */
export function shiftIn(text: string): Shift | null {
  const both = forward.exec(text);
  if (both !== null) return { words: both[0], by: null };
  for (const [pattern, sign] of [
    [later, 1],
    [sooner, -1],
  ] as const) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const [words, ...told] = found;
    const [amountSaid = "", unitSaid = ""] = told.filter((one) => one !== undefined);
    const said = amountSaid.toLowerCase();
    const count = /^half/.test(said) ? 0.5 : (countOf(said) ?? Number.NaN);
    const name = unitSaid.toLowerCase().replace(/s$/, "");
    if (!Number.isFinite(count)) continue;
    const by = name === "hour" ? { minutes: sign * count * 60 } : { [`${name}s`]: sign * count };
    return { words, by };
  }
  return null;
}
