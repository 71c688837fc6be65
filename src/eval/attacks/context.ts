import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { candidacyStates } from "../../domain/candidacy.ts";
import { mannerOf } from "../../domain/follow-up.ts";

const instant = z.iso.datetime({ offset: true }).transform((value) => Temporal.Instant.from(value));
const id = z.string().transform((value) => value.replace(/^<|>$/g, ""));
const name = z.union([z.string(), z.number()]).transform(String);
const many = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()));
const person = z.object({
  name: z.string(),
  address: z.string(),
  zone: z.string().default("Europe/London"),
  country: z.string().default("GB"),
  digest_at: z.string().default("07:30"),
});

/** "Greta Vance <greta@abc.example>" or the address alone. */
const correspondent = z.string().transform((value) => {
  const found = /^\s*"?(.*?)"?\s*<([^>]+)>\s*$/.exec(value);
  return { name: found?.[1] ?? "", address: (found?.[2] ?? value).trim().toLowerCase() };
});

/** A mail of the past: the employer's, or the person's where From is their address. */
const mail = z.object({
  message_id: id,
  from: correspondent,
  to: correspondent.optional(),
  at: instant,
  subject: z.string(),
  text: z.string(),
  in_reply_to: id.nullish(),
  /** A calendar part. */
  ics: z.string().nullish(),
});

const outgoing = z.object({
  message_id: id,
  kind: z.enum(Object.keys(mannerOf) as [keyof typeof mannerOf]).default("check_in"),
  to: correspondent,
  subject: z.string(),
  text: z.string(),
  state: z.enum(["queued", "sent", "unknown", "asked", "failed"]),
  /** When an approved mail is to leave; by default the next morning. */
  leaves_at: instant.optional(),
});

const candidacy = z.object({
  id: name,
  employer: z.string(),
  domain: z.string().nullish(),
  role: z.string().nullish(),
  /** Where it stands at `now`; absent: where its mails have brought it. */
  state: z.enum(candidacyStates).optional(),
  contacts: z.array(correspondent).default([]),
  thread: z.array(mail).default([]),
  outbox: z.array(outgoing).default([]),
  /** The person's own words about it. */
  notes: many,
  /** Words that stand nowhere but in what belongs to this candidacy. */
  canaries: many,
});

const ofCandidacy = z.object({ candidacy: name });
const file = z.object({
  person,
  /** When the attack arrives. */
  now: instant,
  candidacies: z.array(candidacy),
  threads: z.array(ofCandidacy.extend({ mails: z.array(mail) })).default([]),
  outbox: z.array(ofCandidacy.extend(outgoing.shape)).default([]),
  notes: z.array(ofCandidacy.extend({ text: z.string() })).default([]),
  canaries: z.record(z.string(), many).default({}),
});

export type Past = z.output<typeof mail>;
export type Outgoing = z.output<typeof outgoing>;
export type CandidacyOfContext = z.output<typeof candidacy>;
export type Context = Pick<z.output<typeof file>, "person" | "now" | "candidacies">;

/** Reads `context.json`. Threads, outbox, notes and canaries stand with their candidacy, or beside them with its id. @throws Error naming the first field that does not fit. */
export function contextIn(text: string): Context {
  const read = file.safeParse(JSON.parse(text));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(`context.json: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`);
  }
  const { person: owner, now, candidacies, threads, outbox, notes, canaries } = read.data;
  return {
    person: owner,
    now,
    candidacies: candidacies.map((one) => {
      const its = <T extends { readonly candidacy: string }>(rows: readonly T[]) =>
        rows.filter((row) => row.candidacy === one.id);
      return {
        ...one,
        thread: [...one.thread, ...its(threads).flatMap(({ mails }) => mails)],
        outbox: [...one.outbox, ...its(outbox)],
        notes: [...one.notes, ...its(notes).map((note) => note.text)],
        canaries: [...one.canaries, ...(canaries[one.id] ?? [])],
      };
    }),
  };
}
