import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { mannerOf } from "../../src/domain/follow-up.ts";
import { languages } from "../../src/domain/language.ts";
import { loadTemplates, mailName } from "../../src/model/templates.ts";

const ours = join(import.meta.dirname, "../../prompts/templates");
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "afterword-templates-"));
});
beforeEach(() => cp(ours, folder, { recursive: true, force: true }));
afterAll(() => rm(folder, { recursive: true, force: true }));

const error = async (): Promise<string> => {
  const loaded = await loadTemplates(folder);
  return loaded.ok ? "" : loaded.error;
};
const edit = async (page: string, change: (words: string) => string): Promise<void> => {
  const file = join(folder, page);
  await writeFile(file, change(await readFile(file, "utf8")));
};

test("every kind of mail has its template in every language, and the second check-in is another one than the first", async () => {
  const loaded = await loadTemplates(ours);
  if (!loaded.ok) throw new Error(loaded.error);
  const kinds = Object.keys(mannerOf) as (keyof typeof mannerOf)[];
  for (const language of languages) {
    const { frame, mails } = loaded.value.languages[language];
    expect(frame.language).toBe(language);
    expect(kinds.map((kind) => mails[mailName(kind, 1)].name)).toEqual(
      kinds.map((kind) => (kind === "check_in" ? "check_in_1" : kind)),
    );
    expect(mails[mailName("check_in", 2)].name).toBe("check_in_2");
    expect(mails[mailName("keep_in_touch", 2)].name).toBe("keep_in_touch");
  }
});

test("a missing file, and a missing language, is named in one sentence", async () => {
  const nothing = await loadTemplates("/nowhere");
  expect(nothing.ok ? "" : nothing.error).toContain("debrief.md");
  await rm(join(folder, "nl/thank_you.md"));
  expect(await error()).toMatch(/nl\/thank_you\.md cannot be read/);
  await rm(join(folder, "fr"), { recursive: true });
  expect(await error()).toMatch(/fr\/frame\.md cannot be read/);
});

test("an edited page that could leave a gap is refused by its name, as is one without its front matter", async () => {
  await edit("en/breakup.md", (words) => words.replace("- when promised_day: I had", "I had"));
  expect(await error()).toMatch(/en\/breakup\.md: .*\{promised_day\}/);
  await edit("en/breakup.md", (words) => words.replace("name: breakup", "name: goodbye"));
  expect(await error()).toMatch(/en\/breakup\.md must begin.*name: breakup/);
});

describe("a frame says how to greet and to close", () => {
  test.each([
    ["of another language", "language: de", "language: fr"],
    ["with a greeting that names nobody", "Guten Tag {name},", "Guten Tag,"],
    ["with a greeting for something else", "Guten Tag {name},", "Guten Tag {first_name},"],
    ["with a sign-off that has a place to fill", '"Beste Grüße"', '"Beste Grüße {name}"'],
    ["without a sign-off", '["Viele Grüße", "Herzliche Grüße"]', "[]"],
    ["without greetings", "greetings:", "salutations:"],
  ])("one %s is refused", async (_, from, to) => {
    await edit("de/frame.md", (words) => words.replace(from, to));
    expect(await error()).toMatch(/de\/frame\.md must begin.*language: de/);
  });
});
