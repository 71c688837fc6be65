import { numberWords } from "./number-words.ts";

/** What the verbs of a digest reply come to; `yes` and `no` mean what the item makes of them (POLICY 7.1). */
export type Verb = "yes" | "no" | "skip" | "later" | "undo" | "reopen" | "close" | "send_again" | "was_sent";

export type ReplyToken =
  | { readonly type: "number"; readonly n: number }
  | { readonly type: "all" }
  | { readonly type: "except" }
  | { readonly type: "verb"; readonly verb: Verb }
  /** Words of time, which have a meaning only beside `later`. */
  | { readonly type: "time"; readonly words: string }
  | { readonly type: "dash" }
  | { readonly type: "sign" }
  /** A word that speaks of stopping, changing or doubting. */
  | { readonly type: "brake" }
  | { readonly type: "word" };

const verbs: Readonly<Record<string, Verb>> = {
  ...words("yes", "ok okay yes y yep yeah approve approved send 👍 ✅ ✔ ☑ 👌"),
  ...words("no", "no n nope 👎"),
  ...words("skip", "skip"),
  ...words("later", "later postpone snooze"),
  ...words("undo", "undo"),
  ...words("reopen", "reopen"),
  ...words("close", "close"),
  ...words("send_again", "resend"),
};

const courtesy = new Set(
  "please pls thanks thank you thx cheers hi hello hey dear afterword item number draft".split(" "),
);
const brakes = new Set(
  "not don't dont never wait hold stop pause cancel unsubscribe actually instead change but unless if before mistake wrong sorry nothing none rather except maybe perhaps unsure".split(
    " ",
  ),
);

const day = "mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?";
const month =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const nth = "\\d{1,2}(?:st|nd|rd|th)?";
const time = new RegExp(
  `^(?:(?:until|till?|on|in|to) )?(tomorrow|next week|(?:\\d{1,3}|an?|one) (?:days?|weeks?)|\\d{4}-\\d\\d-\\d\\d|${nth} (?:${month})|(?:${month}) ${nth}|${day})(?![\\p{L}\\d-])`,
  "u",
);

/** Read in this order, because "send again" is not "send" and "12 june" is not item 12. */
const patterns: readonly (readonly [RegExp, (found: RegExpExecArray) => ReplyToken | null])[] = [
  [/^[\s"“”*_]+|^\p{M}+|^[\u{1f3fb}-\u{1f3ff}]/u, () => null],
  [
    /^(?:send(?: it)? again|was not sent)(?!\p{L})/u,
    ([words]) => (words.startsWith("was") ? { type: "brake" } : verb("send_again")),
  ],
  [/^(?:it )?(?:was|has been) sent(?!\p{L})/u, () => verb("was_sent")],
  [/^(?:do not|don't|dont) send(?: it)?(?!\p{L})/u, () => verb("skip")],
  [/^(?:go ahead|send (?:it|as is|as shown))(?!\p{L})/u, () => verb("yes")],
  [/^(?:all|everything)(?: of them)?(?!\p{L})/u, () => ({ type: "all" })],
  [
    /^(?:except(?: for)?|but(?: not)?)(?= (?:#|\d|one|two|three|four|five|six|seven|eight|nine|ten))/u,
    () => ({ type: "except" }),
  ],
  [time, ([, words]) => ({ type: "time", words: words ?? "" })],
  [
    /^#?(\d{1,3})(?![\d\p{L}%°€$£]|[.:/,]\d*[.:/]|[.:/]\d)[.):]?/u,
    ([, digits]) => ({ type: "number", n: Number(digits) }),
  ],
  [/^(?:👍|👎|👌|✅|✔|☑)/u, ([thumb]) => wordToken(thumb)],
  [/^[\p{L}\p{N}'][\p{L}\p{N}']*/u, ([word]) => wordToken(word)],
  [/^(?:[-–—]+|through)/u, () => ({ type: "dash" })],
  [/^[,;.!:&()]/u, () => ({ type: "sign" })],
  [/^./su, () => ({ type: "word" })],
];

/** Gives the tokens of one line; words of courtesy mean nothing and are left out. */
export function replyTokens(line: string): ReplyToken[] {
  const tokens: ReplyToken[] = [];
  let rest = line
    .normalize("NFC")
    .toLowerCase()
    .replace(/[‘’ʼ`]/g, "'")
    .replace(/[\s\u00a0]+/g, " ");
  while (rest !== "") {
    for (const [pattern, make] of patterns) {
      const found = pattern.exec(rest);
      if (found === null || found[0] === "") continue;
      const token = make(found);
      if (token !== null) tokens.push(token);
      rest = rest.slice(found[0].length);
      break;
    }
  }
  return tokens;
}

function wordToken(word: string): ReplyToken | null {
  if (courtesy.has(word)) return null;
  if (word === "and") return { type: "sign" };
  const spelled = numberWords.indexOf(word) + 1;
  if (spelled > 0) return { type: "number", n: spelled };
  const meant = Object.hasOwn(verbs, word) ? verbs[word] : undefined;
  if (meant !== undefined) return verb(meant);
  return { type: brakes.has(word) ? "brake" : "word" };
}

function words(verb: Verb, list: string): Record<string, Verb> {
  return Object.fromEntries(list.split(" ").map((word) => [word, verb]));
}

function verb(meant: Verb): ReplyToken {
  return { type: "verb", verb: meant };
}
