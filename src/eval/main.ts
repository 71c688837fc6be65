import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { Temporal } from "temporal-polyfill";
import { loadConfig } from "../config.ts";
import { publicHolidays } from "../holidays.ts";
import { createEndpoint } from "../model/endpoint.ts";
import { loadPrompt } from "../model/prompt.ts";
import { createSecondReader } from "../model/second-reader.ts";
import { assess } from "../understanding/assess.ts";
import { questionAbout } from "../understanding/kind/second-opinion.ts";
import { evaluateJobmail, type Reader } from "./jobmail.ts";
import { rowsIn } from "./row.ts";
import { jobmailTable } from "./table.ts";

const rules: Reader = {
  read: async (message, person, isHoliday) => assess(message, person, isHoliday),
  modelCalls: () => 0,
};

/** The rules, and the configured model behind them for what they leave unsure. */
async function rulesAndModel(): Promise<Reader> {
  const { model } = loadConfig();
  if (!model)
    throw new Error("No model is configured: set AFTERWORD_MODEL, and OPENAI_BASE_URL or OPENAI_API_KEY.");
  const prompt = await loadPrompt(join(import.meta.dirname, "../../prompts"), "classify");
  if (!prompt.ok) throw new Error(prompt.error);
  const endpoint = createEndpoint(model);
  const second = createSecondReader(endpoint, prompt.value, { now: Temporal.Now.instant });
  return {
    read: async (message, person, isHoliday) => {
      const first = assess(message, person, isHoliday);
      const question = questionAbout(first, message);
      return question ? assess(message, person, isHoliday, await second.read(question)) : first;
    },
    modelCalls: endpoint.calls,
  };
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
      (done) => {
        if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${rows.length}`);
      },
    );
    if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
    console.log(options.json ? JSON.stringify(report) : jobmailTable(report, options.full ?? false));
  });

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
