import type { Temporal } from "temporal-polyfill";
import type { MailboxId, PersonId } from "../domain/ids.ts";
import type { Message } from "../domain/message.ts";
import { mailboxPaused } from "../domain/paused-mailbox.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { ToneProfile } from "../domain/tone.ts";
import type { OwnMail } from "../drafting/voice/own-mail.ts";
import { programManner } from "../drafting/voice/program-manner.ts";
import { toneOf } from "../drafting/voice/tone-of.ts";
import type { Account, Trouble } from "../ports.ts";
import { letterParts } from "../understanding/text/reply-text.ts";
import type { App } from "./app.ts";

export type Learning = Pick<App, "store" | "clock" | "mime" | "mailboxes">;

/** How far back is looked for mails: the newer ones alone where they are enough. In days. */
const spans = [60, 365] as const;
const enoughMails = 25;
/** More does not tell more, and somebody's Sent folder may hold a hundred a day. */
const mostMails = 400;
/** A profile is made anew after so many days; where the mailbox could not be read, after one. */
const lasts = 30;

/**
 * Reads from the person's own Sent mail how they write, and keeps that instead of the mails (POLICY 5). Nothing leaves the machine. Gives the profile,
 * or why no mailbox of theirs could be read; then what was known stays.
 */
export async function learnVoice(app: Learning, personId: PersonId): Promise<Result<ToneProfile, Trouble>> {
  const { mailboxes, known, employers } = await app.store.transaction(async (tx) => ({
    mailboxes: await tx.mailboxes.ofPerson(personId),
    known: await tx.voices.get(personId),
    employers: new Set((await tx.candidacies.contactsOf(personId)).map(domainOf)),
  }));
  let mails: readonly OwnMail[] = [];
  let trouble: Trouble | null = null;
  for (const days of spans) {
    const read = await Promise.all(mailboxes.map(({ id }) => sentMails(app, personId, id, days)));
    const found = read.flatMap((one) => (one.ok ? one.value : []));
    if (found.length > mails.length) mails = found;
    trouble = read.flatMap((one) => (one.ok ? [] : [one.error]))[0] ?? null;
    if (mails.length >= enoughMails) break;
  }
  const now = app.clock.now();
  // Passages go into requests of every candidacy, so none comes from a mail to an employer (SAFETY R43).
  const elsewhere = mails.filter(({ to }) => !to.some(({ address }) => employers.has(domainOf(address))));
  const profile = { ...toneOf(mails), passages: toneOf(elsewhere).passages };
  const isPoorer = trouble !== null && (known?.profile.basedOn ?? 0) >= profile.basedOn;
  await app.store.transaction((tx) =>
    isPoorer
      ? tx.voices.put(personId, known?.profile ?? profile, now.subtract({ hours: (lasts - 1) * 24 }))
      : tx.voices.put(personId, profile, now),
  );
  return trouble !== null && isPoorer ? refuse(trouble) : ok(profile);
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1).toLowerCase();

/** True where nothing is known of how somebody writes, or what is known has grown old. */
export const isVoiceOld = (learntAt: Temporal.Instant | null, now: Temporal.Instant): boolean =>
  learntAt === null || learntAt.add({ hours: lasts * 24 }).epochMilliseconds <= now.epochMilliseconds;

async function sentMails(
  { store, clock, mime, mailboxes }: Learning,
  personId: PersonId,
  id: MailboxId,
  days: number,
): Promise<Result<readonly OwnMail[], Trouble>> {
  const { pausedAt, account, live } = await store.transaction(async (tx) => ({
    pausedAt: (await tx.mailboxes.get(id)).pausedAt,
    account: await tx.mailboxes.account(id),
    live: { inbox: null, sent: await tx.mailboxes.cursor(id, "sent") },
  }));
  if (pausedAt !== null) return refuse({ kind: "unreachable", says: mailboxPaused(account.address) });
  const found: OwnMail[] = [];
  const read = await mailboxes.readHistory(account, clock.now().subtract({ hours: days * 24 }), live, {
    after: null,
    wants: ({ folder, isListed }) => folder === "sent" && !isListed,
    take: async ({ source, internalDate }) => {
      const { message } = await mime.read(source, { internalDate, authservId: null });
      const { messageId } = message ?? {};
      const isOurs = messageId
        ? await store.transaction(async (tx) => {
            // A draft that was sent from Drafts is a mail of the mail program's, and has our words.
            const kept = await tx.messages.withIds(personId, [messageId]);
            const isDraft = kept.some(({ direction }) => direction === "afterword");
            return isDraft || (await tx.outbox.byMessageId(personId, messageId)) !== null;
          })
        : false;
      if (message && !isOurs && isTheirs(message, account)) found.push(ownMail(message));
      // They come from old to new, and the newest tell most.
      if (found.length > mostMails) found.shift();
    },
    progress: () => undefined,
  });
  return read.ok ? ok(found) : read;
}

function ownMail(message: Message): OwnMail {
  const { newest, signature } = letterParts(message.text);
  const to = [...message.to, ...message.cc];
  return {
    text: [newest, signature].filter((part) => part !== "").join("\n\n"),
    subject: message.subject,
    to,
    isReply: message.inReplyTo.length > 0,
    isForward: /^\s*(?:fwd?|wg|tr|rv|enc|doorst)\s*:/i.test(message.subject),
    isBulk: to.length > mostReaders || message.headers["auto-submitted"] !== undefined,
    at: message.date,
    program: programManner(message.text, message.hasHtml === true),
  };
}

const mostReaders = 6;

/** Written by the owner of that mailbox, to somebody else: what lies in Sent under another name is nobody's voice (SAFETY R32). */
const isTheirs = ({ from, to, cc }: Message, { address }: Pick<Account, "address">): boolean =>
  from?.address === address.toLowerCase() && [...to, ...cc].some((one) => one.address !== from.address);
