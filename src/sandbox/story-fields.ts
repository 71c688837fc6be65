import { Temporal } from "temporal-polyfill";
import { z } from "zod";

/** Values that several steps and checks share. */

/** "2026-05-18 09:12": wall clock in the person's zone. */
export const wallClock = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}$/, 'Write the time as "2026-05-18 09:12".')
  .transform((text, context) => {
    try {
      return Temporal.PlainDateTime.from(text.replace(" ", "T"));
    } catch {
      context.addIssue({ code: "custom", message: `${text} is no time of the calendar.` });
      return z.NEVER;
    }
  });

/** "2026-05-18". */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'Write the date as "2026-05-18".')
  .transform((text, context) => {
    try {
      return Temporal.PlainDate.from(text);
    } catch {
      context.addIssue({ code: "custom", message: `${text} is no day of the calendar.` });
      return z.NEVER;
    }
  });

/** Words that a person writes; a bare number is words too (`person_replies: 1`). */
export const words = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** A list, or one value that stands for a list of one. */
export const listOf = <T>(schema: z.ZodType<T>) =>
  z.union([z.array(schema), schema.transform((one) => [one])]);

/** Words to look for; an inner list means one of these. */
export const lookFor = listOf(z.union([words, z.array(words).min(1)]));
export type LookFor = z.output<typeof lookFor>;

export const address = z
  .string()
  .regex(/^[^\s@<>,]+@[^\s@<>,]+$/, "This is no mail address.")
  .transform((text) => text.toLowerCase());

export const personSchema = z
  .strictObject({
    name: z.string().min(1),
    address,
    zone: z.string().refine(isZone, "This is no time zone of the IANA list, for example Europe/London."),
    country: z.string().regex(/^[A-Z]{2}$/, "Write the country as two letters, for example GB."),
    digest_at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as "07:30".'),
  })
  .transform(({ digest_at, ...person }) => ({ ...person, digestAt: digest_at }));

function isZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
