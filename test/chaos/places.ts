import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The lines of a bundle at which the files of `src` begin and end, so that a place in it can be told by its true name. */
type Region = { readonly file: string; readonly from: number; readonly until: number };

/** Where the regions of a bundle stand, as JSON. */
export const placesOf = (bundled: string): string => `${bundled}.places.json`;

/** Reads off a bundle where each file of `src` went: a line with its name comes before each module. */
export function regions(code: string): readonly Region[] {
  const lines = code.split("\n");
  const heads = lines.flatMap((line, n) => {
    const [, file] = /^\/\/ (\S+\.[a-z]+)$/.exec(line) ?? [];
    return file === undefined ? [] : [{ file, from: n + 1 }];
  });
  return heads
    .map((head, n) => ({ ...head, until: heads[n + 1]?.from ?? lines.length + 1 }))
    .filter(({ file }) => file.startsWith("src/"));
}

/** The file of `src` in which a line of a bundle stands, and its line there, counted without types and comments. What is no bundle is its own source. */
export function inSource(
  file: string,
  line: number,
): { readonly file: string; readonly line: number } | null {
  const path = file.startsWith("file:") ? fileURLToPath(file) : file;
  const places = placesIn(path);
  if (places === null) return { file: path, line };
  const region = places.find(({ from, until }) => from <= line && line < until);
  return region ? { file: region.file, line: line - region.from } : null;
}

const known = new Map<string, readonly Region[] | null>();

function placesIn(path: string): readonly Region[] | null {
  const found = known.get(path);
  if (found !== undefined) return found;
  const places = existsSync(placesOf(path))
    ? (JSON.parse(readFileSync(placesOf(path), "utf8")) as Region[])
    : null;
  known.set(path, places);
  return places;
}
