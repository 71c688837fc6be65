import type { LetterPart } from "../../domain/digest.ts";
import { cleanLine } from "../../domain/plain-text.ts";
import { cell, escaped, paragraphs } from "./frame.ts";
import { mailbox } from "./lines.ts";

/** Gives a mail as HTML, as it will leave: to whom exactly, and what exactly (SAFETY R47). */
export const letter = ({ from, to, subject, text }: LetterPart): string =>
  `${cell("aw-soft aw-envelope", `${from === undefined ? "" : `From: ${escaped(cleanLine(from))}<br>`}To: ${escaped(mailbox(to))}<br>Subject: ${escaped(cleanLine(subject))}`)}${cell("aw-letter", paragraphs(text))}`;
