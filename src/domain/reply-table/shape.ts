/** What the verbs of an answer come to. `yes`, `good` and `no` mean what the line makes of them (POLICY 7.1); `good` praises, and answers no question. */
export const verbs = [
  "yes",
  "good",
  "no",
  "skip",
  "later",
  "undo",
  "reopen",
  "close",
  "send_again",
  "was_sent",
  "why",
] as const;
export type Verb = (typeof verbs)[number];

type Words = readonly string[];

/**
 * The words of one language in which a digest can be answered; docs/replies.md shows them. All are lower case; where a word has accents it is known
 * without them too, and "ä" as "ae", unless the plain spelling stands for something else in any language. A word may be several words.
 */
export type ReplyWords = {
  readonly verbs: Readonly<Record<Verb, Words>>;
  /** The verbs of "2 send:", which are a yes as well. */
  readonly sends: Words;
  /** What may stand between such a verb and its colon. */
  readonly this: Words;
  readonly all: Words;
  readonly both: Words;
  /** Counts only in front of a number. */
  readonly except: Words;
  readonly and: Words;
  /** "1 to 3". */
  readonly to: Words;
  /** Those of them that stand before a recipient as well: "send 1 to 2" may be a range, or say to whom. */
  readonly towards: Words;
  /** What may stand in front of a number and mean nothing: "ok for 1", "la 1". */
  readonly before: Words;
  /** "1 is ok". */
  readonly is: Words;
  /** From one on; "-" where the word means more than the number. */
  readonly numbers: Words;
  /** An article that is the number one where other numbers stand beside it. */
  readonly articles: Words;
  /** What may stand in front of the number of a line: "draft 1". They mean nothing. */
  readonly nouns: Words;
  readonly courtesies: Words;
  /** Words of stopping, changing or doubting: they hold back whatever stands beside them (POLICY 7.2). */
  readonly brakes: Words;
  /** Words that hold nothing back here, though a part of them does in another language. */
  readonly prose: Words;
  readonly days: DayWords;
  readonly commands: CommandWords;
};

/** What can stand behind `later`, and behind a pause. */
export type DayWords = {
  /** What may stand in front of a day: "until", "am", "le". */
  readonly before: Words;
  readonly today: Words;
  readonly tomorrow: Words;
  readonly dayAfter: Words;
  readonly nextWeek: Words;
  readonly day: Words;
  readonly week: Words;
  readonly month: Words;
  /** The article of "a week". */
  readonly one: Words;
  /** From Monday on, each with its abbreviations. */
  readonly weekdays: readonly Words[];
  /** From January on, each with its abbreviations. */
  readonly months: readonly Words[];
};

/** What can be told at any time (docs/decisions/0008). */
export type CommandWords = {
  readonly status: Words;
  readonly help: Words;
  readonly pause: Words;
  /** "pause everything". */
  readonly everything: Words;
  /** "pause for two weeks". */
  readonly for: Words;
  readonly until: Words;
  readonly resume: Words;
  /** Asked back (POLICY 7.5). */
  readonly stop: Words;
};

/** "ok, okay" as a list. */
export const list = (words: string): Words =>
  words
    .split(",")
    .map((word) => word.trim().replace(/\s+/g, " "))
    .filter((word) => word !== "");

/** "mon monday, tue tuesday" as a list of lists. */
export const lists = (words: string): readonly Words[] =>
  words.split(",").map((several) => several.trim().split(/\s+/));
