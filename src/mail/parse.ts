import { createHash } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { keptHeaders, type Message, type SenderProof } from "../domain/message.ts";
import { cleanLine, cleanText } from "../domain/plain-text.ts";
import { addressesIn } from "./addresses.ts";
import { carriedMails } from "./carried-mail.ts";
import { mailDate } from "./date-header.ts";
import { deliveryReport, returnedMail } from "./delivery-report.ts";
import { type HeaderField, headerFields, messageIdsIn, valuesOf } from "./header-block.ts";
import { type MimeTree, mimeTree } from "./mime-tree.ts";
import { calendarParts } from "./parts.ts";

/** Bytes of a mail that are read; what lies behind is attachments. */
const longestMail = 2 * 1024 * 1024;
const longestText = 200_000;

export type ParsedMessage =
  | { readonly type: "parsed"; readonly message: Message }
  /** No parser likes it: `message` holds what could be read, `why` is one sentence. */
  | { readonly type: "unreadable"; readonly message: Message; readonly why: string };

/** Gives the mail as the program sees it; reads the first 2 MB, never throws for what stands in the mail. The date follows POLICY 8.4. */
export async function parseMessage(
  source: Buffer,
  context: { internalDate: Temporal.Instant; proof: SenderProof },
): Promise<ParsedMessage> {
  const bounded = withLineFeeds(source.subarray(0, longestMail));
  const fields = headerFields(bounded);
  if (!fields.some((field) => ["from", "date", "subject", "message-id", "received"].includes(field.name))) {
    return unreadable(fields, context, "it has no mail headers");
  }
  try {
    const mail = await mimeTree(bounded);
    const message = messageFrom(fields, mail, context);
    // What cannot be read in an attachment is no fault of the mail around it.
    const carried = await carriedMails(message, mail.parts).catch(() => []);
    return { type: "parsed", message: carried.length > 0 ? { ...message, carried } : message };
  } catch (error) {
    return unreadable(fields, context, error instanceof Error ? cleanLine(error.message) : "unknown");
  }
}

/** Old programs end lines with CR alone, which no standard allows and no parser reads. */
function withLineFeeds(source: Buffer): Buffer {
  if (source.includes(lineFeed) || !source.includes(carriageReturn)) return source;
  return Buffer.from(source.map((byte) => (byte === carriageReturn ? lineFeed : byte)));
}
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** What may be shown of a mail that its parser did not survive, read without it: sender and Message-ID, as far as they are short. */
export function headOfPoison(source: Uint8Array, internalDate: Temporal.Instant): Message {
  const start = Buffer.from(source.subarray(0, 64 * 1024));
  const fields = ["from", "message-id"].flatMap((name) =>
    headerFields(start)
      .filter((field) => field.name === name && field.value.length <= 500)
      .slice(0, 1),
  );
  const proof = { aligned: false, domain: null, dkimWhole: false, evidence: "the mail could not be read" };
  return unreadable(fields, { internalDate, proof }, "").message;
}

function messageFrom(
  fields: readonly HeaderField[],
  mail: MimeTree,
  { internalDate, proof }: { internalDate: Temporal.Instant; proof: SenderProof },
): Message {
  const addresses = (name: string) => addressesIn(valuesOf(fields, name));
  const one = (name: string) => valuesOf(fields, name)[0];
  const from = addressesIn(valuesOf(fields, "from").slice(0, 1))[0] ?? null;
  const subject = cleanLine(mail.subject).slice(0, 1000);
  const text = cleanText(mail.text).slice(0, longestText);
  const replyTo = addresses("reply-to").slice(0, 5);
  const returned = returnedMail(mail.parts);
  return {
    messageId: messageIdsIn(one("message-id"))[0] ?? null,
    inReplyTo: messageIdsIn(one("in-reply-to")),
    references: messageIdsIn(one("references")),
    from,
    to: addresses("to"),
    cc: addresses("cc"),
    ...(replyTo.length > 0 && { replyTo }),
    subject,
    ...mailDate(one("date"), internalDate),
    text,
    ...(mail.hasHtml && { hasHtml: true }),
    headers: Object.fromEntries(
      keptHeaders.flatMap((name) => {
        const value = one(name);
        return value === undefined ? [] : [[name, cleanLine(value)]];
      }),
    ),
    calendar: calendarParts(mail.parts),
    report: deliveryReport(mail.parts),
    ...(returned !== null && { returned }),
    proof,
    contentHash: createHash("sha256")
      .update(JSON.stringify([from?.address ?? "", one("date") ?? "", subject, text]))
      .digest("hex"),
  };
}

function unreadable(
  fields: readonly HeaderField[],
  context: { internalDate: Temporal.Instant; proof: SenderProof },
  why: string,
): ParsedMessage {
  const message = messageFrom(fields, { subject: "", text: "", hasHtml: false, parts: [] }, context);
  return { type: "unreadable", message: { ...message, subject: "(unreadable mail)" }, why };
}
