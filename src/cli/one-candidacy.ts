import type { Composed } from "../compose.ts";
import { noCandidacy } from "../flows/command.ts";
import { SetupError } from "../setup-error.ts";

export type ShownCandidacy = NonNullable<Awaited<ReturnType<Composed["views"]["candidacy"]>>>;

/** @throws SetupError when there is no candidacy with that number. */
export async function candidacyNumber(views: Composed["views"], number: number): Promise<ShownCandidacy> {
  const found = await views.candidacy(number);
  if (found) return found;
  throw new SetupError(noCandidacy(number));
}
