import type { Message, ReturnedMail } from "../../domain/message.ts";
import { serverText } from "./server-words.ts";

/** Nobody writes more of them into one report. */
const most = 10;

/**
 * The names of the mail that a report is about (SAFETY R41): from the part that returns it, else from its headers where they stand in the text, and
 * only where neither is there from the report's own In-Reply-To, which Exchange writes.
 */
export function reportedMail(message: Message): ReturnedMail {
  const { copy } = serverText(message);
  const messageIds = [...(message.returned?.messageIds ?? []), ...idsIn(copy)];
  const outboxId = message.returned?.outboxId ?? outboxField.exec(copy)?.[1] ?? null;
  const known = messageIds.length > 0 || outboxId !== null ? messageIds : message.inReplyTo;
  return {
    messageIds: [...new Set(known)].slice(0, most),
    outboxId: outboxId !== null && uuid.test(outboxId) ? outboxId.toLowerCase() : null,
  };
}

// RFC 5322 section 2.2.3: a long id may stand on a line of its own.
const idField =
  /^[> \t]{0,10}(?:message-id|x-microsoft-original-message-id)[ \t]{0,5}:[ \t]{0,5}(?:\r?\n[> \t]{1,10})?<([^<>\s]{1,600})>/gim;
const outboxField = /^[> \t]{0,10}x-afterword-outbox-id[ \t]{0,5}:[ \t]{0,5}([\da-f-]{36})[ \t]*$/im;
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

const idsIn = (copy: string): string[] => [...copy.matchAll(idField)].map((found) => found[1] ?? "");
