import { openDevTools } from "./devtools.ts";

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
  const wire = await openDevTools(program);
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
    close: wire.close,
  };
}

type AxNode = {
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
};
/** Parts of a text, which say what their element has said. */
const inner: ReadonlySet<string> = new Set(["InlineTextBox", "StaticText", "RootWebArea"]);
