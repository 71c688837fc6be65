import type { AnswerableItem, Reading } from "./approval.ts";
import { agreed, linesOf, type Said, whysOf } from "./reply-agreement.ts";
import { clausesOf, type Line, whichNumber } from "./reply-bare.ts";
import { unclearBeside } from "./reply-beside.ts";
import { choices, saysNo, skipOrClose } from "./reply-choices.ts";
import { readLine } from "./reply-line.ts";
import { occasionIn } from "./reply-occasion.ts";
import { answersBelowFooter, ownLines } from "./reply-own-lines.ts";
import { rewordingsIn } from "./reply-rewording.ts";
import { isWish, takesWishes } from "./reply-setting.ts";
import { decide, problemOf, targets } from "./reply-targets.ts";

/**
 * Reads a reply to a digest by a fixed grammar (SAFETY R33, POLICY 7.1 and 7.2). `newestText` is what the person wrote now, quotes and
 * signature removed; `items` are the numbered lines of that very digest. What is clear becomes a decision, what is meant but unclear a
 * doubt to ask back, the rest is prose. `writer` is the person's name, below which a signature stands. Words that hold back ("wait", "actually", "but …") anywhere in the reply turn every decision into a doubt.
 */
export function readReply(
  newestText: string,
  items: readonly AnswerableItem[],
  { rewordings, doubts: unsure, rest } = rewordingsIn(newestText, items),
  writer = "",
): Reading {
  const own = ownLines(rest);
  const told = own.map((words) => occasionIn(words, items));
  const lines = own
    .filter((_words, at) => told[at] === null)
    .map((words) => ({ words, reading: readLine(words) }));
  const doubts: { words: string; question: string }[] = [];
  const said: Said[] = [
    ...told.flatMap((decision) => (decision === null ? [] : [{ words: decision.text, decision }])),
    ...rewordings,
  ];
  const hold = new Set<number>();
  const doubt = (words: string, question: string) => doubts.push({ words: words.slice(0, 160), question });

  for (const { item, words, question } of unsure) {
    doubt(words, question);
    hold.add(item);
  }
  const all = lines.map(({ words, reading }) => ({
    words,
    prose: reading.type === "prose" && !reading.brake && briefLine(words, items) === undefined,
  }));
  const beside = unclearBeside(all, writer) ?? answersBelowFooter(rest)[0] ?? null;
  for (const { words, reading } of lines) {
    if (reading.type === "doubt") {
      doubt(words, `I am not sure what this means, so I did nothing. ${reading.hint ?? ""}`.trim());
      const about = reading.all || reading.items.length === 0 ? items.map((one) => one.n) : reading.items;
      for (const item of about) hold.add(item);
    }
    const meant = reading.type === "prose" && !reading.brake ? briefLine(words, items) : undefined;
    if (meant !== undefined) {
      doubt(words, `I do not know these words, so I did nothing. ${choices[meant.type](meant)}`);
      hold.add(meant.n);
    }
    for (const repair of reading.type === "clauses" ? reading.repairs : []) {
      const unknown = linesOf(repair).find((n) => !items.some((item) => item.n === n));
      const item = items.find((one) => one.n === repair.item);
      if (unknown !== undefined) doubt(words, noNumber(unknown));
      else if (item?.type === "draft" && saysNo(repair, words)) {
        doubt(words, skipOrClose(item.n));
        hold.add(item.n);
      } else if (item && isWish(repair) && !takesWishes(item))
        doubt(words, `Line ${item.n} is no candidacy. ${choices[item.type](item)}`);
      else said.push({ words, decision: repair });
    }
    for (const clause of clausesOf(reading, items, lines, beside === null)) {
      const problem = clause === "unclear" ? whichNumber(items) : problemOf(clause, items);
      if (problem !== null) doubt(words, problem);
      if (clause === "unclear") {
        if (reading.type === "bare" && !harmless.has(reading.verb))
          for (const item of items) hold.add(item.n);
      } else if (problem === null)
        for (const n of targets(clause, items)) {
          const item = items.find((one) => one.n === n);
          const decision = item && decide(clause, item);
          if (decision) said.push({ words, decision });
          else doubt(words, item ? choices[item.type](item) : noNumber(n));
        }
    }
  }
  const sends = ({ decision }: Said): boolean =>
    beside !== null && (decision.type === "approve" || decision.type === "send_again");
  for (const { words, decision } of said.filter(sends))
    doubt(words, besideOther(decision.item, beside ?? ""));
  const kept = said.filter((one) => !sends(one));
  const whys = whysOf(kept);
  const others = kept.filter(({ decision }) => decision.type !== "why");
  const brake = lines.find(({ reading }) => reading.type === "prose" && reading.brake);
  if (brake !== undefined && others.length > 0) {
    doubt(brake.words, "This sounds as if something should wait or change, so I did nothing.");
    return { decisions: whys, doubts, stops: stopsIn(lines, items) };
  }
  const unanswered = lines.find(({ reading }) => reading.type === "prose" && reading.answers);
  if (unanswered !== undefined && kept.length + doubts.length === 0)
    doubt(unanswered.words, "I am not sure what this means, so I did nothing. Say it with the number first.");
  return { decisions: [...agreed(others, hold, doubt), ...whys], doubts, stops: stopsIn(lines, items) };
}

/** "Cancel 1" names its line; "wait" may be about any. */
const stopsIn = (lines: readonly Line[], items: readonly AnswerableItem[]): Reading["stops"] =>
  lines.flatMap(({ words, reading }) => {
    if ((reading.type !== "doubt" && reading.type !== "prose") || reading.stops !== true) return [];
    const named = reading.type === "doubt" ? reading.items : [];
    return [{ words: words.slice(0, 160), items: named.length > 0 ? named : items.map(({ n }) => n) }];
  });

/** A bare one of these leaves what is said of a number as it is. */
const harmless: ReadonlySet<string> = new Set(["yes", "good", "why"]);

/** "1 ik", "2 longer": a few unknown words behind the number of a line are meant for it. A sentence that begins with a number is prose (POLICY 7.2). */
function briefLine(line: string, items: readonly AnswerableItem[]): AnswerableItem | undefined {
  const [, n] = /^#?(\d{1,3})[\s.:)-]+(?:[\p{L}'’-]+[\s,.!-]*){1,3}$/u.exec(line.slice(0, 60)) ?? [];
  return items.find((item) => item.n === Number(n));
}

/** What leaves cannot be taken back, so it needs words that leave no doubt. */
const besideOther = (n: number, other: string): string =>
  `I did nothing, because I am not sure what "${other.slice(0, 80)}" beside it means. Reply "${n} ok" alone to send it as it stands.`;

const noNumber = (n: number): string => `That digest had no number ${n}.`;
