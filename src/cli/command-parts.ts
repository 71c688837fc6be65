import { InvalidArgumentError, Option } from "commander";

/** Pieces of which the commands are made. */

export const json = (description = "Print JSON."): Option => new Option("--json", description);

export const example = (words: string): string => `\nExample:\n  afterword ${words}`;

export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new InvalidArgumentError('It must be a number of "afterword candidacies", such as 3.');
  return Number(text);
}
