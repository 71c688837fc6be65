import { dayAt, mayBeginDay } from "./reply-table/days.ts";
import { compared, type Lexeme, lexemesIn } from "./reply-table/lexemes.ts";
import { type Meaning, meaningOf, meaningsAt } from "./reply-table/roles.ts";
import { verbs } from "./reply-table/shape.ts";
import { unaccented } from "./reply-table/spelling.ts";
import { articlesAsNumbers, type ReplyToken, tokenOfLexeme, tokenOfMeaning } from "./reply-table/token.ts";

/** Gives the tokens of one line, in any of the languages; words of courtesy mean nothing and are left out. Takes time in proportion to its length. */
export function replyTokens(line: string): ReplyToken[] {
  const plain = compared(line);
  const bare = unaccented(plain);
  const lexemes = lexemesIn(plain).flatMap(parted);
  const texts = lexemes.map(({ text }) => text);
  const tokens: ReplyToken[] = [];
  for (let at = 0; at < lexemes.length; ) {
    const here = lexemes[at];
    if (here === undefined) break;
    const meaning = meaningsAt(texts, at).find((one) => counts(one, texts, at)) ?? null;
    const further = meaning?.texts.length ?? 1;
    const end = endOf(lexemes[at + further - 1]);
    const day = mayBeginDay(here.text) ? dayAt(bare, here.at, isLater(tokens.at(-1))) : null;
    if (day !== null && day.end >= end) {
      tokens.push({ type: "time", words: plain.slice(day.from, day.end) });
      while ((lexemes[at]?.at ?? plain.length) < day.end) at += 1;
    } else {
      const excepts = isNumberAt(texts, at + further);
      const token = meaning === null ? tokenOfLexeme(here) : tokenOfMeaning(meaning, excepts);
      if (token !== null) tokens.push(token);
      at += further;
    }
  }
  return articlesAsNumbers(tokens);
}

const endOf = (one: Lexeme | undefined): number => (one === undefined ? 0 : one.at + one.text.length);
const isLater = (token: ReplyToken | undefined): boolean => token?.type === "verb" && token.verb === "later";

/** "1ok" and "ok1" are two words; "2nd" and "3pm" are none of ours. */
function parted(one: Lexeme): Lexeme[] {
  const [, front = "", back = ""] =
    /^(\d{1,3})(\p{L}{2,})$/u.exec(one.text) ?? /^(\p{L}{2,})(\d{1,3})$/u.exec(one.text) ?? [];
  const roles = meaningOf(/\d/.test(front) ? back : front)?.roles;
  if (one.type !== "word" || !verbs.some((verb) => roles?.has(verb))) return [one];
  const as = (text: string, at: number): Lexeme => ({ type: /\d/.test(text) ? "number" : "word", text, at });
  return [as(front, one.at), as(back, one.at + front.length)];
}

/** "but" and "menos" except something only in front of a number; some of them hold back elsewhere. */
const counts = ({ roles, texts: own }: Meaning, texts: readonly string[], at: number): boolean =>
  !roles.has("except") || roles.size > 1 || isNumberAt(texts, at + own.length);

function isNumberAt(texts: readonly string[], at: number): boolean {
  const isNumber = (text = ""): boolean =>
    /^#?\d/.test(text) || meaningOf(text)?.roles.has("number") === true;
  return (
    isNumber(texts[at]) ||
    (meaningOf(texts[at] ?? "")?.roles.has("before") === true && isNumber(texts[at + 1]))
  );
}
