import type { Temporal } from "temporal-polyfill";
import type { Mime } from "../ports.ts";
import { type HowToProve, proveSender } from "./authenticate.ts";
import { composeFollowUp, composeOwn } from "./compose.ts";
import { renderDebrief, renderDigest } from "./digest-mail.ts";
import { parseMessage } from "./parse.ts";

/** MIME both ways. `verify` checks DKIM ourselves; null: only the receiving server's word counts (SAFETY R30). */
export const createMime = (
  verify: { resolver: NonNullable<HowToProve["verify"]>["resolver"]; now: () => Temporal.Instant } | null,
): Mime => ({
  read: async (source, { internalDate, authservId }) => {
    const proof = await proveSender(source, {
      authservId,
      ...(verify && { verify: { resolver: verify.resolver, now: verify.now() } }),
    });
    const parsed = await parseMessage(source, { internalDate, proof });
    return { message: parsed.message, unreadable: parsed.type === "unreadable" ? parsed.why : null };
  },
  followUp: ({ quoted, ...mail }) => composeFollowUp({ ...mail, ...(quoted && { quoted }) }),
  own: ({ address, words, ...mail }) => composeOwn({ ...mail, ...words, to: { name: "", address } }),
  digest: renderDigest,
  debrief: renderDebrief,
});
