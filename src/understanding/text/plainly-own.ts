import { isDivider, opensHeaderBlock } from "./quote-heads.ts";

/**
 * Gives what stands above everything that is certainly a quote: marked lines, a divider, a quoted mail's head. Beside `newestText`, which also
 * takes out what only looks like one, it tells whether something in the middle of a letter was taken out.
 */
export function plainlyOwn(text: string): string {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex(
    (line, at) => /^\s*>/.test(line) || isDivider(line) || opensHeaderBlock(lines, at),
  );
  return (end === -1 ? lines : lines.slice(0, end)).join("\n");
}
