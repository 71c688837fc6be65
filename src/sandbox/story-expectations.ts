import { z } from "zod";
import { address, day, listOf, lookFor, wallClock } from "./story-fields.ts";

const count = z.number().int().min(0);
const kinds = listOf(z.string());

const digest = z.strictObject({
  drafts: z.array(z.string()).optional(),
  no_drafts_of: kinds.optional(),
  says: lookFor.optional(),
  lacks: lookFor.optional(),
});
const someDigest = z.strictObject({ since: day, offers: kinds.optional(), says: lookFor.optional() });
const sentMail = z.strictObject({
  kind: z.string().optional(),
  to: address.optional(),
  in_thread: z.boolean().optional(),
  says: lookFor.optional(),
  lacks: lookFor.optional(),
});
const candidacy = z.strictObject({
  employer: z.string(),
  role: z.string().optional(),
  state: kinds.optional(),
  not_state: kinds.optional(),
  reason: z.union([z.string(), z.null()]).optional(),
});

export type DigestCheck = z.output<typeof digest>;
export type SomeDigestCheck = z.output<typeof someDigest>;
export type SentMailCheck = z.output<typeof sentMail>;
export type CandidacyCheck = z.output<typeof candidacy>;

/** What must be so at a moment, or all the time (DESIGN section 10, table of checks). */
const checks = z.strictObject({
  digest: digest.optional(),
  some_digest: someDigest.optional(),
  sent: z.array(sentMail).optional(),
  texts_differ: z.literal(true).optional(),
  candidacy: candidacy.optional(),
  candidacies: count.optional(),
  debriefs: count.optional(),
  sent_at_most: count.optional(),
  digests_a_day_at_most: count.optional(),
  never_to: listOf(address).optional(),
});
export type Checks = z.output<typeof checks>;

export const expectationSchema = z
  .looseObject({ at: wallClock.optional(), always: z.literal(true).optional() })
  .transform(({ at, always, ...rest }, context) => {
    if ((at === undefined) === (always === undefined))
      context.addIssue({ code: "custom", message: "An expectation has either at or always: true." });
    const parsed = checks.safeParse(rest);
    if (!parsed.success) {
      for (const issue of parsed.error.issues)
        context.addIssue({ code: "custom", message: issue.message, path: [...issue.path] });
      return z.NEVER;
    }
    if (Object.keys(rest).length === 0)
      context.addIssue({ code: "custom", message: "An expectation checks something." });
    return { at: at ?? null, checks: parsed.data };
  });

/** `at` null: holds all the time. */
export type Expectation = z.output<typeof expectationSchema>;
