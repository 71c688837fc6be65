import type { Letter } from "./letter.ts";
import type { SentMailCheck } from "./story-expectations.ts";
import type { Failure } from "./view.ts";
import { lackingWords, presentWords } from "./words-check.ts";

/** A mail of the program that the server has taken for someone else. */
export type SentMail = {
  readonly letter: Letter;
  readonly to: readonly string[];
  /** Kind of the follow-up, from the outbox; null when the program does not know the mail. */
  readonly kind: string | null;
  /** It answers a mail that the mailbox holds. */
  readonly inThread: boolean;
};

/** All mails that have left, each described by exactly one line of the story, in any order. */
export function checkSent(expected: readonly SentMailCheck[], sent: readonly SentMail[]): readonly Failure[] {
  if (expected.length === sent.length && canPair(expected, sent)) return [];
  const seen = sent.map((mail) => {
    const near = expected.filter((one) => one.kind === undefined || one.kind === mail.kind);
    const why = [...new Set(near.flatMap((one) => misfits(one, mail)))];
    return `${mail.kind ?? "unknown kind"} to ${mail.to.join(", ")}${why.length > 0 ? ` (${why.join("; ")})` : ""}`;
  });
  return [
    {
      expected: expected.length === 0 ? "nothing sent" : `sent: ${expected.map(inWords).join(", ")}`,
      seen: seen.length === 0 ? "nothing has left" : seen.join(", "),
    },
  ];
}

/** Gives each expectation a mail of its own, trying again where an earlier choice stands in the way. */
function canPair(expected: readonly SentMailCheck[], sent: readonly SentMail[]): boolean {
  const [first, ...rest] = expected;
  if (first === undefined) return true;
  return sent.some(
    (mail) =>
      misfits(first, mail).length === 0 &&
      canPair(
        rest,
        sent.filter((other) => other !== mail),
      ),
  );
}

/** Why a mail is not the one expected, in words; empty when it is. */
function misfits(expected: SentMailCheck, mail: SentMail): readonly string[] {
  const text = `${mail.letter.subject}\n${mail.letter.text}`;
  const missing = lackingWords(expected.says ?? [], text);
  const present = presentWords(expected.lacks ?? [], text);
  return [
    ...(expected.kind !== undefined && expected.kind !== mail.kind ? [`not ${expected.kind}`] : []),
    ...(expected.to !== undefined && !mail.to.includes(expected.to) ? [`not to ${expected.to}`] : []),
    ...(expected.in_thread !== undefined && expected.in_thread !== mail.inThread
      ? [mail.inThread ? "in a thread" : "in no thread"]
      : []),
    ...(missing.length > 0 ? [`does not say ${missing.join(", ")}`] : []),
    ...(present.length > 0 ? [`says ${present.join(", ")}`] : []),
  ];
}

const inWords = ({ kind, to, in_thread: inThread }: SentMailCheck): string =>
  [
    kind ?? "a mail",
    ...(to === undefined ? [] : [`to ${to}`]),
    ...(inThread === true ? ["in its thread"] : []),
  ].join(" ");
