import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A window of the system's Chromium, scripts on, as a person or a scanner of links would open one. */
export type Browser = {
  /** Opens a page and waits until it and all that it asks for is there. */
  readonly open: (url: string) => Promise<void>;
  /** Presses what that CSS selector finds, and waits for the page that comes of it. */
  readonly press: (selector: string) => Promise<void>;
  /** Gives the value of an expression in the page. */
  readonly tell: (expression: string) => Promise<unknown>;
  /** Addresses that were asked for since it was opened, in order; a page's own icon is nobody's wish. */
  readonly asked: () => readonly string[];
  /** What the page or the browser complained about: console, exceptions, blocked and failed loads. */
  readonly complaints: () => readonly string[];
  /** A picture (PNG) of the whole page. */
  readonly shoot: (window: {
    width: number;
    height: number;
    scheme: "light" | "dark";
    /** 2 is a page enlarged to 200 %. */
    zoom?: number;
  }) => Promise<Buffer>;
  /** The page as a screen reader is told of it: role and name of everything that has one, in order. */
  readonly spoken: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

/** Speaks the DevTools protocol. */
export async function openBrowser(program: string): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), "afterword-browser-"));
  const flags = ["--headless=new", "--no-sandbox", "--no-first-run", "--disable-background-networking"];
  const chromium = spawn(
    program,
    [...flags, "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"],
    {
      stdio: ["ignore", "ignore", "pipe"],
    },
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
  const asked: string[] = [];
  const complaints: string[] = [];
  let loaded = (): void => undefined;
  wire.on("Network.requestWillBeSent", ({ request }) => {
    if (!request.url.endsWith("/favicon.ico")) asked.push(request.url);
  });
  wire.on("Network.loadingFailed", ({ errorText }) => complaints.push(errorText));
  wire.on("Log.entryAdded", ({ entry }) => complaints.push(entry.text));
  wire.on("Runtime.consoleAPICalled", ({ args }) => complaints.push(JSON.stringify(args)));
  wire.on("Runtime.exceptionThrown", ({ exceptionDetails }) => complaints.push(exceptionDetails.text));
  wire.on("Page.lifecycleEvent", ({ name }) => name === "networkIdle" && loaded());
  for (const area of ["Page", "Network", "Log", "Runtime", "Accessibility"])
    await wire.call(`${area}.enable`);
  await wire.call("Page.setLifecycleEventsEnabled", { enabled: true });
  const settled = async (work: () => Promise<unknown>): Promise<void> => {
    const idle = new Promise<void>((resolve) => {
      loaded = resolve;
    });
    await work();
    await idle;
  };
  const tell = async (expression: string): Promise<unknown> =>
    (await wire.call("Runtime.evaluate", { expression, returnByValue: true })).result.value;
  return {
    open: (url) => settled(() => wire.call("Page.navigate", { url })),
    press: (selector) => settled(() => tell(`document.querySelector(${JSON.stringify(selector)}).click()`)),
    tell,
    asked: () => [...asked],
    complaints: () => [...complaints],
    shoot: async ({ width, height, scheme, zoom = 1 }) => {
      await wire.call("Emulation.setEmulatedMedia", {
        features: [{ name: "prefers-color-scheme", value: scheme }],
      });
      await wire.call("Emulation.setDeviceMetricsOverride", {
        width: Math.round(width / zoom),
        height: Math.round(height / zoom),
        deviceScaleFactor: zoom,
        mobile: width < 600,
      });
      const { data } = await wire.call("Page.captureScreenshot", { captureBeyondViewport: true });
      return Buffer.from(data, "base64");
    },
    spoken: async () => {
      const { nodes } = await wire.call("Accessibility.getFullAXTree");
      return nodes
        .filter(({ ignored, role, name }: AxNode) => !ignored && name?.value && !inner.has(role?.value ?? ""))
        .map(({ role, name }: AxNode) => `${role?.value}: ${name?.value}`);
    },
    close: async () => {
      chromium.kill();
      await ended;
      await rm(profile, { recursive: true, force: true });
    },
  };
}

type AxNode = {
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
};
/** Parts of a text, which say what their element has said. */
const inner: ReadonlySet<string> = new Set(["InlineTextBox", "StaticText", "RootWebArea"]);

// What the protocol answers has as many forms as it has methods; those that are used above are asked for by name.
// biome-ignore lint/suspicious/noExplicitAny: a test reads what it needs of it
type Told = any;

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
