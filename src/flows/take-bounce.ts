import { Temporal } from "temporal-polyfill";
import { noFacts } from "../domain/assessment.ts";
import type { OutboxId } from "../domain/ids.ts";
import type { OutboxState } from "../domain/outbox.ts";
import type { OutboxRow } from "../ports/store.ts";
import { type Fate, fateOf } from "../understanding/bounce/fate.ts";
import { reportedMail } from "../understanding/bounce/reported-mail.ts";
import { bounceInWords } from "./bounce-words.ts";
import { endAddress } from "./end-address.ts";
import { hold } from "./hold.ts";
import { type Afterwards, keep, nothingMore, type Received } from "./receive-message.ts";
import { replanMany } from "./replan-many.ts";
import { wasSent } from "./was-sent.ts";

const mayHaveLeft: ReadonlySet<OutboxState> = new Set(["transmitting", "sent", "unknown", "asked"]);

/**
 * What has not left cannot come back: a report about it is a forgery. What waits to be sent again after a doubt (SAFETY section 1, step 7) may
 * have left the first time.
 */
const hasMaybeLeft = ({ state, unknownSince }: OutboxRow): boolean =>
  mayHaveLeft.has(state) || (unknownSince !== null && (state === "queued" || state === "claimed"));

/**
 * A bounce counts only if it names a mail of ours and its recipient (SAFETY R41). It proves that the mail was taken, so a sending in doubt is
 * none any more, and nothing is ever sent again by it: what waits to be sent again is sent where the report says that it arrived (R5), else held. Only where nobody is at that address nothing more
 * goes there (POLICY 3.4); in every case but an arrival the digest says what to do. Gives null for a report on no mail of ours.
 */
export async function takeBounce(received: Received): Promise<Afterwards | null> {
  const { app, tx, person, message, now } = received;
  const found = await whichMail(received);
  if (!found) return null;
  const { row, candidacyId, fate } = found;
  await tx.candidacies.lockAll(person.id);
  const status = fate.status === "" ? "" : `Status: ${fate.status}`;
  const evidence = [message.subject, status, fate.quote].filter((words) => words !== "");
  const id = await keep(received, {
    direction: "in",
    candidacyId,
    human: false,
    assessment: {
      kind: "bounce",
      confidence: 1,
      by: "rules",
      evidence,
      facts: noFacts,
    },
  });
  if (!id) return nothingMore;
  await foundByReport(received, found);
  const isGone = fate.outcome === "gone" && (await isBelievable(received, found));
  const words =
    fate.outcome === "gone" && !isGone ? unbelieved(row.envelopeTo) : bounceInWords(row.envelopeTo, fate);
  const says = (await isToldAlready(received, found)) ? null : words;
  if (says !== null)
    await tx.journal.append({
      personId: person.id,
      candidacyId,
      at: now,
      type: "bounce",
      by: "program",
      says,
      evidence,
      data: { outbox: row.id, message: id, outcome: fate.outcome, status: fate.status },
    });
  if (isGone) await tx.candidacies.addContact({ candidacyId, name: "", address: row.envelopeTo });
  const ended = isGone ? await endAddress(received, row.envelopeTo, "bounced") : [];
  await hold(tx, app, row, undefined, "a report on the first sending of it came, so it had been taken.");
  const plans = await replanMany(tx, app, person, [...new Set([candidacyId, ...ended])]);
  return { plans: [...plans].map(([id, at]) => ({ id, at })), outbox: [], drafts: [] };
}

type Found = {
  readonly row: OutboxRow;
  readonly candidacyId: NonNullable<OutboxRow["candidacyId"]>;
  readonly fate: Fate;
};

/** The mail that it names, by any name that it has, and what it says of that mail's recipient; null where it is about none that may have left. */
async function whichMail({ tx, person, message }: Received): Promise<Found | null> {
  const { messageIds, outboxId } = reportedMail(message);
  const byHeader = outboxId === null ? null : await tx.outbox.get(outboxId as OutboxId);
  const rows = [byHeader];
  for (const messageId of messageIds) rows.push(await tx.outbox.byMessageId(person.id, messageId));
  for (const row of rows) {
    if (row?.personId !== person.id || !row.candidacyId || !hasMaybeLeft(row)) continue;
    const fate = fateOf(message, row.envelopeTo);
    if (fate) return { row, candidacyId: row.candidacyId, fate };
  }
  return null;
}

/** RFC 5321 section 4.5.4.1: servers give up after four to five days. */
const longestReturn = { hours: 24 * 10 };

/** A report signs nothing: one that comes long after the mail, or after somebody has answered from that address, ends no address (SAFETY R41). */
async function isBelievable({ tx, now }: Received, { row, candidacyId }: Found): Promise<boolean> {
  const mails = await tx.messages.ofCandidacy(candidacyId);
  const ours = mails.find(({ messageId }) => messageId === row.messageId);
  if (!ours) return true;
  if (Temporal.Instant.compare(now, ours.at.add(longestReturn)) > 0) return false;
  return !mails.some(
    ({ direction, from, proof, at }) =>
      direction === "in" &&
      proof?.aligned &&
      from.address === row.envelopeTo &&
      Temporal.Instant.compare(at, ours.at) > 0,
  );
}

const unbelieved = (to: string): string =>
  `A report says that nobody is at ${to}, but it comes too late or after an answer from there, so nothing was changed.`;

/** Who reports on a mail has had it (SAFETY section 1, step 6): a sending of which no answer came is sent, and told as what became of it. */
async function foundByReport({ app, tx, now }: Received, { row, fate }: Found): Promise<void> {
  await tx.outbox.move(row.id, "lost", { unknownSince: now });
  const reply = "a report on it came back";
  const change = { sentAt: now, reply };
  const isSent =
    (await tx.outbox.move(row.id, "found", change)) ??
    (fate.outcome === "arrived" ? await tx.outbox.move(row.id, "arrived", change) : null);
  if (!isSent) return;
  await tx.journal.append({
    personId: row.personId,
    candidacyId: row.candidacyId,
    at: now,
    type: "found",
    by: "program",
    says: "A report on it came back: the mail of which no answer came had been taken.",
    data: { outbox: row.id },
  });
  await wasSent(tx, app, row, reply);
}

/** A server may warn every few hours, and the same news come from two of them. */
async function isToldAlready({ tx }: Received, { row, candidacyId, fate }: Found): Promise<boolean> {
  const told = await tx.journal.ofCandidacy(candidacyId);
  return told.some(
    ({ type, data }) => type === "bounce" && data?.outbox === row.id && data.outcome === fate.outcome,
  );
}
