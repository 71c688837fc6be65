import { sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import type { Kind } from "../domain/assessment.ts";
import type { Word } from "../domain/follow-up.ts";
import type { CandidacyId } from "../domain/ids.ts";
import type { Person } from "../ports/store.ts";
import { among, type Db } from "./database.ts";

/** The mails of those candidacies, oldest first. */
export const wordsQuery = (db: Db, ids: readonly CandidacyId[]) =>
  db
    .selectFrom("message")
    .select(["candidacy_id", "at", "direction", "human", "from_address", "recipients", "asks"])
    .select(["reply_to", "out_of_office_until"])
    .select(sql<Kind | null>`assessment ->> 'kind'`.as("kind"))
    .select(stagesAreTold.as("tells_stages"))
    .where(among("candidacy_id", ids))
    .orderBy("at")
    .orderBy("received_at");

type WordRow = Awaited<ReturnType<ReturnType<typeof wordsQuery>["executeTakeFirstOrThrow"]>>;

/** A mail as the policy sees it. `own`: the person's addresses, whom none of their mails goes to. */
export const wordOf = (mail: WordRow, own: readonly string[]): Word => ({
  at: mail.at,
  from: mail.direction === "in" ? "employer" : mail.direction,
  human: mail.human,
  addresses: mail.direction === "in" ? [mail.from_address] : others(mail.recipients, own),
  ...(mail.direction === "in" && mail.reply_to.length > 0 && { answersTo: mail.reply_to }),
  outOfOfficeUntil: dateOf(mail.out_of_office_until),
  kind: mail.kind,
  asks: mail.asks,
  tellsStages: mail.tells_stages === true,
});

const stagesAreTold = sql<boolean>`(assessment -> 'facts' ->> 'stages') is not null`;

const dateOf = (text: string | null): Temporal.PlainDate | "unknown" | null =>
  text === null || text === "unknown" ? text : Temporal.PlainDate.from(text);

const others = (recipients: readonly { readonly address: string }[], own: readonly string[]): string[] =>
  recipients.map((recipient) => recipient.address).filter((address) => !own.includes(address));

/**
 * Where the person gets mail: every mailbox, and every address under which they have sent mail in their own name. Whoever is a contact of a
 * candidacy is somebody else: what lies in Sent alone proves nothing (SAFETY R32).
 */
export const ownAddressQueries = (db: Db, { id, name }: Pick<Person, "id" | "name">) =>
  [
    db.selectFrom("mailbox").select("address").where("person_id", "=", id),
    db
      .selectFrom("message")
      .select("from_address as address")
      .distinct()
      .where("person_id", "=", id)
      .where("direction", "<>", "in")
      // Somebody else's mail that was moved into Sent makes nobody's address theirs.
      .where((row) => row(row.fn("lower", ["from_name"]), "=", name.toLowerCase()))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("contact")
              .innerJoin("candidacy", "candidacy.id", "contact.candidacy_id")
              .select("contact.address")
              .where("candidacy.person_id", "=", id)
              .whereRef(sql`lower(contact.address)`, "=", sql`lower(message.from_address)`),
          ),
        ),
      ),
  ] as const;

/** The person's own address and those that were found, each once and in lower case. */
export const ownAddressesOf = (
  { address }: Pick<Person, "address">,
  found: readonly { readonly address: string }[],
): readonly string[] => [...new Set([address, ...found.map((one) => one.address.toLowerCase())])];
