import type { Temporal } from "temporal-polyfill";
import type { Proof } from "../domain/approval.ts";
import type { Message, SenderProof } from "../domain/message.ts";
import type { Person, StoredMessage, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import type { Deciding } from "./decide.ts";

/** What drawing the effects of a mail needs, whether it has just arrived or is read anew. */
export type Applying = {
  readonly app: Pick<App, "clock" | "ids" | "holidays">;
  readonly tx: Tx;
  readonly person: Person;
  readonly now: Temporal.Instant;
  readonly message: Pick<Message, "from" | "to" | "cc" | "date" | "text" | "calendar" | "proof">;
  /** How the person's word on it was proven to be theirs, where it is theirs. */
  readonly proof?: Proof;
};

/** A kept mail as if it arrived now: its proof is the one that it came with, its calendar part is not kept. */
export const applyingKept = ({ app, tx, person, proof }: Deciding, mail: StoredMessage): Applying => ({
  app,
  tx,
  person,
  proof,
  now: app.clock.now(),
  message: {
    from: mail.from,
    to: mail.recipients,
    cc: [],
    date: mail.at,
    text: mail.text,
    calendar: [],
    proof: mail.proof ?? unproven,
  },
});

const unproven: SenderProof = {
  aligned: false,
  domain: null,
  dkimWhole: false,
  evidence: "nothing was kept that proves the sender",
};
