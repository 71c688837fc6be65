import { serve } from "@hono/node-server";
import type { Hono } from "hono";

/** Listens and gives the address; `close` lets running requests end. Refuses with the system's error where the port is taken. */
export function listen(
  hono: Hono,
  host: string,
  port: number,
): Promise<{ url: string; close: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: hono.fetch, hostname: host, port }, (info) =>
      resolve({
        url: `http://${host.includes(":") ? `[${host}]` : host}:${info.port}`,
        close: () =>
          new Promise<void>((done, fail) => server.close((error) => (error ? fail(error) : done()))),
      }),
    );
    server.once("error", reject);
  });
}
