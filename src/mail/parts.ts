import type { Attachment } from "mailparser";
import type { CalendarPart, DeliveryReport } from "../domain/message.ts";
import { cleanLine } from "../domain/plain-text.ts";
import { headerFields, messageIdsIn, valuesOf } from "./header-block.ts";

const longestCalendar = 300_000;

/** The `text/calendar` parts; an attached copy ("invite.ics") counts only where there is no such part. */
export function calendarParts(attachments: readonly Attachment[]): CalendarPart[] {
  const of = (...types: string[]) =>
    attachments.filter((part) => types.includes(part.contentType.toLowerCase()));
  const inline = of("text/calendar");
  return (inline.length > 0 ? inline : of("application/ics")).slice(0, 5).map((part) => {
    const ics = decoded(part).slice(0, longestCalendar);
    const method = parameter(part, "method") ?? /^METHOD:(\w+)\s*$/im.exec(ics)?.[1] ?? "";
    return { method: method.toUpperCase(), ics };
  });
}

const actions = ["failed", "delayed", "delivered", "relayed", "expanded"] as const;

/** The first recipient's block of a delivery report (RFC 3464 section 2.3), and what it reports on from the returned headers. */
export function deliveryReport(attachments: readonly Attachment[]): DeliveryReport | null {
  const status = attachments.find((part) => part.contentType === "message/delivery-status");
  if (status === undefined) return null;
  const blocks = status.content
    .toString("utf8")
    .slice(0, 100_000)
    .trim()
    .split(/\r?\n[ \t]*\r?\n/);
  const fields = blocks.map((block) => headerFields(Buffer.from(block)));
  const recipient = fields.find((block) => block.some((field) => field.name === "action"));
  if (recipient === undefined) return null;
  const value = (name: string) => cleanLine(valuesOf(recipient, name)[0] ?? "");
  const action = actions.find((known) => known === value("action").toLowerCase());
  if (action === undefined) return null;
  const address = value("final-recipient") || value("original-recipient");
  const returned = attachments.find((part) =>
    ["message/rfc822", "text/rfc822-headers", "message/global", "message/rfc822-headers"].includes(
      part.contentType,
    ),
  );
  return {
    recipient: address
      .replace(/^[^;]*;\s*/, "")
      .replace(/^<|>$/g, "")
      .toLowerCase(),
    action,
    status: /\d\.\d{1,3}\.\d{1,3}/.exec(value("status"))?.[0] ?? "",
    originalMessageId:
      returned === undefined
        ? null
        : (messageIdsIn(valuesOf(headerFields(returned.content), "message-id")[0])[0] ?? null),
  };
}

function decoded(part: Attachment): string {
  try {
    return new TextDecoder(parameter(part, "charset") ?? "utf-8").decode(part.content);
  } catch {
    return part.content.toString("utf8");
  }
}

function parameter(part: Attachment, name: string): string | undefined {
  const type = part.headers.get("content-type");
  if (typeof type !== "object" || !("params" in type)) return undefined;
  const value: unknown = Object.entries(type.params).find(([key]) => key === name)?.[1];
  return typeof value === "string" ? value : undefined;
}
