import { z } from "zod";
import { programCall } from "../domain/program-call.ts";
import { readFirst, usualHistoryDays } from "../flows/first-reading.ts";
import { SetupError } from "../setup-error.ts";
import type { Opened } from "./open.ts";
import { type JsonOption, line } from "./print.ts";
import { startBar } from "./progress.ts";

/**
 * Reads the mail that was there before the mailbox was connected, with a bar. What ends it early is told and is no failure: the running program
 * goes on with it.
 * @returns the sentence about what was found; null when nothing was to be read, or not all of it could be
 */
export async function readThePast(
  { app }: Opened,
  { owner, address }: { readonly owner: string; readonly address: string },
  options: JsonOption,
): Promise<string | null> {
  const account = await app.store.transaction(async (tx) => {
    const person = await tx.people.byAddress(owner);
    const mailboxes = person ? await tx.mailboxes.ofPerson(person.id) : [];
    const mailbox = mailboxes.find((each) => each.address === address);
    return mailbox?.isBeingReadFirst ? tx.mailboxes.account(mailbox.id) : null;
  });
  if (!account) return null;
  const bar = startBar("Reading the mail that is there", options);
  const read = await readFirst(app, account, { progress: bar.reached });
  if (read.ok) {
    bar.done(line(read.value ?? "The mail that was there is read."));
    return read.value;
  }
  bar.failed(
    `Not all of it could be read yet; "${programCall} start" goes on with it. ${line(read.error.says)}`,
  );
  return null;
}

/** @throws SetupError unless it is a number of days. */
export function historyDays(given: string | undefined): number {
  if (given === undefined) return usualHistoryDays;
  const days = z.coerce.number().int().min(0).max(3_650).safeParse(given);
  if (given.trim() === "" || !days.success)
    throw new SetupError(
      `"${line(given)}" is no number of days; write --history 90, or 0 to read nothing old.`,
    );
  return days.data;
}
