import type { Temporal } from "temporal-polyfill";
import type { MailboxId } from "../domain/ids.ts";
import { ok, type Result } from "../domain/result.ts";
import type { MailGlimpse } from "../ports/history.ts";
import type { Person, Tx } from "../ports/store.ts";
import type { Account, Trouble } from "../ports.ts";
import { speaksOfWork } from "../understanding/kind/speaks-of-work.ts";
import { asHistory } from "./past-journal.ts";
import { type Reading, readMailbox } from "./read-mailbox.ts";
import { remindPlans } from "./remind-plans.ts";
import { replanMany } from "./replan-many.ts";
import { spreadLate } from "./spread-late.ts";
import { createHistorian } from "./take-old-mail.ts";

/** How much of the past is read when nobody says otherwise, in days. */
export const usualHistoryDays = 90;

/**
 * Reads the mail that was there before the mailbox was connected, once, and reconstructs the candidacies in their present state. Nothing old is
 * told as news, and what is late is spread over the coming days. A killed reading goes on where it stood; two at once do no harm.
 * @returns one sentence about what was found; null when there was nothing to do, or the signal ended it
 * @param progress told after every portion: mails done, mails to do
 */
export async function readFirst(
  app: Reading,
  account: Account,
  {
    progress = () => {},
    signal,
  }: { progress?: (done: number, of: number) => void; signal?: AbortSignal } = {},
): Promise<Result<string | null, Trouble>> {
  const id = account.mailboxId;
  const begun = await app.store.transaction((tx) => tx.mailboxes.firstReading(id));
  if (!begun) return ok(null);
  const cursors = () =>
    app.store.transaction(async (tx) => ({
      inbox: await tx.mailboxes.cursor(id, "inbox"),
      sent: await tx.mailboxes.cursor(id, "sent"),
    }));
  // What arrives meanwhile lies behind the live cursors, which have to be known first.
  if ((await cursors()).inbox === null) {
    const placed = await readMailbox(app, account);
    if (!placed.ok) return placed;
  }
  const historian = createHistorian(app, account, begun.place);
  const read = await app.mailboxes.readHistory(
    account,
    begun.since,
    await cursors(),
    { after: begun.place, wants, take: historian.take, progress },
    signal,
  );
  if (!read.ok) return read;
  return ok(signal?.aborted ? null : await end(app, id, begun.since));
}

/** What a list sends matters only where its subject speaks of work: an applicant system may use one (POLICY 8.1). */
const wants = ({ folder, isListed, subject, from }: MailGlimpse): boolean =>
  folder === "sent" || !isListed || speaksOfWork(`${subject} ${from}`);

/** The candidacies as they stand today, planned for the first time; one line tells what was read. */
async function end(app: Reading, id: MailboxId, since: Temporal.Instant): Promise<string | null> {
  const ended = await app.store.transaction(async (tx) => {
    const now = app.clock.now();
    const { personId, address } = await tx.mailboxes.get(id);
    if (!(await tx.mailboxes.endFirstReading(id, now))) return null;
    const person = await tx.people.get(personId);
    const ids = await tx.candidacies.lockAll(personId);
    const planned = [...(await replanMany(asHistory(tx), app, person, ids))].map(([id, at]) => ({ id, at }));
    await spreadLate(tx, app, person, now);
    const says = await summary(tx, person, address, since);
    await tx.journal.append({
      personId,
      candidacyId: null,
      at: now,
      type: "mailbox",
      by: "program",
      says,
      data: { first_reading: true },
    });
    return { says, planned };
  });
  await remindPlans(app, ended?.planned ?? []);
  return ended?.says ?? null;
}

async function summary(tx: Tx, person: Person, address: string, since: Temporal.Instant): Promise<string> {
  const candidacies = await tx.candidacies.all(person.id);
  const open = candidacies.filter(({ state }) => state !== "closed" && state !== "signed").length;
  const day = since
    .toZonedDateTimeISO(person.zone)
    .toLocaleString("en-GB", { day: "numeric", month: "long" });
  const found =
    candidacies.length === 0
      ? "no candidacy was found"
      : `${candidacies.length} ${candidacies.length === 1 ? "candidacy was" : "candidacies were"} found, ${open} of them open`;
  return `The mail of ${address} since ${day} was read: ${found}.`;
}
