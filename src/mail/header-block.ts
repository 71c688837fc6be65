/** One header field, unfolded (RFC 5322 section 2.2.3); `name` is lower case, `value` undecoded. */
export type HeaderField = { readonly name: string; readonly value: string };

/** Headers beyond this many bytes are not read: no honest mail has them. */
const longestBlock = 256 * 1024;

/** Gives the fields of the top header block in their order, so that the first of a name is the topmost. Lines that are no field are left out. */
export function headerFields(source: Buffer): HeaderField[] {
  const block = source.subarray(0, longestBlock).toString("utf8");
  const end = block.search(/\r?\n\r?\n/);
  const lines = (end < 0 ? block : block.slice(0, end)).replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  return lines.flatMap((line) => {
    const field = /^([\x21-\x39\x3b-\x7e]+)[ \t]*:(.*)$/.exec(line);
    return field === null ? [] : [{ name: (field[1] ?? "").toLowerCase(), value: (field[2] ?? "").trim() }];
  });
}

/** False where the block is longer than what is read of it: then fields stand behind that nobody here has seen. */
export const headersEnd = (source: Buffer): boolean =>
  /\r?\n\r?\n/.test(source.subarray(0, longestBlock).toString("latin1"));

export const valuesOf = (fields: readonly HeaderField[], name: string): string[] =>
  fields.filter((field) => field.name === name).map((field) => field.value);

/**
 * Message-IDs of a field without angle brackets (RFC 5322 section 3.6.4); at most 200, a longer chain is no conversation. No honest one has
 * control characters or is longer, and an index of PostgreSQL takes 2,700 bytes.
 */
export const messageIdsIn = (value: string | undefined): string[] =>
  [...(value ?? "").matchAll(/<\s*([^<>\s\p{Cc}]{1,600})\s*>/gu)].map((id) => id[1] ?? "").slice(-200);
