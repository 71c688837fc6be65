import type { EmployerSize } from "../domain/candidacy.ts";

/** In a file of its own, because help must not wait for the program to be loaded. */
export const employerSizes: readonly EmployerSize[] = [
  "small",
  "large",
  "public sector",
  "agency",
  "charity",
  "unknown",
];
