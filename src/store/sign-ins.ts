import { type SqlBool, sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { MailboxId } from "../domain/ids.ts";
import type { SignInRows } from "../ports/store.ts";
import type { Tokens } from "../ports.ts";
import type { Db } from "./database.ts";
import { secret } from "./seal.ts";

/** Seals what lets a mailbox in, for its own row alone (SAFETY R50). */
export type Sealing = {
  readonly seal: (id: MailboxId, words: string) => Promise<Buffer>;
  readonly open: (id: MailboxId, sealed: Buffer) => Promise<string>;
};

/** The tokens of mailboxes and who renews them: columns of their rows. */
export const signIns = (db: Db, sealing: Sealing): SignInRows => ({
  signIn: async (id) => {
    const row = await db.selectFrom("mailbox").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
    if (row.sign_in === null) return null;
    const { access, refresh } = sealed.parse(JSON.parse(await sealing.open(id, row.password)));
    return {
      service: row.sign_in,
      tokens: {
        access: secret(access),
        refresh: secret(refresh),
        expiresAt: row.token_expires_at ?? Temporal.Instant.fromEpochMilliseconds(0),
        endsAt: row.sign_in_ends_at,
      },
      renewals: row.renewals,
      over: row.sign_in_over,
      isDoubtful: row.renewal_unanswered,
    };
  },
  beginRenewal: async (id, holder, seconds, renewals) => {
    const done = await db
      .updateTable("mailbox")
      .set({
        renewal_lease: sql`now() + make_interval(secs => ${seconds})`,
        renewal_lease_of: holder,
        renewal_unanswered: true,
      })
      .where("id", "=", id)
      .where("renewals", "=", renewals)
      .where("sign_in_over", "is", null)
      .where(sql<SqlBool>`(renewal_lease is null or renewal_lease < now())`)
      .executeTakeFirst();
    return done.numUpdatedRows > 0n;
  },
  renewed: async (id, holder, tokens) => {
    const done = await db
      .updateTable("mailbox")
      .set({
        password: await sealing.seal(id, wordsOf(tokens)),
        ...datesOf(tokens),
        ...atRest,
        renewals: sql`renewals + 1`,
      })
      .where("id", "=", id)
      .where("renewal_lease_of", "=", holder)
      .executeTakeFirst();
    return done.numUpdatedRows > 0n;
  },
  endRenewal: async (id, holder, { over, answered }) => {
    const done = await db
      .updateTable("mailbox")
      .set({ ...atRest, sign_in_over: over, renewal_unanswered: !answered })
      .where("id", "=", id)
      .where("renewal_lease_of", "=", holder)
      .executeTakeFirst();
    return done.numUpdatedRows > 0n;
  },
});

/** The columns of a mailbox that was just signed in to; without tokens, of one that a password lets in. */
export const signInColumns = (signIn: { service: "google" | "microsoft"; tokens: Tokens } | undefined) => ({
  ...atRest,
  sign_in: signIn?.service ?? null,
  sign_in_over: null,
  ...(signIn ? datesOf(signIn.tokens) : { token_expires_at: null, sign_in_ends_at: null }),
});

/** What is sealed of them. */
export const wordsOf = ({ access, refresh }: Tokens): string =>
  JSON.stringify({ access: access.reveal(), refresh: refresh.reveal() });

const sealed = z.object({ access: z.string(), refresh: z.string() });

const datesOf = ({ expiresAt, endsAt }: Tokens) => ({ token_expires_at: expiresAt, sign_in_ends_at: endsAt });

/** Nobody renews it, and every answer was written down. */
const atRest = { renewal_lease: null, renewal_lease_of: null, renewal_unanswered: false } as const;
