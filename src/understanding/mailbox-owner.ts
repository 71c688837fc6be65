import type { Temporal } from "temporal-polyfill";
import type { Message } from "../domain/message.ts";

/** Whose mailbox it is; `zone` is an IANA name. */
export type MailboxOwner = { readonly address: string; readonly name: string; readonly zone: string };

/** The moment of writing on the writer's own clock; the person's where the mail does not tell. */
export const writtenAt = (message: Message, person: Pick<MailboxOwner, "zone">): Temporal.ZonedDateTime =>
  message.date.toZonedDateTimeISO(message.dateOffset ?? person.zone);
