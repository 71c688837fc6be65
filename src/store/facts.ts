import type { CandidacyFacts } from "../domain/follow-up.ts";
import type { CandidacyId } from "../domain/ids.ts";
import type { Person } from "../ports/store.ts";
import { candidacyOf } from "./candidacies.ts";
import { contacts, interviewsOf } from "./candidacy-parts.ts";
import type { Db } from "./database.ts";
import { messages } from "./messages.ts";

/** Everything that the policy may know of one candidacy, read in the caller's transaction. */
export async function factsOf(db: Db, id: CandidacyId, person: Person): Promise<CandidacyFacts> {
  const candidacy = await db
    .selectFrom("candidacy")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const promises = await db
    .selectFrom("promise")
    .selectAll()
    .where("candidacy_id", "=", id)
    .orderBy("made_at")
    .orderBy("id")
    .execute();
  const history = await db
    .selectFrom("follow_up")
    .selectAll()
    .where("candidacy_id", "=", id)
    .orderBy("due_at")
    .execute();
  const mails = await messages(db).ofCandidacy(id);
  return {
    candidacy: candidacyOf(candidacy),
    personZone: person.zone,
    ...(candidacy.reopened_at && { reopenedAt: candidacy.reopened_at }),
    interviews: await interviewsOf(db, id),
    contacts: await contacts(db).contacts(id),
    promises: promises.map((row) => ({
      madeAt: row.made_at,
      due: row.due,
      quote: row.quote,
      silenceIsNo: row.silence_is_no,
    })),
    words: mails.map((mail) => ({
      at: mail.at,
      from: mail.direction === "in" ? "employer" : mail.direction,
      human: mail.human,
      addresses: mail.direction === "in" ? [mail.from.address] : others(mail.recipients, person.address),
      outOfOfficeUntil: mail.outOfOfficeUntil,
    })),
    history: history.map((row) => ({
      key: row.key,
      kind: row.kind,
      status: row.status,
      to: row.to_address,
      sentAt: row.sent_at,
      notBefore: row.not_before,
    })),
  };
}

const others = (recipients: readonly { readonly address: string }[], own: string): string[] =>
  recipients.map((recipient) => recipient.address).filter((address) => address !== own);
