import type { DeliveryReport, RecipientReport, ReturnedMail } from "../domain/message.ts";
import { cleanLine } from "../domain/plain-text.ts";
import { type HeaderField, headerFields, messageIdsIn, valuesOf } from "./header-block.ts";
import type { Part } from "./mime-tree.ts";

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

/** What a delivery report says (RFC 3464 section 2.3, RFC 6533), a part for each recipient. Null where no part says it in a form that can be read. */
export function deliveryReport(parts: readonly Part[]): DeliveryReport | null {
  const recipients = statusBlocks(parts).flatMap((fields) => recipientIn(fields) ?? []);
  const order = ({ action }: RecipientReport): number => actions.indexOf(action);
  const sorted = recipients.toSorted((one, other) => order(one) - order(other));
  return sorted.length === 0 ? null : sorted;
}

/**
 * The names of the mail that this one carries: of the part that holds it or its headers, and of the report itself, where some servers say its
 * Message-ID. Outlook keeps the Message-ID that it has replaced in a header of its own (SAFETY R6).
 */
export function returnedMail(parts: readonly Part[]): ReturnedMail | null {
  const returned = parts.find((part) => returnedTypes.includes(part.contentType));
  const fields = [
    ...(returned === undefined ? [] : headerFields(returned.content)),
    ...(statusBlocks(parts)[0] ?? []),
  ];
  const messageIds = [...new Set(idFields.flatMap((name) => messageIdsIn(valuesOf(fields, name)[0])))];
  const outboxId = valuesOf(fields, "x-afterword-outbox-id")[0]?.trim() ?? null;
  return messageIds.length === 0 && outboxId === null ? null : { messageIds, outboxId };
}
const idFields = ["message-id", "x-microsoft-original-message-id", "x-original-message-id"];

function recipientIn(fields: readonly HeaderField[]): RecipientReport | null {
  const value = (name: string) => cleanLine(valuesOf(fields, name)[0] ?? "");
  const action = actions.find((known) => value("action").toLowerCase().startsWith(known));
  if (action === undefined) return null;
  const addresses = ["original-recipient", "final-recipient"].map((name) => addressOf(value(name)));
  return {
    addresses: [...new Set(addresses.filter((address) => address !== ""))],
    action,
    status: /\d\.\d{1,3}\.\d{1,3}/.exec(value("status"))?.[0] ?? "",
    says: value("diagnostic-code")
      .replace(/^[\w-]{1,30};\s*/, "")
      .slice(0, 500),
  };
}

/** Nobody who writes to one person needs more. */
const mostRecipients = 200;

/** The fields of the whole mail and then of each recipient, as the blocks of the part that says the status. */
function statusBlocks(parts: readonly Part[]): HeaderField[][] {
  const status = parts.find((part) => statusTypes.includes(part.contentType));
  if (status === undefined) return [];
  return status.content
    .toString("utf8")
    .slice(0, 100_000)
    .replace(/\r\n?/g, "\n")
    .split(/\n[ \t]*\n/, mostRecipients)
    .map((block) => headerFields(Buffer.from(block.trim())));
}

/** "rfc822; <Greg@abc.example>" as an address. */
const addressOf = (field: string): string =>
  field
    .replace(/^[^;]*;\s*/, "")
    .replace(/^<|>$/g, "")
    .trim()
    .toLowerCase();
