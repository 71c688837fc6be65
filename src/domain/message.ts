import type { Temporal } from "temporal-polyfill";

/** One mailbox address. `address` is lower case, `name` is empty when the header had none. */
export type Address = { readonly name: string; readonly address: string };

/** A `text/calendar` part as it stood in the mail. `method` is upper case, from the part's header or the calendar itself. */
export type CalendarPart = { readonly method: string; readonly ics: string };

/** What a `multipart/report; report-type=delivery-status` part says (RFC 3464). */
export type DeliveryReport = {
  readonly recipient: string;
  readonly action: "failed" | "delayed" | "delivered" | "relayed" | "expanded";
  readonly status: string;
  /** Message-ID of the mail that is reported on, without angle brackets. */
  readonly originalMessageId: string | null;
};

/** Whose word the sender is, as far as it was proven (SAFETY R30, R31). `domains` are those that DKIM or SPF proved and that align with From. */
export type SenderProof = {
  readonly aligned: boolean;
  /** Registrable domain of From when `aligned`, else null. */
  readonly domain: string | null;
  /** A DKIM signature of From's own domain covers the whole body and the reply headers (R31); the second proof of R29. */
  readonly dkimWhole: boolean;
  /** One sentence for the journal: who said so. */
  readonly evidence: string;
};

/** A mail as parsed. Message-IDs stand without angle brackets everywhere in the program. */
export type Message = {
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  readonly from: Address | null;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly subject: string;
  /** The Date header, or INTERNALDATE where that is missing or over a day off (POLICY 8.4). */
  readonly date: Temporal.Instant;
  /** Offset in which the sender wrote the Date header, for example "+01:00"; null when unknown. */
  readonly dateOffset: string | null;
  /** The whole decoded text, quotes and all; made from HTML where there is no plain part. */
  readonly text: string;
  /** Lower-case names, the first value of each; only `keptHeaders`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly calendar: readonly CalendarPart[];
  readonly report: DeliveryReport | null;
  readonly proof: SenderProof;
  /** SHA-256 (hex) of the newest facts of identity: From, Date, Subject and text (SAFETY R18). */
  readonly contentHash: string;
};

/** Headers kept on a Message, lower case: those that a rule reads. */
export const keptHeaders = [
  "auto-submitted",
  "x-autoreply",
  "x-autorespond",
  "x-autoreply-from",
  "precedence",
  "list-id",
  "x-failed-recipients",
] as const;
