import type { Temporal } from "temporal-polyfill";
import { commandHelp } from "../domain/command-help.ts";
import type { OutboxId } from "../domain/ids.ts";
import { newMessageId } from "../domain/message-id.ts";
import { dateIn, startOf } from "../domain/working-time.ts";
import type { JournalRow, MailboxRow, Person, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import { mailToPerson } from "./mail-to-person.ts";
import type { Obeyed } from "./obey-commands.ts";
import { statusOf } from "./status-mail.ts";

/** Short mails to the person a day besides the digest; questions after interviews count among them. */
const mostADay = 2;

/**
 * Answers commands by one short mail: what was done, what was not and why, and what was asked for. After two such mails a day only the doubts are
 * told, in the next digest. Gives what the queue must be told after the commit.
 */
export async function answerCommand(
  tx: Tx,
  app: Pick<App, "clock" | "ids" | "mime">,
  { person, mailbox }: { readonly person: Person; readonly mailbox: MailboxRow },
  obeyed: Pick<Obeyed, "done" | "doubts" | "wants">,
): Promise<readonly { readonly id: OutboxId; readonly at: Temporal.Instant }[]> {
  const { done, doubts, wants } = obeyed;
  if (done.length + doubts.length + wants.size === 0) return [];
  const now = app.clock.now();
  if ((await shortMailsToday(tx, person, now)) >= mostADay) {
    const late = wants.size === 0 ? [] : [`You asked for ${[...wants].join(" and ")}. ${enough}`];
    for (const says of [...doubts, ...late]) await tell(tx, person, now, says);
    return [];
  }
  const status = wants.has("status") ? await statusOf(tx, person, now) : null;
  const blocks = [
    done.join("\n"),
    doubts.length === 0 ? "" : ["Nothing was done about this:", ...doubts].join("\n"),
    status ?? "",
    wants.has("help") || (doubts.length > 0 && done.length === 0 && status === null) ? commandHelp : "",
  ].filter((block) => block !== "");
  const subject = `Afterword: ${done.length > 0 ? "done" : status === null ? (doubts.length > 0 ? "please say it once more" : "what you can say") : "how things stand"}`;
  const token = app.ids.token();
  const messageId = newMessageId(`note.${token}`, person.address);
  const words = await app.mime.note({ subject, text: blocks.join("\n\n") });
  const id = await mailToPerson(
    tx,
    app,
    { person, mailbox },
    { messageId, token, words, candidacyId: null },
    now,
  );
  await tx.journal.append({
    personId: person.id,
    candidacyId: null,
    at: now,
    type: "answered",
    by: "program",
    says: "A short mail answered what you wrote.",
    evidence: [...done, ...doubts],
    data: { messageId },
  });
  return [{ id, at: now }];
}

const enough =
  "Two short mails have reached you that day already, so this digest has to do; ask again today for more.";

const short: ReadonlySet<JournalRow["type"]> = new Set<JournalRow["type"]>(["answered", "debrief"]);

async function shortMailsToday(tx: Tx, person: Person, now: Temporal.Instant): Promise<number> {
  const today = startOf(person.zone, dateIn(person.zone, now)).subtract({ milliseconds: 1 });
  return (await tx.journal.since(person.id, today)).filter(({ type }) => short.has(type)).length;
}

const tell = (tx: Tx, person: Person, at: Temporal.Instant, says: string): Promise<void> =>
  tx.journal.append({ personId: person.id, candidacyId: null, at, type: "reply_doubt", by: "program", says });
