import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mannerOf } from "../../src/domain/follow-up.ts";
import { loadTemplates, templateFor } from "../../src/model/templates.ts";

const ours = join(import.meta.dirname, "../../prompts/templates");
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "afterword-templates-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("every kind of mail has its template, and the second check-in is another one than the first", async () => {
  const loaded = await loadTemplates(ours);
  if (!loaded.ok) throw new Error(loaded.error);
  const kinds = Object.keys(mannerOf) as (keyof typeof mannerOf)[];
  expect(kinds.map((kind) => templateFor(loaded.value, kind, 1).name)).toEqual(
    kinds.map((kind) => (kind === "check_in" ? "check_in_1" : kind)),
  );
  expect(templateFor(loaded.value, "check_in", 2).name).toBe("check_in_2");
  expect(templateFor(loaded.value, "keep_in_touch", 2).name).toBe("keep_in_touch");
});

test("a missing file is named in one sentence", async () => {
  const nothing = await loadTemplates("/nowhere");
  expect(nothing.ok ? "" : nothing.error).toContain("stage_question.md");
});

test("an edited page that could leave a gap is refused by its name, as is one without its front matter", async () => {
  await cp(ours, folder, { recursive: true });
  const page = join(folder, "breakup.md");
  const words = await readFile(page, "utf8");
  await writeFile(page, words.replace("- when promised_day: I had", "I had"));
  const gap = await loadTemplates(folder);
  expect(gap.ok ? "" : gap.error).toMatch(/^breakup: .*\{promised_day\}/);
  await writeFile(page, words.replace("name: breakup", "name: goodbye"));
  const named = await loadTemplates(folder);
  expect(named.ok ? "" : named.error).toContain("name: breakup");
});
