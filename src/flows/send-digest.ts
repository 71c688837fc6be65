import { Temporal } from "temporal-polyfill";
import { hasNews, numbered } from "../domain/digest.ts";
import type { DigestId, OutboxId, PersonId } from "../domain/ids.ts";
import { newMessageId } from "../domain/message-id.ts";
import type { Person, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import { itemsOf } from "./digest-items.ts";
import { digestDueAt } from "./digest-time.ts";
import { gather } from "./gather-digest.ts";
import { mailToPerson } from "./mail-to-person.ts";
import { endPause } from "./pause.ts";
import { type Proposing, proposeDrafts } from "./propose-drafts.ts";

type Digesting = Proposing & Pick<App, "ids" | "queue" | "mime" | "links">;

/**
 * Makes a person's digest of today if it is due: one transaction writes the drafts, the unique row of that local date (SAFETY R11) and the mail
 * to themselves, which then travels through the outbox like any other. A day without news gets its row and no mail, but for a sign of life once a
 * week; asked for `early`, it keeps its chance.
 */
export async function sendDigest(
  app: Digesting,
  personId: PersonId,
  options: { early?: boolean } = {},
): Promise<"made" | "no news" | "not due"> {
  await proposeDrafts(app, personId, options.early === true);
  const made = await app.store.transaction(async (tx) => {
    const now = app.clock.now();
    const person = await tx.people.get(personId);
    const dueAt = await digestDueAt(tx, person, now);
    const today = now.toZonedDateTimeISO(person.zone).toPlainDate();
    const early = options.early === true && !(await tx.digests.exists(personId, today));
    if (!early && (!dueAt || Temporal.Instant.compare(now, dueAt) < 0)) return "not due" as const;
    return make(tx, app, await endPause(tx, app, person), now, today, early);
  });
  if (made === "not due") return made;
  if (made.outboxId) await app.queue.remind({ queue: "outbox", id: made.outboxId }, app.clock.now());
  return made.outboxId ? "made" : "no news";
}

async function make(
  tx: Tx,
  app: Digesting,
  person: Person,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
  early: boolean,
): Promise<{ outboxId: OutboxId | null } | "not due"> {
  const [mailbox] = await tx.mailboxes.inUse(person.id);
  if (!mailbox) return "not due";
  const token = app.ids.token();
  const messageId = newMessageId(`digest.${token}`, person.address);
  const id = app.ids.uuid() as DigestId;
  const gathered = await gather(tx, app, person, { id, now, today, token });
  const isNews = hasNews(gathered.parts);
  if (early && !isNews) return { outboxId: null };
  const mailed = isNews || gathered.parts.alive != null;
  const digest = numbered(gathered.parts);
  const row = {
    id,
    personId: person.id,
    localDate: today,
    token,
    messageId,
    mailed,
    seen: gathered.seen,
    madeAt: now,
  };
  if (!(await tx.digests.insert(row, mailed ? itemsOf(digest, gathered.behind) : []))) return "not due";
  if (!mailed) return { outboxId: null };

  for (const id of gathered.offered) await tx.followUps.countOffer(id);
  const words = await app.mime.digest(digest);
  const outboxId = await mailToPerson(
    tx,
    app,
    { person, mailbox },
    { messageId, token, words, candidacyId: null },
    now,
  );
  await tx.journal.append({
    personId: person.id,
    candidacyId: null,
    at: now,
    type: "digest",
    by: "clock",
    says: words.subject,
    data: { digest: row.id, messageId, drafts: digest.drafts.length },
  });
  return { outboxId };
}
