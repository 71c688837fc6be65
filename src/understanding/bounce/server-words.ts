import type { Message } from "../../domain/message.ts";

/** What a report says in words, and the copy of our mail, or of its headers, that stands below them in the same text; empty: there is none. */
export type ServerText = { readonly words: string; readonly copy: string };

/** A header that no server's own words have, and every copy of a mail. */
const copied =
  /^[> \t]{0,10}(?:return-path|received|message-id|mime-version|dkim-signature|x-afterword-outbox-id|x-google-dkim-signature)[ \t]{0,5}:/im;
/** A line that announces it: qmail, Exim, Sendmail, Exchange. */
const announced =
  /^[-\s>]{0,12}(?:below this line is a copy of|this is a copy of (?:the|your) message|(?:the )?(?:original|unsent|returned|undelivered) (?:message|mail)(?: headers?)?(?: follows)?\b[ \t:-]*$|original message headers)/im;

/**
 * Parts the text of a report that is no RFC 3464 report, as qmail, Exim and old Exchange write it: an address in our own copied mail is not
 * one that the server names.
 */
export function serverText({ text }: Pick<Message, "text">): ServerText {
  const starts = [announced, copied].flatMap((pattern) => pattern.exec(text)?.index ?? []);
  const at = Math.min(text.length, ...starts);
  return { words: text.slice(0, Math.min(at, 20_000)), copy: text.slice(at, at + 50_000) };
}

/**
 * What the words say of one address: every passage from a line that holds it to the next line that begins with another one, because a
 * report may tell of several recipients. Null where the words do not name it.
 */
export function passageAbout(words: string, address: string): string | null {
  const lines = words.split(/\r?\n/);
  const passages: string[] = [];
  let isAbout = false;
  for (const line of lines) {
    const names = holdsAddress(line, address);
    if (names) isAbout = true;
    else if (startsWithAddress.test(line)) isAbout = false;
    if (isAbout) passages.push(line);
  }
  return passages.length === 0 ? null : passages.join("\n").slice(0, 4_000);
}

const startsWithAddress = /^[\s<"'*-]{0,10}[^\s@<>"':]{1,64}@[a-z\d.-]{1,200}[>"':;,.)\s]{0,5}(?:$|\s)/i;

/** True where the whole address stands there, not as the end or the beginning of a longer one. */
function holdsAddress(line: string, address: string): boolean {
  const [text, wanted] = [line.toLowerCase(), address.toLowerCase()];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const before = text.slice(0, at);
    const behind = text.slice(at + wanted.length);
    if (!/[\w.+%-]$/.test(before) && !/^(?:[\w@-]|\.\w)/.test(behind)) return true;
  }
  return false;
}
