/** What the stand-in got: the body as it came, and what the answers look at. */
export type ModelRequest = {
  /** All of it: model, messages, schema, limits. */
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Of the schema that was asked for: "draft", "verdict"; null where it is unknown. */
  readonly name: string | null;
  /** The first question. */
  readonly prompt: string;
  /** How many messages: more than one where an answer did not fit. */
  readonly turns: number;
};

/** One answer, or what goes wrong in the place of it. */
export type Reply =
  | {
      readonly type: "content";
      readonly content: string | null;
      /** Besides the content, in the message: tool_calls, refusal. */
      readonly message?: Readonly<Record<string, unknown>>;
      /** In the place of the counted tokens; null: none is reported. */
      readonly usage?: unknown;
    }
  | {
      readonly type: "status";
      readonly status: number;
      readonly says?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Takes the question and never answers. */
  | { readonly type: "stall" }
  /** Begins to answer and never ends: `piece` every so many milliseconds. */
  | { readonly type: "drip"; readonly piece: string; readonly every: number }
  /** Ends the connection in the middle of the answer. */
  | { readonly type: "cut" }
  /** Bytes that are no answer. */
  | { readonly type: "garbage"; readonly contentType: string; readonly bytes: string };

export const content = (value: unknown): Reply => ({
  type: "content",
  content: typeof value === "string" ? value : JSON.stringify(value),
});
export const status = (code: number): Reply => ({ type: "status", status: code });

/** What an endpoint in trouble does, by name. */
export const troubles = {
  stall: { type: "stall" },
  drip: { type: "drip", piece: " ", every: 1_000 },
  flood: { type: "drip", piece: " ".repeat(64 * 1_024), every: 1 },
  cut: { type: "cut" },
  html: {
    type: "garbage",
    contentType: "text/html",
    bytes: "<!doctype html><title>Sign in</title><h1>Sign in to go on</h1>",
  },
  truncated: {
    type: "garbage",
    contentType: "application/json",
    bytes: '{"id":"one","object":"chat.completion","choices":[{"index":0,"mess',
  },
  huge: { type: "content", content: JSON.stringify({ text: "word ".repeat(200_000) }) },
} as const satisfies Readonly<Record<string, Reply>>;

/** A token is about four characters of English. */
export const tokensOf = (text: string): number => Math.ceil(text.length / 4);
