import { createHash } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import type { Message, SenderProof } from "../domain/message.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import { registrable } from "../understanding/domains.ts";
import { forwardedIn } from "../understanding/text/forwarded.ts";
import { isOwn, type Received } from "./receive-message.ts";

/** The one mail that is forwarded, attached whole or below a forward mark. */
export function forwardedMail(received: Received): Result<Message, string> {
  const { message, person } = received;
  const at = message.date.toZonedDateTimeISO(person.zone);
  const [carried, ...more] = message.carried ?? [];
  if (more.length > 0) return refuse("Forward one mail at a time.");
  const inline = forwardedIn(message.text, at);
  if (carried && inline) return refuse("Forward one mail at a time.");
  const mail = carried
    ? { ...carried, sentAt: carried.sentAt === null ? null : Temporal.Instant.from(carried.sentAt) }
    : inline && { ...inline, messageId: null, inReplyTo: [], references: [], dateOffset: null, calendar: [] };
  if (!mail) return refuse("I found no forwarded mail in it; forward theirs as it is, or as an attachment.");
  const { from, sentAt } = mail;
  if (!from || isOwn(from, received))
    return refuse("I could not read the address of whoever wrote it; forward theirs as an attachment.");
  if (!sentAt || Temporal.Instant.compare(sentAt, message.date.add({ hours: 24 })) > 0)
    return refuse("I could not read when it was written; forward it as an attachment.");
  const text = mail.text;
  return ok({
    ...mail,
    from,
    date: sentAt,
    headers: {},
    report: null,
    proof: vouched(from.address),
    contentHash: createHash("sha256")
      .update(JSON.stringify([from.address, sentAt.toString(), mail.subject, text.replace(/\s+/g, " ")]))
      .digest("hex"),
  });
}

/** For finding out whose it is the person's word stands in for a signature. It is not kept as one: of the others in it nobody becomes a contact. */
const vouched = (address: string): SenderProof => ({
  aligned: true,
  domain: registrable(address),
  dkimWhole: false,
  evidence: "you forwarded it to me",
});
