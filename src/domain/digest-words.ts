import { type Digest, type DigestParts, isNew } from "./digest.ts";
import { mailboxPaused } from "./paused-mailbox.ts";
import { spokenDate } from "./spoken.ts";

/** Gives what stands first during a pause (POLICY 6.12), of a mailbox too, or null. */
export function pauseLine({
  pausedUntil,
  pausedMailboxes = [],
}: Pick<DigestParts, "pausedUntil" | "pausedMailboxes">): string | null {
  const pauses = [
    ...(pausedUntil
      ? [
          `Paused until ${pausedUntil}: nothing is proposed and nothing leaves before. Reply "resume" to go on at once.`,
        ]
      : []),
    ...pausedMailboxes.map(mailboxPaused),
  ];
  return pauses.length === 0 ? null : pauses.join(" ");
}

/** Gives the subject line, "Afterword, Friday 22 May: 1 to approve". Counts only: names in it could be read on a locked screen. */
export const digestSubject = (digest: Digest): string =>
  `Afterword, ${spokenDate(digest.today, digest.today)}: ${headline(digest)}`;

/** Gives what matters of the day in a few words. */
export function headline(digest: Digest): string {
  const said = [
    counted(digest.drafts.length, "to approve", "to approve"),
    counted(digest.questions.length, "question", "questions"),
    counted(digest.unconfirmed.length, "to confirm", "to confirm"),
    digest.waitingForYou.length > 0 ? "waiting for you" : null,
    counted(digest.interviews.length, "interview", "interviews"),
    counted(digest.changes.filter((line) => !isNew(line)).length, "change", "changes"),
    digest.troubles.length > 0 ? "something needs a look" : null,
  ].filter((part) => part !== null);
  const fresh = counted(digest.changes.filter(isNew).length, "new candidacy", "new candidacies");
  return said.slice(0, 2).join(", ") || fresh || (digest.byLink?.length ? "decided by a link" : "all quiet");
}

const counted = (count: number, one: string, many: string): string | null =>
  count === 0 ? null : `${count} ${count === 1 ? one : many}`;
