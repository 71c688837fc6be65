import type { Temporal } from "temporal-polyfill";
import type { DigestParts } from "../domain/digest.ts";
import type { CandidacyId } from "../domain/ids.ts";
import { isBefore } from "../domain/planning.ts";
import { programCall } from "../domain/program-call.ts";
import { momentInWords, spokenDate } from "../domain/spoken.ts";
import { whatHappened, whyNotTold } from "../domain/unconfirmed-words.ts";
import type {
  CandidacyRow,
  FollowUpRow,
  JournalRow,
  MailboxRow,
  OutboxRow,
  Person,
  Tx,
} from "../ports/store.ts";

/** What needs a look, one sentence each: mailboxes, mails without a recipient, and journal lines that are told as they stand. */
export const troublesIn = async (
  tx: Tx,
  person: Person,
  day: { readonly now: Temporal.Instant; readonly today: Temporal.PlainDate },
  candidacies: ReadonlyMap<CandidacyId, CandidacyRow>,
  offers: readonly FollowUpRow[],
  news: readonly JournalRow[],
): Promise<string[]> => [
  ...(await tx.mailboxes.inUse(person.id)).flatMap((mailbox) => [
    ...(mailbox.trouble && !mailbox.sendingPaused ? [cannotBeRead(mailbox, person, day.today)] : []),
    ...[endingSoon(mailbox, person, day)].filter((line) => line !== null),
  ]),
  ...offers
    .filter(({ to, needsOccasion }) => to === null && !needsOccasion)
    .map((followUp) => noOne(followUp, candidacies)),
  ...news.filter(isTold).map(({ says }) => says),
  ...(await unproven(tx, person)),
];

/** What the server said, since when nothing was heard, and what to do: a refused password does not mend itself, everything else may. */
function cannotBeRead(
  { address, trouble, healthyAt, refusals, signIn }: MailboxRow,
  person: Person,
  today: Temporal.PlainDate,
): string {
  const since =
    healthyAt === null
      ? "It was never read."
      : `It was last read ${momentInWords(healthyAt, person.zone, today)}; what came since then I do not know.`;
  return `${address} cannot be read: ${sentence(trouble ?? "")} ${since} ${whatNext()}`.trim();

  function whatNext(): string {
    // What it said names the way already.
    if (signIn?.isOver) return "";
    if (refusals === 0) return `I keep trying; "${programCall} doctor" looks for the cause.`;
    return signIn
      ? `"${programCall} reconnect ${address}" signs in again.`
      : `"${programCall} connect ${address}" takes a new password.`;
  }
}

/** So long before a sign-in ends the person is told, and then every day (SAFETY R27). */
const endsSoon = { hours: 48 };

/** A sign-in of which it is known that it ends soon; null: this is none. */
function endingSoon(
  { address, signIn }: MailboxRow,
  person: Person,
  { now, today }: { readonly now: Temporal.Instant; readonly today: Temporal.PlainDate },
): string | null {
  if (!signIn?.endsAt || signIn.isOver || !isBefore(signIn.endsAt, now.add(endsSoon))) return null;
  return `The sign-in of ${address} ends ${momentInWords(signIn.endsAt, person.zone, today)}; "${programCall} reconnect ${address}" before then keeps it read and its mail leaving.`;
}

const sentence = (words: string): string => (/[.!?"]$/.test(words) ? words : `${words}.`);

/** A mail of which it is not known whether it left (SAFETY section 1, step 7). */
export async function unconfirmedPart(
  tx: Tx,
  row: OutboxRow,
  person: Person,
  day: { now: Temporal.Instant; today: Temporal.PlainDate },
): Promise<DigestParts["unconfirmed"][number]> {
  const draft = row.draftId ? await tx.drafts.get(row.draftId) : null;
  const since = (row.unknownSince ?? day.now).toZonedDateTimeISO(person.zone).toPlainDate();
  return {
    to: draft?.to ?? { name: "", address: row.envelopeTo },
    subject: draft?.subject ?? "",
    day: spokenDate(since, day.today),
    because: await whyUnconfirmed(tx, row),
  };
}

/** What the log of its moves and the last look for it say: asking is fair only where the person sees what happened (SAFETY R59). */
async function whyUnconfirmed(tx: Tx, row: OutboxRow): Promise<string> {
  const entries = row.candidacyId ? await tx.journal.ofCandidacy(row.candidacyId) : [];
  const asked = entries.findLast(({ type, data }) => type === "asked" && data?.outbox === row.id);
  const { sentFolder } = await tx.mailboxes.account(row.mailboxId);
  const searched = typeof asked?.data?.searched === "string" ? asked.data.searched : null;
  return `${whatHappened(await tx.outbox.moves(row.id))} ${whyNotTold(searched, sentFolder)}`.trim();
}

/** Answers that claim to be the person's and never appeared in Sent: told, for somebody may have tried (SAFETY R29). */
async function unproven(tx: Tx, person: Person): Promise<string[]> {
  const count = await tx.digests.tellUnproven(person.id);
  if (count === 0) return [];
  const what =
    count === 1 ? "An answer that looks like yours lies" : `${count} answers that look like yours lie`;
  return [`${what} in the inbox but not in Sent, so nothing was done; if you wrote it, answer again.`];
}

/** `tells`: that one line has to be told. What is asked about stands among the questions; what a short mail told is not told again. */
const isTold = ({ type, data }: JournalRow): boolean =>
  data?.tells === true || (told.has(type) && !data?.asks && !data?.toldBy);

/** Journal lines that are told as they stand in the next digest. */
const told: ReadonlySet<JournalRow["type"]> = new Set<JournalRow["type"]>([
  "reply_refused",
  "reply_doubt",
  "unreadable",
  "bounce",
  "possibly_related",
  "waits",
  "failed",
  "flagged",
  "model",
]);

const noOne = (followUp: FollowUpRow, candidacies: ReadonlyMap<CandidacyId, CandidacyRow>): string =>
  `${candidacies.get(followUp.candidacyId)?.employer ?? "An employer"}: no one to write to. ${followUp.reason} Find a person's address and write by hand.`;
