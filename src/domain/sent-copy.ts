import type { Draft } from "./draft.ts";
import { draftMark } from "./drafts-folder.ts";
import type { Message } from "./message.ts";
import { shareOf } from "./quoted-draft.ts";

/** A mail of the person's own in Sent, as far as it shows whether it is one of our drafts. `words`: what they wrote now, without quotes. */
export type SentMail = Pick<
  Message,
  "messageId" | "inReplyTo" | "references" | "to" | "cc" | "subject" | "headers"
> & { readonly words: string };

/** Less of a draft in a mail without its marks is a mail of the person's own. */
const leastShare = 0.5;

/** A draft and the Message-ID of its copy in Drafts. */
type Copy = { readonly messageId: string; readonly draft: Draft };

/** True where a mail that the person sent carries the copy's Message-ID or its mark, and goes to the draft's recipient. */
export const carriesMark = ({ messageId, draft }: Copy, mail: SentMail): boolean =>
  isTo(draft, mail) &&
  (mail.messageId === messageId || mail.headers["x-afterword-draft"] === draftMark(draft));

/** True where it goes to the draft's recipient in the draft's thread, and most of the draft's words stand in it: mail programs drop every mark. */
export function readsLike({ draft }: Copy, mail: SentMail): boolean {
  const isInThread =
    draft.inReplyTo === null
      ? mail.subject === draft.subject
      : [...mail.inReplyTo, ...mail.references].includes(draft.inReplyTo);
  return isTo(draft, mail) && isInThread && shareOf(draft.text, mail.words) >= leastShare;
}

const isTo = ({ to }: Draft, mail: SentMail): boolean =>
  [...mail.to, ...mail.cc].some(({ address }) => address === to.address);
