import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { draftsPage, draftsPageFile } from "../../src/eval/drafts-page.ts";
import { loadTemplates, mailNames } from "../../src/model/templates.ts";

const loaded = await loadTemplates(new URL("../../prompts/templates", import.meta.url).pathname);
if (!loaded.ok) throw new Error(loaded.error);
const page = draftsPage(loaded.value);

test("docs/drafts.md is what the templates say: run `npm run docs:drafts` after a change of them", async () => {
  expect(await readFile(draftsPageFile, "utf8")).toBe(page);
});

test("it shows every kind of mail in every language, without a gap", () => {
  for (const name of mailNames) expect(page).toContain(`\`${name}\``);
  for (const language of ["English", "Deutsch", "Français", "Español", "Nederlands", "Português"])
    expect(page.split(`${language} |`).length - 1, language).toBe(22);
  expect(page).not.toMatch(/[{}]|undefined/);
});
