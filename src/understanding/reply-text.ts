import EmailReplyParser from "email-reply-parser";
import { plainWords } from "./plain-words.ts";

/** A mail's own words and the signature under them, both without what they answer. */
export type LetterParts = { readonly newest: string; readonly signature: string };

/** Gives what this mail's writer wrote now: quotes, quoted header blocks and signature removed (SAFETY R33, R45). `text` is the whole decoded text. */
export const newestText = (text: string): string => letterParts(text).newest;

/** Like newestText, with the signature kept apart: names of people and companies stand there. */
export function letterParts(text: string): LetterParts {
  const own = withoutQuotes(plainWords(text.slice(0, longest)));
  const at = signatureStart(own);
  if (at === -1) return { newest: tidy(own).slice(0, longestNewest), signature: "" };
  const tail = own.slice(at);
  const postscript = tail.findIndex((line) => /^\s*p\.?\s?s\.?[:\s]/i.test(line));
  const after = postscript === -1 ? [] : tail.slice(postscript);
  return {
    newest: tidy([...own.slice(0, at), "", ...after]).slice(0, longestNewest),
    signature: tidy(postscript === -1 ? tail : tail.slice(0, postscript)),
  };
}

// What a person writes stands at the front; the rest of a huge mail is quotes, tables or an attack on the patterns below.
const longest = 30_000;
const longestNewest = 12_000;

const tidy = (lines: readonly string[]): string =>
  lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

const divider =
  /^\s*[-_*]{2,}\s*(?:original (?:message|appointment)|forwarded (?:message|by)|urspr(?:ü|ue)ngliche nachricht|message d'origine|mensaje original|reply (?:message|above))/i;
const begunForward = /^\s*begin forwarded message:/i;
const headerLine = /^\s*\*?(?:from|von|de|da|van|od|från)\s?\*?\s?:\*?\s+\S/i;
const secondHeader =
  /^\s*\*?(?:sent|date|to|cc|subject|gesendet|datum|an|betreff|envoyé|à|objet|enviado|para|asunto|inviato|a|oggetto|verzonden|aan|onderwerp)\s?\*?\s?:/i;
const attribution =
  /^\s*(?:on\b.{4,160}\b(?:wrote|writes)|.{3,100}\bon\b.{6,80}\b(?:wrote|writes)|.{2,80}<[^>]+@[^>]+>\s*(?:wrote|writes))\s*:?\s*$/i;
// Lotus Notes: the name and a date in digits on a line of its own, the quoted mail below without marks.
const lotus =
  /^\s*"?[^"<>\n]{2,60}"?\s*(?:<[^>\s]+@[^>\s]+>|@\w+)?\s*(?:on\s)?\d{1,2}\/\d{1,2}\/\d{2,4}(?:,)?\s+\d{1,2}:\d{2}(?::\d{2})?\s*[ap]m\s*$/i;
const otherLanguages =
  /\b(?:schrieb|écrit|escribió|scritto|escreveu|schreef|skrev|napisał|pisze|kirjoitti)\b|写道|작성|メッセージ/;

/** Marked quotes are dropped where they stand, because answers may stand between them; an unmarked one runs to the end of the mail. */
function withoutQuotes(text: string): readonly string[] {
  const lines = (otherLanguages.test(text) ? foreignQuotesOff(text) : text).split("\n");
  const own: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (/^\s*>/.test(line)) continue;
    const header = attributionLength(lines, at);
    if (header > 0) {
      const next = lines.slice(at + header).find((following) => following.trim() !== "");
      if (next !== undefined && !/^\s*>/.test(next)) break;
      at += header - 1;
      continue;
    }
    // A mail that opens with header lines is a forward without a note; its text is all there is.
    const written = own.some(
      (earlier) => earlier.trim() !== "" && !secondHeader.test(earlier) && !headerLine.test(earlier),
    );
    if (written && (divider.test(line) || begunForward.test(line) || lotus.test(line))) break;
    if (
      written &&
      headerLine.test(line) &&
      lines.slice(at + 1, at + 4).some((below) => secondHeader.test(below))
    )
      break;
    own.push(line);
  }
  while (/^\s*_{10,}\s*$/.test(own.at(-1) ?? "x")) own.pop();
  return own;
}

/** "On … wrote:" may be wrapped over three lines; gives how many it takes, or 0. */
function attributionLength(lines: readonly string[], at: number): number {
  const first = lines[at] ?? "";
  if (first.trim() === "" || first.length > 200) return 0;
  if (attribution.test(first)) return 1;
  if (!/^\s*on\b.*\d/i.test(first)) return 0;
  for (const length of [2, 3]) {
    const joined = lines.slice(at, at + length).join(" ");
    if (joined.length < 260 && /\b(?:wrote|writes)\s*:\s*$/i.test(joined) && attribution.test(joined))
      return length;
  }
  return 0;
}

// The library knows the attribution lines of many languages; it costs milliseconds, so it is asked only where one may stand.
const foreignQuotesOff = (text: string): string => {
  const kept = new EmailReplyParser()
    .read(text)
    .getFragments()
    .filter((fragment) => !fragment.isQuoted());
  return kept.map((fragment) => fragment.getContent()).join("\n");
};

const closing =
  /^\s*(?:(?:(?:with )?(?:best|kind|kindest|warm|warmest|many|my|very best)\s+)?(?:regards|wishes|thanks)|(?:yours|sincerely)(?:\s+(?:sincerely|faithfully|truly|yours))?|cheers|best|all the best|thanks(?: (?:again|so much|and regards))?|thank you|(?:mit )?(?:freundlichen|viele|beste|liebe) gr(?:ü|ue)(?:ß|ss)en?|cordialement|bien à vous|saludos|take care|respectfully)\s*[,.!-]*\s*$/i;
const machine = /^\s*(?:sent from (?:my|outlook|mail)\b|get outlook for\b|-- ?$|--\s*$|_{3,}\s*$)/i;
const disclaimer =
  /^\s*(?:this (?:e-?mail|message|communication)(?: \([^)]*\))? (?:and any|is|was|may|contains)\b.*(?:confidential|intended|privileged)|confidentiality (?:notice|note)|disclaimer\b|please consider the environment)/i;

function signatureStart(lines: readonly string[]): number {
  return lines.findIndex((line, at) => {
    if (machine.test(line) || disclaimer.test(line))
      return lines.slice(0, at).some((above) => above.trim() !== "");
    if (!closing.test(line) || at === 0) return false;
    // "Thank you," may open a letter too: a signature is short and has no sentence in it.
    const next = lines.slice(at + 1).find((below) => below.trim() !== "");
    return (
      next === undefined ||
      (next.trim().length <= 60 && !/[.?!]\s*$/.test(next.replace(/\b(?:inc|ltd|co)\.$/i, "")))
    );
  });
}
