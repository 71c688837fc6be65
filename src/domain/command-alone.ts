import { each } from "./reply-table/days.ts";
import type { CommandWords } from "./reply-table/shape.ts";
import { unaccented } from "./reply-table/spelling.ts";
import { ofAll, oneOf } from "./reply-table/table.ts";

/** What is told without an employer. */
export type CommandAlone =
  | { readonly type: "status" }
  | { readonly type: "help" }
  | { readonly type: "resume" }
  | { readonly type: "pause"; readonly length: string };

const said = (of: (words: CommandWords) => readonly string[]): string =>
  oneOf(ofAll(({ commands }) => of(commands)));

const status = new RegExp(`^(?:${said((words) => words.status)})\\??$`, "i");
const help = new RegExp(`^(?:${said((words) => words.help)})\\??$`, "i");
const resume = new RegExp(`^(?:${said((words) => words.resume)})$`, "i");
const pauses = said((words) => words.pause);
const everything = said((words) => words.everything);
const pause = new RegExp(`^(?:${pauses}) (?:(?:${everything}) )?(.+)$`, "i");
const unit = each(({ day, week, month }) => [...day, ...week, ...month]);
const many = `\\d{1,3}|${oneOf(ofAll(({ days, numbers }) => [...days.one, ...numbers]))}`;
/** What only a length or a date begins with; whether there is such a day is for whoever knows today's date. */
const length = new RegExp(
  `^(?:(?:${said((words) => words.for)}) )?(?:${many}) ?(?:d|w|wks?|${unit})$|^(?:${said((words) => words.until)}) [a-z\\d ,.'-]{2,30}$`,
  "i",
);

/** Gives "status", "help", "resume" or "pause 2w" in any language of the table; null for everything else. The length stands as it was written. */
export function commandAlone(words: string): CommandAlone | null {
  const plain = unaccented(words);
  if (status.test(plain)) return { type: "status" };
  if (help.test(plain)) return { type: "help" };
  if (resume.test(plain)) return { type: "resume" };
  const behind = pause.exec(plain)?.[1];
  return behind !== undefined && length.test(behind)
    ? { type: "pause", length: words.slice(-behind.length) }
    : null;
}

const anyPause = new RegExp(`^(?:afterword )?(?:${pauses})(?: .*)?$`, "i");
const anyStop = new RegExp(
  `^(?:${said((words) => words.stop)})(?: (?:it|this|now|me|please|afterword|mails?|digests?|${everything}))*$`,
  "i",
);

/** Gives the question that follows on a pause without a length, "stop" and "unsubscribe" (POLICY 7.5); null for everything else. */
export function choicesBehind(words: string): string | null {
  const plain = unaccented(words);
  if (anyPause.test(plain)) return pauseChoices;
  return anyStop.test(plain) ? stopChoices : null;
}

const pauseChoices =
  'For how long? Say "pause 2w", "pause until Monday" or "pause until 12 June"; "resume" ends a pause.';
const stopChoices =
  'I went on as before. "pause 2w" holds everything for two weeks, "let NAME go" ends one candidacy; to end it all, stop the program where it runs.';
