import type { Temporal } from "temporal-polyfill";
import { isBefore } from "../domain/planning.ts";
import type { OutboxRow, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import { hold } from "./hold.ts";
import type { Waits } from "./sending-brake.ts";

/** An approved mail waits no longer than this for a Drafts folder that cannot be looked through. In hours. */
const patience = 4;

type Waiting =
  | { readonly type: "wait"; readonly until: Temporal.Instant; readonly told: Waits }
  | { readonly type: "held" };

/**
 * What becomes of an approved mail while nobody can say whether its copy still lies in Drafts (SAFETY R5): it waits five minutes; from the second time
 * on the person is told; after some hours it is held and asked about. `trouble`: a sentence that says what stands in the way.
 */
export async function waitForDrafts(
  tx: Tx,
  app: Pick<App, "clock" | "ids" | "holidays">,
  row: OutboxRow,
  trouble: string,
): Promise<Waiting> {
  const now = app.clock.now();
  const waits = `The mail to ${row.envelopeTo} waits: I cannot look through Drafts, where its copy may still be sent from.`;
  const recent = await tx.journal.since(row.personId, now.subtract({ hours: 24 }));
  const began = recent.find(
    ({ type, says, data }) => type === "deferred" && data?.outbox === row.id && says.startsWith(waits),
  );
  if (began && !isBefore(now, began.at.add({ hours: patience }))) {
    await hold(
      tx,
      app,
      row,
      undefined,
      `I could not look through Drafts for ${patience} hours. ${trouble} ${wayOut}`,
    );
    return { type: "held" };
  }
  return {
    type: "wait",
    until: now.add({ minutes: 5 }),
    told: { type: began ? "waits" : "deferred", says: `${waits} ${trouble} ${wayOut}` },
  };
}

const wayOut = "You can send the copy from there yourself; then mine does not leave.";
