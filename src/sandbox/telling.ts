import { styleText } from "node:util";
import type { Temporal } from "temporal-polyfill";

/** One thing that happened, in words. */
export type Told = {
  readonly at: Temporal.Instant;
  readonly event: ToldEvent;
  readonly says: string;
  /** What stands below the line, for example a digest's text; shown as it is. */
  readonly text?: string;
  /** The journal's word for what happened. */
  readonly type?: string;
  /** Said by another line already: only `json` tells it. */
  readonly quiet?: boolean;
};

export type ToldEvent = keyof typeof marks;

/** The sign in front of a line, and its colour on a terminal. */
const marks = {
  arrives: ["←", "cyan"],
  leaves: ["→", "green"],
  to_person: ["↳", "blue"],
  person: ["»", "magenta"],
  journal: ["·", "gray"],
  fault: ["!", "yellow"],
  note: [" ", "gray"],
  passed: ["✓", "green"],
  failed: ["✗", "red"],
} as const;

export type Teller = {
  readonly tell: (told: Told) => void;
  /** A line outside the story's time, for example a title or a summary. Left out with `json`. */
  readonly line: (text: string, style?: "bold" | "gray" | "red" | "green") => void;
  /** An object outside the story's time. Left out without `json`. */
  readonly object: (value: Record<string, unknown>) => void;
};

export type TellerOptions = {
  readonly json: boolean;
  readonly zone: string;
  /** Where to write, standard output by default. */
  readonly write?: (text: string) => void;
  /** Colour: by default on a terminal, unless NO_COLOR says otherwise. */
  readonly colour?: boolean;
};

const indent = " ".repeat(11);

/**
 * Tells a story line by line: the day in words once, then the time, a sign and the sentence; or with `json` one object a line
 * (`at` ISO instant, `event`, `says`).
 */
export function openTeller(options: TellerOptions): Teller {
  const write = options.write ?? ((text: string) => void process.stdout.write(text));
  const colour = options.colour ?? styleText("red", "x") !== "x";
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    colour && text !== "" ? styleText(style, text, { validateStream: false }) : text;
  // A terminal that does not know its width says 0.
  const width = Math.min(Math.max(process.stdout.columns || 110, 60), 110);
  let lastDay = "";
  let endsOpen = true;

  const tell = ({ at, event, says, text, type, quiet: isQuiet }: Told) => {
    if (options.json) {
      write(
        `${JSON.stringify({ at: at.toString(), event, says, ...(type && { type }), ...(text && { text }) })}\n`,
      );
      return;
    }
    if (isQuiet) return;
    const local = at.toZonedDateTimeISO(options.zone);
    const day = dayInWords(local);
    if (day !== lastDay) write(`${endsOpen ? "\n" : ""}${paint("bold", day)}\n`);
    lastDay = day;
    const [mark, style] = marks[event];
    const [first = "", ...rest] = wrap(says, width - indent.length);
    const quiet = event === "journal" || event === "note";
    const body = [first, ...rest.map((line) => indent + line)].join("\n");
    write(
      `  ${paint("gray", timeInWords(local))}  ${paint(style, mark)} ${quiet ? paint("gray", body) : body}\n`,
    );
    endsOpen = text === undefined;
    if (text !== undefined) write(`\n${framed(text, width, paint)}\n\n`);
  };

  return {
    tell,
    line: (text, style) => {
      endsOpen = true;
      if (!options.json) write(`${style === undefined ? text : paint(style, text)}\n`);
    },
    object: (value) => {
      if (options.json) write(`${JSON.stringify(value)}\n`);
    },
  };
}

/** "Friday 22 May 2026". */
export const dayInWords = (at: Temporal.ZonedDateTime | Temporal.PlainDate): string =>
  at
    .toLocaleString("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric" })
    .replace(",", "");

/** "07:30". */
export const timeInWords = (at: Temporal.ZonedDateTime): string =>
  at.toPlainTime().toString({ smallestUnit: "minute" });

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

/** A mail's text behind a line; what is too long goes on below, behind the same quote marks. */
const framed = (text: string, width: number, paint: Paint): string =>
  text
    .trimEnd()
    .split(/\r?\n/)
    .flatMap((line) => {
      const [quote = ""] = /^(> ?)*/.exec(line) ?? [];
      return wrap(line.slice(quote.length), width - indent.length - 2 - quote.length).map(
        (part) => quote + part,
      );
    })
    .map((line) => `${indent}${paint("gray", "│")} ${line}`.trimEnd())
    .join("\n");

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
