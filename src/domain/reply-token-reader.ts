import type { ReplyToken } from "./reply-table/token.ts";

const longestRange = 50;

/** Reads the tokens of a line from left to right. */
export class TokenReader {
  readonly #tokens: readonly ReplyToken[];
  #at = 0;

  constructor(tokens: readonly ReplyToken[]) {
    this.#tokens = tokens;
  }

  done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  take<T extends ReplyToken["type"]>(type: T): Extract<ReplyToken, { type: T }> | null {
    const token = this.#tokens[this.#at];
    if (token === undefined || !isType(token, type)) return null;
    this.#at += 1;
    return token;
  }

  /** Takes a word that can stand there: "to" between numbers, "for" in front of one, "is" behind. "Para" at the beginning may be "stop". */
  link(as: "to" | "towards" | "before" | "is"): boolean {
    const token = this.#tokens[this.#at];
    const fits = token?.type === "link" && token[as] && (this.#at > 0 || !token.brakes);
    if (fits) this.#at += 1;
    return fits === true;
  }

  /** "all", "to all", "for both". */
  all(): Extract<ReplyToken, { type: "all" }> | null {
    const start = this.#at;
    if (!this.link("to")) this.link("before");
    const found = this.take("all");
    if (found === null) this.#at = start;
    return found;
  }

  signs(): void {
    while (this.take("sign") !== null || this.take("dash") !== null);
  }

  /** "except 2 and 3": empty where nothing is excepted, null where the numbers are missing. */
  exception(): number[] | null {
    return this.take("except") === null ? [] : this.numbers();
  }

  /**
   * "1", "1, 3", "1 and 3", "1-3", "1 to 3", "1 2", "for 1". Null where there is none, or a range runs backwards, or behind a word of sending may be no
   * range but a recipient: "send 1 to 2".
   */
  numbers(sends = false): number[] | null {
    const found: number[] = [];
    for (;;) {
      const start = this.#at;
      while (found.length > 0 && this.take("sign") !== null);
      // "1 de 3" is no list: only behind a sign, or at the beginning, such a word means nothing.
      if (found.length === 0 || this.#at > start) this.link("before");
      const first = this.take("number")?.n;
      if (first === undefined) {
        this.#at = start;
        return found.length > 0 ? found : null;
      }
      const tied = this.#at;
      if (sends && this.link("towards")) return null;
      const ranges = this.take("dash") !== null || this.link("to");
      const last = ranges ? this.take("number")?.n : first;
      if (last === undefined) this.#at = tied;
      if (last !== undefined && (last < first || last - first > longestRange)) return null;
      for (let n = first; n <= (last ?? first); n += 1) found.push(n);
    }
  }
}

const isType = <T extends ReplyToken["type"]>(
  token: ReplyToken,
  type: T,
): token is Extract<ReplyToken, { type: T }> => token.type === type;
