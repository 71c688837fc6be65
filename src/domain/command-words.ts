import type { Target } from "./approval.ts";
import { targetOf } from "./command-target.ts";

/** What a person may tell at any time, one line each. Words of days stand as they were written; flows resolve them in the person's zone. */
export type MailCommand =
  | { readonly type: "status" }
  | { readonly type: "help" }
  | { readonly type: "resume" }
  | { readonly type: "pause"; readonly length: string }
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
  const words = plain(line);
  const note = /^note (?:on |about |for )?([^:]{1,80}?) ?: ?(.+)$/is.exec(words);
  if (note !== null && words.length <= longestNote)
    return about(note[1], (whom) => ({ type: "note", whom, text: note[2] ?? "" }));
  if (words.length > longestCommand) return nothing;
  return (
    aboutEverything(words) ?? offerIn(words) ?? standingIn(words) ?? (asksBack(words) || { type: "none" })
  );
}

const nothing: CommandLine = { type: "none" };
const command = (said: MailCommand): CommandLine => ({ type: "command", command: said });
const doubt = (question: string): CommandLine => ({ type: "doubt", question });

function aboutEverything(words: string): CommandLine | null {
  if (/^status\??$/i.test(words)) return command({ type: "status" });
  if (/^(?:help|commands)\??$/i.test(words)) return command({ type: "help" });
  if (/^(?:resume|unpause|end (?:the |my )?pause)$/i.test(words)) return command({ type: "resume" });
  const length = /^pause (?:everything |all )?(.+)$/i.exec(words)?.[1];
  if (length === undefined) return null;
  return lengthOfPause.test(length) ? command({ type: "pause", length }) : null;
}

/** What only a length or a date begins with; whether there is such a day is for whoever knows today's date. */
const lengthOfPause =
  /^(?:for )?(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) ?(?:d|days?|w|wks?|weeks?|months?)$|^(?:until|till|til) [\p{L}\d ,.-]{2,30}$/iu;

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
  if (/^(?:pause|afterword pause)(?: .*)?$/i.test(words)) return doubt(pauseChoices);
  if (
    /^(?:stop|unsubscribe)(?: (?:it|this|everything|all|now|me|please|afterword|mails?|digests?))*$/i.test(
      words,
    )
  )
    return doubt(stopChoices);
  if (/^withdraw (?:my (?:application|candidacy) )?from \S/i.test(words))
    return doubt(
      'I send no withdrawal by myself. Once you have told them, say "withdrew from" and the name.',
    );
  return null;
}

const pauseChoices =
  'For how long? Say "pause 2w", "pause until Monday" or "pause until 12 June"; "resume" ends a pause.';
const stopChoices =
  'I went on as before. "pause 2w" holds everything for two weeks, "let NAME go" ends one candidacy; to end it all, stop the program where it runs.';

/** The line without what a mail program or a polite writer puts around it. */
const plain = (line: string): string =>
  line
    .normalize("NFC")
    .replace(/[‘’ʼ`]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[\s\u00a0]+/g, " ")
    .trim()
    .replace(/^(?:[-–—•*] ?)+/, "")
    .replace(/^(?:(?:please|pls|hi|hello|afterword)[,:]? )+/i, "")
    .replace(/[ .!]+$/, "")
    .replace(/(?:,? (?:please|pls|thanks|thank you|thx|cheers))+$/i, "")
    .replace(/[ .!*]+$/, "");
