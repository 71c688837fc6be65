import { createHash } from "node:crypto";
import MailComposer, { type MailComposerOptions } from "nodemailer/lib/mail-composer";
import type { Temporal } from "temporal-polyfill";
import type { Draft } from "../domain/draft.ts";
import type { OutboxId } from "../domain/ids.ts";
import type { Address } from "../domain/message.ts";
import { recipient } from "../domain/plain-address.ts";
import { cleanLine } from "../domain/plain-text.ts";
import type { Around } from "../domain/quoted-original.ts";
import { bodyOf, htmlPart, plainPart } from "./body.ts";

export type FollowUpMail = {
  readonly outboxId: OutboxId;
  readonly from: Address;
  readonly draft: Pick<Draft, "to" | "subject" | "text" | "inReplyTo" | "references">;
  readonly messageId: string;
  /** In the person's zone, which the Date header shows. */
  readonly date: Temporal.ZonedDateTime;
} & Around;
type Letter = Omit<FollowUpMail, "outboxId">;

/**
 * Gives the final bytes of an approved mail: its text as format=flowed (RFC 3676), and as HTML where the person's own mails have both, in its thread,
 * with nothing that names the program but the Outbox-Id (SAFETY R6). The same mail gives the same bytes each time.
 * Throws when an address is none: `recipient` has to be asked before anything is approved (R37).
 */
export const composeFollowUp = (mail: FollowUpMail): Promise<Buffer> =>
  letter(mail, { "X-Afterword-Outbox-Id": mail.outboxId });

/** The same bytes as a copy for the Drafts folder, with a mark by which it is known there. Never sent by us. */
export const composeDraftCopy = ({ mark, ...mail }: Letter & { readonly mark: string }): Promise<Buffer> =>
  letter(mail, { "X-Afterword-Draft": cleanLine(mark) });

function letter(mail: Letter, headers: Record<string, string>): Promise<Buffer> {
  const { draft } = mail;
  const body = bodyOf(draft.text, mail.quoted);
  const html = { contentType: "text/html; charset=utf-8", content: htmlPart(body) };
  return bytesOf(mail, draft.to, {
    subject: cleanLine(draft.subject),
    alternatives: [
      { contentType: "text/plain; charset=utf-8; format=flowed; delsp=no", content: plainPart(body) },
      ...(mail.html ? [html] : []),
    ],
    ...thread(draft.inReplyTo, draft.references),
    headers,
  });
}

export type OwnMail = {
  readonly outboxId: OutboxId;
  /** The person: From and To both have this address, From under the name "Afterword" (POLICY 7.8). */
  readonly to: Address;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly date: Temporal.ZonedDateTime;
  /** Value of the header X-Afterword, by which a mail program can sort. Nothing is decided by it: our own mails are known by Message-ID. */
  readonly mark: string;
};

/** Gives the final bytes of a digest or debrief. `Auto-Submitted` keeps auto-responders quiet (RFC 3834 section 5, SAFETY R40). */
export async function composeOwn(mail: OwnMail): Promise<Buffer> {
  const from = { name: "Afterword", address: mail.to.address };
  return bytesOf({ ...mail, from }, mail.to, {
    subject: cleanLine(mail.subject),
    text: mail.text,
    html: mail.html,
    headers: {
      "Auto-Submitted": "auto-generated",
      "X-Afterword": cleanLine(mail.mark),
      "X-Afterword-Outbox-Id": mail.outboxId,
    },
  });
}

/** An id that no header may hold (RFC 5322 section 3.6.4) is left out: the mail is then a thread of its own, or joins at an older one. */
const thread = (inReplyTo: string | null, references: readonly string[]): MailComposerOptions => {
  const whole = references.filter((id) => isMessageId.test(id));
  return {
    ...(inReplyTo !== null && isMessageId.test(inReplyTo) && { inReplyTo: `<${inReplyTo}>` }),
    ...(whole.length > 0 && { references: whole.map((id) => `<${id}>`) }),
  };
};

const isMessageId = /^[\x21-\x3b\x3d\x3f-\x7e]{1,900}$/;

async function bytesOf(
  mail: { from: Address; messageId: string; date: Temporal.ZonedDateTime },
  to: Address,
  content: MailComposerOptions,
): Promise<Buffer> {
  return new MailComposer({
    ...content,
    from: signedBy(mail.from),
    to: sure(to),
    messageId: `<${messageIdOf(mail.messageId)}>`,
    date: dateHeader(mail.date),
    // What parts a mail with two bodies is made from what is fixed, not by chance.
    baseBoundary: createHash("sha256").update(mail.messageId).digest("hex").slice(0, 32),
    boundaryPrefix: "=_",
    newline: "win",
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

/** The person's own name, where a header can hold it. */
const signedBy = (from: Address): Address => (recipient(from).ok ? from : sure({ ...from, name: "" }));

function sure(address: Address): Address {
  const asked = recipient(address);
  if (!asked.ok) throw new Error(asked.error);
  return asked.value;
}

function messageIdOf(id: string): string {
  if (!isMessageId.test(id)) throw new Error("A Message-ID with spaces or brackets reached the composer");
  return id;
}

const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** RFC 5322 section 3.3, with the offset of the zone at that moment. */
function dateHeader(at: Temporal.ZonedDateTime): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const time = [at.hour, at.minute, at.second].map(two).join(":");
  const offset = at.offset.slice(0, 6).replace(":", "");
  return `${days[at.dayOfWeek - 1]}, ${at.day} ${months[at.month - 1]} ${at.year} ${time} ${offset}`;
}
