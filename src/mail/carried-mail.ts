import { Temporal } from "temporal-polyfill";
import type { Address, CarriedMail } from "../domain/message.ts";
import { cleanLine, cleanText } from "../domain/plain-text.ts";
import { addressesIn } from "./addresses.ts";
import { mailDate } from "./date-header.ts";
import { headerFields, messageIdsIn, valuesOf } from "./header-block.ts";
import { mimeTree, type Part } from "./mime-tree.ts";
import { calendarParts } from "./parts.ts";

/** A letter is short; what is longer would cost the mail around it its time (SAFETY R25). */
const longest = 400_000;
const most = 3;

/**
 * The mails that somebody forwards to themselves as attachments (RFC 2046 section 5.2.1), each read as far as a rule needs it. Of mails to others
 * none is read: nobody asks for them.
 */
export async function carriedMails(
  { from, to }: { readonly from: Address | null; readonly to: readonly Address[] },
  parts: readonly Part[],
): Promise<CarriedMail[]> {
  if (from === null || !to.some(({ address }) => untagged(address) === untagged(from.address))) return [];
  const whole = parts.filter(({ contentType }) => /^message\/(?:rfc822|global)$/.test(contentType));
  const carried: CarriedMail[] = [];
  for (const { content } of whole.slice(0, most))
    if (content.length <= longest) carried.push(await read(content));
  return carried;
}

async function read(source: Buffer): Promise<CarriedMail> {
  const fields = headerFields(source);
  const one = (name: string) => valuesOf(fields, name)[0];
  const { subject, text, parts } = await mimeTree(source);
  return {
    messageId: messageIdsIn(one("message-id"))[0] ?? null,
    inReplyTo: messageIdsIn(one("in-reply-to")),
    references: messageIdsIn(one("references")),
    from: addressesIn(valuesOf(fields, "from").slice(0, 1))[0] ?? null,
    to: addressesIn(valuesOf(fields, "to")),
    cc: addressesIn(valuesOf(fields, "cc")),
    subject: cleanLine(subject).slice(0, 1000),
    text: cleanText(text).slice(0, 100_000),
    ...sent(one("date")),
    calendar: calendarParts(parts),
  };
}

/** It was sent long before the mail around it, so that only the header tells when. */
function sent(header: string | undefined): Pick<CarriedMail, "sentAt" | "dateOffset"> {
  const at = Date.parse((header ?? "").replace(/\([^()]*\)/g, " ").trim());
  if (Number.isNaN(at)) return { sentAt: null, dateOffset: null };
  const { date, dateOffset } = mailDate(header, Temporal.Instant.fromEpochMilliseconds(at));
  return { sentAt: date.toString(), dateOffset };
}

const untagged = (address: string): string => address.replace(/\+[^@]*@/, "@");
