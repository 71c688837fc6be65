import type { MailboxId } from "../../src/domain/ids.ts";
import type { Account, Secret, ServerAddress } from "../../src/ports.ts";

const nowhere: ServerAddress = { host: "127.0.0.1", port: 9, security: "plain" };

export const secret = (words: string): Secret => ({
  reveal: () => words,
  toJSON: () => "<redacted>",
  toString: () => "<redacted>",
});

/** An account on loopback; parts that a test does not name lead nowhere. */
export const testAccount = (parts: Partial<Account> = {}): Account => ({
  mailboxId: "0f0d3c5e-2f6b-4c8e-9f0a-7d1f5a9c2b11" as MailboxId,
  address: "ada@person.example",
  login: "ada",
  password: secret("correct horse"),
  signIn: null,
  imap: nowhere,
  smtp: nowhere,
  sentFolder: "Sent",
  filesSentItself: false,
  authservId: null,
  ...parts,
});

export const onLoopback = (port: number): ServerAddress => ({ host: "127.0.0.1", port, security: "plain" });
