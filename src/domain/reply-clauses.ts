import type { Verb } from "./reply-table/shape.ts";
import type { ReplyToken } from "./reply-table/token.ts";
import { TokenReader } from "./reply-token-reader.ts";

/** One thing said about some items. `all` is every draft, without those in `items`; `both` only where there are two drafts. */
export type Clause = {
  readonly all: boolean;
  readonly both: boolean;
  readonly items: readonly number[];
  readonly verb: Verb;
  readonly until: string;
};

/** Gives what the tokens of a line say where each of them has its place; null where a single one has none. */
export function clausesIn(all: readonly ReplyToken[]): readonly Clause[] | null {
  const tokens = all.filter((token, at) => !repeats(token, all[at - 1]));
  const read = numbersFirst(tokens) ?? verbsFirst(tokens);
  const maybeAnd = (token: ReplyToken, at: number): boolean =>
    token.type === "verb" && token.and && tokens[at + 1]?.type === "number";
  if (!tokens.some(maybeAnd)) return read;
  // "1 y 2 skip": "y" is yes in English and "and" in Spanish. What both come to is meant.
  const joined = tokens.map((token, at): ReplyToken => (maybeAnd(token, at) ? { type: "sign" } : token));
  const other = numbersFirst(joined) ?? verbsFirst(joined);
  if (read === null || other === null) return read ?? other;
  return sameAs(read) === sameAs(other) ? read : null;
}

/** "1 ok 👍" says one thing twice. */
const repeats = (token: ReplyToken, before: ReplyToken | undefined): boolean =>
  token.type === "verb" && !token.and && before?.type === "verb" && before.verb === token.verb;

/** Every number with what is said of it, in their order. */
const sameAs = (clauses: readonly Clause[]): string =>
  clauses
    .flatMap(({ all, items, verb, until }) =>
      all ? [`all but ${items} ${verb} ${until}`] : items.map((item) => `${item} ${verb} ${until}`),
    )
    .toSorted()
    .join("; ");

/** "1, 3 ok", "2-4 skip", "all ok except 2", "all except 2", "3 later friday", "1 is fine", several of them in a line. */
function numbersFirst(tokens: readonly ReplyToken[]): Clause[] | null {
  const reader = new TokenReader(tokens);
  const clauses: Clause[] = [];
  for (reader.signs(); !reader.done(); reader.signs()) {
    const all = reader.take("all");
    const before = all ? reader.exception() : reader.numbers();
    if (before === null) return null;
    reader.signs();
    const linked = reader.link("is");
    const said = reader.take("verb")?.verb;
    // "4 is ok" praises like "4 looks good": whether that is a yes to a question is not clear.
    const isPraise = said === "good" || (linked && said === "yes");
    const verb = isPraise ? "good" : linked ? null : (said ?? (all && before.length > 0 ? "yes" : null));
    // Who says that everything is fine may speak of their life.
    if (verb === null || (all && verb === "good")) return null;
    const until = verb === "later" ? (reader.take("time")?.words ?? "") : "";
    if (verb === "why") reader.take("question");
    const after = all && before.length === 0 ? reader.exception() : [];
    if (after === null) return null;
    // "all except 2 skip": is it 2 that is skipped, or all the others?
    if (all && before.length > 0 && verb !== "yes") return null;
    const items = [...before, ...after];
    if (all?.both && items.length > 0) return null;
    clauses.push({ all: all !== null, both: all?.both === true, items, verb, until });
  }
  return clauses;
}

/** "ok 1, 3", "ok for 1", "skip 2", "later 3 friday", "approve all", "yes to all", "why 3?". */
function verbsFirst(tokens: readonly ReplyToken[]): Clause[] | null {
  const reader = new TokenReader(tokens);
  const clauses: Clause[] = [];
  for (reader.signs(); !reader.done(); reader.signs()) {
    const said = reader.take("verb");
    // "si 1": a Spanish yes without its accent, or a French "if".
    if (said === null || (said.verb === "yes" && said.brakes)) return null;
    const { verb } = said;
    reader.signs();
    const all = reader.all();
    const items = all ? reader.exception() : reader.numbers(said.sends);
    if (items === null || (all && (verb === "good" || (all.both && items.length > 0)))) return null;
    const until = verb === "later" ? (reader.take("time")?.words ?? "") : "";
    if (verb === "why") reader.take("question");
    clauses.push({ all: all !== null, both: all?.both === true, items, verb, until });
  }
  return clauses;
}
