import { createServer } from "node:http";

/** What the endpoint got, as far as tests look at it. */
export type Asked = { readonly words: string; readonly turns: number };

export type ModelEndpoint = {
  readonly baseUrl: string;
  readonly asked: Asked[];
  /** The next answers, in order; the last one stays. A number is an HTTP status, "silence" never answers. */
  readonly says: (...answers: readonly (string | number | "silence")[]) => void;
  readonly close: () => Promise<void>;
};

/** An HTTP server on loopback that speaks as much of OpenAI's chat completions as the program asks for. */
export async function startModelEndpoint(): Promise<ModelEndpoint> {
  const asked: Asked[] = [];
  let answers: readonly (string | number)[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { messages } = JSON.parse(Buffer.concat(chunks).toString("utf8"));
      asked.push({ words: messages[0].content, turns: messages.length });
      const answer = answers[0] ?? "{}";
      if (answers.length > 1) answers = answers.slice(1);
      if (answer === "silence") return;
      response.writeHead(typeof answer === "number" ? answer : 200, { "content-type": "application/json" });
      response.end(
        JSON.stringify({
          id: "one",
          object: "chat.completion",
          created: 0,
          model: "test",
          choices: [
            { index: 0, finish_reason: "stop", message: { role: "assistant", content: String(answer) } },
          ],
        }),
      );
    });
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    asked,
    says: (...next) => {
      answers = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const verdict = (kind: string, quote: string, confidence = 0.8): string =>
  JSON.stringify({ kind, confidence, quotes: [quote] });
