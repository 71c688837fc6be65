import { plainWords } from "./plain-words.ts";
import { attributionAt, isDivider, isHeaderLine, isLotusHead } from "./quote-heads.ts";
import { letterParts } from "./reply-text.ts";

const marks = /^[ \t]*(?:[>|][ \t]?)+/;
/** What mail programs write behind words that are a link, and addresses of any kind. */
const addresses =
  /[<[(]?(?:(?:mailto|https?|tel):[^\s<>[\]()]{1,600}|[^\s<>@[\]()]{1,64}@[^\s<>@[\]()]{1,200})[>\])]?/g;

/**
 * Gives the words that a mail quotes, without quote marks: what its writer wrote now is left out, with their signature, and so is what their mail
 * program puts above a quote, and addresses.
 * @param text the whole decoded text of that mail
 */
export function quotedWords(text: string): string {
  const { newest, signature } = letterParts(text);
  const own = new Set(`${newest}\n${signature}`.split("\n").map((line) => line.trim()));
  const lines = plainWords(text).split("\n");
  const bare = lines.map((line) => line.replace(marks, ""));
  const quoted: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = bare[at] ?? "";
    const isOwn = line === lines[at] && own.has(line.trim());
    const above = isOwn ? null : attributionAt(bare, at);
    if (above !== null) at += above.lines - 1;
    else if (!isOwn && !isHeaderLine(line) && !isDivider(line) && !isLotusHead(line)) quoted.push(line);
  }
  return quoted.join("\n").replaceAll(addresses, " ");
}
