import type { Proof } from "../domain/approval.ts";
import type { PersonId } from "../domain/ids.ts";
import { programCall } from "../domain/program-call.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { App } from "./app.ts";

export const feedChanges = ["on", "off", "new"] as const;
export type FeedChange = (typeof feedChanges)[number];

/**
 * Switches the calendar feed of a person on or off, or gives it a new secret so that old subscriptions end. Gives the secret part of its
 * address, null where it is off; a feed that is on keeps it when it is switched on again. Refuses a new secret for a feed that is off.
 * What changed is written down, without the secret.
 */
export async function switchFeed(
  app: Pick<App, "store" | "ids" | "clock">,
  id: PersonId,
  change: FeedChange,
  proof: Proof,
): Promise<Result<string | null, string>> {
  return app.store.transaction(async (tx) => {
    const { feedToken: before } = await tx.people.get(id);
    if (change === "new" && before === null)
      return refuse(
        `The calendar feed is off, so it has no address to replace; "${programCall} feed on" makes one.`,
      );
    const feedToken =
      change === "off" ? null : change === "new" ? app.ids.token() : (before ?? app.ids.token());
    if (feedToken === before) return ok(feedToken);
    await tx.people.set(id, { feedToken });
    await tx.journal.append({
      personId: id,
      candidacyId: null,
      at: app.clock.now(),
      type: "set",
      by: "person",
      says: `You switched the calendar feed ${switched[change]}.`,
      data: { proof },
    });
    return ok(feedToken);
  });
}

const switched: Readonly<Record<FeedChange, string>> = { on: "on", off: "off", new: "to a new address" };
