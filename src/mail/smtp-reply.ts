/**
 * Gives the code of a server's reply, 200 to 599, from its words as they came, or 0 where there is none to go by: no
 * three digits, or lines that contradict each other, which one reply's must not (RFC 5321 section 4.2.1, SAFETY R3).
 */
export function replyCode(words: string): number {
  const [code, ...others] = new Set(words.split(/\r?\n/).map((line) => /^[2-5]\d\d(?!\d)/.exec(line)?.[0]));
  return code === undefined || others.length > 0 ? 0 : Number(code);
}

/** Takes the mail upon itself (RFC 5321 section 4.2.1: 2yz). */
export const isYes = (words: string): boolean => replyCode(words) >= 200 && replyCode(words) < 300;

/** The go-ahead for the body. Another number is no go-ahead, though the library takes it for one: the replies are out of step then (RFC 5321 section 4.3.2). */
export const isGoAhead = (words: string): boolean => replyCode(words) === 354;

/** The server's words in an error of the library; empty where no reply came. */
export const wordsOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "response" in error && typeof error.response === "string"
    ? error.response
    : "";
