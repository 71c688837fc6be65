/**
 * How long a draft from the templates takes, and the choice among all wordings of one: `npm run bench:drafting` prints two lines. Store and model
 * are left aside.
 */
import { mannerOf } from "../../src/domain/follow-up.ts";
import { languages } from "../../src/domain/language.ts";
import { bareFacts, exampleFacts } from "../../src/eval/draft-examples.ts";
import { newWording } from "../../src/flows/choose-wording.ts";
import { loadTemplates } from "../../src/model/templates.ts";
import { createWriter } from "../../src/model/writer.ts";

const loaded = await loadTemplates(new URL("../../prompts/templates", import.meta.url).pathname);
if (!loaded.ok) throw new Error(loaded.error);
const writer = createWriter(loaded.value);
const kinds = Object.keys(mannerOf) as (keyof typeof mannerOf)[];
const cases = languages.flatMap((language) => {
  const { coordinator, brief, ...rest } = exampleFacts(language);
  const facts = Object.assign({}, bareFacts(language), ...Object.values(rest));
  return kinds.map((kind) => ({ kind, facts, tone: null }));
});

function measure(
  name: string,
  rounds: number,
  work: (one: (typeof cases)[number], round: number) => void,
): void {
  for (const one of cases) work(one, 0);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const one of cases) {
      const start = performance.now();
      work(one, round);
      times.push(performance.now() - start);
    }
  times.sort((a, b) => a - b);
  const part = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(3);
  console.log(
    `${name}, ${times.length} times: p50 ${part(0.5)} ms, p95 ${part(0.95)} ms, slowest ${part(0.9999)} ms`,
  );
}

measure("a draft from its template", 200, ({ kind, facts, tone }, variant) => {
  writer.draft(kind, { ...facts, variant }, tone);
});
/** Ten mails that this employer has had: a long season. */
const had = cases.slice(0, 10).map(({ kind, facts, tone }) => writer.draft(kind, facts, tone).text);
measure("the wording that repeats least, of all", 10, (one, from) => {
  newWording(writer, one, from, had);
});
