import type { AnswerableItem, Decision } from "./approval.ts";
import { readLine } from "./reply-line.ts";

export type Rewording = Extract<Decision, { type: "revise" | "replace" }>;

/** What a reply wants said otherwise, and what else stands in it. */
export type RewordingReading = {
  readonly rewordings: readonly { readonly words: string; readonly decision: Rewording }[];
  readonly rest: string;
};

/** "2 send:", "2: send:", "#2 send this:", and in the other languages: what follows is the mail itself. */
const sends =
  /^#?(\d{1,3})\s*[.:)]?\s*(?:send|sende|senden|schick\w*|envoie\w*|envoyer|envía|enviar?|envie|stuur|verstuur)(?: this| dies| ceci| esto| dit| isto)?\s*:\s*(.*)$/iu;
/** "2: shorter please": a wish begins with a letter and has at least a word to it. */
const wishes = /^#?(\d{1,3})\s*:\s*(\p{L}.{3,})$/u;

/**
 * Takes out of a reply what rewords a draft (POLICY 7.3): "2 send: text", where the text goes on until another line is addressed, and "2: wish"
 * in one line. `closing` belongs to a text that goes on to the end. Only drafts can be reworded; whatever is an answer of its own, or holds back, stays where it is. `newestText` as for readReply.
 */
export function rewordingsIn(
  newestText: string,
  items: readonly AnswerableItem[],
  closing = "",
): RewordingReading {
  const drafts = new Set(items.filter(({ type }) => type === "draft").map(({ n }) => n));
  const rewordings: { words: string; decision: Rewording }[] = [];
  const rest: string[] = [];
  let open: { item: number; words: string; lines: string[] } | null = null;
  const end = (): void => {
    if (open !== null) {
      const { item, words, lines } = open;
      rewordings.push({ words, decision: { type: "replace", item, text: lines.join("\n").trim() } });
    }
    open = null;
  };
  for (const line of newestText.split(/\r?\n/)) {
    const bare = line.trim();
    const [, sent, first = ""] = sends.exec(bare) ?? [];
    const [, wished, wish = ""] = wishes.exec(bare) ?? [];
    if (sent !== undefined && drafts.has(Number(sent))) {
      end();
      open = { item: Number(sent), words: bare, lines: [first] };
    } else if (open !== null && !answersAnother(bare, items)) open.lines.push(line.trimEnd());
    else if (wished !== undefined && drafts.has(Number(wished)) && isWish(bare, wish)) {
      end();
      rewordings.push({ words: bare, decision: { type: "revise", item: Number(wished), wish } });
    } else {
      end();
      rest.push(line);
    }
  }
  if (closing !== "") open?.lines.push("", closing);
  end();
  return { rewordings, rest: rest.join("\n") };
}

/** Inside a text of the person's only a whole answer to a line of that digest begins something else. */
function answersAnother(line: string, items: readonly AnswerableItem[]): boolean {
  const [, n] = /^#?(\d{1,3})\b/.exec(line) ?? [];
  if (n === undefined || !items.some((item) => item.n === Number(n))) return false;
  return readLine(line).type === "clauses" || sends.test(line);
}

/** "2: yes" is an answer; "2: wait" holds back, and "2: please send it on Monday" is about more than words: both are asked back. */
function isWish(line: string, wish: string): boolean {
  const [whole, alone] = [readLine(line), readLine(wish)];
  return whole.type === "prose" && !whole.brake && alone.type === "prose";
}

/** Gives what of a reply's signature closes a letter: down to the person's own name, without what a mail program puts below. Empty where no name stands near its head. */
export function closingOf(signature: string, personName: string): string {
  const names = new Set(
    [personName, personName.split(" ")[0] ?? ""].map((name) => name.trim().toLowerCase()),
  );
  const lines = signature.split("\n").map((line) => line.trim());
  const at = lines.findIndex((line) => names.has(line.toLowerCase()));
  return at === -1 || at > mostClosing
    ? ""
    : lines
        .slice(0, at + 1)
        .join("\n")
        .trim();
}
const mostClosing = 3;
