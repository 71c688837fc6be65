import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { z } from "zod";
import type { ModelBehind } from "./play.ts";

type Endpoint = { readonly baseUrl: string; readonly apiKey: string; readonly model: string };

/** Stands between the program and the configured endpoint, so that every prompt is seen; questions and answers pass unchanged, but for the model's name. */
export async function openModelRelay(
  endpoint: Endpoint,
): Promise<ModelBehind & { readonly close: () => Promise<void> }> {
  const requests: { readonly body: unknown }[] = [];
  const server = createServer(async (incoming, response) => {
    const answer = await json(incoming)
      .then((body) => {
        requests.push({ body });
        return passOn(endpoint, body);
      })
      .catch(() => ({ status: 502, text: "{}" }));
    response.writeHead(answer.status, { "content-type": "application/json" }).end(answer.text);
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  const { hostname, port: given, protocol } = new URL(endpoint.baseUrl);
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    behind: `${hostname}:${given || (protocol === "https:" ? 443 : 80)}`,
    forget: () => {
      requests.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function passOn({ baseUrl, apiKey, model }: Endpoint, body: unknown) {
  const response = await fetch(`${baseUrl.replace(/\/+$/, "")}/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${apiKey}` },
    body: JSON.stringify({ ...z.looseObject({}).parse(body), model }),
  });
  return { status: response.status, text: await response.text() };
}
