import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../../shared/data/fixtures");

/**
 * Mails that are measured with and never copied; they lie beside the checkout where somebody measures. A suite uses it as
 * `describe.skipIf(data.missing)(data.title("…"), …)`, so that one that is left out says so.
 */
export function measuringData(folder: string): {
  readonly missing: boolean;
  readonly title: (suite: string) => string;
  readonly files: (pattern: string) => readonly { readonly name: string; readonly read: () => Buffer }[];
} {
  const here = join(root, folder);
  const missing = !existsSync(here);
  return {
    missing,
    title: (suite) =>
      missing ? `${suite} (left out: there is no ../shared/data/fixtures/${folder} here)` : suite,
    files: (pattern) =>
      missing
        ? []
        : globSync(pattern, { cwd: here })
            .sort()
            .filter((name) => statSync(join(here, name)).isFile())
            .map((name) => ({ name, read: () => readFileSync(join(here, name)) })),
  };
}
