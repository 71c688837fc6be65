import type OpenAI from "openai";
import { z } from "zod";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { Usage } from "./budget.ts";

/** Any endpoint that speaks OpenAI's chat completions. */
export type EndpointSettings = {
  readonly baseUrl: string;
  /** Empty where the endpoint wants none, as on one's own machine. */
  readonly apiKey: string;
  readonly model: string;
  /** For one answer to its last byte, in milliseconds. */
  readonly timeout: number;
};

export type ChatRequest = Omit<OpenAI.ChatCompletionCreateParamsNonStreaming, "model">;

/** What came back. `usage` is null where the endpoint reported none, or nonsense. */
export type Said = { readonly content: string; readonly usage: Usage | null };

export type Trouble = {
  /** What happened, for the person. Never an error's own text: that may repeat the request, which is somebody's mail. */
  readonly says: string;
  /** True where the endpoint cannot have begun an answer: nothing was used. */
  readonly isUnused: boolean;
  /** In how many milliseconds another try may help; null: it does not. */
  readonly again: number | null;
  /** The endpoint's words about a request that it does not understand, for code alone. */
  readonly objection: string | null;
};

export const notFitting = "the model's answer did not fit";

/** Bytes of a body. The longest answer that is used is far smaller, each letter of it six bytes at most. */
const longestBody = 200_000;
const unhurried = 500;

class TooLong extends Error {}

/** One request and its answer; no memory, no second try. Nothing is read after the time-out or the longest body (SAFETY R48). */
export async function exchange(
  settings: EndpointSettings,
  request: ChatRequest,
  enough?: AbortSignal,
): Promise<Result<Said, Trouble>> {
  // Large, and most programs never ask a model.
  const { APIError, OpenAI: Client } = await import("openai");
  const limit = AbortSignal.any([AbortSignal.timeout(settings.timeout), ...(enough ? [enough] : [])]);
  const client = new Client({
    baseURL: settings.baseUrl,
    apiKey: settings.apiKey || "none",
    timeout: settings.timeout,
    maxRetries: 0,
    logLevel: "off",
    fetch: boundedFetch,
  });
  let answer: unknown;
  try {
    answer = await client.chat.completions.create({ model: settings.model, ...request }, { signal: limit });
  } catch (error) {
    if (limit.aborted) return trouble("the model did not answer in time");
    if (error instanceof TooLong || error instanceof SyntaxError) return trouble(notFitting);
    if (!(error instanceof APIError) || error.status === undefined)
      return trouble("the model could not be reached", { again: Math.min(unhurried, settings.timeout) });
    const { status, headers, message } = error;
    const says = `the model answered with an error (${status})`;
    const isUnused = status < 500;
    if (status === 429 || status >= 500)
      return trouble(says, {
        isUnused,
        again: pauseOf(headers?.get("retry-after") ?? null, settings.timeout),
      });
    return trouble(says, { isUnused, objection: status === 400 || status === 422 ? message : null });
  }
  return said(answer);
}

const trouble = (says: string, more: Partial<Omit<Trouble, "says">> = {}) =>
  refuse({ says, isUnused: false, again: null, objection: null, ...more });

/** Mail goes to the address that was configured and to no other one: a redirection is an error. */
async function boundedFetch(address: string | URL | Request, init?: RequestInit): Promise<Response> {
  const { body, status, statusText, headers } = await fetch(address, { ...init, redirect: "error" });
  let size = 0;
  const bounded = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      size += chunk.byteLength;
      if (size > longestBody) controller.error(new TooLong());
      else controller.enqueue(chunk);
    },
  });
  return new Response(body?.pipeThrough(bounded) ?? null, { status, statusText, headers });
}

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
  usage: z.unknown().optional(),
});

/** No context window is that large: a higher number would only use up the allowance. */
const mostTokens = 2_000_000;
const usage = z.object({
  prompt_tokens: z.int().positive().max(mostTokens),
  completion_tokens: z.int().nonnegative().max(mostTokens),
});

/** Of the answer the content alone is read: calls of tools and whatever else it brings are nobody's (SAFETY R42). */
function said(answer: unknown): Result<Said, Trouble> {
  const read = completion.safeParse(answer);
  if (!read.success) return trouble(notFitting);
  const used = usage.safeParse(read.data.usage);
  return ok({
    content: read.data.choices[0]?.message.content ?? "",
    usage: used.success
      ? { tokensIn: used.data.prompt_tokens, tokensOut: used.data.completion_tokens }
      : null,
  });
}

/** RFC 9110, section 10.2.3: seconds or a date. Null when the endpoint wants to be left alone for longer than an answer may take. */
function pauseOf(retryAfter: string | null, longest: number): number | null {
  if (retryAfter === null) return Math.min(unhurried, longest);
  const wanted = /^\d+$/.test(retryAfter.trim())
    ? Number(retryAfter) * 1_000
    : Date.parse(retryAfter) - Date.now();
  if (Number.isNaN(wanted)) return Math.min(unhurried, longest);
  return wanted <= longest ? Math.max(wanted, 0) : null;
}
