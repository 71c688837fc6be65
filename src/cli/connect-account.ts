import { z } from "zod";
import { secret } from "../compose.ts";
import type { MailboxId } from "../domain/ids.ts";
import { filerOf } from "../domain/sent-filing.ts";
import type { App } from "../flows/app.ts";
import type { Account } from "../ports.ts";
import { SetupError } from "../setup-error.ts";
import type { ConnectOptions } from "./connect.ts";
import type { Answers } from "./connect-answers.ts";
import { line } from "./print.ts";

/** @throws SetupError unless it is one address. */
export function readAddress(given: string): string {
  const address = z.email().safeParse(given.trim());
  if (!address.success)
    throw new SetupError(`"${line(given)}" is no mail address; write it like sam@mail.example.`);
  return address.data.toLowerCase();
}

/** What is to be tried; of a mailbox that was connected `before` everything stays that was not said anew. */
export function accountOf(
  app: Pick<App, "ids">,
  address: string,
  answers: Answers,
  password: string,
  options: Pick<ConnectOptions, "sent" | "filesSentItself" | "trustAuthservId">,
  before: Account | null,
): Account {
  const { imap, smtp, login } = answers;
  return {
    mailboxId: before?.mailboxId ?? (app.ids.uuid() as MailboxId),
    address,
    login,
    password: secret(password),
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
