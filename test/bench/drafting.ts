/**
 * What drafts cost: `npm run bench:drafting` prints how long one from the templates takes, and the choice among all wordings of one, store and model
 * left aside; then how many tokens a model reads for one draft, and for a season. `-- --show` prints what it reads.
 */
import { mannerOf } from "../../src/domain/follow-up.ts";
import { languages } from "../../src/domain/language.ts";
import { bareFacts, exampleFacts } from "../../src/eval/draft-examples.ts";
import { newWording } from "../../src/flows/choose-wording.ts";
import { loadDraftPrompts } from "../../src/model/draft-prompts.ts";
import { loadTemplates } from "../../src/model/templates.ts";
import { createWriter } from "../../src/model/writer.ts";
import { playOnPaper } from "../season/paper-play.ts";
import { seasonOf } from "../season/season.ts";
import { typicalRequest } from "./typical-request.ts";

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

/** What a model is asked for a thank-you in a thread of four mails, with a debrief, a profile and a known voice. */
const prompts = await loadDraftPrompts(new URL("../../prompts", import.meta.url).pathname);
if (!prompts.ok) throw new Error(prompts.error);
const prompt = prompts.value.fill(typicalRequest(writer));
// Four characters a token is usual for English; three is what the daily allowance reckons with before the endpoint reports.
console.log(
  `a request for a thank-you: ${prompt.length} characters, about ${Math.round(prompt.length / 4)} input tokens, at most ${Math.ceil(prompt.length / 3)}`,
);
const { trail, counts } = playOnPaper(seasonOf(1, { days: 120 }));
const offered = kinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), counts.skipped ?? 0);
console.log(
  `a season of 120 days with ${trail.candidacies.length} candidacies: ${offered} drafts, about ${Math.round((offered * prompt.length) / 4 / 1_000)} thousand input tokens`,
);
if (process.argv.includes("--show")) console.log(`\n${prompt}`);
