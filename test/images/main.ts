import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openCamera, type Screen } from "./camera.ts";
import { pages } from "./pages.ts";
import { samples } from "./samples.ts";

/** Draws the mails that the person gets, and the pages behind their links, into docs/images: each on a phone and on a desktop, light and dark (`npm run docs:images`). */

const sizes: Readonly<Record<string, Omit<Screen, "scheme">>> = {
  phone: { width: 390, height: 844, scale: 2 },
  desktop: { width: 1200, height: 900, scale: 1 },
};
const folder = join(import.meta.dirname, "../../docs/images");

const mails = Object.fromEntries(
  Object.entries(samples).map(([name, render]) => [name, async () => (await render()).html]),
);

const camera = await openCamera();
try {
  for (const [name, render] of Object.entries({ ...mails, ...pages })) {
    const html = await render();
    for (const [size, screen] of Object.entries(sizes))
      for (const scheme of ["light", "dark"] as const)
        await writeFile(
          join(folder, `${name}-${size}-${scheme}.webp`),
          await camera.shoot(html, { ...screen, scheme }),
        );
  }
} finally {
  await camera.close();
}
