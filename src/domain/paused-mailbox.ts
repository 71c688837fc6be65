import { programCall } from "./program-call.ts";

/** That a mailbox is paused, and how that ends, as a sentence. */
export const mailboxPaused = (address: string): string =>
  `${address} is paused: nothing there is read, and nothing leaves from there; ${endsPause(address)}`;

/** Why a mail is not sent, at the end of a sentence. */
export const whileMailboxPaused = (address: string): string =>
  `you paused ${address}; it is shown again afterwards.`;

export const endsPause = (address: string): string =>
  `"${programCall} resume --mailbox ${address}" ends that.`;
