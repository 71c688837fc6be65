import type { Temporal } from "temporal-polyfill";
import type { CandidacyId, PersonId } from "../../domain/ids.ts";
import { connectMailbox } from "../../flows/connect-mailbox.ts";
import { planFollowUps } from "../../flows/plan-follow-ups.ts";
import { takeNote } from "../../flows/take-note.ts";
import { authservId, passing } from "../../sandbox/account.ts";
import { writeLetter } from "../../sandbox/letter.ts";
import type { CandidacyOfContext, Context, Past } from "./context.ts";
import type { Installation } from "./installation.ts";
import { seedOutbox } from "./seed-outbox.ts";

/** Which candidacy of the context has become which row. */
export type Seeded = {
  readonly personId: PersonId;
  readonly numberOf: ReadonlyMap<string, number>;
};

/** When the first mail of the context comes, or the attack where there is none. */
export const beginningOf = ({ candidacies, now }: Context): Temporal.Instant =>
  [now, ...candidacies.flatMap(({ thread }) => thread.map(({ at }) => at))]
    .reduce((first, at) => (at.epochMilliseconds < first.epochMilliseconds ? at : first))
    .subtract({ hours: 1 });

/**
 * Lives through the context up to its `now`: candidacies are opened as the context names them, every mail is delivered at its time and read by the
 * program, notes are the person's own words. What the mails did not bring about (a state, a mail on its way) is put into the store.
 * @throws Error where a mail of the past could not be read
 */
export async function seed(here: Installation, context: Context): Promise<Seeded> {
  const personId = await connect(here, context);
  const app = here.app();
  const ids = new Map<string, CandidacyId>();
  const numberOf = new Map<string, number>();
  for (const one of context.candidacies) {
    const opened = await open(here, personId, one);
    ids.set(one.id, opened.id);
    numberOf.set(one.id, opened.number);
  }
  const mails = context.candidacies
    .flatMap((one) => one.thread.map((mail) => ({ mail, id: idIn(ids, one.id) })))
    .sort((a, b) => a.mail.at.epochMilliseconds - b.mail.at.epochMilliseconds);
  for (const { mail, id } of mails) {
    await here.passTo(mail.at);
    await deliver(here, context, mail);
    await belongsTo(here, mail, id);
  }
  for (const one of context.candidacies) for (const text of one.notes) await note(here, personId, one, text);
  await here.passTo(context.now);
  for (const one of context.candidacies) {
    const id = idIn(ids, one.id);
    await app.store.transaction(async (tx) => {
      const { state } = await tx.candidacies.lock(id);
      if (one.state && one.state !== state)
        await tx.candidacies.update(id, { state: one.state, stateBefore: state });
    });
    for (const mail of one.outbox) await seedOutbox(here, personId, id, mail);
    await planFollowUps(app, id);
  }
  await here.settle();
  const [failure] = here.failures();
  if (failure !== undefined) throw new Error(`the context cannot be lived through: ${failure}`);
  return { personId, numberOf };
}

async function connect({ app: current, outside }: Installation, { person }: Context): Promise<PersonId> {
  const app = current();
  const loopback = (port: number) => ({ host: "127.0.0.1", port, security: "plain" }) as const;
  const { mailboxId } = await connectMailbox(
    app,
    {
      name: person.name,
      address: person.address,
      zone: person.zone,
      country: person.country,
      digestAt: person.digest_at,
    },
    {
      address: person.address,
      login: outside.login,
      password: outside.password,
      imap: loopback(outside.imapPort()),
      smtp: loopback(outside.smtpPort),
      sentFolder: "Sent",
      filesSentItself: false,
      authservId: authservId(person.address),
    },
    0,
  );
  return (await app.store.transaction((tx) => tx.mailboxes.get(mailboxId))).personId;
}

const open = ({ app, now }: Installation, personId: PersonId, one: CandidacyOfContext) =>
  app().store.transaction(async (tx) => {
    const opened = await tx.candidacies.open({
      id: app().ids.uuid() as CandidacyId,
      personId,
      employer: one.employer,
      employerDomain: one.domain ?? null,
      role: one.role ?? null,
      state: "applied",
      size: "unknown",
      sizeBy: "rules",
      country: null,
      zone: null,
      openedAt: now(),
    });
    for (const contact of one.contacts)
      await tx.candidacies.addContact({ candidacyId: opened.id, ...contact });
    return opened;
  });

async function deliver({ outside, settle }: Installation, { person }: Context, mail: Past): Promise<void> {
  const isOwn = mail.from.address === person.address;
  const letter = await writeLetter({
    from: mail.from,
    to: mail.to ?? person,
    subject: mail.subject,
    text: mail.text,
    at: mail.at.toZonedDateTimeISO(person.zone),
    messageId: mail.message_id,
    ...(mail.in_reply_to && { inReplyTo: mail.in_reply_to, references: [mail.in_reply_to] }),
    ...(mail.ics && { calendar: { method: /METHOD:(\w+)/.exec(mail.ics)?.[1] ?? "REQUEST", ics: mail.ics } }),
    ...(!isOwn && { verdict: passing(person.address, mail.from.address) }),
  });
  outside.put(isOwn ? "Sent" : "INBOX", letter);
  await settle();
}

/** The context says whose mail it is; where the program took it for nobody's, it is given to that candidacy. */
async function belongsTo({ app, pool }: Installation, mail: Past, id: CandidacyId): Promise<void> {
  const { rows } = await pool.query("select id, candidacy_id from message where message_id = $1", [
    mail.message_id,
  ]);
  if (rows.length === 0) throw new Error(`the mail ${mail.message_id} of the context was not taken`);
  for (const row of rows.filter((each) => each.candidacy_id !== id))
    await app().store.transaction(async (tx) => {
      await tx.messages.giveTo(row.id, id);
      await tx.candidacies.countWord(id);
    });
}

const note = ({ app, now }: Installation, personId: PersonId, one: CandidacyOfContext, text: string) =>
  app().store.transaction(async (tx) => {
    const deciding = { app: app(), tx, person: await tx.people.get(personId), proof: { by: "cli" } as const };
    await takeNote(deciding, { whom: { employer: one.employer.toLowerCase() }, text }, now(), []);
  });

function idIn(ids: ReadonlyMap<string, CandidacyId>, name: string): CandidacyId {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`there is no candidacy ${name}`);
  return id;
}
