import type { CalendarPart, DeliveryReport } from "../domain/message.ts";
import { cleanLine } from "../domain/plain-text.ts";
import { headerFields, messageIdsIn, valuesOf } from "./header-block.ts";
import type { Part } from "./mime-tree.ts";

const longestCalendar = 300_000;

/** The `text/calendar` parts; an attached copy ("invite.ics") counts only where there is no such part. */
export function calendarParts(attachments: readonly Part[]): CalendarPart[] {
  const of = (...types: string[]) =>
    attachments.filter((part) => types.includes(part.contentType.toLowerCase()));
  const inline = of("text/calendar");
  return (inline.length > 0 ? inline : of("application/ics")).slice(0, 5).map((part) => {
    const ics = decoded(part).slice(0, longestCalendar);
    const method = parameter(part, "method") ?? /^METHOD:(\w+)\s*$/im.exec(ics)?.[1] ?? "";
    return { method: method.toUpperCase(), ics };
  });
}

/** In the order in which they count where recipients fared differently: what failed is what the person has to know. */
const actions = ["failed", "delayed", "delivered", "relayed", "expanded"] as const;

const statusTypes = ["message/delivery-status", "message/global-delivery-status"];
const returnedTypes = [
  "message/rfc822",
  "message/global",
  "text/rfc822-headers",
  "text/rfc822",
  "message/rfc822-headers",
  "message/global-headers",
];

/**
 * What a delivery report says (RFC 3464 section 2.3, RFC 6533) of the recipient who fared worst, and which mail it reports on, from the
 * returned mail or its headers. Null where no part says it in a form that can be read.
 */
export function deliveryReport(parts: readonly Part[]): DeliveryReport | null {
  const status = parts.find((part) => statusTypes.includes(part.contentType));
  if (status === undefined) return null;
  const recipients = recipientBlocks(status.content.toString("utf8").slice(0, 100_000)).flatMap((fields) => {
    const value = (name: string) => cleanLine(valuesOf(fields, name)[0] ?? "");
    const action = actions.find((known) => value("action").toLowerCase().startsWith(known));
    return action === undefined ? [] : [{ action, value }];
  });
  const order = (action: (typeof actions)[number]): number => actions.indexOf(action);
  const [worst] = recipients.sort((one, other) => order(one.action) - order(other.action));
  if (worst === undefined) return null;
  const returned = parts.find((part) => returnedTypes.includes(part.contentType));
  return {
    recipient: addressOf(worst.value("final-recipient") || worst.value("original-recipient")),
    action: worst.action,
    status: /\d\.\d{1,3}\.\d{1,3}/.exec(worst.value("status"))?.[0] ?? "",
    originalMessageId:
      returned === undefined
        ? null
        : (messageIdsIn(valuesOf(headerFields(returned.content), "message-id")[0])[0] ?? null),
  };
}

/** Nobody who writes to one person needs more. */
const mostRecipients = 200;

/** The fields of each recipient; the first block, about the whole mail, is one more without an action. */
const recipientBlocks = (text: string) =>
  text
    .replace(/\r\n?/g, "\n")
    .split(/\n[ \t]*\n/, mostRecipients)
    .map((block) => headerFields(Buffer.from(block.trim())));

/** "rfc822; <Greg@abc.example>" as an address. */
const addressOf = (field: string): string =>
  field
    .replace(/^[^;]*;\s*/, "")
    .replace(/^<|>$/g, "")
    .toLowerCase();

function decoded(part: Part): string {
  try {
    return new TextDecoder(parameter(part, "charset") ?? "utf-8").decode(part.content);
  } catch {
    return part.content.toString("utf8");
  }
}

function parameter(part: Part, name: string): string | undefined {
  const type = part.headers.get("content-type");
  if (typeof type !== "object" || !("params" in type)) return undefined;
  const value: unknown = Object.entries(type.params).find(([key]) => key === name)?.[1];
  return typeof value === "string" ? value : undefined;
}
