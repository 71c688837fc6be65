import { cleanLine } from "./plain-text.ts";

/** Words that somebody wrote elsewhere, made fit for a mail: a sentence that stands for itself, or words that need a lead-in. */
export type OwnWords =
  | { readonly type: "sentence"; readonly words: string }
  | { readonly type: "named"; readonly words: string };

/**
 * Gives what the person named as an occasion to write, fit for the mail to that employer (POLICY 1, "An occasion"); null where it cannot stand
 * in one: it asks for something, holds a link, an address or a number to call, or is far too long. A sentence stays word for word as the
 * person wrote it. "They" and "their" at its beginning are the employer, who is spoken to: "I noticed that you opened an office in Leeds."
 */
export function ownOccasion(says: string): OwnWords | null {
  const line = bare(says);
  if (!isFit(line, longestOccasion) || line.includes("?") || betweenOneself.test(line)) return null;
  if (/^(?:please )?(?:ask|request|demand)\b/i.test(line)) return null;
  const told = withoutOrder(line);
  if (told !== line) return occasionOf(spokenTo(told));
  const they = /^they(?=['’ ])(.+)$/i.exec(line)?.[1];
  if (they !== undefined)
    return { type: "sentence", words: asSentence(`I noticed that you${spokenTo(they)}`) };
  if (!/^their\b/i.test(line)) return occasionOf(line);
  const theirs = spokenTo(line).replace(/^Y/, "y");
  return states(theirs)
    ? { type: "sentence", words: asSentence(`I noticed that ${theirs}`) }
    : occasionOf(theirs);
}

/**
 * Gives what the person wants to be added to a thank-you: behind "Add:" at the beginning of a line of the debrief, as they wrote it (POLICY 1
 * thank_you, the optional paragraph). Null where nothing is, or it cannot stand in a mail.
 */
export function addition(notes: string): string | null {
  const lines = notes.split(/\r?\n/).map((line) => line.trim());
  const at = lines.findIndex((line) => addMark.test(line));
  if (at === -1) return null;
  const taken = [(lines[at] ?? "").replace(addMark, "")];
  // A mail program broke a line that is long and ends in no full stop; the next one goes on with it.
  for (let next = at + 1; next < lines.length; next += 1) {
    const before = lines[next - 1] ?? "";
    if (before.length < wrapped || /[.!?]$/.test(before) || lines[next] === "") break;
    taken.push(lines[next] ?? "");
  }
  const line = bare(taken.join(" "));
  return isFit(line, longestAddition) && !line.includes("?") ? asSentence(line) : null;
}

/** Gives a sentence of the employer's that may be quoted to them, word for word; null where it is too long, or holds what enters no draft (POLICY 8.8). */
export function quotable(words: string): string | null {
  const line = bare(words).replaceAll(/["“”„«»]/g, "'");
  if (!isFit(line, longestQuote) || line.split("?").length > 2) return null;
  return closed(line);
}

const longestOccasion = 80;
const longestAddition = 60;
const longestQuote = 40;
const wrapped = 60;
const addMark = /^(?:please )?add\s*:\s*/i;

const bare = (words: string): string =>
  cleanLine(words)
    .replace(/^[-–*•]\s+/, "")
    .replace(/^["“„«']+(.*?)["”“»']+$/u, "$1")
    .trim();

/** Links, addresses, numbers to call and brackets of any kind never enter a draft (POLICY 8.8). */
const strange =
  /https?:|www\.|\S@\S|\b\w[\w-]*\.(?:com|org|net|io|co|de|fr|example)\b|\+\d|(?:\d[\s()/.-]?){9,}|\b\d{3}[-.\s]\d{4}\b|[[\]{}<>|\\]/i;

/** A note may be meant for nobody else. */
const betweenOneself =
  /[£$€¥]|\b\d+k\b|\bsalar\w*|\bwages?\b|\bprivate\w*|\bconfidential\w*|\bsecret\w*|\bto (?:my)?self\b/i;

const isFit = (line: string, longest: number): boolean =>
  /\p{L}{2}/u.test(line) && line.split(" ").length <= longest && !strange.test(line);

/** "Tell Jo that I passed the exam" is meant for the program; what shall be told is "I passed the exam". */
const orders: readonly (readonly [RegExp, string])[] = [
  [/^congratulate (?:them|him|her|\p{Lu}[\p{L}-]+) (?=on\b|for\b)/u, "congratulations "],
  [/^thank (?:them|him|her|\p{Lu}[\p{L}-]+) (?=for\b)/u, "thank you "],
  [/^wish (?:them|him|her|\p{Lu}[\p{L}-]+) /u, "I wish you "],
  [/^(?:tell|remind|write(?: to)?) (?:them|him|her|\p{Lu}[\p{L}-]+)[,:]? (?:that |about |of )?/u, ""],
  [/^let (?:them|him|her|\p{Lu}[\p{L}-]+) know[,:]? (?:that |about |of )?/u, ""],
  [/^(?:say|mention|write)[,:]? (?:that |about |of )?/u, ""],
];

function withoutOrder(line: string): string {
  const plain = line.replace(/^please /i, "").replace(/^\p{Lu}(?=\p{Ll}+ )/u, (first) => first.toLowerCase());
  const order = orders.find(([pattern]) => pattern.test(plain));
  return order === undefined ? line : plain.replace(...order);
}

/** "They" takes the same forms of verbs as "you". */
const spokenTo = (words: string): string =>
  words
    .replaceAll(/\bthey(?=\b|['’])/gi, "you")
    .replaceAll(/\bthem\b/gi, "you")
    .replaceAll(/\btheirs\b/gi, "yours")
    .replaceAll(/\btheir\b/gi, "your")
    .replaceAll(/\bthemselves\b/gi, "yourselves");

const occasionOf = (line: string): OwnWords =>
  readsAsSentence(line)
    ? { type: "sentence", words: asSentence(line) }
    : { type: "named", words: line.replace(/[.!,;:\s]+$/, "") };

/** Begins as somebody who speaks to somebody does; or was closed with a full stop by whoever wrote it. */
function readsAsSentence(line: string): boolean {
  if (line.split(" ").length < 3 || /\b(?:they|them|their|theirs)\b/i.test(line)) return false;
  const speaking = /^(?:i|we|you)(?:['’](?:m|ve|d|ll|re))? \p{L}/iu;
  const greeting = /^(?:congratulations|thank you|thanks|happy|best wishes|all the best)\b/i;
  return (
    speaking.test(line) ||
    greeting.test(line) ||
    states(line) ||
    (/^\p{Lu}/u.test(line) && /[.!]$/.test(line))
  );
}

/** Has a verb of its own: "your walk was in the paper", not "the walk that was in the paper". */
const states = (line: string): boolean =>
  /\s(?:is|are|was|were|has|have|had|will|won|did)\s/i.test(line) &&
  !/\b(?:that|which|who|whose|where|when|how|what)\b/i.test(line);

const asSentence = (line: string): string => closed(line.replace(/^\p{Ll}/u, (first) => first.toUpperCase()));
const closed = (line: string): string =>
  /[.!?…]['’]?$/.test(line) ? line : `${line.replace(/[,;:\s]+$/, "")}.`;
