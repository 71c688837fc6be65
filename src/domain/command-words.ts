import type { Target } from "./approval.ts";
import { type CommandAlone, choicesBehind, commandAlone } from "./command-alone.ts";
import { targetOf } from "./command-target.ts";
import { ofAll } from "./reply-table/table.ts";

/** What a person may tell at any time, one line each. Words of days stand as they were written; flows resolve them in the person's zone. */
export type MailCommand =
  | CommandAlone
  | { readonly type: "break_up"; readonly whom: Target }
  /** `by`: until when it must be answered, null where that was not said. */
  | { readonly type: "offer"; readonly whom: Target; readonly by: string | null }
  | { readonly type: "accepted" | "signed" | "declined" | "withdrew"; readonly whom: Target }
  | { readonly type: "note"; readonly whom: Target; readonly text: string };

export type CommandLine =
  | { readonly type: "command"; readonly command: MailCommand }
  /** It begins like a command and is none that is clear. */
  | { readonly type: "doubt"; readonly question: string }
  | { readonly type: "none" };

const longestCommand = 160;
const longestNote = 2_000;

/** Reads one line as a whole: a word too many makes it a doubt, or nothing where it does not look like a command (SAFETY R33). */
export function readCommandLine(line: string): CommandLine {
  if (line.length > longestNote + longestCommand) return nothing;
  const words = plain(line);
  const note = /^note (?:on |about |for )?([^:]{1,80}?) ?: ?(.+)$/is.exec(words);
  if (note !== null && words.length <= longestNote)
    return about(note[1], (whom) => ({ type: "note", whom, text: note[2] ?? "" }));
  if (words.length > longestCommand) return nothing;
  const alone = commandAlone(words);
  if (alone !== null) return command(alone);
  return offerIn(words) ?? standingIn(words) ?? asksBack(words) ?? nothing;
}

const nothing: CommandLine = { type: "none" };
const command = (said: MailCommand): CommandLine => ({ type: "command", command: said });
const doubt = (question: string): CommandLine => ({ type: "doubt", question });

const got =
  "(?:i (?:just )?(?:got|received|had|have) |i(?:'ve| have) (?:just )?(?:got|received|had) |got |received )?";
const offered = new RegExp(`^${got}(?:an? |the )?(?:job |written )?offer from (.+)$`, "i");
const offering =
  /^(.+?) (?:has |have )?(?:just )?(?:made me an? (?:job )?offer|offered me (?:an? |the )(?:job|role|position))(.*)$/i;
const until =
  "(?:(?:(?:an |my |the )?(?:answer|reply|decision|response)(?: is)?(?: due| needed)? |to be answered |i (?:must|have to|need to|should) (?:answer|reply|decide|accept|respond) |they (?:want|need|expect) (?:an |my )?(?:answer|reply|decision) )?(?:by|until|till)|deadline(?: is)?:?)";
/** Behind the name: until when it is to be answered, with the words that usually stand between. */
const answeredBy = new RegExp(`^(.+?)(?:\\s*[,;(–—-]+\\s*|\\s+)${until} ([\\p{L}\\d ,.-]{2,30})\\)?$`, "iu");

function offerIn(words: string): CommandLine | null {
  const [, first, tail] = offering.exec(words) ?? [];
  const said = first === undefined ? offered.exec(words)?.[1] : `${first}${tail}`;
  if (said === undefined) return null;
  const [, name, by] = answeredBy.exec(said) ?? [said, said];
  return about(name, (whom) => ({ type: "offer", whom, by: by ?? null }));
}

const i = "(?:i (?:just )?|i(?:'ve| have) (?:just )?)?";
const of = "(?:(?:the|their|an) )?(?:(?:job )?offer (?:from|by|of) )?";
const standings: readonly (readonly [
  RegExp,
  "accepted" | "signed" | "declined" | "withdrew" | "break_up",
])[] = [
  [new RegExp(`^${i}accepted ${of}(.+)$`, "i"), "accepted"],
  [new RegExp(`^${i}signed (?:(?:the|a|my) contract )?(?:with|at) (.+)$`, "i"), "signed"],
  [new RegExp(`^${i}(?:declined|turned down) ${of}(.+)$`, "i"), "declined"],
  [new RegExp(`^${i}let (.+) go$`, "i"), "declined"],
  [
    new RegExp(`^${i}(?:withdrew|withdrawn) (?:my (?:application|candidacy) )?(?:from|at) (.+)$`, "i"),
    "withdrew",
  ],
  [/^break ?-?up(?: with)? (.+)$/i, "break_up"],
];

function standingIn(words: string): CommandLine | null {
  for (const [form, type] of standings) {
    const name = form
      .exec(words)?.[1]
      ?.replace(/(?:'s|s') (?:job )?offer$/i, (end) => (end.startsWith("s'") ? "s" : ""));
    if (name !== undefined) return about(name, (whom) => ({ type, whom }));
  }
  return null;
}

const about = (name: string | undefined, said: (whom: Target) => MailCommand): CommandLine => {
  const whom = targetOf(name ?? "");
  return whom === null
    ? doubt("I did nothing, because I am not sure which employer is meant.")
    : command(said(whom));
};

/** POLICY 7.5: asked back with the choices. */
function asksBack(words: string): CommandLine | null {
  if (words.length > 60) return null;
  const question = choicesBehind(words);
  if (question !== null) return doubt(question);
  if (/^withdraw (?:my (?:application|candidacy) )?from \S/i.test(words))
    return doubt(
      'I send no withdrawal by myself. Once you have told them, say "withdrew from" and the name.',
    );
  return null;
}

const courtesies = ofAll((words) => words.courtesies).join("|");
const politeFirst = new RegExp(`^(?:(?:${courtesies})[,:]? )+`, "iu");
const politeLast = new RegExp(`(?:,? (?:${courtesies}))+$`, "iu");

/** The line without what a mail program or a polite writer puts around it. */
const plain = (line: string): string =>
  line
    .normalize("NFC")
    .replace(/[‘’ʼ`]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[\s\u00a0]+/g, " ")
    .trim()
    .replace(/^(?:[-–—•*] ?)+/, "")
    .replace(politeFirst, "")
    .replace(/[ .!]+$/, "")
    .replace(politeLast, "")
    .replace(/[ .!*]+$/, "");
