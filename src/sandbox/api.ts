import { Temporal } from "temporal-polyfill";
import { z } from "zod";

const instant = z.string().transform((text) => Temporal.Instant.from(text));
const clockAnswer = z.object({ now: instant, next_due: instant.nullable() });
const candidacy = z.object({
  number: z.number(),
  employer: z.string(),
  role: z.string().nullable(),
  state: z.string(),
  reason: z.string().nullable(),
  size: z.string(),
  because: z.string(),
});
const outboxRow = z.object({
  purpose: z.string(),
  state: z.string(),
  to: z.string(),
  message_id: z.string(),
  kind: z.string().nullish(),
});
const digestItem = z.object({
  n: z.number(),
  type: z.string(),
  kind: z.string().nullish(),
  to: z.string().nullish(),
  employer: z.string().nullish(),
});
const digest = z.object({
  local_date: z.string(),
  message_id: z.string(),
  items: z.array(digestItem),
});
const debrief = z.object({
  message_id: z.string(),
  employer: z.string().nullish(),
  answer: z.string().nullish(),
});
const journalEntry = z.object({
  id: z.number(),
  at: instant,
  type: z.string(),
  by: z.string(),
  says: z.string(),
  candidacy: z.number().nullish(),
});
const health = z.object({
  mailboxes: z.array(
    z.object({ address: z.string(), healthy_at: z.string().nullish(), trouble: z.string().nullish() }),
  ),
});

export type ClockAnswer = z.output<typeof clockAnswer>;
export type ApiCandidacy = z.output<typeof candidacy>;
export type ApiOutboxRow = z.output<typeof outboxRow>;
export type ApiDigest = z.output<typeof digest>;
export type ApiDigestItem = z.output<typeof digestItem>;
export type ApiDebrief = z.output<typeof debrief>;
export type ApiJournalEntry = z.output<typeof journalEntry>;

const refusal = z.object({ error: z.string() });

/** The JSON API of the running program, as far as a story needs it. Lists come in the API's own order: digests and debriefs newest first. */
export type Api = {
  readonly health: () => Promise<z.output<typeof health>>;
  readonly clock: () => Promise<ClockAnswer>;
  /** Moves the clock forward and answers when everything that was due is done; without `to` it only settles. */
  readonly moveClock: (to?: Temporal.Instant) => Promise<ClockAnswer>;
  readonly candidacies: () => Promise<readonly ApiCandidacy[]>;
  readonly mark: (number: number, mark: { size: string } | { state: string }) => Promise<void>;
  readonly outbox: () => Promise<readonly ApiOutboxRow[]>;
  readonly digests: () => Promise<readonly ApiDigest[]>;
  readonly debriefs: () => Promise<readonly ApiDebrief[]>;
  /** Entries after the id, oldest first. */
  readonly journal: (after: number) => Promise<readonly ApiJournalEntry[]>;
};

/** The program answered, and the answer is a no: `says` is its own sentence. */
export class ApiRefusal extends Error {
  override readonly name = "ApiRefusal";
  readonly status: number;
  constructor(status: number, says: string) {
    super(says);
    this.status = status;
  }
}

/**
 * @throws ApiRefusal for every answer but 2xx; a ZodError when an answer has another shape than the API's description.
 */
export function openApi(at: { url: string; token: string }): Api {
  const ask = async <T>(path: string, schema: z.ZodType<T>, body?: unknown): Promise<T> => {
    const response = await fetch(new URL(path, at.url), {
      method: body === undefined ? "GET" : "POST",
      headers: { authorization: `Bearer ${at.token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.ok) return schema.parse(JSON.parse(text));
    const said = refusal.safeParse(jsonOrNull(text));
    throw new ApiRefusal(
      response.status,
      said.success ? said.data.error : `${path} answered ${response.status}`,
    );
  };

  return {
    health: () => ask("/api/health", health),
    clock: () => ask("/api/clock", clockAnswer),
    moveClock: (to) => ask("/api/clock", clockAnswer, to === undefined ? {} : { to: to.toString() }),
    candidacies: () => ask("/api/candidacies", z.array(candidacy)),
    mark: async (number, mark) => {
      await ask(`/api/candidacies/${number}/mark`, z.unknown(), mark);
    },
    outbox: () => ask("/api/outbox", z.array(outboxRow)),
    digests: () => ask("/api/digests", z.array(digest)),
    debriefs: () => ask("/api/debriefs", z.array(debrief)),
    journal: (after) => ask(`/api/journal?after=${after}`, z.array(journalEntry)),
  };
}

/** What breaks in the program may answer in plain words. */
function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
