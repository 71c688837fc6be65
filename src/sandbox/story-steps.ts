import { z } from "zod";
import { type SmtpFault, smtpCommands } from "./smtp-server.ts";
import { address, wallClock, words } from "./story-fields.ts";

/** Which item of the newest digest a number in a reply stands for. */
export type ItemSought = z.output<typeof itemSought>;
const itemSought = z.strictObject({
  kind: z.string().optional(),
  to: address.optional(),
  employer: z.string().optional(),
  type: z.enum(["draft", "question", "candidacy"]).optional(),
});
const items = z.record(z.string().regex(/^\d+$/, "Items are named by number."), itemSought).default({});

export type Fault =
  | { readonly part: "smtp"; readonly smtp: SmtpFault }
  /** Minutes of the story's clock for which the IMAP server refuses everyone. */
  | { readonly part: "imap"; readonly minutes: number }
  | { readonly part: "model"; readonly how: "down" | "garbage" | "slow" };

const command = z.enum(smtpCommands);
const code = z.coerce.number().int().min(400).max(599);
const downFor = z
  .string()
  .regex(/^(down_for:?\s*)?\d+\s*(m|h|d)$/, 'Write it as "down_for 2h", with m, h or d.')
  .transform((text) => {
    const [, count = "0", unit = "m"] = /(\d+)\s*([mhd])$/.exec(text) ?? [];
    return Number(count) * { m: 1, h: 60, d: 1440 }[unit as "m" | "h" | "d"];
  });
const smtpInWords = z
  .string()
  .regex(
    /^(drop_after_data|drop_at:?\s*(helo|mail|rcpt|data)|reply:?\s*[45]\d\d)$/,
    "Known are drop_after_data, drop_at helo/mail/rcpt/data and reply 4xx/5xx.",
  )
  .transform((text): SmtpFault => {
    const [name = "", value = ""] = text.split(/[:\s]+/);
    if (name === "drop_after_data") return { type: "drop_after_data" };
    return name === "reply"
      ? { type: "reply", code: Number(value) }
      : { type: "drop_at", command: command.parse(value) };
  });
const dropAt = z
  .strictObject({ drop_at: command })
  .transform((fault): SmtpFault => ({ type: "drop_at", command: fault.drop_at }));
const replyWith = z
  .strictObject({ reply: code })
  .transform((fault): SmtpFault => ({ type: "reply", code: fault.reply }));
const smtpFault = z.union([smtpInWords, dropAt, replyWith]);
const onSmtp = (smtp: SmtpFault): Fault => ({ part: "smtp", smtp });

const fault = z.union(
  [
    z.strictObject({ smtp: smtpFault }).transform(({ smtp }) => onSmtp(smtp)),
    dropAt.transform(onSmtp),
    replyWith.transform(onSmtp),
    z
      .strictObject({
        imap: z.union([downFor, z.strictObject({ down_for: downFor }).transform((x) => x.down_for)]),
      })
      .transform(({ imap }): Fault => ({ part: "imap", minutes: imap })),
    z
      .strictObject({ model: z.enum(["down", "garbage", "slow"]) })
      .transform(({ model }): Fault => ({ part: "model", how: model })),
  ],
  {
    error:
      "Known faults are smtp: drop_after_data, drop_at: helo/mail/rcpt/data, reply: 4xx/5xx, imap: down_for 2h and model: down/garbage/slow.",
  },
);

const at = wallClock;

/** One schema a verb (DESIGN section 10, table of steps). */
export const stepSchemas = {
  arrives: z
    .strictObject({ at, arrives: z.string().min(1) })
    .transform((step) => ({ verb: "arrives" as const, at: step.at, file: step.arrives })),
  person_replies: z
    .strictObject({ at, person_replies: words, items })
    .transform((step) => ({ ...step, verb: "person_replies" as const, text: step.person_replies })),
  person_answers_debrief: z.strictObject({ at, person_answers_debrief: words }).transform((step) => ({
    verb: "person_answers_debrief" as const,
    at: step.at,
    text: step.person_answers_debrief,
  })),
  person_sends: z
    .strictObject({
      at,
      person_sends: z.union(
        [
          z.strictObject({ to: address, reply_to: z.literal("last"), text: words }),
          z.strictObject({ to: address, subject: words, text: words }),
        ],
        { error: "Write {to, reply_to: last, text} or {to, subject, text}." },
      ),
    })
    .transform((step) => ({ verb: "person_sends" as const, at: step.at, mail: step.person_sends })),
  person_marks: z
    .strictObject({
      at,
      person_marks: z.union(
        [
          z.strictObject({ employer: z.string(), role: z.string().optional(), size: z.string() }),
          z.strictObject({ employer: z.string(), role: z.string().optional(), state: z.string() }),
        ],
        { error: "Write {employer, size} or {employer, state}, with a role where there are several." },
      ),
    })
    .transform((step) => ({ verb: "person_marks" as const, at: step.at, mark: step.person_marks })),
  employer_replies: z
    .strictObject({
      at,
      employer_replies: z.strictObject({ from: address, to: z.literal("last_sent"), text: words }),
    })
    .transform((step) => ({ verb: "employer_replies" as const, at: step.at, mail: step.employer_replies })),
  outsider_replies: z
    .strictObject({ at, outsider_replies: z.strictObject({ from: address, text: words }), items })
    .transform((step) => ({ ...step, verb: "outsider_replies" as const, mail: step.outsider_replies })),
  fault: z
    .strictObject({ at, fault })
    .transform((step) => ({ verb: "fault" as const, at: step.at, fault: step.fault })),
};

export type Verb = keyof typeof stepSchemas;
export type Step = z.output<(typeof stepSchemas)[Verb]>;
export const verbs: readonly Verb[] = [
  "arrives",
  "person_replies",
  "person_answers_debrief",
  "person_sends",
  "person_marks",
  "employer_replies",
  "outsider_replies",
  "fault",
];
