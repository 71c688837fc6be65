import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { Temporal } from "temporal-polyfill";
import { loadConfig } from "../config.ts";
import type { PersonId } from "../domain/ids.ts";
import { ok } from "../domain/result.ts";
import { publicHolidays } from "../holidays.ts";
import type { Budget } from "../model/budget.ts";
import { createEndpoint } from "../model/endpoint.ts";
import { loadPrompt } from "../model/prompt.ts";
import { createSecondReader } from "../model/second-reader.ts";
import { startStandInModel } from "../sandbox/stand-in-model.ts";
import { assess } from "../understanding/assess.ts";
import { questionAbout } from "../understanding/kind/second-opinion.ts";
import { attacksIn } from "./attacks/attack.ts";
import { evaluateAttacks } from "./attacks/attacks.ts";
import { contextIn } from "./attacks/context.ts";
import { openModelRelay } from "./attacks/model-relay.ts";
import { attacksTable } from "./attacks/table.ts";
import { evaluateJobmail, type Reader } from "./jobmail.ts";
import { repliesCommand } from "./replies/command.ts";
import { rowsIn } from "./row.ts";
import { jobmailTable } from "./table.ts";

const rules: Reader = {
  read: async (message, person, isHoliday) => assess(message, person, isHoliday),
  modelCalls: () => 0,
};

/** Whoever starts an evaluation decides how much is asked: there is no person whose allowance it could use up. */
const unlimited: Budget = {
  reserve: async (_person, _characters, tokensOut) =>
    ok({ settle: async (usage) => usage ?? { tokensIn: 0, tokensOut } }),
};
const nobody = "00000000-0000-4000-8000-000000000000" as PersonId;

function configuredModel() {
  const { model } = loadConfig();
  if (!model)
    throw new Error("No model is configured: set AFTERWORD_MODEL, and OPENAI_BASE_URL or OPENAI_API_KEY.");
  return model;
}

/** The rules, and the configured model behind them for what they leave unsure. */
async function rulesAndModel(): Promise<Reader> {
  const model = configuredModel();
  const prompt = await loadPrompt(join(import.meta.dirname, "../../prompts"), "classify");
  if (!prompt.ok) throw new Error(prompt.error);
  const endpoint = createEndpoint(model, unlimited, { now: Temporal.Now.instant });
  const second = createSecondReader(endpoint, prompt.value);
  return {
    read: async (message, person, isHoliday) => {
      const first = assess(message, person, isHoliday);
      const question = questionAbout(first, message);
      return question ? assess(message, person, isHoliday, await second.read(nobody, question)) : first;
    },
    modelCalls: endpoint.calls,
  };
}

/** One line that is written over, where somebody looks; called with nothing it goes away. */
function progress(done?: number, of?: number): void {
  if (process.stderr.isTTY) process.stderr.write(done === undefined ? "\r\u001b[K" : `\r${done} of ${of}`);
}

const program = new Command("eval").description(
  "Measures the program on labelled mail: how well it reads, and how well it would act.",
);

program
  .command("jobmail")
  .description("Read labelled mails (JSON Lines) and compare kinds and facts.")
  .argument("<files...>", "JSON Lines, one labelled mail a line")
  .option("--json", "print one object on the last line instead of tables")
  .option("--model", "ask the configured model about mails that the rules leave unsure")
  .option("--full", "print every miss and every fact that was read otherwise")
  .action(async (files: string[], options: { json?: true; full?: true; model?: true }) => {
    const rows = files.flatMap((file) => rowsIn(readFileSync(file, "utf8")));
    const holidays = publicHolidays();
    const report = await evaluateJobmail(
      rows,
      options.model ? await rulesAndModel() : rules,
      (country, zone) => holidays.calendar(country, zone).isHoliday,
      (done) => progress(done, rows.length),
    );
    progress();
    console.log(options.json ? JSON.stringify(report) : jobmailTable(report, options.full ?? false));
  });

program
  .command("attacks")
  .description(
    "Deliver hostile mails, one each to a fresh copy of a person's season, and look whether they bring anything about.",
  )
  .argument("<folder>", "holds context.json and attacks.jsonl")
  .option("--json", "print one object on the last line instead of a list")
  .option("--model", "put the configured model behind the program, not one that obeys every attacker")
  .option("--only <ids>", "play these only: their ids, or beginnings of them, with commas between")
  .action(async (folder: string, options: { json?: true; model?: true; only?: string }) => {
    const context = contextIn(readFileSync(join(folder, "context.json"), "utf8"));
    const wanted = options.only?.split(",") ?? [""];
    const attacks = attacksIn(readFileSync(join(folder, "attacks.jsonl"), "utf8")).filter(({ id }) =>
      wanted.some((beginning) => id.startsWith(beginning)),
    );
    const model = options.model
      ? await openModelRelay(configuredModel())
      : await startStandInModel({ mode: "obey" });
    try {
      const report = await evaluateAttacks(context, attacks, model, (done) => progress(done, attacks.length));
      progress();
      console.log(options.json ? JSON.stringify(report) : attacksTable(report));
    } finally {
      await model.close();
    }
  });

program.addCommand(repliesCommand(configuredModel, progress));

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
