import { readFileSync } from "node:fs";
import { Command } from "commander";
import { publicHolidays } from "../holidays.ts";
import { assess } from "../understanding/assess.ts";
import { evaluateJobmail, type Reader } from "./jobmail.ts";
import { rowsIn } from "./row.ts";
import { jobmailTable } from "./table.ts";

const rules: Reader = {
  read: async (message, person, isHoliday) => assess(message, person, isHoliday),
  modelCalls: () => 0,
};

const program = new Command("eval").description(
  "Measures the program on labelled mail: how well it reads, and how well it would act.",
);

program
  .command("jobmail")
  .description("Read labelled mails (JSON Lines) and compare kinds and facts.")
  .argument("<files...>", "JSON Lines, one labelled mail a line")
  .option("--json", "print one object on the last line instead of tables")
  .option("--full", "print every miss and every fact that was read otherwise")
  .action(async (files: string[], options: { json?: true; full?: true }) => {
    const rows = files.flatMap((file) => rowsIn(readFileSync(file, "utf8")));
    const holidays = publicHolidays();
    const report = await evaluateJobmail(
      rows,
      rules,
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
