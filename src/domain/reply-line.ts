import type { Repair, Wish } from "./approval.ts";
import { readRepairs } from "./reply-repair.ts";
import { type ReplyToken, replyTokens, type Verb } from "./reply-words.ts";

/** One thing said about some items. `all` is every draft, without those in `items`. */
export type Clause = {
  readonly all: boolean;
  readonly items: readonly number[];
  readonly verb: Verb;
  readonly until: string;
};

export type LineReading =
  | {
      readonly type: "clauses";
      readonly clauses: readonly Clause[];
      readonly repairs: readonly (Repair | Wish)[];
    }
  /** A verb and nothing else: "ok", "later friday". */
  | { readonly type: "bare"; readonly verb: Verb; readonly until: string }
  /** Meant as an answer, but not to be understood without guessing; no items named: it may be about any. */
  | {
      readonly type: "doubt";
      readonly items: readonly number[];
      readonly all: boolean;
      readonly hint?: string;
    }
  /** `brake`: it speaks of waiting, changing or stopping. */
  | { readonly type: "prose"; readonly brake: boolean }
  | { readonly type: "nothing" };

const longestCommand = 160;

/** Reads one line as a whole: a single word that does not fit makes all of it a doubt, or prose where it does not look like an answer (SAFETY R33). */
export function readLine(line: string): LineReading {
  const repairs = line.length > longestCommand ? null : readRepairs(line);
  if (repairs?.type === "doubt") return { ...repairs, all: false };
  if (repairs?.type !== "repairs") return readVerbs(line);
  const rest = readVerbs(repairs.rest);
  if (rest.type === "clauses") return { ...rest, repairs: repairs.repairs };
  return rest.type === "nothing"
    ? { type: "clauses", clauses: [], repairs: repairs.repairs }
    : { type: "doubt", items: repairs.repairs.map((repair) => repair.item), all: false };
}

function readVerbs(line: string): LineReading {
  const tokens = replyTokens(line);
  const said = tokens.filter((token) => token.type !== "sign" && token.type !== "dash");
  if (said.length === 0) return { type: "nothing" };
  const bare = bareVerb(said);
  if (bare !== null) return bare;
  const clauses = line.length > longestCommand ? null : (numbersFirst(tokens) ?? verbsFirst(tokens));
  if (clauses !== null) return { type: "clauses", clauses, repairs: [] };
  return looksMeant(said)
    ? { type: "doubt", items: numbersIn(said), all: said.some((token) => token.type === "all") }
    : { type: "prose", brake: said.some(holdsBack) };
}

const holdsBack = (token: ReplyToken): boolean =>
  token.type === "brake" || (token.type === "verb" && (token.verb === "skip" || token.verb === "undo"));

function bareVerb(said: readonly ReplyToken[]): LineReading | null {
  const [first, second, ...more] = said;
  if (first?.type !== "verb" || more.length > 0) return null;
  if (second === undefined || (second.type === "verb" && second.verb === first.verb))
    return { type: "bare", verb: first.verb, until: "" };
  return second.type === "time" && first.verb === "later"
    ? { type: "bare", verb: "later", until: second.words }
    : null;
}

/** "1, 3 ok", "2-4 skip", "all ok except 2", "all except 2", "3 later friday", several of them in a line. */
function numbersFirst(tokens: readonly ReplyToken[]): Clause[] | null {
  const reader = new Reader(tokens);
  const clauses: Clause[] = [];
  for (reader.signs(); !reader.done(); reader.signs()) {
    const all = reader.take("all") !== null;
    const before = all ? reader.exception() : reader.numbers();
    if (before === null) return null;
    reader.signs();
    const verb = reader.take("verb")?.verb ?? (all && before.length > 0 ? "yes" : null);
    if (verb === null) return null;
    const until = verb === "later" ? (reader.take("time")?.words ?? "") : "";
    const after = all && before.length === 0 ? reader.exception() : [];
    if (after === null) return null;
    // "all except 2 skip": is it 2 that is skipped, or all the others?
    if (all && before.length > 0 && verb !== "yes") return null;
    clauses.push({ all, items: [...before, ...after], verb, until });
  }
  return clauses;
}

/** "ok 1, 3", "skip 2", "later 3 friday", "approve all". */
function verbsFirst(tokens: readonly ReplyToken[]): Clause[] | null {
  const reader = new Reader(tokens);
  const clauses: Clause[] = [];
  for (reader.signs(); !reader.done(); reader.signs()) {
    const verb = reader.take("verb")?.verb;
    if (verb === undefined) return null;
    reader.signs();
    const all = reader.take("all") !== null;
    const items = all ? reader.exception() : reader.numbers();
    if (items === null) return null;
    const until = verb === "later" ? (reader.take("time")?.words ?? "") : "";
    clauses.push({ all, items, verb, until });
  }
  return clauses;
}

class Reader {
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

  signs(): void {
    while (this.take("sign") !== null || this.take("dash") !== null);
  }

  /** "except 2 and 3": empty where nothing is excepted, null where the numbers are missing. */
  exception(): number[] | null {
    return this.take("except") === null ? [] : this.numbers();
  }

  /** "1", "1, 3", "1 and 3", "1-3", "1 2". Null where there is none, or a range runs backwards. */
  numbers(): number[] | null {
    const found: number[] = [];
    for (;;) {
      const start = this.#at;
      while (found.length > 0 && this.take("sign") !== null);
      const first = this.take("number")?.n;
      if (first === undefined) {
        this.#at = start;
        return found.length > 0 ? found : null;
      }
      const dash = this.#at;
      const last = this.take("dash") === null ? first : this.take("number")?.n;
      if (last === undefined) this.#at = dash;
      if (last !== undefined && (last < first || last - first > 50)) return null;
      for (let n = first; n <= (last ?? first); n += 1) found.push(n);
    }
  }
}

const isType = <T extends ReplyToken["type"]>(
  token: ReplyToken,
  type: T,
): token is Extract<ReplyToken, { type: T }> => token.type === type;

/** An answer begins like one, or is made mostly of its words; a number or an "ok" inside a sentence is prose (POLICY 7.2). */
function looksMeant(said: readonly ReplyToken[]): boolean {
  const first = said[0]?.type;
  const prose = said.filter((token) => token.type === "word").length;
  const spoken = said.some((token) => token.type === "verb" || token.type === "brake");
  const numbered = said.some((token) => token.type === "number" || token.type === "all");
  if (!numbered) return said.every((token) => token.type !== "word") && spoken;
  if (!spoken) return prose === 0;
  return first === "number" || first === "all" || first === "verb" || prose * 2 <= said.length;
}

function numbersIn(said: readonly ReplyToken[]): number[] {
  return said.flatMap((token) => (token.type === "number" ? [token.n] : []));
}
