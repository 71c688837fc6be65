import { Temporal } from "temporal-polyfill";
import type { Message } from "../domain/message.ts";

/** A mail as it crosses into the parser's thread. `now` is the instant for the check of signatures, null: none is checked. */
export type MailToParse = {
  readonly source: Uint8Array;
  readonly internalDate: string;
  readonly authservId: string | null;
  readonly now: string | null;
};

/** What the program says to the thread. */
export type ToThread =
  | { readonly type: "parse"; readonly mail: MailToParse }
  | { readonly type: "records"; readonly lookup: number; readonly records: string[][] }
  | { readonly type: "noRecords"; readonly lookup: number; readonly code: string };

/** What the thread says to the program; `lookup` asks for the TXT records of `name`, because only the program has a name server. */
export type FromThread =
  | { readonly type: "ready" }
  | { readonly type: "lookup"; readonly lookup: number; readonly name: string }
  | { readonly type: "parsed"; readonly message: PlainMessage; readonly unreadable: string | null };

/** Values that the structured clone algorithm takes over unchanged: Temporal values are none. */
type Plain =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Plain[]
  | { readonly [name: string]: Plain };

export type PlainMessage = Omit<Message, "date"> & { readonly date: string };

/** A field of Message that could not cross does not compile here. */
export const plainMessage = (message: Message): PlainMessage =>
  ({ ...message, date: message.date.toString() }) satisfies Plain;

export const messageOfPlain = (plain: PlainMessage): Message => ({
  ...plain,
  date: Temporal.Instant.from(plain.date),
});
