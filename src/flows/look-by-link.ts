import type { Temporal } from "temporal-polyfill";
import type { FollowUpKind } from "../domain/follow-up.ts";
import { laterDate } from "../domain/later.ts";
import { leavesAt } from "../domain/leaving.ts";
import type { Address } from "../domain/message.ts";
import { recipient } from "../domain/plain-address.ts";
import { cleanLine, cleanText } from "../domain/plain-text.ts";
import { ok, type Result } from "../domain/result.ts";
import { momentInWords } from "../domain/spoken.ts";
import type { StoredMessage, Tx } from "../ports/store.ts";
import { newestText } from "../understanding/text/reply-text.ts";
import { threadOf } from "./answered-thread.ts";
import type { App } from "./app.ts";
import { approvable } from "./approvable.ts";
import { aroundDraft } from "./around-draft.ts";
import { approvalByLink } from "./link-approval.ts";
import { type Outcome, whatBecame } from "./link-outcome.ts";
import { type Linked, type OpenLink, openLink, readLink, type ShutLink } from "./link-standing.ts";
import { calendarOf } from "./planning-of.ts";

/** A draft as its page shows it: to whom exactly, what exactly, why and when (SAFETY R47). Moments are in words of the person's zone. */
export type DraftOnPage = {
  readonly type: "draft";
  readonly kind: FollowUpKind;
  readonly employer: string;
  readonly role: string | null;
  /** As the envelope will have it. */
  readonly to: Address;
  readonly subject: string;
  readonly text: string;
  /** Below the text, the mail that it answers leaves as well. */
  readonly quotes: boolean;
  readonly reason: string;
  /** "today at 09:04". */
  readonly leaves: string;
  /** What is done on this page can be told by a short mail; else the next digest tells it. */
  readonly isToldAtOnce: boolean;
  /** Why it cannot be approved now, in a sentence; null where it can. */
  readonly trouble: string | null;
  /** What `later` may be, in words of a reply, with the day that each means. */
  readonly later: readonly { readonly until: string; readonly day: Temporal.PlainDate }[];
  readonly today: Temporal.PlainDate;
  /** Newest first. */
  readonly thread: readonly MailOnPage[];
  /** How many older mails are left out. */
  readonly older: number;
};

/** A mail of the conversation, without what it quotes, its signature, and the addresses of web pages, which may open more than they show. */
export type MailOnPage = {
  readonly by: string;
  readonly isOwn: boolean;
  readonly at: Temporal.ZonedDateTime;
  readonly text: string;
  readonly isCut: boolean;
};

/** What an undo link shows: the mail's address and subject, and how it stands. */
export type UndoOnPage = { readonly type: "undo"; readonly to: Address; readonly subject: string } & Outcome;

/** Shows what a link opens. It changes nothing, however often it is asked (SAFETY R34). */
export async function lookByLink(
  app: Linked & Pick<App, "store">,
  token: string,
): Promise<Result<DraftOnPage | UndoOnPage, ShutLink>> {
  const read = readLink(app, token);
  if (!read.ok) return read;
  return app.store.transaction(async (tx) => {
    const link = await openLink(tx, app, read.value, "");
    if (!link.ok) return link;
    const { draft, claims } = link.value;
    return claims.purpose === "draft"
      ? ok(await draftOnPage(tx, app, link.value))
      : ok({
          type: "undo",
          to: draft.to,
          subject: cleanLine(draft.subject),
          ...(await whatBecame(tx, app, link.value, null)),
        });
  });
}

async function draftOnPage(
  tx: Tx,
  app: Linked,
  { candidacy, draft, followUp, person }: OpenLink,
): Promise<DraftOnPage> {
  const now = app.clock.now();
  const today = now.toZonedDateTimeISO(person.zone).toPlainDate();
  const calendar = calendarOf(app, { candidacy }, person);
  const leavesTo = recipient(draft.to);
  const approval = await approvalByLink(tx, person, now);
  const could = await approvable(tx, person, draft, now);
  const days = ["", "friday", "next week"].flatMap((until) => {
    const day = laterDate(until, today, calendar);
    return day ? [{ until, day }] : [];
  });
  return {
    type: "draft",
    kind: followUp.kind,
    employer: cleanLine(candidacy.employer),
    role: candidacy.role === null ? null : cleanLine(candidacy.role),
    to: leavesTo.ok ? leavesTo.value : draft.to,
    subject: cleanLine(draft.subject),
    text: cleanText(draft.text),
    quotes: (await aroundDraft(tx, person, draft)).quoted !== null,
    reason: cleanLine(followUp.reason),
    leaves: momentInWords(leavesAt(followUp, calendar, approval.notBefore), person.zone, today),
    isToldAtOnce: approval.isToldAtOnce,
    trouble: could.ok ? null : could.error,
    later: days.filter(({ day }, at) => days.findIndex((one) => one.day.equals(day)) === at),
    today,
    ...threadOnPage(await tx.messages.ofCandidacy(candidacy.id), draft.inReplyTo, person.zone),
  };
}

const mostMails = 6;
const longestMail = 2_000;

/** Only the conversation that the draft answers: what a link shows of the mailbox ends there (SAFETY R36). */
function threadOnPage(
  mails: readonly StoredMessage[],
  inReplyTo: string | null,
  zone: string,
): Pick<DraftOnPage, "thread" | "older"> {
  const answered = mails.find(({ messageId }) => messageId !== null && messageId === inReplyTo);
  const thread = answered === undefined ? [] : threadOf(mails, answered).filter(({ human }) => human);
  return {
    thread: thread.toReversed().slice(0, mostMails).map(mailOnPage(zone)),
    older: Math.max(0, thread.length - mostMails),
  };
}

const mailOnPage =
  (zone: string) =>
  ({ direction, from, at, text }: StoredMessage): MailOnPage => {
    const words = cleanText(newestText(text)).replaceAll(webAddress, "[link]").replaceAll(hardWrap, " ");
    return {
      by: cleanLine(from.name) || cleanLine(from.address),
      isOwn: direction !== "in",
      at: at.toZonedDateTimeISO(zone),
      text: words.length > longestMail ? `${words.slice(0, longestMail).trimEnd()}…` : words,
      isCut: words.length > longestMail,
    };
  };

/** Where a mail program broke a long line: screens break lines themselves. */
const hardWrap = /(?<=[^\n]{60})\n(?=[\p{L}(“"])/gu;
const webAddress = /(?:\b[a-z][a-z0-9+.-]{1,20}:\/\/|\bwww\.)[^\s<>"]+/gi;
