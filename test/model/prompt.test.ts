import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadPrompt } from "../../src/model/prompt.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "afterword-prompts-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function loaded(page: string) {
  await writeFile(join(folder, "greet.md"), page);
  return loadPrompt(folder, "greet");
}
const head = "---\nname: greet\nversion: 2\ninputs: [who]\n---\n";

test("the places of a prompt are filled in one pass: what is filled in is not searched for places", async () => {
  const prompt = await loaded(`${head}<!-- For readers of this page. -->\nGreet {who}.\n`);
  if (!prompt.ok) throw new Error(prompt.error);
  expect(prompt.value.version).toBe(2);
  expect(prompt.value.fill({ who: "{who} and {all}" })).toBe("Greet {who} and {all}.");
});

test.each([
  ["no front matter", "Greet {who}.", /must begin with its front matter/],
  ["another name", head.replace("greet", "meet"), /must begin with its front matter/],
  ["a place that nobody fills", `${head}Greet {who} and {whom}.`, /\{whom\} must stand both/],
  ["an input that stands nowhere", `${head}Greet them.`, /\{who\} must stand both/],
])("a prompt with %s is refused with what to do", async (_what, page, says) => {
  const prompt = await loaded(page);
  expect(prompt.ok ? "" : prompt.error).toMatch(says);
});

test("a prompt that is not there is named in one sentence", async () => {
  const prompt = await loadPrompt(folder, "no-such");
  expect(prompt.ok ? "" : prompt.error).toMatch(/no-such\.md cannot be read\. Put the prompt back/);
});
