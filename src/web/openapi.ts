import { z } from "zod";
import { candidacyStates, employerSizes } from "../domain/candidacy.ts";
import { outboxStates } from "../domain/outbox.ts";

/** What a path of the API does, for whom it is described: the schemas are those of what it takes and gives. */
type Described = {
  readonly says: string;
  readonly gives?: z.ZodType;
  readonly takes?: z.ZodType;
};

const moment = z.iso.datetime().describe("an instant, in UTC");
const done = z.object({ done: z.string() });
const clock = z.object({ now: moment, next_due: moment.nullable() });
const outboxState = z.enum(outboxStates);

/** The story of one mail: the same as `explain --json`. */
export const storySchema = z.strictObject({
  kind: z.string(),
  status: z.string(),
  candidacy: z.int(),
  employer: z.string(),
  to: z.string().nullable(),
  subject: z.string().nullable(),
  stands: z.string().describe("how it stands, and what can be done, in a sentence"),
  versions: z.array(
    z.strictObject({
      draft: z.uuid(),
      version: z.int(),
      by: z.enum(["template", "model", "person"]),
      hash: z.string().describe("SHA-256 in hex: what an approval is bound to"),
      written_at: moment,
      to: z.string(),
      subject: z.string(),
      text: z.string(),
    }),
  ),
  outbox: z.array(
    z.strictObject({
      id: z.uuid(),
      draft: z.uuid(),
      hash: z.string(),
      message_id: z.string(),
      provider_message_id: z.string().nullable(),
      to: z.string(),
      state: outboxState,
      attempts: z.int(),
      not_before: moment,
      log_fault: z.string().nullable().describe("null: the moves alone give the mail as it stands"),
      moves: z.array(
        z.strictObject({
          n: z.int(),
          at: moment.describe("by the database's own clock"),
          event: z.string(),
          from: outboxState.nullable(),
          to: outboxState,
          attempt: z.uuid().nullable(),
          attempts: z.int(),
          reply: z.string().nullable(),
        }),
      ),
    }),
  ),
  events: z
    .array(z.looseObject({ at: moment, what: z.string(), says: z.string() }))
    .describe("what happened, oldest first; proof, hash, attempt and reply where there is one"),
});

/** Every path below /api, by method. */
const paths: Readonly<Record<string, Readonly<Partial<Record<"get" | "post", Described>>>>> = {
  "/api/health": { get: { says: "Whether it runs, and when each mailbox was last read." } },
  "/api/candidacies": { get: { says: "Every candidacy with its number." } },
  "/api/candidacies/{number}": {
    get: { says: "One candidacy with its journal, interviews and follow-ups." },
  },
  "/api/candidacies/{number}/mark": {
    post: {
      says: "Says what only the person knows of a candidacy.",
      takes: z.object({
        size: z.enum(employerSizes).optional(),
        state: z.enum(candidacyStates).optional(),
      }),
      gives: done,
    },
  },
  "/api/drafts": { get: { says: "Drafts that wait for a decision or for their sending." } },
  "/api/drafts/{id}/story": {
    get: {
      says: "What happened to one mail: versions, approvals with their proof, attempts, answers. The id is a draft's or an outbox row's.",
      gives: storySchema,
    },
  },
  "/api/drafts/{id}/approve": {
    post: {
      says: "Approves the draft, if it still has the hash that was shown.",
      takes: z.object({ hash: z.string() }),
      gives: done,
    },
  },
  "/api/drafts/{id}/skip": { post: { says: "Leaves the draft out.", gives: done } },
  "/api/outbox": { get: { says: "Approved mails and mails to the person, with where they stand." } },
  "/api/digests": { get: { says: "The latest digests with their numbered lines." } },
  "/api/debriefs": { get: { says: "Questions after interviews, with their answers." } },
  "/api/journal": { get: { says: "What happened, after the row with the id ?after=, 1,000 at most." } },
  "/api/clock": {
    get: { says: "What time it is here, and what is due next.", gives: clock },
    post: {
      says: "Moves the clock, where the installation allows that.",
      takes: z.object({ to: moment.optional(), advance: z.string().optional() }),
      gives: clock,
    },
  },
  "/api/openapi.json": { get: { says: "This description." } },
};

/** The JSON API as an OpenAPI 3.1 document. */
export const openApi = () => ({
  openapi: "3.1.0",
  info: { title: "Afterword", version: "1", description: "The JSON API of one installation." },
  security: [{ token: [] }],
  components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
  paths: Object.fromEntries(
    Object.entries(paths).map(([path, methods]) => [
      path,
      Object.fromEntries(
        Object.entries(methods).map(([method, described]) => [method, operation(path, described)]),
      ),
    ]),
  ),
});

const operation = (path: string, { says, takes, gives }: Described) => ({
  summary: says,
  parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: name === "number" ? "integer" : "string" },
  })),
  ...(takes && { requestBody: { required: true, content: json(takes) } }),
  responses: {
    "200": { description: "Done.", content: json(gives ?? z.unknown()) },
    default: { description: "Refused, with what to do.", content: json(z.object({ error: z.string() })) },
  },
});

const json = (schema: z.ZodType) => ({ "application/json": { schema: z.toJSONSchema(schema) } });
