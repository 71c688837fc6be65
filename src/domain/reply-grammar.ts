import type { AnswerableItem, Decision, Reading } from "./approval.ts";
import { choices, decisions } from "./reply-choices.ts";
import { type Clause, type LineReading, readLine } from "./reply-line.ts";
import { rewordingsIn } from "./reply-rewording.ts";
import { goTogether, isWish, takesWishes } from "./reply-setting.ts";

/**
 * Reads a reply to a digest by a fixed grammar (SAFETY R33, POLICY 7.1 and 7.2). `newestText` is what the person wrote now, quotes and
 * signature removed; `items` are the numbered lines of that very digest. What is clear becomes a decision, what is meant but unclear a
 * doubt to ask back, the rest is prose. Words that hold back ("wait", "actually", "but …") anywhere in the reply turn every decision into a doubt.
 */
export function readReply(
  newestText: string,
  items: readonly AnswerableItem[],
  { rewordings, doubts: unsure, rest } = rewordingsIn(newestText, items),
): Reading {
  const own = ownLines(rest);
  const told = own.map((words) => occasionIn(words, items));
  const lines = own
    .filter((_words, at) => told[at] === null)
    .map((words) => ({ words, reading: readLine(words) }));
  const doubts: { words: string; question: string }[] = [];
  const said: { words: string; decision: Decision }[] = [
    ...told.flatMap((decision) => (decision === null ? [] : [{ words: decision.text, decision }])),
    ...rewordings,
  ];
  const hold = new Set<number>();
  const doubt = (words: string, question: string) => doubts.push({ words: words.slice(0, 160), question });

  for (const { item, words, question } of unsure) {
    doubt(words, question);
    hold.add(item);
  }
  for (const { words, reading } of lines) {
    if (reading.type === "doubt") {
      doubt(words, `I am not sure what this means, so I did nothing. ${reading.hint ?? ""}`.trim());
      const about = reading.all || reading.items.length === 0 ? items.map((one) => one.n) : reading.items;
      for (const item of about) hold.add(item);
    }
    for (const repair of reading.type === "clauses" ? reading.repairs : []) {
      const unknown = linesOf(repair).find((n) => !items.some((item) => item.n === n));
      const item = items.find((one) => one.n === repair.item);
      if (unknown !== undefined) doubt(words, noNumber(unknown));
      else if (item && isWish(repair) && !takesWishes(item))
        doubt(words, `Line ${item.n} is no candidacy. ${choices[item.type](item)}`);
      else said.push({ words, decision: repair });
    }
    for (const clause of clausesOf(reading, items, lines)) {
      if (clause === "unclear") {
        doubt(words, "Which number is meant?");
        if (reading.type === "bare" && reading.verb !== "yes") for (const item of items) hold.add(item.n);
      } else if (clause.all && clause.items.length === 0 && !items.some((item) => item.type === "draft"))
        doubt(words, "There is no draft to which this could apply.");
      else
        for (const n of targets(clause, items)) {
          const decision = decide(
            clause,
            items.find((item) => item.n === n),
            n,
          );
          if ("question" in decision) doubt(words, decision.question);
          else said.push({ words, decision });
        }
    }
  }
  const brake = lines.find(({ reading }) => reading.type === "prose" && reading.brake);
  if (brake !== undefined && said.length > 0) {
    doubt(brake.words, "This sounds as if something should wait or change, so I did nothing.");
    return { decisions: [], doubts };
  }
  return { decisions: agreed(said, hold, doubt), doubts };
}

/** "7: they opened a second bakery": free words behind the number of a question for an occasion, where they are no other answer. */
function occasionIn(
  line: string,
  items: readonly AnswerableItem[],
): Extract<Decision, { type: "tell" }> | null {
  const [, digits, text = ""] = /^#?(\d{1,3})\s*[:.)–-]\s*(\S.{7,})$/u.exec(line) ?? [];
  const item = items.find(({ n, asks }) => n === Number(digits) && asks === "occasion");
  // Words that hold back, or that answer something, are no occasion: they are read as what they are (POLICY 7.2).
  const reading = item && readLine(line).type !== "clauses" ? readLine(text) : null;
  if (item === undefined || reading?.type !== "prose" || reading.brake) return null;
  return { type: "tell", item: item.n, text: text.trim() };
}

/** Quoted lines are not the person's new words, should any have been left in. */
const ownLines = (text: string): string[] =>
  linesAbove(text)
    .map((line) => line.trim())
    .filter((line) => !/^$|^[>|]/.test(line));

/** Everything below a signature mark or a quoted mail's head is not the person's new words, should it have been left in. */
export function linesAbove(text: string): string[] {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) =>
    /^(?:-- ?|_{5,}|-{3,}.*(?:original|forwarded).*|(?:sent|get) (?:from|outlook) .*|on .{5,200} wrote:|from: .*)$/i.test(
      line.trim(),
    ),
  );
  return end < 0 ? lines : lines.slice(0, end);
}

type Line = { readonly words: string; readonly reading: LineReading };

/** A bare verb counts only where the digest had one thing to answer and the reply says nothing else (POLICY 7.1). */
function clausesOf(
  reading: LineReading,
  items: readonly AnswerableItem[],
  lines: readonly Line[],
): readonly (Clause | "unclear")[] {
  if (reading.type === "clauses") return reading.clauses;
  if (reading.type !== "bare") return [];
  // A line that is only told of asks nothing, so it leaves no doubt about what a bare word answers.
  const [only, ...more] = items.filter((item) => item.type !== "standing");
  if (only === undefined) return [];
  const alone = lines.every(
    (line) => line.reading === reading || line.reading.type === "nothing" || isName(line.words),
  );
  return more.length === 0 && alone
    ? [{ all: false, items: [only.n], verb: reading.verb, until: reading.until }]
    : ["unclear"];
}

const isName = (line: string): boolean => /^\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*){0,2}$/u.test(line);

/** `all` means every draft shown, never a question (POLICY 7.1). An excepted number that does not exist is a doubt about the whole. */
function targets(clause: Clause, items: readonly AnswerableItem[]): readonly number[] {
  if (!clause.all) return [...new Set(clause.items)];
  const unknown = clause.items.filter((n) => !items.some((item) => item.n === n));
  if (unknown.length > 0) return unknown;
  return items
    .filter((item) => item.type === "draft" && !clause.items.includes(item.n))
    .map((item) => item.n);
}

function decide(
  clause: Clause,
  item: AnswerableItem | undefined,
  n: number,
): Decision | { question: string } {
  if (item === undefined) return { question: noNumber(n) };
  const { verb, until } = clause;
  if (verb === "undo" || verb === "reopen" || verb === "close") return { type: verb, item: n };
  const decision = decisions[item.type](verb, item, until);
  return decision ?? { question: choices[item.type](item) };
}

const noNumber = (n: number): string => `That digest had no number ${n}.`;

/** The lines that a decision is about: its own, and the one that a mail or a candidacy goes to. */
const linesOf = (decision: Decision): number[] =>
  "to" in decision && "line" in decision.to ? [decision.item, decision.to.line] : [decision.item];

/** Two different words about one item are asked, never settled by order (POLICY 7.2). */
function agreed(
  said: readonly { words: string; decision: Decision }[],
  hold: ReadonlySet<number>,
  doubt: (words: string, question: string) => void,
): Decision[] {
  const byItem = Map.groupBy(said, ({ decision }) => decision.item);
  const sure = [...byItem].flatMap(([item, several]) => {
    const [first] = several;
    if (first === undefined || linesOf(first.decision).some((n) => hold.has(n))) return [];
    const different = [...new Map(several.map((one) => [JSON.stringify(one.decision), one])).values()];
    if (different.every((a, at) => different.slice(at + 1).every((b) => goTogether(a.decision, b.decision))))
      return different;
    doubt(
      [...new Set(several.map(({ words }) => words))].join(" / "),
      `You said two different things about ${item}.`,
    );
    return [];
  });
  return sure.flatMap((one) => {
    const [, to] = linesOf(one.decision);
    const other = said.find(({ decision }) => decision.item === to);
    if (other === undefined) return [one.decision];
    doubt(one.words, `You said something else about ${to} as well; say this once more by itself.`);
    return [];
  });
}
