import type { Temporal } from "temporal-polyfill";
import type { Mime } from "../ports.ts";
import { composeDraftCopy, composeFollowUp, composeOwn } from "./compose.ts";
import { renderConfirmation, renderDebrief, renderDigest } from "./digest-mail.ts";
import { createParser } from "./parser.ts";
import type { TxtRecords } from "./parser-thread.ts";

/** MIME both ways. `verify` checks DKIM ourselves; null: only the receiving server's word counts (SAFETY R30). `close` ends the parser's thread. */
export function createMime(
  verify: { resolver: TxtRecords; now: () => Temporal.Instant } | null,
): Mime & { readonly close: () => Promise<void> } {
  const parser = createParser(verify?.resolver ?? null);
  return {
    // R31 counts a signature's age from the receipt: a replay arrives anew and has a new INTERNALDATE.
    read: (source, context) =>
      parser.parse(source, { ...context, now: verify === null ? null : context.internalDate }),
    followUp: composeFollowUp,
    draftCopy: composeDraftCopy,
    own: ({ address, words, ...mail }) => composeOwn({ ...mail, ...words, to: { name: "", address } }),
    digest: renderDigest,
    debrief: renderDebrief,
    confirmation: renderConfirmation,
    close: parser.close,
  };
}
