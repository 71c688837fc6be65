import type { ChatRequest } from "./exchange.ts";

/**
 * What an endpoint does not understand, learnt from its objections. Older ones do not know a schema as the form of the answer; llama.cpp
 * ignores max_completion_tokens, which OpenAI's newer models want in the place of max_tokens; those take no temperature either.
 */
export type Dialect = ReadonlySet<Parameter>;
const parameters = ["response_format", "max_tokens", "temperature"] as const;
export type Parameter = (typeof parameters)[number];

/** What is asked for, before it is put into the words of an endpoint. */
export type Wording = {
  readonly name: string;
  readonly turns: ChatRequest["messages"];
  readonly schema: Readonly<Record<string, unknown>>;
  readonly mostTokens: number;
};

export function requestIn(dialect: Dialect, { name, turns, schema, mostTokens }: Wording): ChatRequest {
  const plain = dialect.has("response_format");
  const [question, ...later] = turns;
  const explained =
    question?.role === "user" && typeof question.content === "string"
      ? { ...question, content: `${question.content}\n\n${inWords(schema)}` }
      : question;
  return {
    messages: plain && explained ? [explained, ...later] : turns,
    ...(dialect.has("temperature") ? {} : { temperature: 0 }),
    ...(dialect.has("max_tokens") ? { max_completion_tokens: mostTokens } : { max_tokens: mostTokens }),
    ...(plain
      ? {}
      : { response_format: { type: "json_schema", json_schema: { name, strict: true, schema } } }),
  };
}

const inWords = (schema: Wording["schema"]): string =>
  `Answer with JSON alone, one object that fits this JSON schema:\n${JSON.stringify(schema)}`;

/** Which parameter of the request an objection is about: null when it names none, or one that was not in the request. */
export const objectedTo = (objection: string, spoken: Dialect): Parameter | null =>
  parameters.find((parameter) => !spoken.has(parameter) && complaints[parameter].test(objection)) ?? null;

const unknown = "(?:not supported|unsupported|unrecognized|unknown|not permitted|does not support)";
const about = (parameter: string) =>
  new RegExp(
    `\\b${parameter}\\b[\\s\\S]{0,200}\\b${unknown}|\\b${unknown}\\b[\\s\\S]{0,200}\\b${parameter}\\b`,
    "i",
  );
// A prompt that is too long is answered with words about max_tokens as well.
const complaints: Readonly<Record<Parameter, RegExp>> = {
  response_format: /\b(?:response_format|json_schema)\b/i,
  max_tokens: about("max_tokens"),
  temperature: about("temperature"),
};

/** How many bytes of a request are read as tokens: rare scripts take several a character, and tokens with them. */
export const bytesOf = ({ messages, response_format: format }: ChatRequest): number =>
  messages.reduce(
    (sum, { content }) => sum + (typeof content === "string" ? Buffer.byteLength(content) : 0),
    0,
  ) + (format ? Buffer.byteLength(JSON.stringify(format)) : 0);
