import { createHash } from "node:crypto";
import { type ParsedMail, simpleParser } from "mailparser";
import type { Temporal } from "temporal-polyfill";
import { keptHeaders, type Message, type SenderProof } from "../domain/message.ts";
import { cleanLine, cleanText } from "../domain/plain-text.ts";
import { mailDate } from "./date-header.ts";
import { addressesIn, type HeaderField, headerFields, messageIdsIn, valuesOf } from "./header-block.ts";
import { textOfHtml } from "./mail-text.ts";
import { calendarParts, deliveryReport } from "./parts.ts";

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
  const bounded = source.subarray(0, longestMail);
  const fields = headerFields(bounded);
  if (!fields.some((field) => ["from", "date", "subject", "message-id", "received"].includes(field.name))) {
    return unreadable(fields, context, "it has no mail headers");
  }
  try {
    const mail = await simpleParser(bounded, {
      skipTextToHtml: true,
      skipImageLinks: true,
      keepDeliveryStatus: true,
      ignoreEmbedded: true,
      checksumAlgo: false,
      maxHeadSize: 256 * 1024,
      maxChildNodes: 200,
      maxHtmlLengthToParse: 1_000_000,
    });
    return { type: "parsed", message: messageFrom(fields, mail, context) };
  } catch (error) {
    return unreadable(fields, context, error instanceof Error ? cleanLine(error.message) : "unknown");
  }
}

function messageFrom(
  fields: readonly HeaderField[],
  mail: ParsedMail,
  { internalDate, proof }: { internalDate: Temporal.Instant; proof: SenderProof },
): Message {
  const addresses = (name: string) => addressesIn(valuesOf(fields, name));
  const one = (name: string) => valuesOf(fields, name)[0];
  const from = addressesIn(valuesOf(fields, "from").slice(0, 1))[0] ?? null;
  const subject = cleanLine(mail.subject ?? "").slice(0, 1000);
  const text = textOf(mail).slice(0, longestText);
  return {
    messageId: messageIdsIn(one("message-id"))[0] ?? null,
    inReplyTo: messageIdsIn(one("in-reply-to")),
    references: messageIdsIn(one("references")),
    from,
    to: addresses("to"),
    cc: addresses("cc"),
    subject,
    ...mailDate(one("date"), internalDate),
    text,
    headers: Object.fromEntries(
      keptHeaders.flatMap((name) => {
        const value = one(name);
        return value === undefined ? [] : [[name, cleanLine(value)]];
      }),
    ),
    calendar: calendarParts(mail.attachments),
    report: deliveryReport(mail.attachments),
    proof,
    contentHash: createHash("sha256")
      .update(JSON.stringify([from?.address ?? "", one("date") ?? "", subject, text]))
      .digest("hex"),
  };
}

/** The plain part counts; HTML only where there is none, because what the eye does not see must not be read as words. */
function textOf(mail: ParsedMail): string {
  const html = typeof mail.html === "string" ? mail.html : "";
  const type = mail.headers.get("content-type");
  const onlyHtml = typeof type === "object" && "params" in type && type.value === "text/html";
  const plain = onlyHtml ? "" : cleanText(mail.text ?? "");
  return plain.trim() === "" ? textOfHtml(html) : plain;
}

function unreadable(
  fields: readonly HeaderField[],
  context: { internalDate: Temporal.Instant; proof: SenderProof },
  why: string,
): ParsedMessage {
  const nothing: ParsedMail = { attachments: [], headers: new Map(), headerLines: [] };
  const message = messageFrom(fields, nothing, context);
  return { type: "unreadable", message: { ...message, subject: "(unreadable mail)" }, why };
}
