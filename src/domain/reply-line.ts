import type { Repair, Wish } from "./approval.ts";
import { type Clause, clausesIn } from "./reply-clauses.ts";
import { readRepairs } from "./reply-repair.ts";
import type { Verb } from "./reply-table/shape.ts";
import type { ReplyToken } from "./reply-table/token.ts";
import { replyTokens } from "./reply-words.ts";

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
      /** It speaks of stopping: "cancel 1". */
      readonly stops?: boolean;
      readonly hint?: string;
    }
  /** `brake`: it speaks of waiting, changing or stopping. `answers`: it is short and sounds like an answer, though nobody can say which. */
  | {
      readonly type: "prose";
      readonly brake: boolean;
      readonly answers: boolean;
      /** It is nearly nothing but such a word: "hold it", "please wait". */
      readonly stops: boolean;
    }
  | { readonly type: "nothing" };

const longestCommand = 160;
/** Whatever stands in a line as long as two pages, it may hold back. */
const longestLine = 6_000;

/** Reads one line as a whole: a single word that does not fit makes all of it a doubt, or prose where it does not look like an answer (SAFETY R33). */
export function readLine(line: string): LineReading {
  if (line.length > longestLine) return { type: "prose", brake: true, answers: false, stops: false };
  const repairs = line.length > longestCommand ? null : readRepairs(line);
  if (repairs?.type === "doubt") {
    // "1 is ok" approves, though "1 is good news" is not known.
    const said = readVerbs(line);
    return said.type === "clauses" ? said : { ...repairs, all: false };
  }
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
  const letter = letterForOne(said);
  if (letter !== null) return letter;
  const clauses = line.length > longestCommand ? null : clausesIn(tokens);
  if (clauses !== null) return { type: "clauses", clauses, repairs: [] };
  const brakes = said.some((token) => token.type === "brake");
  if (!looksMeant(said)) {
    const stops =
      brakes && (said.length <= longestStop || said.some((one) => one.type === "verb" && one.sends));
    return { type: "prose", brake: holdsBack(tokens), answers: soundsLikeAnswer(said), stops };
  }
  // "Not before 3": such a number is no line's, so it may be about any.
  const isAboutAny = said[0]?.type !== "number" && brakes;
  return {
    type: "doubt",
    stops: brakes,
    items: isAboutAny ? [] : numbersIn(said),
    all: said.some((token) => token.type === "all"),
  };
}

/** Words of a sentence that says little more than "hold it". */
const longestStop = 3;
const longestAnswer = 12;

/** "Yes but make it shorter", "perfect, send it", "please do 1 and 2". */
function soundsLikeAnswer(said: readonly ReplyToken[]): boolean {
  if (said.length > longestAnswer) return false;
  const [first] = said;
  const numbers = said.filter(({ type }) => type === "number").length;
  const agrees = (token: ReplyToken | undefined): boolean => token?.type === "verb" && token.verb === "yes";
  return (
    (agrees(first) && said.some(leavesOpen)) ||
    said.some((token) => token.type === "verb" && (token.sends || token.verb === "skip")) ||
    numbers * 2 > said.length
  );
}

/** "Yes but …", "ok :(": what makes an agreement less than one. */
const leavesOpen = (token: ReplyToken): boolean =>
  token.type === "brake" || token.type === "except" || (token.type === "word" && token.mark);

/** A "no" begins what holds back ("No, wait"); in the middle of a sentence it may be about anything. */
function holdsBack(tokens: readonly ReplyToken[]): boolean {
  const sends = tokens.some((token) => token.type === "verb" && token.sends);
  return tokens.some((token, at) => {
    // "But 1 needs more work": what excepts something in an answer holds back in a sentence.
    if (token.type === "brake" || token.type === "except" || (token.type === "link" && token.brakes))
      return true;
    if (token.type === "time") return sends;
    if (token.type !== "verb") return false;
    const begins = at === 0 || tokens[at - 1]?.type === "sign";
    return token.brakes || token.verb === "skip" || token.verb === "undo" || (token.verb === "no" && begins);
  });
}

function bareVerb(said: readonly ReplyToken[]): LineReading | null {
  const [first, second, ...more] = said;
  if (first?.type !== "verb" || more.length > 0) return null;
  const isAsking = first.verb === "why" && second?.type === "question";
  if (second === undefined || isAsking || (second.type === "verb" && second.verb === first.verb))
    return { type: "bare", verb: first.verb, until: "" };
  return second.type === "time" && first.verb === "later"
    ? { type: "bare", verb: "later", until: second.words }
    : null;
}

/** "I ok", "l ok": a keyboard may have made a letter of the 1, or a person speaks of themselves. */
function letterForOne(said: readonly ReplyToken[]): LineReading | null {
  const [first, second, ...more] = said;
  return first?.type === "word" && first.letter && second?.type === "verb" && more.length === 0
    ? { type: "doubt", items: [1], all: false, hint: "If you mean the number 1, write it as a figure." }
    : null;
}

/** An answer begins like one, or is made mostly of its words; a number or an "ok" inside a sentence is prose (POLICY 7.2). */
function looksMeant(said: readonly ReplyToken[]): boolean {
  const first = said[0]?.type;
  const isProse = ({ type }: ReplyToken): boolean =>
    type === "word" || type === "link" || type === "question";
  const prose = said.filter(isProse).length;
  const spoken = said.some((token) => token.type === "verb" || token.type === "brake");
  const numbered = said.some((token) => token.type === "number" || token.type === "all");
  if (!numbered) return prose === 0 && spoken;
  if (!spoken) return prose === 0;
  return first === "number" || first === "all" || first === "verb" || prose * 2 <= said.length;
}

const numbersIn = (said: readonly ReplyToken[]): number[] =>
  said.flatMap((token) => (token.type === "number" ? [token.n] : []));
