import type { Candidacy } from "./candidacy.ts";

/**
 * True when two candidacies count as one employer's for the caps (POLICY 3.6, 6.3): by name, or by domain. An agency's domain says nothing of
 * those it works for, and two unnamed clients of one agency are two employers until they are named (POLICY 8.5).
 */
export function isSameEmployer(
  a: Pick<Candidacy, "employer" | "employerDomain" | "size">,
  b: Pick<Candidacy, "employer" | "employerDomain" | "size">,
): boolean {
  const [one, other] = [a.employer.toLowerCase(), b.employer.toLowerCase()];
  if (one === other) return !one.startsWith("a client of ");
  const isThroughAgency = a.size === "agency" || b.size === "agency";
  return !isThroughAgency && a.employerDomain !== null && a.employerDomain === b.employerDomain;
}
