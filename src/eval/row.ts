import { z } from "zod";
import { kinds } from "../domain/assessment.ts";

const kind = z.enum(kinds);
const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const zoned = z.iso.datetime({ offset: true });

/** One labelled mail: `{id, subject, from, body, label}` or, with facts, headers and parts. Unknown fields are ignored. */
export const jobmailRow = z.object({
  id: z.string(),
  label: kind,
  alt: z.array(kind).default([]),
  realness: z.string().default("written"),
  subject: z.string().nullish(),
  from: z.string().nullish(),
  body: z.string().nullish(),
  person: z
    .object({ name: z.string(), address: z.string(), zone: z.string(), country: z.string() })
    .default({ name: "Alex Doe", address: "alex@person.example", zone: "Europe/London", country: "GB" }),
  received: zoned.optional(),
  headers: z.record(z.string(), z.string()).default({}),
  text: z.string().nullish(),
  html: z.string().nullish(),
  ics: z.string().nullish(),
  dsn: z.string().nullish(),
  employer: z.string().nullish(),
  agency: z.string().nullish(),
  role: z.string().nullish(),
  people: z.array(z.object({ name: z.string(), address: z.string().nullish() })).optional(),
  interview: z.object({ start: z.string(), zone: z.string().nullish() }).nullish(),
  promise: z.object({ date: z.string(), or: oneOrMore.nullish() }).nullish(),
  offer_deadline: z.string().nullish(),
  return_date: z.string().nullish(),
  ambiguous: z.union([z.boolean(), z.array(z.string())]).nullish(),
  may_close: z.boolean().nullish(),
  disputed: z.array(z.string()).default([]),
});
export type JobmailRow = z.output<typeof jobmailRow>;

/** Reads JSON Lines. Throws one sentence that names the line which is none of ours. */
export function rowsIn(text: string): readonly JobmailRow[] {
  return text.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const row = jobmailRow.safeParse(jsonIn(line));
    if (row.success) return [row.data];
    const issue = row.error.issues[0];
    throw new Error(
      `line ${index + 1} is no labelled mail: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`,
    );
  });
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
