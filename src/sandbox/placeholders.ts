import type { Letter } from "./letter.ts";

/**
 * Fills `{{last_sent}}` (Message-ID of the newest mail that left, in angle brackets unless the file has them already) and
 * `{{last_sent_subject}}`; every other byte stays as it is.
 * @returns null when there is a placeholder and no mail has left.
 */
export function fillPlaceholders(file: Buffer, last: Letter | null): Buffer | null {
  // One character a byte: the file may hold any encoding.
  const text = file.toString("latin1");
  if (!/\{\{last_sent(_subject)?\}\}/.test(text)) return file;
  if (last === null) return null;
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  const inBytes = (words: string) => Buffer.from(words, "utf8").toString("latin1");
  const filled = (part: string, subject: string) =>
    part
      .replaceAll("<{{last_sent}}>", () => `<${last.messageId}>`)
      .replaceAll("{{last_sent}}", () => `<${last.messageId}>`)
      .replaceAll("{{last_sent_subject}}", () => subject);
  const head = filled(text.slice(0, end), last.rawSubject);
  return Buffer.from(head + filled(text.slice(end), inBytes(last.subject)), "latin1");
}
