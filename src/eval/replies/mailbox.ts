import type { Pool } from "pg";
import type { Temporal } from "temporal-polyfill";
import type { MailboxId, PersonId } from "../../domain/ids.ts";
import { ok } from "../../domain/result.ts";
import type { App } from "../../flows/app.ts";
import { connectMailbox } from "../../flows/connect-mailbox.ts";
import { receiveMessage } from "../../flows/receive-message.ts";
import type { Account, FetchedMail } from "../../ports.ts";
import { authservId } from "../../sandbox/account.ts";
import { openInstallation } from "../attacks/installation.ts";
import { person, season } from "./season.ts";

/** One person's mailbox with the whole program behind it. Mail is handed over as its server would; the clock stands where it is put, and nothing leaves. */
export type AnsweredMailbox = {
  readonly app: App;
  readonly pool: Pool;
  readonly setClock: (at: Temporal.ZonedDateTime) => Promise<void>;
  /** Empties the store and connects the mailbox anew. */
  readonly begin: () => Promise<{ personId: PersonId; account: Account }>;
  /** A mail under the next UID of its folder. */
  readonly deliver: (to: Account, source: Buffer, folder: FetchedMail["folder"]) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Nobody listens there: no server is read, and without a model none is asked. */
const nowhere = { host: "127.0.0.1", port: 9, security: "plain" } as const;

/** @param model an OpenAI-compatible endpoint behind the program; null: rules and templates alone */
export async function openAnsweredMailbox(
  model: { readonly baseUrl: string } | null = null,
): Promise<AnsweredMailbox> {
  const { address } = person;
  const mode = model === null ? "templates" : "model";
  const begins = season.begins.toInstant();
  const here = await openInstallation(
    address,
    begins,
    model?.baseUrl ?? "http://127.0.0.1:9/v1",
    (whole) => ({
      ...whole,
      mailboxes: { ...whole.mailboxes, catchUp: async () => ok(undefined) },
    }),
  );
  await here.begin(mode, begins);
  const app = here.app();
  return {
    app,
    pool: here.pool,
    setClock: (at) => here.begin(mode, at.toInstant()),
    begin: async () => {
      await here.pool.query("delete from person");
      await here.begin(mode, begins);
      const { mailboxId } = await connectMailbox(
        app,
        { ...person },
        {
          address,
          login: address,
          password: "nobody asks for it",
          imap: nowhere,
          smtp: nowhere,
          sentFolder: "Sent",
          filesSentItself: false,
          authservId: authservId(address),
        },
        0,
      );
      return watched(app, mailboxId);
    },
    deliver: async (account, source, folder) => {
      const cursor = await app.store.transaction((tx) => tx.mailboxes.cursor(account.mailboxId, folder));
      if (!cursor) throw new Error("the mailbox is not connected");
      const { uidValidity, lastUid } = cursor;
      const uid = { uidValidity, uid: lastUid + 1, afterUid: lastUid };
      const mail = { ...uid, folder, internalDate: app.clock.now(), source, serverId: null };
      await receiveMessage(app, account, mail);
    },
    close: here.close,
  };
}

const watched = (app: App, mailboxId: MailboxId) =>
  app.store.transaction(async (tx) => {
    for (const folder of ["inbox", "sent"] as const)
      await tx.mailboxes.startAt(mailboxId, folder, { uidValidity: 1n, lastUid: 0 });
    const { personId } = await tx.mailboxes.get(mailboxId);
    return { personId, account: await tx.mailboxes.account(mailboxId) };
  });
