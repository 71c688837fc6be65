import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { repliesPage, repliesPageFile } from "../../src/cli/replies-page.ts";
import { repliesElsewhere, replyExamples } from "../../src/cli/replies-page-examples.ts";
import { languages } from "../../src/domain/language.ts";
import { replyWords } from "../../src/domain/reply-table/table.ts";
import { doubtsIn, saidIn } from "../domain/reply-said.ts";

test("docs/replies.md is what the table of words says; `npm run docs:replies` writes it anew", async () => {
  expect(await readFile(repliesPageFile, "utf8")).toBe(repliesPage());
});

test("every example of the page is understood, and asked about by nobody", () => {
  for (const text of [
    ...replyExamples.flatMap(({ write }) => write),
    ...repliesElsewhere.flatMap(([, write]) => write),
    "1 ok, 2 skip; 3 later friday",
  ]) {
    expect([text, saidIn(text).length > 0]).toEqual([text, true]);
    expect([text, doubtsIn(text)]).toEqual([text, []]);
  }
});

test("every verb and every word that holds back stands there", () => {
  const page = repliesPage();
  for (const language of languages)
    for (const word of [...Object.values(replyWords[language].verbs).flat(), ...replyWords[language].brakes])
      expect([word, page.includes(word)]).toEqual([word, true]);
});
