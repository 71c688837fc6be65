import { kinds } from "../domain/assessment.ts";
import { kindWords } from "../domain/kind-words.ts";
import { languageNames, languages } from "../domain/language.ts";
import { kindsElsewhere } from "../domain/reply-table/kinds.ts";
import type { ReplyWords } from "../domain/reply-table/shape.ts";
import { replyWords } from "../domain/reply-table/table.ts";

type Column = readonly [string, (words: ReplyWords) => readonly string[]];

/** Groups of words with what they do; each becomes a table of the six languages. */
const groups: readonly { readonly title: string; readonly columns: readonly Column[] }[] = [
  {
    title: "Yes and no",
    columns: [
      ["yes, send it", ({ verbs, sends }) => [...verbs.yes, ...sends]],
      ["praise: a yes to a draft with its number, never to a question", ({ verbs }) => verbs.good],
      ["no", ({ verbs }) => verbs.no],
      ["leave it out", ({ verbs }) => verbs.skip],
    ],
  },
  {
    title: "Later",
    columns: [
      ["later", ({ verbs }) => verbs.later],
      ["day", ({ days }) => [...days.tomorrow, ...days.dayAfter, ...days.nextWeek]],
      ["so long", ({ days }) => [...days.day, ...days.week]],
      ["weekdays", ({ days }) => days.weekdays.flat()],
      ["may stand in front", ({ days }) => days.before],
    ],
  },
  {
    title: "Which numbers",
    columns: [
      ["all", ({ all }) => all],
      ["both, where there are two drafts", ({ both }) => both],
      ["except", (words) => words.except],
      ["and", ({ and }) => and],
      ["from … to", ({ to }) => to],
      ["number words", ({ numbers, articles }) => [...numbers.filter((word) => word !== "-"), ...articles]],
    ],
  },
  {
    title: "Taking back, and candidacies",
    columns: [
      ["take back", ({ verbs }) => verbs.undo],
      ["reopen", ({ verbs }) => verbs.reopen],
      ["close", ({ verbs }) => verbs.close],
      ["why", ({ verbs }) => verbs.why],
    ],
  },
  {
    title: "When a sending could not be confirmed",
    columns: [
      ["send it again", ({ verbs }) => verbs.send_again],
      ["it was sent", ({ verbs }) => verbs.was_sent],
    ],
  },
  {
    title: "Your own text, with a colon behind the word",
    columns: [["send", ({ sends }) => sends]],
  },
  {
    title: "At any time, on a line of its own",
    columns: [
      ["status", ({ commands }) => commands.status],
      ["help", ({ commands }) => commands.help],
      ["pause", ({ commands }) => commands.pause],
      ["until", ({ commands }) => commands.until],
      ["go on", ({ commands }) => commands.resume],
      ["asked back with the choices", ({ commands }) => commands.stop],
    ],
  },
  { title: "Words that hold back", columns: [["all of them", ({ brakes }) => brakes]] },
];

/** Gives the lines of a Markdown table. */
export const grid = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`);

/** Gives the tables of all words that the grammar of answers knows, under headings of the third level. */
export const wordTables = (): readonly string[] =>
  groups.flatMap(({ title, columns }) => [
    `### ${title}`,
    "",
    ...grid(
      ["", ...columns.map(([name]) => name)],
      languages.map((language) => [
        languageNames[language],
        ...columns.map(([, of]) => of(replyWords[language]).join(", ")),
      ]),
    ),
    "",
  ]);

/** Gives the table of what can stand behind "4 is". */
export const kindTable = (): readonly string[] =>
  grid(
    ["`4 is` …", "the mail is"],
    kinds.map((kind) => [
      [...kindWords[kind].says, ...kindsElsewhere[kind]].join(", "),
      kindWords[kind].tells,
    ]),
  );
