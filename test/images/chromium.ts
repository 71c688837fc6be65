import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** A page as it is photographed: `width` and the least `height` in CSS pixels, `scale` device pixels for each; one where it is long. */
export type Screen = {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly scheme: "light" | "dark";
};

export type Camera = {
  /** Gives the whole page as WebP; `html` may load nothing. */
  readonly shoot: (html: string, screen: Screen) => Promise<Buffer>;
  readonly close: () => Promise<void>;
};

/** Such a page is shown small anyway, and its picture would be large. */
const long = 2500;

/** Starts the system's Chromium without a window and speaks its DevTools protocol. */
export async function openCamera(program = "chromium"): Promise<Camera> {
  const profile = await mkdtemp(join(tmpdir(), "afterword-images-"));
  const chromium = spawn(
    program,
    [
      "--headless=new",
      "--no-sandbox",
      "--hide-scrollbars",
      "--no-first-run",
      "--disable-background-networking",
      "--host-resolver-rules=MAP * ~NOTFOUND",
      "--remote-debugging-port=0",
      `--user-data-dir=${profile}`,
      "about:blank",
    ],
    { stdio: "ignore" },
  );
  const ended = new Promise<void>((resolve) => chromium.once("exit", () => resolve()));
  const failed = new Promise<never>((_resolve, reject) => chromium.once("error", reject));
  const wire = await Promise.race([connect(profile), failed]);
  return {
    shoot: async (html, { width, height, scale, scheme }) => {
      await wire("Emulation.setEmulatedMedia", {
        features: [{ name: "prefers-color-scheme", value: scheme }],
      });
      const size = (tall: number) =>
        wire("Emulation.setDeviceMetricsOverride", {
          width,
          height: tall,
          deviceScaleFactor: tall > long ? 1 : scale,
          mobile: width < 600,
        });
      await size(height);
      const { frameTree } = await wire("Page.getFrameTree", {});
      await wire("Page.setDocumentContent", { frameId: frameTree?.frame.id, html });
      const { result } = await wire("Runtime.evaluate", {
        expression: "document.documentElement.scrollHeight",
        returnByValue: true,
      });
      await size(Math.max(height, Number(result?.value)));
      const { data } = await wire("Page.captureScreenshot", { format: "webp", quality: 80 });
      return Buffer.from(data ?? "", "base64");
    },
    close: async () => {
      chromium.kill();
      await ended;
      await rm(profile, { recursive: true, force: true });
    },
  };
}

type Answer = {
  readonly data?: string;
  readonly result?: { readonly value: unknown };
  readonly frameTree?: { readonly frame: { readonly id: string } };
};
type Wire = (method: string, params: object) => Promise<Answer>;

async function connect(profile: string): Promise<Wire> {
  const port = await portOf(profile);
  const pages: readonly { type: string; webSocketDebuggerUrl: string }[] = JSON.parse(
    await (await fetch(`http://127.0.0.1:${port}/json/list`)).text(),
  );
  const address = pages.find(({ type }) => type === "page")?.webSocketDebuggerUrl;
  if (address === undefined) throw new Error("Chromium has no page");
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", reject);
  });
  const asked = new Map<number, (answer: { result?: Answer; error?: { message: string } }) => void>();
  socket.addEventListener("message", ({ data }) => {
    const answer = JSON.parse(String(data));
    asked.get(answer.id)?.(answer);
  });
  let last = 0;
  return (method, params) =>
    new Promise((resolve, reject) => {
      last += 1;
      asked.set(last, ({ result, error }) =>
        error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result ?? {}),
      );
      socket.send(JSON.stringify({ id: last, method, params }));
    });
}

/** Chromium writes its port into the profile as soon as it listens. */
async function portOf(profile: string): Promise<string> {
  for (let tries = 0; tries < 150; tries += 1) {
    const [port] = (await readFile(join(profile, "DevToolsActivePort"), "utf8").catch(() => "")).split("\n");
    if (port) return port;
    await wait(100);
  }
  throw new Error("Chromium did not begin to listen within 15 seconds");
}
