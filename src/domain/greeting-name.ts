import { cleanLine } from "./plain-text.ts";

/** Gives the name for "Dear …,": the first name, or title and last name; null for what is no person's name. */
export function greetingName(name: string): string | null {
  const [last, first] = cleanLine(name)
    .replace(/\s*\([^()]*\)/g, "")
    .split(/,\s*/, 2);
  const words = `${first ?? ""} ${last ?? ""}`.trim().split(" ");
  const person = words.every((word) => /^\p{L}[\p{L}'’.-]*$/u.test(word)) && words.length <= 5;
  if (!person || office.test(name)) return null;
  const titled = /^(?:mr|mrs|ms|mx|miss|dr|prof|professor|sir|dame)\.?$/i.test(words[0] ?? "");
  const word = titled ? words.at(-1) : words[0];
  if (word === undefined || (titled && words.length < 2) || /^\p{L}\.?$/u.test(word)) return null;
  return titled ? `${words[0]} ${word}` : word;
}

const office =
  /\b(team|recruit\w*|talent|careers?|jobs|hr|people|hiring|human|office|support|group|ltd|inc|gmbh|notifications?)\b/i;
