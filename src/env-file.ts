import { parseEnv } from "node:util";
import { ok, type Result, refuse } from "./domain/result.ts";

/**
 * Reads the text of a .env file. Node's own parser skips what it does not understand; here every such line is an error, because a setting
 * that silently does nothing is worse than none.
 * @returns the settings, or one sentence a bad line, each with file and line number. Values are never repeated: they may be secret.
 */
export function readEnvFile(
  text: string,
  file: string,
): Result<Readonly<Record<string, string>>, readonly string[]> {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const errors: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (/^\s*(#|$)/.test(line)) continue;
    const setting = /^\s*(?:export\s+)?[A-Za-z_][A-Za-z0-9_.]*\s*=\s*(.*)$/.exec(line);
    if (!setting) {
      errors.push(`${file}, line ${at + 1}: this is no setting; write NAME=value, or # before a remark.`);
      continue;
    }
    const end = closing(lines, at, setting[1] ?? "");
    if (end === null) {
      errors.push(
        `${file}, line ${at + 1}: the quote is opened but never closed; close it at the end of the value.`,
      );
      break;
    }
    at = end;
  }
  if (text.includes("\0") || text.includes("\uFFFD"))
    errors.push(`${file}: this is not text in UTF-8; save it as UTF-8.`);
  return errors.length > 0 ? refuse(errors) : ok(parsed(lines.join("\n")));
}

/** The line on which a value ends: a quoted one may go over several. */
function closing(lines: readonly string[], at: number, value: string): number | null {
  const quote = /^["'`]/.exec(value)?.[0];
  if (!quote || value.slice(1).includes(quote)) return at;
  const further = lines.findIndex((line, index) => index > at && line.includes(quote));
  return further < 0 ? null : further;
}

function parsed(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(parseEnv(text)).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
