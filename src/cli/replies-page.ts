import { writeFile } from "node:fs/promises";
import { repliesElsewhere, replyExamples } from "./replies-page-examples.ts";
import { grid, kindTable, wordTables } from "./replies-page-words.ts";

/** Where the page lies in the repository. */
export const repliesPageFile = new URL("../../docs/replies.md", import.meta.url);

const marked = (words: readonly string[]): string => words.map((one) => `\`${one}\``).join(" · ");

/** Gives docs/replies.md, made of the table that the grammar reads: `npm run docs:replies` writes it. */
export const repliesPage = (): string =>
  [
    "# Answering by mail",
    "",
    "This page is made by `npm run docs:replies` from the words that the program itself reads; do not edit it by hand.",
    "",
    "Answer the digest with one line for each thing, and use the numbers of that very digest. Capitals, full stops, “please” and your name do not matter.",
    "",
    ...grid(
      ["you reply", "what it does"],
      replyExamples.map(({ write, does }) => [marked(write), does]),
    ),
    "",
    "Lines can stand below each other, and some of it in one line: `1 ok, 2 skip; 3 later friday`.",
    "",
    "## In six languages",
    "",
    ...grid(
      ["", "you reply"],
      repliesElsewhere.map(([name, words]) => [name, marked(words)]),
    ),
    "",
    "Accents may be missing (`3 spaeter`, `3 manana`), and languages may be mixed. `merge`, `move`, `split`, `at`, `every`, `as usual`, `no more`, the size of an employer, and what you tell about an offer are said in English only.",
    "",
    "## What happens when it is not clear",
    "",
    "In doubt nothing is done about that line, and you are asked back; what is clear beside it counts.",
    "",
    ...[
      "**All** means every draft shown, never a question. **Both** counts where there are just two drafts.",
      "**A bare `ok`**, yes or thumb counts where the digest had one thing to answer and you wrote nothing else; that mails may go to a new address needs the number, `1 yes`.",
      "**Two different words about one number** are asked back; the last one does not win.",
      "**Words that hold back**, such as wait, but, actually, if, first, stop, anywhere in your answer hold back everything in it. `1 ok, but wait` and `1 ok` with `Actually, let me think` below send nothing.",
      "**Other words beside an `ok`**, such as `Please remove the last sentence.` on a line of their own, leave its approval in doubt. Thanks, praise, a greeting and your name do not.",
      "**Numbers inside a sentence** are never an answer, and a word too many makes a line a question: `1 ok?`, `1 ok if they agree`, `1 or 2 ok`.",
      "**`I ok` and `l ok`** may be a 1 that a keyboard changed: asked back. So is `1 ik`, and anything short behind a number that is not known.",
      "**“Is fine”, “passt”, “c'est bon”** with its number send a draft; as the answer to a question they are asked back, because it may be a no that is fine.",
      "**`y`** is yes in English and “and” in Spanish: `1 y 3 ok` is both, `1 y 2 skip` is asked back.",
      "**`later`** alone is the next working day, `later fri` on a Friday the next Friday, a day off the working day after it. A pause until Monday ends on Monday.",
      "**`pause` without a length, `stop` and `unsubscribe`** are asked back with the choices.",
      "**Old answers** count for seven days, as long as the draft is the same and undecided; the numbers are always those of the digest that you answer.",
      "**Answers between the lines of the quoted digest** count for an item where its own number stands with them, or its number line right above.",
      "**A quoted draft that you changed** is never sent in its old words, also with `1 ok` beside it. Another line break is no change.",
      "**Your own text** behind `2 send:` goes on to the end of the mail, so put other answers above it. A line in it that may be meant for Afterword holds it back.",
    ].map((line) => `- ${line}`),
    "",
    "## What is never read",
    "",
    "The quoted digest below your answer, your signature, forwarded mail, automatic replies, mail from lists, and anything that does not come provably from you. Thanks and chat get no answer.",
    "",
    "## All words",
    "",
    ...wordTables(),
    "### What a mail is",
    "",
    ...kindTable(),
    "",
  ].join("\n");

if (import.meta.main) await writeFile(repliesPageFile, repliesPage());
