import type { Message } from "../domain/message.ts";
import { belongsTo, type LinkCandidate } from "../domain/thread.ts";
import { comparePlaces, type HistoryPlace, type OldMail } from "../ports/history.ts";
import type { Person, Tx } from "../ports/store.ts";
import type { Account } from "../ports.ts";
import { assess } from "../understanding/assess.ts";
import { link } from "../understanding/link.ts";
import { newestText } from "../understanding/text/reply-text.ts";
import type { App } from "./app.ts";
import { asHistory } from "./past-journal.ts";
import { take } from "./receive-message.ts";
import { orSetAside, readable } from "./set-aside.ts";

type Reading = Pick<App, "store" | "clock" | "ids" | "holidays" | "mime">;

/** What is known while the past is read; it changes only with mails that matter. */
type Known = { readonly person: Person; readonly candidates: readonly LinkCandidate[] };

/**
 * Takes old mails one after the other. A mail that belongs to nothing is left without a trace: no transaction, nothing kept. The others commit
 * together with the place up to which the past was read, so that a killed reading repeats nothing.
 */
export function createHistorian(app: Reading, account: Account, begun: HistoryPlace | null) {
  let place = begun;
  let known: Known | null = null;
  const now = async (): Promise<Known> => {
    known ??= await app.store.transaction((tx) => knownIn(tx, account));
    return known;
  };
  return {
    take: async (mail: OldMail): Promise<void> => {
      const fetched = { ...mail, afterUid: mail.uid - 1 };
      const { message, unreadable } = await readable(app, fetched, account.authservId);
      // What cannot be read is told when it arrives, not when it is found among thousands.
      if (unreadable !== null || message === null) return;
      if (!matters(message, mail, account, app, await now())) return;
      const next = { at: mail.internalDate, folder: mail.folder, uid: mail.uid };
      const taken = await orSetAside((why) =>
        app.store.transaction(async (tx) => {
          if (place !== null && comparePlaces(next, place) <= 0) return false;
          if (!(await tx.mailboxes.advanceFirstReading(account.mailboxId, place, next))) return false;
          if (why !== null) return true;
          const mailbox = await tx.mailboxes.get(account.mailboxId);
          const person = await tx.people.get(mailbox.personId);
          await take({
            app,
            tx: asHistory(tx),
            person,
            mailbox,
            fetched,
            message,
            opinion: null,
            newText: newestText(message.text),
            now: message.date,
            isHistory: true,
          });
          return true;
        }),
      );
      known = null;
      // Another reader was here first: what it has written down counts.
      place = taken
        ? next
        : ((await app.store.transaction((tx) => tx.mailboxes.firstReading(account.mailboxId)))?.place ??
          next);
    },
  };
}

async function knownIn(tx: Tx, { mailboxId }: Account): Promise<Known> {
  const { personId } = await tx.mailboxes.get(mailboxId);
  return { person: await tx.people.get(personId), candidates: await tx.candidacies.linkCandidates(personId) };
}

function matters(
  message: Message,
  { folder }: OldMail,
  { address }: Account,
  app: Pick<App, "holidays">,
  { person, candidates }: Known,
): boolean {
  if (folder === "sent") {
    const recipients = [...message.to, ...message.cc].map((one) => one.address);
    return belongsTo(candidates, [...message.inReplyTo, ...message.references], recipients) !== null;
  }
  if (message.from === null || message.from.address === address) return false;
  const { isHoliday } = app.holidays.calendar(person.country, person.zone);
  const linked = link(message, assess(message, person, isHoliday), candidates);
  return linked.type === "opens" || linked.type === "joins";
}
