import type { Message } from "../domain/message.ts";
import { closingOf } from "../domain/reply-rewording.ts";
import type { Person } from "../ports/store.ts";
import { plainlyOwn } from "../understanding/text/plainly-own.ts";
import { letterParts } from "../understanding/text/reply-text.ts";

/** A signature that a mail program puts below is short; a letter that was taken for one is not. */
const longestSignature = 25;
/** "On Friday Afterword wrote:" above a quote. */
const mostAttribution = 25;

/** Gives the closing that belongs to the person's own letter, taken for a signature or not. */
export const closingOfLetter = (message: Pick<Message, "text">, { name }: Pick<Person, "name">): string =>
  closingOf(letterParts(message.text).signature, name);

/**
 * Gives why a text of the person's own is not sent as it was read, in a sentence; null where it is. Something may have been taken out of it that
 * looked like a quote or a signature, or something may stand in it that is not theirs (POLICY 7.3: they wrote every word).
 */
export function doubtAboutOwnText(
  text: string,
  message: Pick<Message, "text">,
  person: Person,
): string | null {
  if (wasCut(message.text, person))
    return "I am not sure where your text ends, so nothing was sent. Send it once more as the only thing in the mail, without a signature below.";
  if (holdsQuote(text, person))
    return "Something quoted seems to stand in your text, so nothing was sent. Send the text once more without the mail below it.";
  return null;
}

function wasCut(whole: string, person: Person): boolean {
  const { newest, signature } = letterParts(whole);
  const closing = closingOf(signature, person.name);
  const left = wordsIn(signature).length - wordsIn(closing).length;
  const missing = wordsIn(plainlyOwn(whole)).length - wordsIn(newest).length - wordsIn(signature).length;
  return (
    left > longestSignature || /[.!?]\s*$/m.test(behind(signature, closing)) || missing > mostAttribution
  );
}

const behind = (signature: string, closing: string): string =>
  closing === "" ? signature : signature.split("\n").slice(closing.split("\n").length).join("\n");

const field = /^\s*[\p{L} ]{2,20}:\s+\S/u;

function holdsQuote(text: string, { address }: Person): boolean {
  const lines = text.split("\n");
  return (
    lines.some((line) => /^\s*[>|]/.test(line) || /\d+ (?:ok|skip|later)\b["”]/.test(line)) ||
    lines.some((_line, at) => lines.slice(at, at + 3).filter((line) => field.test(line)).length === 3) ||
    /\bAfterword\b/.test(text) ||
    text.toLowerCase().includes(address)
  );
}

const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
