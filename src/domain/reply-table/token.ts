import type { Lexeme } from "./lexemes.ts";
import type { Meaning } from "./roles.ts";
import { type Verb, verbs } from "./shape.ts";

export type ReplyToken =
  | { readonly type: "number"; readonly n: number }
  /** `both`: only where there are two. */
  | { readonly type: "all"; readonly both: boolean }
  | { readonly type: "except" }
  /** `brakes`: in another language it holds back; `and`: it may be an "and"; `sends`: it speaks of sending. */
  | {
      readonly type: "verb";
      readonly verb: Verb;
      readonly brakes: boolean;
      readonly and: boolean;
      readonly sends: boolean;
    }
  /** Words of time, which have a meaning only beside `later`. */
  | { readonly type: "time"; readonly words: string }
  | { readonly type: "dash" }
  | { readonly type: "sign" }
  | { readonly type: "question" }
  /** A word that stands between others: "1 to 3", "ok for 1", "1 is ok". `towards`: it may stand before a recipient. */
  | {
      readonly type: "link";
      readonly to: boolean;
      readonly towards: boolean;
      readonly before: boolean;
      readonly is: boolean;
      readonly brakes: boolean;
    }
  /** A word that speaks of stopping, changing or doubting. */
  | { readonly type: "brake" }
  /**
   * `letter`: an "I" or "l" that a keyboard may have made of 1; `article`: one, where other numbers stand beside it; `mark`: no word at all, such as a
   * sad smile or three dots.
   */
  | { readonly type: "word"; readonly letter: boolean; readonly article: boolean; readonly mark: boolean };

const word = { type: "word", letter: false, article: false, mark: false } as const;

/** Gives the token of a word of the table; null for courtesy. `excepts`: a number stands behind it. */
export function tokenOfMeaning({ roles, n }: Meaning, excepts: boolean): ReplyToken | null {
  const verb = verbs.find((one) => roles.has(one));
  const brakes = roles.has("brake");
  if (roles.has("prose")) return word;
  if (verb !== undefined)
    return { type: "verb", verb, brakes, and: roles.has("and"), sends: roles.has("sends") };
  if (roles.has("both") || roles.has("all")) return { type: "all", both: roles.has("both") };
  if (roles.has("except") && excepts) return { type: "except" };
  if (roles.has("number")) return { type: "number", n };
  if (roles.has("and")) return { type: "sign" };
  if (roles.has("to") || roles.has("before") || roles.has("is"))
    return {
      type: "link",
      to: roles.has("to"),
      towards: roles.has("towards"),
      before: roles.has("before"),
      is: roles.has("is"),
      brakes,
    };
  if (brakes) return { type: "brake" };
  if (roles.has("courtesy")) return null;
  return roles.has("article") ? { ...word, article: true } : word;
}

/** Gives the token of what is no word of the table. */
export function tokenOfLexeme({ type, text }: Lexeme): ReplyToken {
  if (type === "number") return { type, n: Number(/\d+/.exec(text)?.[0]) };
  if (type === "dash" || type === "sign" || type === "question") return { type };
  return { ...word, letter: /^[il|]$/.test(text), mark: type === "other" };
}

/** "un et trois": an article is a number where a sign or a "to" ties it to one. */
export function articlesAsNumbers(tokens: readonly ReplyToken[]): ReplyToken[] {
  const ties = (token: ReplyToken | undefined): boolean =>
    token?.type === "sign" || token?.type === "dash" || (token?.type === "link" && token.to);
  const isTied = (at: number, step: number): boolean =>
    ties(tokens[at + step]) && tokens[at + 2 * step]?.type === "number";
  return tokens.map((token, at) =>
    token.type === "word" && token.article && (isTied(at, 1) || isTied(at, -1))
      ? { type: "number", n: 1 }
      : token,
  );
}
