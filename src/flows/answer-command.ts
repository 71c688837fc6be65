import type { Temporal } from "temporal-polyfill";
import { commandHelp } from "../domain/command-help.ts";
import type { ConfirmationId, OutboxId } from "../domain/ids.ts";
import { newMessageId } from "../domain/message-id.ts";
import type { ConfirmationItem, MailboxRow, Person, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import type { Shown } from "./carry-out.ts";
import { mailToPerson } from "./mail-to-person.ts";
import type { Obeyed } from "./obey-commands.ts";
import { hasRoomFor } from "./short-mails.ts";
import { statusOf } from "./status-mail.ts";
import { enough, type Told, toldTogether } from "./told.ts";

/** What came of an answer to a digest, and what was answered. */
type Answered = { readonly told: Told; readonly shown: Pick<Shown, "digestId" | "confirmation"> };

/**
 * Answers what the person wrote by one short mail: what was done, what was not and why, and what was asked for. Where no such mail may go out any
 * more that day, only the doubts are told, in the next digest. A mail about an answer to a digest can be answered with that digest's numbers.
 * Gives what the queue must be told after the commit.
 */
export async function answerCommand(
  tx: Tx,
  app: Pick<App, "clock" | "ids" | "mime">,
  { person, mailbox }: { readonly person: Person; readonly mailbox: MailboxRow },
  obeyed: Pick<Obeyed, "done" | "doubts" | "wants">,
  answered: Answered | null = null,
): Promise<readonly { readonly id: OutboxId; readonly at: Temporal.Instant }[]> {
  const told = answered?.told ?? toldTogether([]);
  const asks = told.doubts.length + told.blocks.length > 0;
  const answers = obeyed.done.length + obeyed.doubts.length + obeyed.wants.size > 0 || asks;
  if (!answers && told.done.length === 0) return [];
  const now = app.clock.now();
  if (!(await hasRoomFor(tx, person, now, answers ? "answers" : "confirms"))) {
    const wants = [...obeyed.wants];
    const late = wants.length === 0 ? [] : [`You asked for ${wants.join(" and ")}. ${enough}`];
    for (const says of [...obeyed.doubts, ...told.doubts, ...late, ...told.late])
      await doubt(tx, person, now, says);
    return [];
  }
  const status = obeyed.wants.has("status") ? await statusOf(tx, person, now) : null;
  const token = app.ids.token();
  const messageId = newMessageId(`note.${token}`, person.address);
  const words = await app.mime.confirmation({
    subject: subjectOf(obeyed, told, status !== null),
    text: textOf(obeyed, told, status),
  });
  const mail = { messageId, token, words, candidacyId: null };
  const id = await mailToPerson(tx, app, { person, mailbox }, mail, now);
  if (answered)
    await tx.digests.insertConfirmation(
      {
        id: app.ids.uuid() as ConfirmationId,
        personId: person.id,
        digestId: answered.shown.digestId,
        token,
        messageId,
        asks: asks || obeyed.doubts.length > 0,
        madeAt: now,
      },
      linesOf(answered),
    );
  await tx.journal.append({
    personId: person.id,
    candidacyId: null,
    at: now,
    type: "answered",
    by: "program",
    says: "A short mail answered what you wrote.",
    evidence: [...obeyed.done, ...told.done, ...obeyed.doubts, ...told.doubts],
    data: { messageId },
  });
  // Told once: the next digest leaves them out.
  for (const says of told.doubts) await doubt(tx, person, now, says, messageId);
  return [{ id, at: now }];
}

/** A line that was shown in another version, by this mail or by the one that was answered, stands for it from now on. */
function linesOf({ told, shown }: Answered): readonly ConfirmationItem[] {
  const before = (shown.confirmation?.items ?? []).map((item) => ({ ...item, asks: false }));
  return [...new Map([...before, ...told.shown].map((item) => [item.n, item])).values()];
}

function textOf(
  { done, doubts, wants }: Pick<Obeyed, "done" | "doubts" | "wants">,
  told: Told,
  status: string | null,
): string {
  const notDone = [...doubts, ...told.doubts];
  const isAllUnclear = doubts.length > 0 && done.length + told.done.length + told.blocks.length === 0;
  return [
    [...done, ...told.done].join("\n"),
    ...told.blocks,
    notDone.length === 0 ? "" : ["Nothing was done about this:", ...notDone].join("\n"),
    status ?? "",
    wants.has("help") || (isAllUnclear && status === null) ? commandHelp : "",
  ]
    .filter((block) => block !== "")
    .join("\n\n");
}

/** No names: a subject can be read on a locked screen. */
function subjectOf({ done, doubts }: Pick<Obeyed, "done" | "doubts">, told: Told, status: boolean): string {
  if (told.shown.some(({ asks }) => asks)) return "Afterword: a draft to approve";
  if (done.length + told.done.length + told.shown.length > 0) return "Afterword: done";
  if (status) return "Afterword: how things stand";
  if (told.blocks.length > 0) return "Afterword: about your mails";
  return doubts.length + told.doubts.length > 0
    ? "Afterword: please say it once more"
    : "Afterword: what you can say";
}

/** `toldBy`: the Message-ID of the mail that told it already. */
const doubt = (tx: Tx, person: Person, at: Temporal.Instant, says: string, toldBy?: string): Promise<void> =>
  tx.journal.append({
    personId: person.id,
    candidacyId: null,
    at,
    type: "reply_doubt",
    by: "program",
    says,
    ...(toldBy !== undefined && { data: { toldBy } }),
  });
