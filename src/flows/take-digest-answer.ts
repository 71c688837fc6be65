import type { Proof } from "../domain/approval.ts";
import { answersDigest, holdsBack, readCommands } from "../domain/command-mail.ts";
import { withoutLooseAnswers } from "../domain/loose-answers.ts";
import { readReply } from "../domain/reply-grammar.ts";
import { rewordingsIn } from "../domain/reply-rewording.ts";
import { withNumbersAbove } from "../understanding/text/inline-answers.ts";
import { answerCommand } from "./answer-command.ts";
import type { Shown } from "./carry-out.ts";
import { carryOutAll } from "./carry-out-all.ts";
import { nothingObeyed, obeyCommands } from "./obey-commands.ts";
import { closingOfLetter } from "./own-text.ts";
import type { Afterwards, Received } from "./receive-message.ts";

/**
 * Takes a proven answer to a digest, or to a confirmation about one. Commands in it are obeyed first, then its other lines decide about those of the digest; one
 * short mail tells what came of all of it. Beside a line that is neither, no command acts: it may be part of a letter.
 */
export async function takeDigestAnswer(received: Received, shown: Shown, proof: Proof): Promise<Afterwards> {
  const { tx, app, mailbox, message } = received;
  const newText = withNumbersAbove(received.newText, message.text);
  const items = shown.items.map(({ n, type, asks }) => ({ n, type, asks }));
  // The text of a mail may hold any line.
  const reworded = rewordingsIn(newText, items, closingOfLetter(message, received.person));
  const { text, doubts: loose } = numbered(reworded.rest, shown);
  const { commands, doubts, rest } = readCommands(text);
  const prose = rest.find((line) => !answersDigest(line));
  const unclear = {
    question: `I did nothing, because I am not sure about "${prose?.slice(0, 80)}" beside it.`,
  };
  const obeyed =
    commands.length + doubts.length === 0
      ? nothingObeyed(received.person)
      : await obeyCommands(
          received,
          prose === undefined
            ? { commands, doubts }
            : { commands: [], doubts: [...commands.map(({ words }) => ({ words, ...unclear })), ...doubts] },
          proof,
          shown.items,
        );
  // What is asked back stays among the words: "stop" holds the rest of the answer back.
  const notes = commands.flatMap(({ command }) =>
    command.type === "note" && holdsBack(command.text) ? [command.text] : [],
  );
  const isPlain = commands.length + doubts.length === 0;
  const others = isPlain ? text : [...rest, ...doubts.map(({ words }) => words), ...notes].join("\n");
  const reading = readReply(others, items, { ...reworded, rest: others }, received.person.name);
  const { person } = obeyed;
  const { told, ...decided } = await carryOutAll(
    { app, tx, person },
    { ...reading, doubts: [...loose, ...reading.doubts] },
    shown,
    proof,
  );
  const answered = await answerCommand(tx, app, { person, mailbox }, obeyed, { told, shown });
  return {
    ...decided,
    plans: [...obeyed.plans, ...decided.plans],
    outbox: [...answered, ...decided.outbox],
  };
}

const numbered = (text: string, { confirmation }: Shown): ReturnType<typeof withoutLooseAnswers> =>
  confirmation === null
    ? { text, doubts: [] }
    : withoutLooseAnswers(text, {
        asked: confirmation.items.filter(({ asks }) => asks).length,
        asks: confirmation.asks,
      });
