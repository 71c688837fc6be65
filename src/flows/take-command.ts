import { Temporal } from "temporal-polyfill";
import { answersFor, type Proof } from "../domain/approval.ts";
import { behindWord, readCommands, withoutAnswerMark } from "../domain/command-mail.ts";
import { readCommandLine } from "../domain/command-words.ts";
import { forwardMark, isAdd } from "../domain/forward-words.ts";
import { addForwarded } from "./add-forwarded.ts";
import { answerCommand } from "./answer-command.ts";
import { type Obeyed, obeyCommands } from "./obey-commands.ts";
import { type Afterwards, nothingMore, type Received } from "./receive-message.ts";
import { isAutomatic, ownMail, reachedOthers, senderProof } from "./take-reply.ts";

/**
 * Takes a mail in which the person tells us something of their own accord (docs/decisions/0008). It acts with two proofs (SAFETY R29): it answers a
 * short mail of ours, and its copy lies in their own Sent folder or it bears a whole DKIM signature. With the word "Afterword" at the head of its
 * subject and the copy in Sent alone it may ask how things stand; everything else is asked back (R32). Null: it is a mail as any other.
 */
export async function takeCommand(received: Received): Promise<Afterwards | null> {
  const { tx, app, person, mailbox, message, now, isHistory } = received;
  if (isHistory || isAutomatic(received) || reachedOthers(received)) return null;
  const sender = senderProof(received);
  if (sender === "stranger") return null;
  const answersOurs = await isAnswerToOurs(received);
  const said = saidIn(received, answersOurs);
  if (said === null) return null;
  const replyId = message.messageId ?? message.contentHash;
  // The copy in the inbox proves nothing by itself; the one in Sent may follow.
  if (sender === "unproven" || (sender === "dkim" && !answersOurs)) {
    await tx.digests.sawUnproven(person.id, replyId);
    return nothingMore;
  }
  if (!(await tx.digests.takeReplyOnce(person.id, replyId, now))) return nothingMore;
  const obeyed = isLate(received)
    ? tooLate
    : answersOurs
      ? await carryOutSaid(received, said, {
          by: "command",
          token: "references",
          ...ownMail(received, sender),
        })
      : await askBack(received, said);
  const outbox = await answerCommand(tx, app, { person: obeyed.person ?? person, mailbox }, obeyed);
  return { plans: obeyed.plans, outbox, drafts: [] };
}

/** What a mail says: a forwarded mail of theirs, or lines of commands. */
type Said = { readonly type: "add" } | { readonly type: "lines"; readonly text: string };

/** Null: no word of ours at the head of the subject, or a note to oneself that happens to begin with it. */
function saidIn({ message, newText }: Received, answersOurs: boolean): Said | null {
  const first = newText.split("\n").find((line) => line.trim() !== "") ?? "";
  if (forwardMark.test(message.subject)) return isAdd(first) ? { type: "add" } : null;
  // Behind "Re:" the word is only ours again, and any automatic answer bears it.
  const behind = behindWord(answersOurs ? withoutAnswerMark(message.subject) : message.subject);
  if (behind === null) return null;
  if (isAdd(`afterword ${behind}`)) return { type: "add" };
  const reading = readCommands(newText);
  const isMeant = reading.commands.length + reading.doubts.length > 0;
  if (answersOurs) return isMeant ? { type: "lines", text: newText } : null;
  const inSubject = readCommandLine(behind).type !== "none" ? behind : "";
  if (inSubject === "" && behind !== "" && !isMeant) return null;
  return { type: "lines", text: `${inSubject}\n${newText}` };
}

type Came = Pick<Obeyed, "done" | "doubts" | "wants" | "plans"> & Partial<Pick<Obeyed, "person">>;

/** The word alone proves nothing: a stranger's mail with a forged sender has been filed under Sent before (SAFETY R32). */
async function askBack(received: Received, said: Said): Promise<Came> {
  if (said.type === "add") return addForwarded(received);
  const { commands, doubts, rest } = readCommands(said.text);
  const [prose] = rest;
  if (prose !== undefined) return nothingDone([notUnderstood(prose)]);
  const wants = commands.flatMap(({ command: { type } }) =>
    type === "status" || type === "help" ? [type] : [],
  );
  const asked = commands.filter(({ command: { type } }) => type !== "status" && type !== "help");
  return {
    ...nothingDone([
      ...asked.map(
        ({ words }) =>
          `"${words.slice(0, 160)}": your mail answered none of mine, so anybody might have written it. Answer this mail with the same words, and it is done.`,
      ),
      ...doubts.map(({ words, question }) => `"${words}": ${question}`),
    ]),
    wants: new Set(wants),
  };
}

const notUnderstood = (prose: string): string =>
  `"${prose.slice(0, 160)}": I do not know what this means, so I did nothing of that mail.`;

async function carryOutSaid(received: Received, said: Said, proof: Proof): Promise<Came> {
  if (said.type === "add") return addForwarded(received);
  const reading = readCommands(said.text);
  // One line that is something else leaves all of it in doubt.
  const [prose] = reading.rest;
  if (prose !== undefined) return nothingDone([notUnderstood(prose)]);
  return obeyCommands(received, reading, proof, []);
}

const nothingDone = (doubts: readonly string[]): Came => ({ done: [], doubts, wants: new Set(), plans: [] });

const isLate = ({ message, now }: Received): boolean =>
  Temporal.Instant.compare(now, message.date.add(answersFor)) > 0;
const tooLate = nothingDone(["You wrote it more than seven days ago."]);

/** A short mail of ours, not older than an answer may be: its Message-ID cannot be guessed. */
async function isAnswerToOurs({ tx, person, message, now }: Received): Promise<boolean> {
  for (const id of [...message.inReplyTo, ...message.references].filter((one) => one.startsWith("note."))) {
    const row = await tx.outbox.byMessageId(person.id, id);
    if (row?.purpose === "self" && Temporal.Instant.compare(now, row.notBefore.add(answersFor)) <= 0)
      return true;
  }
  return false;
}
