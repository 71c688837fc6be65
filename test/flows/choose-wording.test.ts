import { expect, test } from "vitest";
import { sentenceKeys, sharedWith } from "../../src/domain/same-sentence.ts";
import { newWording } from "../../src/flows/choose-wording.ts";
import { loadTemplates } from "../../src/model/templates.ts";
import { createWriter } from "../../src/model/writer.ts";
import { nothing, told } from "../domain/told-facts.ts";

const loaded = await loadTemplates(new URL("../../prompts/templates", import.meta.url).pathname);
if (!loaded.ok) throw new Error(loaded.error);
const writer = createWriter(loaded.value);

const body = (text: string): string => text.split("\n\n").slice(1, -1).join("\n\n");
const known = told("en");
const saying = (
  kind: "thank_you" | "keep_in_touch" | "check_in",
  ...facts: readonly (keyof typeof known)[]
) => ({
  kind,
  facts: Object.assign({}, nothing("en"), ...facts.map((fact) => known[fact])),
  tone: null,
});
const shared = (text: string, others: readonly string[]): number =>
  sharedWith(body(text), new Set(others.flatMap((other) => [...sentenceKeys(body(other))])));

test("six mails to keep in touch with one employer never say the same sentence, whichever number is begun with", () => {
  for (const from of [0, 3, 17]) {
    const sent: string[] = [];
    for (let time = 0; time < 6; time += 1) {
      const facts = saying(
        "keep_in_touch",
        "first_name",
        "role",
        "interview_day",
        time % 2 ? "their_words" : "occasion_named",
      );
      const { text } = newWording(writer, facts, from, sent);
      expect(shared(text, sent), text).toBe(0);
      sent.push(text);
    }
  }
});

test("seven interviewers of two rounds get seven mails without a common sentence, though the days differ", () => {
  const sent: string[] = [];
  for (let one = 0; one < 7; one += 1) {
    const round = saying("thank_you", "first_name", "role");
    const facts = { ...round.facts, interviewDay: one < 4 ? "Thursday 21 May" : "Monday 1 June" };
    const { text } = newWording(writer, { ...round, facts }, 5, sent);
    expect(shared(text, sent), text).toBe(0);
    sent.push(text);
  }
});

test("when every wording was used, one is taken that repeats fewest sentences, and not the same mail while there is another", () => {
  const sent: string[] = [];
  for (let one = 0; one < 20; one += 1)
    sent.push(newWording(writer, saying("thank_you", "first_name", "role", "interview_day"), 0, sent).text);
  expect(new Set(sent).size).toBe(20);
});

test("a sentence that every wording holds, as the person's own does, keeps none from being chosen", () => {
  const facts = saying("thank_you", "first_name", "addition");
  const one = newWording(writer, facts, 0, []).text;
  const other = newWording(writer, facts, 0, [one]).text;
  expect(shared(other, [one])).toBe(1);
  expect(body(other)).not.toBe(body(one));
});

test("the wording that is begun with is taken where nothing was written to that employer", () => {
  const facts = saying("check_in", "first_name", "role");
  expect(newWording(writer, facts, 2, []).text).toBe(
    writer.draft("check_in", { ...facts.facts, variant: 2 }, null).text,
  );
});
