import { plainly } from "./spelling.ts";

export type Lexeme = {
  readonly type: "number" | "word" | "dash" | "sign" | "question" | "other";
  readonly text: string;
  /** Where it begins in the line as it is compared. */
  readonly at: number;
};

/**
 * Blanks, quotation marks, emphasis, skin tones and smiles mean nothing; a sad smile and the dots of a sentence that is not at its end do. A number is
 * no part of a time, a date, a price or a longer number. A thumb is a word.
 */
const lexeme = new RegExp(
  [
    String.raw`(?<nothing>[\s"“”„«»*_🙂😊😀😃😄😁🙏🎉]+|\p{M}+|[\u{1f3fb}-\u{1f3ff}\u200b-\u200d\ufeff])`,
    String.raw`(?<number>#?\d{1,3}(?![\d\p{L}%°€$£]|[.:\/,]\d*[.:\/]|[.:\/]\d)[.):]?)`,
    String.raw`(?<other>\.{2,}|[:;=]['’]?-?[(\[\/\\|](?!\p{L}))`,
    String.raw`(?<word>👍|👎|👌|✅|✔|☑|🆗|❌|[\p{L}\p{N}'][\p{L}\p{N}']*)`,
    "(?<dash>[-–—]+)",
    "(?<sign>[,;.!:&()])",
    String.raw`(?<question>\?)`,
    ".",
  ].join("|"),
  "suy",
);

/** Gives a line as it is compared: "o.k." is "ok", "Nr. 1", "n° 1" and, at its head, "No. 1" are "#1". */
export const compared = (line: string): string =>
  plainly(line)
    .replace(/(?<![\p{L}\d.])o\.k\b\.?/gu, "ok")
    .replace(/(?<![\p{L}\d])(?:nr\.?|n[°º]\.?|n[uú]m\.|#) ?(?=\d)/gu, "#")
    .replace(/^[\s"“”„«»*_]*no\. ?(?=\d)/u, "#");

/** Gives the words, numbers and signs of a line that was made ready by `compared`. */
export function lexemesIn(line: string): Lexeme[] {
  const found: Lexeme[] = [];
  lexeme.lastIndex = 0;
  while (lexeme.lastIndex < line.length) {
    const at = lexeme.lastIndex;
    const { 0: text, groups = {} } = lexeme.exec(line) ?? { 0: "" };
    if (text === "") break;
    if (groups.nothing !== undefined) continue;
    const type = (["number", "word", "dash", "sign", "question"] as const).find(
      (one) => groups[one] !== undefined,
    );
    found.push({ type: type ?? "other", text, at });
  }
  return found;
}
