import type { Proof } from "../domain/approval.ts";
import { answersDigest, holdsBack, readCommands } from "../domain/command-mail.ts";
import { readReply } from "../domain/reply-grammar.ts";
import { rewordingsIn } from "../domain/reply-rewording.ts";
import { answerCommand } from "./answer-command.ts";
import { carryOut, type Shown } from "./carry-out.ts";
import { obeyCommands } from "./obey-commands.ts";
import { closingOfLetter } from "./own-text.ts";
import type { Afterwards, Received } from "./receive-message.ts";

/**
 * Takes a proven answer to a digest. Commands in it are obeyed first, then its other lines decide about those of the digest. Beside a line that
 * is neither, no command acts: it may be part of a letter.
 */
export async function takeDigestAnswer(received: Received, shown: Shown, proof: Proof): Promise<Afterwards> {
  const { tx, app, mailbox, newText, message } = received;
  const items = shown.items.map(({ n, type, asks }) => ({ n, type, asks }));
  // The text of a mail may hold any line.
  const reworded = rewordingsIn(newText, items, closingOfLetter(message, received.person));
  const { commands, doubts, rest } = readCommands(reworded.rest);
  if (commands.length + doubts.length === 0)
    return carryOut(received, readReply(newText, items, reworded), shown, proof);
  const prose = rest.find((line) => !answersDigest(line));
  const unclear = {
    question: `I did nothing, because I am not sure about "${prose?.slice(0, 80)}" beside it.`,
  };
  const obeyed = await obeyCommands(
    received,
    prose === undefined
      ? { commands, doubts }
      : { commands: [], doubts: [...commands.map(({ words }) => ({ words, ...unclear })), ...doubts] },
    proof,
    shown.items,
  );
  const { person } = obeyed;
  const answered = await answerCommand(tx, app, { person, mailbox }, obeyed);
  // What is asked back stays among the words: "stop" holds the rest of the answer back.
  const notes = commands.flatMap(({ command }) =>
    command.type === "note" && holdsBack(command.text) ? [command.text] : [],
  );
  const others = [...rest, ...doubts.map(({ words }) => words), ...notes].join("\n");
  const decided = await carryOut(
    { ...received, person },
    readReply(others, items, { ...reworded, rest: others }),
    shown,
    proof,
  );
  return {
    ...decided,
    plans: [...obeyed.plans, ...decided.plans],
    outbox: [...answered, ...decided.outbox],
  };
}
