/** One method's result as a receiving server wrote it (RFC 8601 section 2.2). Names are lower case. */
export type MethodResult = {
  readonly method: string;
  readonly result: string;
  readonly properties: Readonly<Record<string, string>>;
};

/**
 * Reads the value of an Authentication-Results field. Null when it does not follow the grammar to the last sign:
 * parts of it (addresses, reasons) come from the sender, so a quote or comment left open proves nothing (SAFETY R30).
 */
export function readAuthenticationResults(
  value: string,
): { authservId: string; results: MethodResult[] } | null {
  const tokens = tokensOf(value);
  if (tokens === null) return null;
  const [head, ...parts] = split(tokens, ";");
  const [id, version, ...rest] = head ?? [];
  if (id === undefined || rest.length > 0 || (version !== undefined && version !== "1")) return null;
  const results: MethodResult[] = [];
  for (const part of parts.filter((tokens) => tokens.length > 0)) {
    if (part.length === 1 && part[0]?.toLowerCase() === "none") continue;
    const pairs = pairsOf(part);
    const [method, ...properties] = pairs ?? [];
    if (method === undefined) return null;
    results.push({
      method: method[0].replace(/\/.*$/, ""),
      result: method[1].toLowerCase(),
      properties: Object.fromEntries(properties),
    });
  }
  return { authservId: id.toLowerCase(), results };
}

const nameToken = /^(?:[=;]|[^\s=;()"\\]+)/;
/** A value may hold "=" ("header.b=ab=", "bounce+greg=abc.example@…") and a quoted local part. */
const valueToken = /^(?:"(?:[^"\\]|\\.)*"(?:@[^\s=;()"\\]+)?|[^\s=;()"\\][^\s;()"\\]*)/;

/** Words, "=" and ";" in order; comments dropped, quoted strings as one word. Null when a comment or quote does not end. */
function tokensOf(value: string): string[] | null {
  const tokens: string[] = [];
  let rest = value;
  while (rest !== "") {
    const comment = rest.startsWith("(") ? endOfComment(rest) : 0;
    if (comment === null) return null;
    const space = comment > 0 ? comment : (/^[ \t]+/.exec(rest)?.[0].length ?? 0);
    if (space > 0) {
      rest = rest.slice(space);
      continue;
    }
    const token = (tokens.at(-1) === "=" ? valueToken : nameToken).exec(rest)?.[0];
    if (token === undefined) return null;
    tokens.push(token);
    rest = rest.slice(token.length);
  }
  return tokens;
}

/** Comments nest and may hold quoted pairs (RFC 5322 section 3.2.2). */
function endOfComment(text: string): number | null {
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i];
    if (sign === "\\") i += 1;
    else if (sign === "(") depth += 1;
    else if (sign === ")") {
      depth -= 1;
      if (depth === 0) return i + 1;
    }
  }
  return null;
}

function split(tokens: readonly string[], at: string): string[][] {
  const parts: string[][] = [[]];
  for (const token of tokens) {
    if (token === at) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** `name = value` pairs; a quoted value gives up its quotes, a quoted local part keeps them. */
function pairsOf(tokens: readonly string[]): [string, string][] | null {
  const pairs: [string, string][] = [];
  let i = 0;
  while (i < tokens.length) {
    const [name, equals, value] = tokens.slice(i, i + 3);
    if (
      name === undefined ||
      !/^[a-z0-9._/-]+$/i.test(name) ||
      equals !== "=" ||
      value === undefined ||
      value === "="
    )
      return null;
    i += 3;
    pairs.push([
      name.toLowerCase(),
      /^".*"$/.test(value) ? value.slice(1, -1).replace(/\\(.)/g, "$1") : value,
    ]);
  }
  return pairs;
}
