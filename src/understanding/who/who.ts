import type { Facts } from "../../domain/assessment.ts";
import { arrangersIn } from "./arrangers.ts";
import { employerIn } from "./employers.ts";
import { type LetterInput, letterOf } from "./letter.ts";
import { peopleIn } from "./people.ts";
import { roleIn } from "./roles.ts";

/** Who hires, for which role, and the humans on their side. */
export type Who = Pick<Facts, "employer" | "employerDomain" | "role" | "people" | "arrangers">;

/** Reads employer, role and people of a mail in one pass. */
export function whoIn(input: LetterInput): Who {
  const letter = letterOf(input);
  const { employer, employerDomain, display } = employerIn(letter);
  return {
    employer,
    employerDomain,
    role: roleIn(letter, employer),
    people: peopleIn(letter, employer, display),
    arrangers: arrangersIn(letter),
  };
}
