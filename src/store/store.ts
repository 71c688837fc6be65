import type { Kysely } from "kysely";
import pg from "pg";
import type { Store, Tx } from "../ports/store.ts";
import { Unstorable } from "../ports/unstorable.ts";
import { candidacies } from "./candidacies.ts";
import type { Db } from "./database.ts";
import { debriefs } from "./debriefs.ts";
import { digests } from "./digests.ts";
import { drafts } from "./drafts.ts";
import { draftCopies } from "./drafts-folder.ts";
import { followUps } from "./follow-ups.ts";
import { journal } from "./journal.ts";
import type { KeyRing } from "./key-ring.ts";
import { mailboxes } from "./mailboxes.ts";
import { messages } from "./messages.ts";
import { outbox } from "./outbox.ts";
import { people } from "./people.ts";
import { inTransaction } from "./pipeline.ts";
import { proposals } from "./proposals.ts";
import type { Schema } from "./schema.ts";
import { usedLinks } from "./used-links.ts";
import { voices } from "./voices.ts";

/** The store over one pool. `keys` seal the passwords of mailboxes. */
export const createStore = (db: Kysely<Schema>, keys: KeyRing): Store => ({
  transaction: async (work) => {
    for (let tries = 1; ; tries += 1)
      try {
        return await inTransaction(db, (one) => work(nouns(one, keys)));
      } catch (error) {
        const code = error instanceof pg.DatabaseError ? (error.code ?? "") : "";
        if (code === deadlock && tries < mostTries) continue;
        if (refusesValues.test(code)) throw new Unstorable((error as Error).message, { cause: error });
        throw error;
      }
  },
});

/** Two transactions waited for each other, and PostgreSQL ended one: nothing of it was done, and the other goes on. */
const deadlock = "40P01";
const mostTries = 4;

/** SQLSTATE classes: data exception, integrity constraint violation, program limit exceeded. */
const refusesValues = /^(?:22|23|54)/;

const nouns = (db: Db, keys: KeyRing): Tx => ({
  people: people(db),
  mailboxes: mailboxes(db, keys),
  messages: messages(db),
  candidacies: candidacies(db),
  followUps: followUps(db),
  drafts: drafts(db),
  draftCopies: draftCopies(db),
  proposals: proposals(db),
  voices: voices(db),
  digests: digests(db),
  debriefs: debriefs(db),
  outbox: outbox(db),
  journal: journal(db),
  links: usedLinks(db),
});
