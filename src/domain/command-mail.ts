import { type MailCommand, readCommandLine } from "./command-words.ts";
import { looksLikeName } from "./name-shape.ts";
import { readLine } from "./reply-line.ts";
import { linesAbove } from "./reply-own-lines.ts";
import { ofAll } from "./reply-table/table.ts";
import { replyTokens } from "./reply-words.ts";

/** What a mail of the person's tells us. `rest`: the lines that are no commands, in their order. */
export type CommandReading = {
  readonly commands: readonly { readonly words: string; readonly command: MailCommand }[];
  readonly doubts: readonly { readonly words: string; readonly question: string }[];
  readonly rest: readonly string[];
};

/**
 * Reads one command a line (SAFETY R33). `newestText` is what the person wrote now, quotes and signature removed. A note goes on until the
 * next empty line. Contradictions are asked back, never settled by order (POLICY 7.2); courtesy and a name mean nothing.
 */
export function readCommands(newestText: string): CommandReading {
  const commands: { words: string; command: MailCommand }[] = [];
  const doubts: { words: string; question: string }[] = [];
  const rest: string[] = [];
  for (const words of statements(newestText)) {
    const line = readCommandLine(words);
    if (line.type === "command") commands.push({ words, command: line.command });
    else if (line.type === "doubt") doubts.push({ words: words.slice(0, 160), question: line.question });
    else if (!isCourtesy(words)) rest.push(words);
  }
  const [first, ...others] = commands.filter((one, at) =>
    commands.slice(at + 1).every((other) => !isSame(one, other)),
  );
  const all = first === undefined ? [] : [first, ...others];
  const against = all.filter((one) => all.some((other) => contradict(one.command, other.command)));
  return {
    commands: all.filter((one) => !against.includes(one)),
    doubts: [
      ...doubts,
      ...(against.length === 0
        ? []
        : [
            {
              words: against.map(({ words }) => words).join(" / "),
              question: "These two do not go together, so I did neither.",
            },
          ]),
    ],
    rest,
  };
}

/** True for a line that answers a digest, or tries to: "1 ok", "all except 2", "7: they opened a bakery". Everything else that is no command is prose. */
export const answersDigest = (line: string): boolean =>
  /^#?\d{1,3}\s*[:.)–-]\s*\S/.test(line) || readLine(line).type !== "prose";

/** The subject's words behind "Afterword", where that is its first word; null where it is not (docs/decisions/0008). */
export const behindWord = (subject: string): string | null => {
  const [word, rest] = /^\s*afterword(?![\p{L}\d])[\s:,.!-]*(.*)$/iu.exec(subject) ?? [];
  return word === undefined ? null : (rest ?? "").trim();
};

/** "Re: ", "AW: " and their like in front of a subject, however often. */
export const withoutAnswerMark = (subject: string): string =>
  subject.replace(/^(?:\s*(?:re|aw|antw|sv|vs|ref|rif|odp|r)\s*(?:\[\d+\])?\s*:\s*)+/i, "");

/** True for words that speak of waiting, changing or stopping, or may do so: they are never a part of something else. */
export function holdsBack(line: string): boolean {
  const reading = readLine(line);
  if (reading.type === "prose") return reading.brake;
  return reading.type === "doubt" || (reading.type === "bare" && reading.verb !== "yes");
}

/** Lines with words; the lines right below a note belong to it. Quoted ones that were left in are not the person's. */
function statements(text: string): string[] {
  const found: string[] = [];
  let note = false;
  for (const raw of linesAbove(text)) {
    const line = raw.trim();
    if (/^[>|]/.test(line)) continue;
    const goesOn = (): boolean =>
      readCommandLine(line).type === "none" && !answersDigest(line) && !holdsBack(line);
    if (note && line !== "" && goesOn()) found.push(`${found.pop()} ${line}`);
    else {
      note = /^[-–—•*\s]*note\b[^:]{1,90}:/i.test(line);
      if (line !== "") found.push(line);
    }
  }
  return found;
}

const greeting =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|thanks|thank you|many thanks|thx|cheers|best|all the best|best wishes|(?:kind |best |warm )?regards|yours|sincerely)(?:[ ,]+(?:afterword|again|there|so much|very much|in advance|for this|for that)){0,2}[ ,.!]*$/i;

const longestCourtesy = 120;
const polite = new RegExp(`^(?:(?:${ofAll((words) => words.courtesies).join("|")})(?:[ ,.!]+|$))+$`, "iu");

/** A greeting, thanks or a name under the mail; "Stop" and "Later" are no names, though "Domingo Reyes" is one. */
function isCourtesy(line: string): boolean {
  if (greeting.test(line)) return true;
  if (line.length > longestCourtesy) return false;
  if (polite.test(line)) return true;
  if (!looksLikeName(line)) return false;
  const types = replyTokens(line).map(({ type }) => type);
  return (
    types.includes("word") && types.every((type) => ["word", "link", "time", "sign", "dash"].includes(type))
  );
}

type Said = CommandReading["commands"][number];
const isSame = (a: Said, b: Said): boolean => JSON.stringify(a.command) === JSON.stringify(b.command);

const going: ReadonlySet<MailCommand["type"]> = new Set(["offer", "accepted", "signed"]);
const ending: ReadonlySet<MailCommand["type"]> = new Set(["declined", "withdrew", "break_up"]);

function contradict(a: MailCommand, b: MailCommand): boolean {
  if (a === b) return false;
  const pauses = [a, b].filter(({ type }) => type === "pause" || type === "resume");
  if (pauses.length === 2) return true;
  if (!("whom" in a) || !("whom" in b) || whomOf(a) !== whomOf(b)) return false;
  if (a.type === b.type) return a.type !== "note";
  return (
    (ending.has(a.type) && (going.has(b.type) || ending.has(b.type))) ||
    (ending.has(b.type) && going.has(a.type))
  );
}

const whomOf = ({ whom }: Extract<MailCommand, { whom: unknown }>): string =>
  "line" in whom ? `${whom.line}` : whom.employer.toLowerCase();
