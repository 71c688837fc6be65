import { styleText } from "node:util";
import { cleanLine, cleanText } from "../domain/plain-text.ts";

export type JsonOption = { readonly json?: boolean };
type Style = Parameters<typeof styleText>[0];

/** Colour only where standard output is a terminal, and not with NO_COLOR. */
export const paint = (style: Style, text: string): string => (text === "" ? "" : styleText(style, text));

export const print = (line = ""): void => void process.stdout.write(`${line}\n`);

/** Temporal values print as ISO texts. What could steer a terminal or turn a line round stands there by its number (SAFETY R47): the value stays the same. */
export const printJson = (value: unknown): void =>
  print(JSON.stringify(value, null, 2).replace(steering, byNumber));

/** What JSON leaves as it is (RFC 8259 section 7): delete, the C1 controls, line and paragraph separator, bidirectional controls. */
const steering = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
const byNumber = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Words of a mail on one line, without anything that could steer a terminal (SAFETY R47). */
export const line = (words: string | null | undefined): string => cleanLine(words ?? "");

/** Lines of a mail, indented. */
export const block = (words: string, indent: string): string =>
  cleanText(words)
    .trimEnd()
    .split("\n")
    .map((each) => `${indent}${each.replaceAll("\t", "    ")}`.trimEnd())
    .join("\n");

/** Rows with aligned columns, two spaces between them; the last column may be as long as it likes. */
export function table(rows: readonly (readonly string[])[], indent = ""): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  return rows
    .map((row) =>
      `${indent}${row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join("  ")}`.trimEnd(),
    )
    .join("\n");
}

/** "1 draft", "3 drafts". */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

/** A name of the store as a person says it: "awaiting decision", "thank-you". */
export const spokenState = (name: string): string => name.replaceAll("_", " ");
export const spokenKind = (name: string): string => name.replaceAll("_", "-");
