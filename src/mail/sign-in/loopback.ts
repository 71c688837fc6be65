import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";

export type Loopback = {
  readonly port: number;
  readonly close: () => Promise<void>;
};

/** What to answer to a browser that came back: `done` is the page that says so, otherwise why it is not taken. */
export type Came = { readonly done: boolean; readonly says: string };

/**
 * Waits on this machine's own address for the browser to come back (RFC 8252 section 7.3), on a port that is free. Only GET of the one path is
 * answered; what comes with it is judged by `came`, which must not throw.
 */
export async function listenForBrowser(came: (query: string) => Promise<Came>): Promise<Loopback> {
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? "/", "http://127.0.0.1");
    if (request.method !== "GET" || pathname !== "/" || search === "")
      return answer(response, 404, "Nothing here.");
    void came(search).then(({ done, says }) => answer(response, done ? 200 : 400, says));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    close: async () => {
      if (!server.listening) return;
      server.close();
      server.closeIdleConnections();
      await once(server, "close");
    },
  };
}

/** Plain words: the page holds nothing that came with the address. The address holds the code, so it is told to nobody and kept nowhere. */
function answer(response: ServerResponse, status: number, says: string): void {
  response.writeHead(status, {
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    Connection: "close",
  });
  response.end(`${says}\n`);
}
