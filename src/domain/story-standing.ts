import type { Temporal } from "temporal-polyfill";
import { programCall } from "./program-call.ts";
import { lastingMoment } from "./spoken.ts";
import type { StoryRecord } from "./story-record.ts";

/** A report that it did not arrive; one of a delay, or of an arrival, is none. */
const isReturned = ({ type, data }: StoryRecord["entries"][number]): boolean =>
  type === "bounce" && data.outcome !== "delayed" && data.outcome !== "arrived";

/** Gives how the mail stands, and what the person can do about it, as a sentence. `today` is the person's date. */
export function standingWords({ mail, rows, entries }: StoryRecord, today: Temporal.PlainDate): string {
  const row = rows.findLast(({ state }) => state !== "cancelled" && state !== "held");
  switch (row?.state) {
    case "queued":
      return `It is approved and goes out ${lastingMoment(row.notBefore, mail.zone, today)} at the earliest; "${programCall} start" must run then.`;
    case "claimed":
    case "transmitting":
      return "It is being handed to the server at this moment.";
    case "sent":
      return entries.some(isReturned) ? "It was sent, and came back." : "It was sent.";
    case "unknown":
      return `Whether it was sent is not known yet; it is looked for in ${mail.sentFolder}.`;
    case "asked":
      return `Whether it was sent could not be found out. Look in ${mail.sentFolder}, then answer its line in your digest with "send again" or "was sent".`;
    case "failed":
      return 'The server refused it, and nothing is tried again by itself. "undo" and its line in the digest bring it back, or write by hand.';
  }
  switch (mail.status) {
    case "sent":
      return "You sent it yourself.";
    case "skipped":
      return 'You left it out; "undo" and its line in the digest take that back.';
    case "dropped":
      return "It is not due now, and nothing of it leaves.";
    case "planned":
    case "offered":
    case "approved":
      return rows.length === 0
        ? `Nothing of it is approved; "${programCall} drafts" shows what waits for you.`
        : `What was approved did not leave; "${programCall} drafts" shows what waits for you now.`;
  }
}
