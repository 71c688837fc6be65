import { createServer, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { z } from "zod";
import { sensibleAnswer } from "./stand-in-answers.ts";
import { obedientAnswer } from "./stand-in-obedience.ts";
import { content, type ModelRequest, type Reply, tokensOf, troubles } from "./stand-in-reply.ts";
import { writeReply } from "./stand-in-writing.ts";

/** A function of the request, `n` counting the requests from 0; or a list, of which the last one stays. */
export type Script = ((request: ModelRequest, n: number) => Reply) | readonly Reply[];

export type StandInOptions = {
  /** What it does without a script: "sensible" unless said otherwise, "obey" whatever its prompt says, or one trouble all the time. */
  readonly mode?: "sensible" | "obey" | keyof typeof troubles;
  readonly script?: Script;
  /** False: an older endpoint, to which a schema as the form of the answer is a 400. */
  readonly knowsSchemas?: boolean;
};

export type StandInModel = {
  readonly baseUrl: string;
  /** Every request whole, in order. */
  readonly requests: readonly ModelRequest[];
  /** Of all requests that had a content as answer, about four characters each. */
  readonly tokens: () => { readonly in: number; readonly out: number };
  /** Bytes of all bodies together: how long somebody listened. */
  readonly written: () => number;
  /** Answers by this script from now on; without one as it began. */
  readonly follow: (script?: Script) => void;
  /** Forgets requests and counts. */
  readonly forget: () => void;
  readonly close: () => Promise<void>;
};

/** A model for sandbox, tests and evaluations: an HTTP server on loopback that speaks OpenAI's chat completions. Nothing leaves this machine. */
export async function startStandInModel(options: StandInOptions = {}): Promise<StandInModel> {
  const requests: ModelRequest[] = [];
  let script = options.script;
  const count = { replies: 0, questions: 0, in: 0, out: 0, bytes: 0 };

  const replyTo = (request: ModelRequest): Reply => {
    const n = count.replies++;
    if (typeof script === "function") return script(request, n);
    if (script) return script[Math.min(n, script.length - 1)] ?? content({});
    const { mode = "sensible" } = options;
    if (mode === "sensible") return sensibleAnswer(request);
    if (mode !== "obey") return troubles[mode];
    return obedientAnswer(request, request.turns === 1 ? count.questions++ : count.questions);
  };

  const server = createServer(async (incoming, response) => {
    response.on("error", () => undefined);
    const read = await requestIn(incoming);
    if (!read) {
      response.writeHead(404).end();
      return;
    }
    const { request, asksForSchema } = read;
    requests.push(request);
    const reply = asksForSchema && options.knowsSchemas === false ? unknownFormat : replyTo(request);
    const said = reply.type === "content" ? (reply.content ?? "") : null;
    const counted = { prompt_tokens: tokensOf(request.prompt), completion_tokens: tokensOf(said ?? "") };
    if (said !== null) {
      count.in += counted.prompt_tokens;
      count.out += counted.completion_tokens;
    }
    writeReply(response, reply, counted, (bytes) => {
      count.bytes += bytes;
    });
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    tokens: () => ({ in: count.in, out: count.out }),
    written: () => count.bytes,
    follow: (next) => {
      script = next ?? options.script;
      count.replies = 0;
    },
    forget: () => {
      requests.length = 0;
      Object.assign(count, { replies: 0, questions: 0, in: 0, out: 0, bytes: 0 });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const unknownFormat: Reply = {
  type: "status",
  status: 400,
  says: "response_format of type json_schema is not supported",
};

const chat = z.object({
  messages: z.array(z.object({ role: z.string(), content: z.string().nullable() })).min(1),
  response_format: z.object({ json_schema: z.object({ name: z.string() }) }).optional(),
});

/** Null for whatever is no chat completion. */
async function requestIn(
  incoming: IncomingMessage,
): Promise<{ request: ModelRequest; asksForSchema: boolean } | null> {
  const body: unknown = await buffer(incoming)
    .then((whole) => JSON.parse(whole.toString("utf8")))
    .catch(() => null);
  const read = chat.safeParse(body);
  if (!incoming.url?.endsWith("/chat/completions") || !read.success) return null;
  const { messages, response_format: format } = read.data;
  const prompt = messages[0]?.content ?? "";
  const name = format?.json_schema.name ?? nameIn(prompt);
  return {
    request: { body, headers: incoming.headers, name, prompt, turns: messages.length },
    asksForSchema: format !== undefined,
  };
}

/** Where the schema stands in the prompt, its keys tell which one it is. */
function nameIn(prompt: string): string | null {
  if (/"quotes"\s*:/.test(prompt)) return "verdict";
  return /"text"\s*:/.test(prompt) ? "draft" : null;
}
