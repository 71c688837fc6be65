import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A page of the system's Chromium, reached by its DevTools protocol; `close` ends the program and waits until it is gone. */
export type DevTools = {
  readonly call: (method: string, params?: object) => Promise<Told>;
  readonly on: (event: string, hear: (told: Told) => unknown) => void;
  readonly close: () => Promise<void>;
};

/** Starts Chromium without a window, with a profile of its own and those flags more. */
export async function openDevTools(program: string, flags: readonly string[] = []): Promise<DevTools> {
  const profile = await mkdtemp(join(tmpdir(), "afterword-browser-"));
  const usual = ["--headless=new", "--no-sandbox", "--no-first-run", "--disable-background-networking"];
  const chromium = spawn(
    program,
    [...usual, ...flags, "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const ended = new Promise<void>((resolve) => chromium.once("exit", () => resolve()));
  const port = await new Promise<string>((resolve, reject) => {
    chromium.once("error", reject);
    createInterface(chromium.stderr).on("line", (line) => {
      const [, found] = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
  const pages: Told = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
  const wire = await openWire(
    pages.find(({ type }: { type: string }) => type === "page").webSocketDebuggerUrl,
  );
  return {
    ...wire,
    close: async () => {
      chromium.kill();
      await ended;
      await rm(profile, { recursive: true, force: true });
    },
  };
}

// What the protocol answers has as many forms as it has methods; who asks knows what comes.
// biome-ignore lint/suspicious/noExplicitAny: a test reads what it needs of it
export type Told = any;

async function openWire(address: string) {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", reject);
  });
  const waiting = new Map<number, (answer: Told) => void>();
  const heard = new Map<string, (told: Told) => unknown>();
  socket.addEventListener("message", ({ data }) => {
    const { id, method, params, result, error } = JSON.parse(String(data));
    if (method !== undefined) heard.get(method)?.(params);
    else waiting.get(id)?.({ result, error });
  });
  let last = 0;
  return {
    on: (event: string, hear: (told: Told) => unknown): void => void heard.set(event, hear),
    call: (method: string, params: object = {}): Promise<Told> =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, ({ result, error }) =>
          error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result),
        );
        socket.send(JSON.stringify({ id: last, method, params }));
      }),
  };
}
