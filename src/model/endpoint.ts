import type OpenAI from "openai";
import { type ZodType, z } from "zod";
import { ok, type Result, refuse } from "../domain/result.ts";

/** Any endpoint that speaks OpenAI's chat completions with a JSON schema as the form of the answer. */
export type EndpointSettings = {
  readonly baseUrl: string;
  /** Empty where the endpoint wants none, as on one's own machine. */
  readonly apiKey: string;
  readonly model: string;
  /** For one answer, in milliseconds. */
  readonly timeout: number;
};

export type Endpoint = {
  /** Asks once and, when the answer does not fit the schema, once more with the reason. No tools, no memory (SAFETY R42). */
  readonly ask: <T>(question: {
    readonly name: string;
    readonly prompt: string;
    readonly schema: ZodType<T>;
  }) => Promise<Result<T, string>>;
  readonly calls: () => number;
};

const longestAnswer = 20_000;

export function createEndpoint(settings: EndpointSettings): Endpoint {
  let client: OpenAI | null = null;
  let calls = 0;
  const answerTo = async (
    messages: OpenAI.ChatCompletionMessageParam[],
    format: OpenAI.ResponseFormatJSONSchema,
  ): Promise<Result<string, string>> => {
    calls += 1;
    // Large, and most programs never ask a model.
    const { APIError, OpenAI: Client } = await import("openai");
    client ??= new Client({
      baseURL: settings.baseUrl,
      apiKey: settings.apiKey || "none",
      timeout: settings.timeout,
      maxRetries: 0,
      logLevel: "off",
    });
    try {
      const answer = await client.chat.completions.create(
        { model: settings.model, messages, temperature: 0, response_format: format },
        { signal: AbortSignal.timeout(settings.timeout) },
      );
      const content = answer.choices[0]?.message?.content ?? "";
      return content.length > longestAnswer ? refuse("the answer is too long") : ok(content);
    } catch (error) {
      // Only the kind of trouble: an error's text may repeat the request, which is somebody's mail.
      return refuse(
        error instanceof APIError && error.status !== undefined
          ? `the endpoint answered ${error.status}`
          : "the endpoint gave no answer",
      );
    }
  };
  return {
    calls: () => calls,
    ask: async ({ name, prompt, schema }) => {
      const format: OpenAI.ResponseFormatJSONSchema = {
        type: "json_schema",
        json_schema: { name, strict: true, schema: z.toJSONSchema(schema) },
      };
      const question: OpenAI.ChatCompletionMessageParam = { role: "user", content: prompt };
      const first = await answerTo([question], format);
      if (!first.ok) return first;
      const read = readAnswer(first.value, schema);
      if (read.ok) return read;
      const second = await answerTo(
        [
          question,
          { role: "assistant", content: first.value },
          { role: "user", content: `That does not fit: ${read.error}. Answer again, with the JSON alone.` },
        ],
        format,
      );
      return second.ok ? readAnswer(second.value, schema) : second;
    },
  };
}

function readAnswer<T>(text: string, schema: ZodType<T>): Result<T, string> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\s*```(?:json)?\s*|\s*```\s*$/g, ""));
  } catch {
    return refuse("it is no JSON");
  }
  const read = schema.safeParse(value);
  if (read.success) return ok(read.data);
  const issue = read.error.issues[0];
  return refuse(`${issue?.path.join(".") || "the object"}: ${issue?.message ?? "unknown"}`);
}
