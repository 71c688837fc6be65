import type { Finding } from "../../domain/draft-basis.ts";
import { readLine } from "../../domain/reply-line.ts";
import { attributionAt, isDivider, isHeaderLine } from "../../understanding/text/quote-heads.ts";
import type { DraftReading } from "./draft-reading.ts";
import { finding } from "./finding.ts";

const says =
  "Write plain sentences only: nothing that looks like an answer to a digest, a heading, a quote or the head of a mail.";

const marks = /^\s*(?:[>|]|[-_=*~#+]{2,}|\d{1,3}\s*[.):]\s*\S|[-•*–—]\s)/u;
const heading =
  /^\s*(?:to approve|for approval|approved?|questions?|today and tomorrow|they are waiting for you|since the last digest|waiting|trouble|drafts?|pending|action (?:needed|required)|summary|reply|confirmed|status|afterword|item \d+|draft \d+)\s*[:.!]?\s*$/i;
const digest =
  /\bafterword\b|\breply\s*(?:with\s*)?["'“]?\s*(?:\d|#|all\b|yes\b|ok\b|approve|stop\b)|["'“](?:\d+ )?(?:ok|yes|skip|later|approve[d]?|send|all ok|reopen|undo)(?: \d+)?["'”]|\b(?:item|draft) #?\d+\b|\b\d+ (?:ok|yes|skip|approved?|later|no)\b(?! \p{Ll})|\b(?:ok|yes|skip|approved?|send|approve) (?:\d+|all)\b|\b(?:all|everything) (?:ok|approved)\b|nothing is sent before you|i could not confirm that your mail|\baw-[\w-]{4,}/iu;
const structure =
  /^\s*(?:-{2,}|_{2,}|={2,}|\*{2,})?\s*(?:begin forwarded|forwarded message|original message|end of message|(?:x-)?[a-z]+(?:-[a-z]+)+\s*:\s*\S|(?:from|to|cc|bcc|subject|date|sent|reply-to|message-id|content-type|von|an|kopie|betreff|datum|gesendet|de|à|a|objet|cci?|envoyé|para|asunto|fecha|enviado|cco|aan|onderwerp|verzonden|assunto|data)\s*:|(?:re|fwd?|aw|wg|tr|rv|antw|doorst|enc|res)\s*:\s)/i;
const wrote =
  /(?<!\p{L})(?:on|am|le|el|op|em)\s[^\n]{3,80}(?:wrote|schrieb|a écrit|escribió|schreef|escreveu)\s*:/iu;
const forwarded =
  /begin forwarded|(?:forwarded|original|weitergeleitete|ursprüngliche|transféré|reenviado|doorgestuurd|encaminhada?) (?:message|nachricht|mensaje|bericht|mensagem)|message (?:transféré|d'origine)/i;
const emptyTalk = /^(?:no|yes|nein|ja|oui|non|sí|si|nee|sim|não)$/i;

/** Text that a digest's reader, or the program itself, could take for something else than a draft (SAFETY R47). */
export function imitationFaults({ lines, frame, body }: DraftReading): readonly Finding[] {
  const all = [...lines, frame.signOff ?? ""].filter((line) => line.trim() !== "");
  const line = all.find(
    (one, at) =>
      marks.test(one) ||
      heading.test(one) ||
      digest.test(one) ||
      structure.test(one) ||
      isHeaderLine(one) ||
      isDivider(one) ||
      wrote.test(one) ||
      forwarded.test(one) ||
      isShouted(one) ||
      isAnswer(one) ||
      attributionAt(all, at) !== null,
  );
  if (line !== undefined) return [finding("imitation", line, says)];
  const joined = wrote.exec(body) ?? forwarded.exec(body);
  return joined === null ? [] : [finding("imitation", joined[0], says)];
}

/** Read by the grammar of answers itself: what it would act on, or ask back, is no line of a letter (SAFETY R33). */
function isAnswer(line: string): boolean {
  const reading = readLine(line);
  return (
    reading.type === "clauses" ||
    reading.type === "bare" ||
    (reading.type === "doubt" && line.length < 60) ||
    emptyTalk.test(line.trim())
  );
}

/** A heading in capitals, as a digest has them. */
const isShouted = (line: string): boolean =>
  /\p{Lu}{3,}/u.test(line) &&
  !/\p{Ll}/u.test(line) &&
  /\p{L}[^\p{L}]*\p{L}[^\p{L}]*\p{L}[^\p{L}]*\p{L}/u.test(line);
