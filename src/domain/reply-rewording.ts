import type { AnswerableItem, Decision } from "./approval.ts";
import { readCommandLine } from "./command-words.ts";
import { readLine } from "./reply-line.ts";
import { spellings } from "./reply-table/spelling.ts";
import { ofAll } from "./reply-table/table.ts";
import { wantsShorter } from "./wish-words.ts";

export type Rewording = Extract<Decision, { type: "revise" | "replace" }>;

/** What a reply wants said otherwise, what of it is in doubt, and what else stands in it. */
export type RewordingReading = {
  readonly rewordings: readonly { readonly words: string; readonly decision: Rewording }[];
  readonly doubts: readonly { readonly item: number; readonly words: string; readonly question: string }[];
  readonly rest: string;
};

const [verb, this_] = [ofAll((words) => words.sends), ofAll((words) => words.this)].map((words) =>
  words.flatMap(spellings).join("|"),
);
/** "2 send:", "2: send:", "#2 send this:", and in the other languages: what follows is the mail itself. */
const sends = new RegExp(`^#?(\\d{1,3})\\s*[.:)]?\\s*(?:${verb})(?: (?:${this_}))?\\s*:\\s*(.*)$`, "iu");
/** "2: shorter please": a wish begins with a letter and has at least a word to it. */
const wishes = /^#?(\d{1,3})\s*:\s*(\p{L}.{3,})$/u;
/** "2 shorter please" is one where a known wish begins it; other words behind a number alone are asked back. */
const known = /^#?(\d{1,3})[.)]?\s+(\p{L}.{3,})$/u;

/**
 * Takes out of a reply what rewords a draft (POLICY 7.3): "2 send: text", where the text goes on to the end or to another "send:", and "2: wish" in one
 * line. `closing` belongs to a text that goes on to the end. Only drafts can be reworded; whatever is an answer of its own, or holds back, stays where
 * it is. A line inside a text that may be meant for us, or a text that reads like an answer, is asked back. `newestText` as for readReply.
 */
export function rewordingsIn(
  newestText: string,
  items: readonly AnswerableItem[],
  closing = "",
): RewordingReading {
  const drafts = new Set(items.filter(({ type }) => type === "draft").map(({ n }) => n));
  const rewordings: { words: string; decision: Rewording }[] = [];
  const doubts: { item: number; words: string; question: string }[] = [];
  const rest: string[] = [];
  let open: { item: number; words: string; lines: string[]; doubtful: string | null } | null = null;
  const end = (): void => {
    if (open !== null) {
      const { item, words, lines, doubtful } = open;
      const text = lines.join("\n").trim();
      if (doubtful !== null) doubts.push({ item, words: doubtful, question: unsureWhose });
      else if (readsAsAnswer(text)) doubts.push({ item, words, question: unsureMeant });
      else rewordings.push({ words, decision: { type: "replace", item, text } });
    }
    open = null;
  };
  for (const line of newestText.split(/\r?\n/)) {
    const bare = line.trim();
    const [, sent, first = ""] = sends.exec(bare) ?? [];
    const [, wished, wish = ""] = wishes.exec(bare) ?? knownWish(bare) ?? [];
    if (sent !== undefined && drafts.has(Number(sent))) {
      end();
      open = { item: Number(sent), words: bare, lines: [first], doubtful: null };
    } else if (open !== null) {
      if (mayBeForUs(bare, items)) open.doubtful ??= bare;
      open.lines.push(line.trimEnd());
    } else if (wished !== undefined && drafts.has(Number(wished)) && isWish(bare, wish)) {
      end();
      rewordings.push({ words: bare, decision: { type: "revise", item: Number(wished), wish } });
    } else {
      end();
      rest.push(line);
    }
  }
  if (closing !== "") open?.lines.push("", closing);
  end();
  return { rewordings, doubts, rest: rest.join("\n") };
}

const unsureWhose =
  "I am not sure whether that line belongs to your text, so nothing was sent. Put other answers above the text, or leave that line out.";
const unsureMeant =
  'I am not sure that this is the mail itself, so nothing was sent. Write the whole mail behind "send:", with greeting and closing.';

/** "2 send: ok", "2 send: no, wait", or a letter with "stop" as its last line. */
function readsAsAnswer(text: string): boolean {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const last = lines.at(-1) ?? "";
  const isBrief = lines.length === 1 && text.split(/\s+/).length < 12;
  return (
    (isBrief && isAnswer(text)) ||
    text.split(/\s+/).length < 4 ||
    (last.split(/\s+/).length <= 9 && isAnswer(last))
  );
}

function isAnswer(line: string): boolean {
  const reading = readLine(line);
  const firstWord = readLine(line.split(/[\s,.;:!]/)[0] ?? "");
  return (
    reading.type === "bare" ||
    reading.type === "doubt" ||
    (reading.type === "prose" && reading.brake) ||
    firstWord.type === "bare"
  );
}

/** "2 yes", "1: no, shorter please" or "pause 2w" inside a letter may be for its reader, or for us. */
const mayBeForUs = (line: string, items: readonly AnswerableItem[]): boolean =>
  (namesLine(line, items) && (readLine(line).type === "clauses" || wishes.test(line))) ||
  readCommandLine(line).type === "command";

function namesLine(line: string, items: readonly AnswerableItem[]): boolean {
  const [, n] = /^#?(\d{1,3})\b/.exec(line) ?? [];
  return n !== undefined && items.some((item) => item.n === Number(n));
}

function knownWish(line: string): RegExpExecArray | null {
  const found = known.exec(line);
  const words = (found?.[2] ?? "").split(/[\s,;.]+/).slice(0, 4);
  return words.some((_word, at) => wantsShorter(words.slice(0, at + 1).join(" "))) ? found : null;
}

/** "2: yes" is an answer; "2: wait" holds back, and "2: please send it on Monday" is about more than words: both are asked back. */
function isWish(line: string, wish: string): boolean {
  const [whole, alone] = [readLine(line), readLine(wish)];
  return whole.type === "prose" && !whole.brake && alone.type === "prose";
}

/** Gives what of a reply's signature closes a letter: the person's own name, under one line of greeting where there is one. Never what stands behind a "--" mark. */
export function closingOf(signature: string, personName: string): string {
  const names = new Set(
    [personName, personName.split(" ")[0] ?? ""].map((name) => name.trim().toLowerCase()),
  );
  const lines = signature
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const at = lines.findIndex((line) => names.has(line.toLowerCase()));
  const [greets = ""] = lines;
  const isClosing = at === 0 || (at === 1 && greets.split(/\s+/).length <= 5 && !/\d|^--|@/.test(greets));
  return isClosing ? lines.slice(0, at + 1).join("\n") : "";
}
