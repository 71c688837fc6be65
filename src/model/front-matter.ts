import { readFile } from "node:fs/promises";
import { parse } from "yaml";

/** A Markdown file's front matter, parsed but not checked, and what stands below it. */
export type WithFrontMatter = { readonly head: unknown; readonly body: string };

/** Reads a file of the program's own words. Null when it cannot be read; `head` is null where there is no front matter or it is no YAML. */
export async function readFrontMatter(file: string): Promise<WithFrontMatter | null> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return null;
  const [, head, body] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text) ?? [];
  return { head: head === undefined ? null : yamlOf(head), body: body ?? "" };
}

function yamlOf(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return null;
  }
}
