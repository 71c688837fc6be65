/** A line of a text as its writer made it, however long. `depth`: how many times it is quoted. */
export type TextLine = { readonly depth: number; readonly text: string };

/** Columns after which a line is broken (RFC 3676 section 4.2). */
const width = 72;
/** However deep a quote is nested, so many columns are left for its words. */
const narrowest = 32;
const signatureMark = "-- ";

/**
 * Writes lines as `format=flowed` without DelSp (RFC 3676): broken behind a space where they are long, so that a mail program that knows the format
 * joins exactly these lines again and any other shows lines of 72 columns. Lines that begin with a space, ">" or "From " are stuffed with a space
 * (4.4), the signature's mark "-- " stays (4.3). Spaces at the end of any other line are taken away, because they would join it with the next.
 */
export const flowed = (lines: readonly TextLine[]): string =>
  lines.flatMap(({ depth, text }) => pieces(text, depth).map((piece) => marked(piece, depth))).join("\n");

function marked(piece: string, depth: number): string {
  if (depth > 0) return piece === "" ? ">".repeat(depth) : `${">".repeat(depth)} ${piece}`;
  return /^(?:[ >]|From )/.test(piece) ? ` ${piece}` : piece;
}

function pieces(text: string, depth: number): readonly string[] {
  if (text === signatureMark) return [text];
  const columns = Math.max(narrowest, width - (depth === 0 ? 0 : depth + 1));
  const found: string[] = [];
  let piece = "";
  for (const word of text.replace(/ +$/, "").match(/[^ ]+ *| +/g) ?? []) {
    // "-- " at the end of a line would be the signature's mark, and nothing is joined to that.
    if (piece !== "" && piece !== signatureMark && (piece + word).trimEnd().length > columns) {
      found.push(piece);
      piece = "";
    }
    piece += word;
  }
  return [...found, piece];
}
