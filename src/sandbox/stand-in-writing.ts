import type { ServerResponse } from "node:http";
import type { Reply } from "./stand-in-reply.ts";

/** Writes a reply as an endpoint would, faults included. `onBytes` is told how many bytes of each body were written. */
export function writeReply(
  response: ServerResponse,
  reply: Reply,
  counted: TokenCount,
  onBytes: (bytes: number) => void,
): void {
  const begin = (status: number, headers: Readonly<Record<string, string>> = {}) =>
    response.writeHead(status, { "content-type": "application/json", ...headers });
  const write = (text: string) => {
    onBytes(Buffer.byteLength(text));
    response.write(text);
  };
  switch (reply.type) {
    case "stall":
      return;
    case "content":
      begin(200);
      write(JSON.stringify(completion(reply, counted)));
      response.end();
      return;
    case "status":
      begin(reply.status, reply.headers);
      write(JSON.stringify({ error: { message: reply.says ?? "no", type: "error" } }));
      response.end();
      return;
    case "garbage":
      begin(200, { "content-type": reply.contentType });
      write(reply.bytes);
      response.end();
      return;
    case "cut":
      begin(200);
      write('{"id":');
      // The beginning must have arrived, else it would be a connection that was never answered.
      setTimeout(() => response.destroy(), 20);
      return;
    case "drip": {
      begin(200);
      // Whoever does not read makes it wait: what is written is what was taken.
      const next = setInterval(() => response.writableNeedDrain || write(reply.piece), reply.every);
      response.once("close", () => clearInterval(next));
    }
  }
}

/** As endpoints report them. */
export type TokenCount = { readonly prompt_tokens: number; readonly completion_tokens: number };

const completion = (reply: Extract<Reply, { type: "content" }>, counted: TokenCount) => ({
  id: "stand-in",
  object: "chat.completion",
  created: 0,
  model: "stand-in",
  choices: [
    {
      index: 0,
      finish_reason: "stop",
      message: { role: "assistant", content: reply.content, ...reply.message },
    },
  ],
  ...(reply.usage === null ? {} : { usage: reply.usage ?? counted }),
});
