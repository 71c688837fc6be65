import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { settingsPage, settingsPageFile } from "../../src/cli/settings-page.ts";
import { settings } from "../../src/domain/settings.ts";

test("docs/settings.md is what the table of settings says; `npm run docs:settings` writes it anew", async () => {
  expect(await readFile(settingsPageFile, "utf8")).toBe(settingsPage());
});

test("every setting stands there with what is allowed and what it means", () => {
  const page = settingsPage();
  for (const { name, allowed, means } of settings)
    for (const words of [`\`${name}\``, allowed, means]) expect(page, name).toContain(words);
});
