import type { Message } from "../../domain/message.ts";
import { plainWords, sentencesOf } from "../text/plain-words.ts";
import { letterParts } from "../text/reply-text.ts";
import { structureOf } from "./automatic.ts";
import { type MailSigns, signsOf } from "./signs.ts";

/** The signs of a mail as the rules see it; null where its structure already says what it is. */
export function readSigns(message: Message): MailSigns | null {
  const { newest } = letterParts(message.text);
  if (structureOf(message, newest) !== null) return null;
  const subject = plainWords(message.subject);
  return signsOf(message, subject, sentencesOf(newest));
}
