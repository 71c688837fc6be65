import { openDevTools } from "../support/devtools.ts";

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

/** Opens Chromium, which loads nothing from anywhere. */
export async function openCamera(program = "chromium"): Promise<Camera> {
  const wire = await openDevTools(program, ["--hide-scrollbars", "--host-resolver-rules=MAP * ~NOTFOUND"]);
  return {
    shoot: async (html, { width, height, scale, scheme }) => {
      await wire.call("Emulation.setEmulatedMedia", {
        features: [{ name: "prefers-color-scheme", value: scheme }],
      });
      const size = (tall: number) =>
        wire.call("Emulation.setDeviceMetricsOverride", {
          width,
          height: tall,
          deviceScaleFactor: tall > long ? 1 : scale,
          mobile: width < 600,
        });
      await size(height);
      const { frameTree } = await wire.call("Page.getFrameTree");
      await wire.call("Page.setDocumentContent", { frameId: frameTree.frame.id, html });
      const { result } = await wire.call("Runtime.evaluate", {
        expression: "document.documentElement.scrollHeight",
        returnByValue: true,
      });
      await size(Math.max(height, Number(result.value)));
      const { data } = await wire.call("Page.captureScreenshot", { format: "webp", quality: 80 });
      return Buffer.from(data, "base64");
    },
    close: wire.close,
  };
}
