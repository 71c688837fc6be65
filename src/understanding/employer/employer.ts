import type { EmployerClues, EmployerReading } from "./clues.ts";
import { placeOf } from "./place.ts";
import { sizeOf } from "./size.ts";

/** Guesses size and kind, country and zone of an employer from one mail of theirs (POLICY 4, 6.16). With an agency the recruiter's place counts. */
export const readEmployer = (clues: EmployerClues): EmployerReading => ({
  size: sizeOf(clues),
  ...placeOf(clues),
});
