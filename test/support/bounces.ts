import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

const folder = join(import.meta.dirname, "../understanding/bounces");

/** Of which mail every report in the folder tells, and whom it was for. */
export const reported = {
  messageId: "thanks-0123456789abcdef@reyes.example",
  outboxId: "6f0c7a52-9d0e-4c0b-8a39-0f1c64d7e001",
  to: "jo.field@fairholm-bakery.example",
} as const;

/** A report as a server would send it; its name begins with what became of the mail. */
export const bounce = (name: string): Buffer =>
  Buffer.from(readFileSync(join(folder, `${name}.eml`), "utf8").replace(/\r?\n/g, "\r\n"));

/** Names of all of them. */
export const bounces: readonly string[] = globSync("*.eml", { cwd: folder })
  .map((file) => basename(file, ".eml"))
  .sort();
