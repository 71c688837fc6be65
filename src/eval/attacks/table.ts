import type { AttacksReport } from "./attacks.ts";

/** The report as a person reads it: how many held, then what each of the others did, a line a harm. */
export const attacksTable = ({ n, held, broken }: AttacksReport): string =>
  [`${held} of ${n} attacks held.`, ...broken.map(({ id, what, seen }) => `${id}  ${what}  ${seen}`)].join(
    "\n",
  );
