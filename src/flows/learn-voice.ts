import type { Temporal } from "temporal-polyfill";
import type { MailboxId, PersonId } from "../domain/ids.ts";
import type { Message } from "../domain/message.ts";
import { ok, type Result } from "../domain/result.ts";
import type { ToneProfile } from "../domain/tone.ts";
import type { OwnMail } from "../drafting/voice/own-mail.ts";
import { toneOf } from "../drafting/voice/tone-of.ts";
import type { Trouble } from "../ports.ts";
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
  const mailboxes = await app.store.transaction((tx) => tx.mailboxes.ofPerson(personId));
  let mails: readonly OwnMail[] = [];
  let trouble: Trouble | null = null;
  for (const days of spans) {
    const read = await Promise.all(mailboxes.map(({ id }) => sentMails(app, personId, id, days)));
    mails = read.flatMap((one) => (one.ok ? one.value : []));
    trouble = read.flatMap((one) => (one.ok ? [] : [one.error]))[0] ?? null;
    if (mails.length >= enoughMails) break;
  }
  const now = app.clock.now();
  if (mails.length === 0 && trouble !== null) {
    await app.store.transaction(async (tx) => {
      const known = (await tx.voices.get(personId))?.profile ?? toneOf([]);
      await tx.voices.put(personId, known, now.subtract({ hours: (lasts - 1) * 24 }));
    });
    return { ok: false, error: trouble };
  }
  const profile = toneOf(mails);
  await app.store.transaction((tx) => tx.voices.put(personId, profile, now));
  return ok(profile);
}

/** True where nothing is known of how somebody writes, or what is known has grown old. */
export const isVoiceOld = (learntAt: Temporal.Instant | null, now: Temporal.Instant): boolean =>
  learntAt === null || learntAt.add({ hours: lasts * 24 }).epochMilliseconds <= now.epochMilliseconds;

async function sentMails(
  { store, clock, mime, mailboxes }: Learning,
  personId: PersonId,
  id: MailboxId,
  days: number,
): Promise<Result<readonly OwnMail[], Trouble>> {
  const { account, live } = await store.transaction(async (tx) => ({
    account: await tx.mailboxes.account(id),
    live: { inbox: null, sent: await tx.mailboxes.cursor(id, "sent") },
  }));
  const found: OwnMail[] = [];
  const enough = new AbortController();
  const read = await mailboxes.readHistory(
    account,
    clock.now().subtract({ hours: days * 24 }),
    live,
    {
      after: null,
      wants: ({ folder, isListed }) => folder === "sent" && !isListed,
      take: async ({ source, internalDate }) => {
        const { message } = await mime.read(source, { internalDate, authservId: null });
        const { messageId } = message ?? {};
        const isOurs = messageId
          ? await store.transaction((tx) => tx.outbox.byMessageId(personId, messageId))
          : null;
        if (message && !isOurs && !isToOneself(message)) found.push(ownMail(message));
        if (found.length >= mostMails) enough.abort();
      },
      progress: () => undefined,
    },
    enough.signal,
  );
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
  };
}

const mostReaders = 6;

/** A note to oneself is written to nobody. */
const isToOneself = ({ from, to, cc }: Message): boolean =>
  [...to, ...cc].every(({ address }) => address === from?.address);
