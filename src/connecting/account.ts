import { z } from "zod";
import type { MailboxId } from "../domain/ids.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import { filerOf } from "../domain/sent-filing.ts";
import type { App } from "../flows/app.ts";
import type { Account, Secret } from "../ports.ts";
import type { Answers } from "./answers.ts";

/** Gives one address in small letters; refuses anything else in a sentence. */
export function readAddress(given: string): Result<string, string> {
  const address = z.email().safeParse(given.trim());
  return address.success
    ? ok(address.data.toLowerCase())
    : refuse(`"${given.trim()}" is no mail address; write it like sam@mail.example.`);
}

/** What the person says of a mailbox beyond what is asked of everyone. */
export type Particulars = {
  /** The folder of sent mail. */
  readonly sent?: string;
  /** The provider puts what is sent into that folder (SAFETY R7). */
  readonly filesSentItself?: boolean;
  /** The name under which the provider writes its verdicts (RFC 8601 section 2.5). */
  readonly trustAuthservId?: string;
};

/** What is to be tried; of a mailbox that was connected `before` everything stays that was not said anew. */
export function accountOf(
  app: Pick<App, "ids">,
  address: string,
  answers: Answers,
  password: Secret,
  options: Particulars,
  before: Account | null,
): Account {
  const { imap, smtp, login } = answers;
  return {
    mailboxId: before?.mailboxId ?? (app.ids.uuid() as MailboxId),
    address,
    login,
    password,
    signIn: null,
    imap,
    smtp,
    // Empty lets the check find it.
    sentFolder: options.sent ?? before?.sentFolder ?? "",
    // SAFETY R7. What was said of another server does not hold for this one.
    filesSentItself:
      options.filesSentItself ??
      (filerOf(smtp.host) === "provider" ||
        (before?.filesSentItself === true && before.smtp.host === smtp.host)),
    authservId: options.trustAuthservId ?? before?.authservId ?? null,
  };
}
