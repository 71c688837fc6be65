import type { Temporal } from "temporal-polyfill";
import type { Language } from "./language.ts";
import type { Address } from "./message.ts";

/**
 * How a mail program puts the answered mail below an answer: `attribution` is a line such as "On 19 May 2026, Greg wrote:" above lines that begin
 * with ">"; `header` a block of From, Sent, To and Subject above the mail as it stands; `none` leaves it out.
 */
export const quoteShapes = ["attribution", "header", "none"] as const;
export type QuoteShape = (typeof quoteShapes)[number];

/** The mail that is answered, as it is put below the text. */
export type QuotedOriginal = {
  readonly shape: Exclude<QuoteShape, "none">;
  /** Of the thread: in it stands who wrote when. */
  readonly language: Language;
  /** In the person's zone. */
  readonly at: Temporal.ZonedDateTime;
  readonly from: Address;
  readonly to: readonly Address[];
  readonly subject: string;
  /** The whole text, with what it quotes itself. */
  readonly text: string;
};

/** What leaves around an approved text: the quoted mail, null for none, and whether an HTML part says the same once more. */
export type Around = { readonly quoted: QuotedOriginal | null; readonly html: boolean };
