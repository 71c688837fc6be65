import type { Repair, Target, Wish } from "./approval.ts";
import { kindSaid, kindsToSay } from "./kind-words.ts";
import { momentSaid } from "./reply-moment.ts";
import { isWishMeant, wishHint, wishIn } from "./reply-setting.ts";
import { plainly } from "./reply-table/spelling.ts";
import { ofAll, oneOf } from "./reply-table/table.ts";

/** A line with repairs or wishes in it: what they say, and what else stands there. */
export type RepairReading =
  | { readonly type: "repairs"; readonly repairs: readonly (Repair | Wish)[]; readonly rest: string }
  /** It begins like a repair and is none. */
  | { readonly type: "doubt"; readonly items: readonly number[]; readonly hint: string }
  | { readonly type: "none" };

/** Reads "4 is offer", "4 at friday 14:00", "move 4 to 2", "merge 5 into 2", "split 5", and wishes beside them, where each fills its whole part of the line (SAFETY R33). */
export function readRepairs(line: string): RepairReading {
  const repairs: (Repair | Wish)[] = [];
  const rest: string[] = [];
  for (const part of partsOf(line)) {
    const words = plain(part);
    const repair = wishIn(words) ?? repairIn(words);
    if (repair !== null) repairs.push(repair);
    else if (isWishMeant(words)) return { type: "doubt", items: numbersIn(line), hint: wishHint(words) };
    else if (meant.test(words)) return { type: "doubt", items: numbersIn(line), hint: hintFor(words) };
    else rest.push(part);
  }
  return repairs.length > 0 ? { type: "repairs", repairs, rest: rest.join(", ").trim() } : { type: "none" };
}

/** Statements stand beside each other behind a comma, a semicolon or "and"; what is no repair keeps its commas ("1, 3 ok"). */
const partsOf = (line: string): string[] =>
  line
    .split(parting)
    .map((part) => part.trim())
    .filter((part) => part !== "");

const and = oneOf(ofAll((words) => words.and));
const parting = new RegExp(`[,;]|\\s(?:${and}|&)\\s+(?=(?:#?\\d|move|merge|split|all)\\b)`, "i");
const courtesies = ofAll((words) => words.courtesies).join("|");
const politeFirst = new RegExp(`^(?:[-–—•] ?|(?:${courtesies}) )+`, "u");
const politeLast = new RegExp(`(?: (?:${courtesies}))+$`, "u");

const plain = (part: string): string =>
  plainly(part)
    .replace(/[ "“”*_]+/g, " ")
    .trim()
    .replace(politeFirst, "")
    .replace(/[ .!]+$/, "")
    .replace(politeLast, "")
    .replace(/[ .!]+$/, "");

const item = "(?:item |number |line )?#?(\\d{1,3})[.):]?";
const is = ofAll((words) => words.is.slice(0, 1)).join("|");
const kindForm = new RegExp(`^${item} (?:${is}|=) (.+)$`);
const momentForm = new RegExp(`^${item} (?:is )?(?:at|on) (.+)$`);
const moveForm = new RegExp(`^(?:move ${item}|${item} move) to (.+)$`);
const mergeForm = new RegExp(`^(?:merge ${item}|${item} merge) (?:in)?to (.+)$`);
const splitForm = new RegExp(`^(?:split ${item}|${item} split)$`);
/** What only a repair begins with. */
const meant = new RegExp(
  `^(?:(?:move|merge|split) ${item}|${item} (?:(?:at|move|merge|split)\\b|(?:${is})(?![\\p{L}])))`,
  "u",
);

function repairIn(words: string): Repair | null {
  const moment = momentForm.exec(words);
  if (moment !== null) {
    const said = momentSaid(moment[2] ?? "");
    if (said !== null) return { type: "at", item: Number(moment[1]), ...said };
  }
  const kind = kindForm.exec(words);
  if (kind !== null) {
    const said = kindSaid(kind[2] ?? "");
    return said === null ? null : { type: "is", item: Number(kind[1]), kind: said };
  }
  const move = moveForm.exec(words);
  if (move !== null) return { type: "move", item: Number(move[1] ?? move[2]), to: targetOf(move[3] ?? "") };
  const merge = mergeForm.exec(words);
  if (merge !== null)
    return { type: "merge", item: Number(merge[1] ?? merge[2]), to: targetOf(merge[3] ?? "") };
  const split = splitForm.exec(words);
  return split === null ? null : { type: "split", item: Number(split[1] ?? split[2]) };
}

/** A number is a line of the digest; everything else is a name, and one that is unknown is asked back by whoever knows the names. */
function targetOf(words: string): Target {
  const line = new RegExp(`^${item}$`).exec(words)?.[1];
  return line === undefined ? { employer: words } : { line: Number(line) };
}

const hintFor = (words: string): string =>
  /^\S+(?: \S+)? (?:is|ist|est|es|é)(?: |$)/u.test(words)
    ? `I do not know that word. A mail can be: ${kindsToSay}.`
    : /^\S+ at\b/.test(words)
      ? 'I do not know when that is; say for example "4 at friday 14:00" or "4 at 4 March 2pm".'
      : 'Say for example "move 4 to 2", "merge 5 into 2" or "split 5".';

const numbersIn = (line: string): number[] =>
  [...line.matchAll(/(?<![\d.:])\d{1,3}(?![\d.:]*\d)/g)].map(([n]) => Number(n));
