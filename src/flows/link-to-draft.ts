import type { Temporal } from "temporal-polyfill";
import { answersFor } from "../domain/approval.ts";
import type { Draft } from "../domain/draft.ts";
import type { Person } from "../ports/store.ts";
import type { App } from "./app.ts";

/** Gives the address at which that version of a draft is shown and decided, for a mail of ours to the person; null where there are no links, or they do not want any. */
export function linkToDraft(
  { links }: Pick<App, "links">,
  { id: personId, preferences }: Pick<Person, "id" | "preferences">,
  { id: draftId, hash }: Pick<Draft, "id" | "hash">,
  mailId: string,
  now: Temporal.Instant,
): string | null {
  if (links === null || !preferences.links) return null;
  const claims = {
    purpose: "draft",
    personId,
    draftId,
    hash,
    mailId,
    expiresAt: now.add(answersFor),
  } as const;
  return links.address(links.sign(claims));
}
