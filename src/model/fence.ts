import { cleanText } from "../domain/plain-text.ts";

const mark = "~~~~~~~~";

/** Text of others as data in a prompt: between marks that it cannot close, cut to `longest` characters, without characters that hide (SAFETY R45); a character that the cut halves is none. */
export function fenced(text: string, longest: number): string {
  const clean = cleanText(text).replaceAll(/~{3,}/g, "~~").slice(0, longest).toWellFormed();
  return clean.includes("\n") ? `${mark}\n${clean}\n${mark}` : `${mark} ${clean} ${mark}`;
}
