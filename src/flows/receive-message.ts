import type { Temporal } from "temporal-polyfill";
import type { CandidacyId, DraftId, MessageRowId, OutboxId } from "../domain/ids.ts";
import type { Address, Message } from "../domain/message.ts";
import { tokenIn } from "../domain/reply-token.ts";
import type { MailboxRow, NewMessage, OutboxRow, Person, Tx } from "../ports/store.ts";
import type { Account, FetchedMail } from "../ports.ts";
import type { SecondOpinion } from "../understanding/kind/second-opinion.ts";
import { newestText } from "../understanding/text/reply-text.ts";
import type { App } from "./app.ts";
import { remindPlans } from "./remind-plans.ts";
import { secondOpinionOn } from "./second-opinion.ts";
import { orSetAside, type Readable, readable, setAside } from "./set-aside.ts";
import { takeCommand } from "./take-command.ts";
import { takeEmployerMail } from "./take-employer-mail.ts";
import { takeHandMail } from "./take-hand-mail.ts";
import { takeReply } from "./take-reply.ts";
import { wasSent } from "./was-sent.ts";

export type Received = {
  readonly app: Pick<App, "clock" | "ids" | "holidays" | "mime">;
  readonly tx: Tx;
  readonly person: Person;
  readonly mailbox: MailboxRow;
  readonly fetched: FetchedMail;
  readonly message: Message;
  /** What a model said about it, where the rules were unsure. */
  readonly opinion: SecondOpinion | null;
  /** What the writer of this mail wrote now, without quotes and signature. */
  readonly newText: string;
  /** When it is taken; of an old mail when it was written. */
  readonly now: Temporal.Instant;
  /** It was there before the mailbox was connected: it makes the past, and nothing is planned, asked or answered for it. */
  readonly isHistory: boolean;
};

/** What must be looked at after the commit: candidacies at an instant, outbox rows at once. */
export type Afterwards = {
  readonly plans: readonly { readonly id: CandidacyId; readonly at: Temporal.Instant | null }[];
  readonly outbox: readonly { readonly id: OutboxId; readonly at: Temporal.Instant }[];
  /** Drafts that the person wants changed. */
  readonly drafts: readonly DraftId[];
};
export const nothingMore: Afterwards = { plans: [], outbox: [], drafts: [] };

/**
 * Takes one mail as a server gave it. Cursor, message, meaning and all their effects are one transaction (SAFETY R17); the cursor moves by
 * compare-and-set, so a second watcher of the same mailbox changes nothing (DESIGN 6.1).
 */
export async function receiveMessage(
  app: Pick<App, "store" | "clock" | "ids" | "holidays" | "mime" | "queue" | "secondReader">,
  account: Account,
  fetched: FetchedMail,
): Promise<void> {
  const read = await readable(app, fetched, account.authservId);
  const opinion =
    fetched.folder === "inbox" && read.unreadable === null
      ? await secondOpinionOn(app, account, read.message)
      : null;
  const afterwards = await orSetAside((why) => takeOnce(app, account, fetched, { ...read, opinion }, why));
  await remindPlans(app, afterwards.plans);
  for (const { id, at } of afterwards.outbox) await app.queue.remind({ queue: "outbox", id }, at);
  for (const id of afterwards.drafts) await app.queue.remind({ queue: "draft", id }, app.clock.now());
}

async function takeOnce(
  app: Parameters<typeof receiveMessage>[0],
  { mailboxId }: Account,
  fetched: FetchedMail,
  { message, unreadable, opinion }: Readable & { readonly opinion: SecondOpinion | null },
  failed: string | null,
): Promise<Afterwards> {
  return app.store.transaction(async (tx) => {
    const { folder, uidValidity, afterUid, uid } = fetched;
    if (!(await tx.mailboxes.advance(mailboxId, folder, uidValidity, afterUid, uid))) return nothingMore;
    const mailbox = await tx.mailboxes.get(mailboxId);
    const person = await tx.people.get(mailbox.personId);
    const now = app.clock.now();
    const why = unreadable ?? failed;
    if (why !== null || !message) {
      await setAside(tx, person, message, why ?? "", now);
      return nothingMore;
    }
    const newText = newestText(message.text);
    return take({ app, tx, person, mailbox, fetched, message, opinion, newText, now, isHistory: false });
  });
}

/** Whose mail it is decides who takes it: ours, an answer to ours, the person's own, or somebody else's. */
export async function take(received: Received): Promise<Afterwards> {
  const { tx, person, mailbox, message, fetched } = received;
  const ours = message.messageId ? await tx.outbox.byMessageId(person.id, message.messageId) : null;
  if (ours && isWhereWePutIt(ours, fetched.folder)) return sightingOf(received, ours);
  const reply = goesToThemselves(received)
    ? ((await takeReply(received, tokenIn(message))) ?? (await takeCommand(received)))
    : null;
  if (reply) return reply;
  if (await tx.messages.knows(mailbox.id, identityOf(received))) return nothingMore;
  return fetched.folder === "sent" || isFromPerson(received)
    ? takeHandMail(received)
    : takeEmployerMail(received);
}

/** Anybody who got a mail of ours knows its Message-ID, so only the folder where it belongs proves anything. */
const isWhereWePutIt = (row: OutboxRow, folder: FetchedMail["folder"]): boolean =>
  row.purpose === "self" ? true : folder === "sent";

/** A mail of ours is answered to the address that it came from (POLICY 7.8). What only quotes one, such as a forwarded digest, is mail to others. */
const goesToThemselves = (received: Received): boolean =>
  received.message.to.some((one) => isOwn(one, received));

/** The person's address or the mailbox's, with or without a plus-address' tag; theirs may have one of its own. */
export const isOwn = (
  { address }: Address,
  { person, mailbox }: Pick<Received, "person" | "mailbox">,
): boolean => [person.address, mailbox.address].some((own) => untagged(own) === untagged(address));

const untagged = (address: string): string => address.replace(/\+[^@]*@/, "@");

/** Positive evidence that a mail of ours left, if that was in doubt (SAFETY section 1, step 6). */
async function sightingOf({ app, tx, fetched, now }: Received, row: OutboxRow): Promise<Afterwards> {
  if (row.candidacyId) await tx.candidacies.lock(row.candidacyId);
  if (fetched.folder === "sent" && row.purpose === "draft") await tx.outbox.markFiled(row.id);
  if (!(await tx.outbox.move(row.id, "found", { sentAt: now }))) return nothingMore;
  const where = fetched.folder === "sent" ? "Sent" : "the inbox";
  await tx.journal.append({
    personId: row.personId,
    candidacyId: row.candidacyId,
    at: now,
    type: "found",
    by: "program",
    says: `Found in ${where}: the mail of which no answer came had been taken.`,
    data: { outbox: row.id },
  });
  await wasSent(tx, app, row, `found in ${where}`);
  return { plans: row.candidacyId ? [{ id: row.candidacyId, at: now }] : [], outbox: [], drafts: [] };
}

/** A copy of the person's own mail in the inbox is no employer's mail; only Sent proves that they wrote it. */
const isFromPerson = ({ message, person, mailbox }: Received): boolean =>
  message.from?.address === person.address || message.from?.address === mailbox.address;

/** SAFETY R18: a Message-ID alone is chosen by its sender, so the content belongs to the identity. */
const identityOf = ({ fetched, message }: Pick<Received, "fetched" | "message">): string =>
  fetched.serverId ? `server:${fetched.serverId}` : `mail:${message.messageId ?? ""}:${message.contentHash}`;

/** Writes the mail itself down. False when it is known already. */
export async function keep(
  { app, tx, person, mailbox, fetched, message, now }: Received,
  as: { direction: NewMessage["direction"]; candidacyId: CandidacyId | null; human: boolean } & Partial<
    Pick<NewMessage, "assessment" | "outOfOfficeUntil" | "asks">
  >,
): Promise<MessageRowId | null> {
  const id = app.ids.uuid() as MessageRowId;
  const isNew = await tx.messages.insert({
    assessment: null,
    outOfOfficeUntil: null,
    asks: null,
    ...as,
    id,
    personId: person.id,
    mailboxId: mailbox.id,
    identity: identityOf({ fetched, message }),
    messageId: message.messageId,
    thread: [...new Set([...message.references, ...message.inReplyTo])],
    from: message.from ?? { name: "", address: "" },
    recipients: [...message.to, ...message.cc],
    replyTo: (message.replyTo ?? []).map(({ address }) => address),
    subject: message.subject,
    text: message.text,
    at: message.date,
    receivedAt: now,
    proof: as.direction === "in" ? message.proof : null,
  });
  return isNew ? id : null;
}
