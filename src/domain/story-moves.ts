import { Temporal } from "temporal-polyfill";
import type { Placed } from "./draft-story.ts";
import type { OutboxState } from "./outbox.ts";
import { proofIn, proofWords, shortHash } from "./proof-words.ts";
import { lastingMoment } from "./spoken.ts";
import type { StoryData, StoryEntry, StoryRecord, StoryRow } from "./story-record.ts";
import { quotedReply, whatHappened, whyNotTold } from "./unconfirmed-words.ts";

type Move = StoryRow["moves"][number];

/** What the sentence about a move is made of. */
type Told = {
  readonly move: Move;
  readonly row: StoryRow;
  readonly record: StoryRecord;
  readonly at: Temporal.Instant;
  /** What the journal wrote of this mail in the transaction of the move. */
  readonly beside: readonly StoryEntry[];
  readonly today: Temporal.PlainDate;
};

/** Journal rows that say no more than the move beside them. */
const saidByMoves = new Set([
  ...["approved", "attempt", "sent", "failed", "unknown", "asked", "found", "held", "deferred"],
]);

/** Gives one event for each move that says something, and the journal's rows that are told by them. */
export function eventsOfRow(
  row: StoryRow,
  record: StoryRecord,
  today: Temporal.PlainDate,
): { readonly events: readonly Placed[]; readonly entries: readonly StoryEntry[] } {
  const own = record.entries.filter(({ data }) => data.outbox === row.id);
  const beside = (move: Move): StoryEntry[] =>
    own.filter(({ tx, type }) => tx === move.tx && saidByMoves.has(type));
  const events = row.moves.flatMap((move, n): Placed[] => {
    const at = momentOf(move, record.entries);
    const says = sentenceOf({ move, row, record, at, beside: beside(move), today }, row.moves[n + 1]);
    if (says === "") return [];
    return [
      { at, what: move.event, says, data: dataOf(move, row, beside(move)), rank: 2, writtenAt: move.at },
    ];
  });
  return { events, entries: row.moves.flatMap(beside) };
}

/**
 * When a move happened by the clock that the person lives by: what the journal wrote in the same transaction knows it. Where nothing was written, it is
 * the database's moment, moved by as much as the two clocks were apart at the last row before, or else the first.
 */
function momentOf(move: Move, entries: readonly StoryEntry[]): Temporal.Instant {
  const together = entries.find(({ tx }) => tx === move.tx);
  if (together) return together.at;
  const near =
    entries.findLast(({ writtenAt }) => Temporal.Instant.compare(writtenAt, move.at) <= 0) ?? entries[0];
  return near ? move.at.add(near.at.since(near.writtenAt)) : move.at;
}

function dataOf({ n, attempts, reply }: Move, row: StoryRow, beside: readonly StoryEntry[]): StoryData {
  const proof = beside.map(({ data }) => proofIn(data)).find((one) => one !== null);
  const searched = beside.find(({ data }) => data.searched !== undefined)?.data.searched;
  return {
    outbox: row.id,
    move: n,
    ...(attempts > 0 && { attempt: attempts }),
    ...(reply !== null && { reply }),
    ...(proof && { hash: row.hash, proof }),
    ...(searched !== undefined && { searched }),
  };
}

function sentenceOf(told: Told, next: Move | undefined): string {
  const { move, row, record, beside } = told;
  const { event, attempts, from } = move;
  const answer = quotedReply(move.reply);
  switch (event) {
    case "made":
      return approval(told);
    case "carried_over":
      return `The log of this mail begins here: it was ${row.state === move.to ? "as it is now" : inWords[move.to]}.`;
    case "claim":
      // What came of it says the same and more.
      return next ? "" : `Attempt ${attempts} has begun; not a byte of the mail has left.`;
    case "transmit":
      return `Attempt ${attempts}: the mail was handed to the server.`;
    case "accepted":
      return `The server took it: ${answer}. It is sent${renamed(row)}.`;
    case "rejected":
      return `Attempt ${attempts}: the server refused it: ${answer}. It is not tried again by itself.`;
    case "deferred":
      return `The server asked to try again later: ${answer}. It is queued again.`;
    case "release":
      return answer === ""
        ? `Attempt ${attempts} was called off before a byte had left.`
        : `Attempt ${attempts} ended before a byte had left: ${answer}. It is queued again.`;
    case "expire":
    case "lost":
      return from === "claimed"
        ? `Attempt ${attempts} broke off before a byte had left. It is queued again.`
        : `${whatHappened([move])} It is looked for in ${record.mail.sentFolder} and not sent again by itself.`;
    case "notFound":
      return `${whyNotTold(searchedIn(beside), record.mail.sentFolder)} So you are asked.`.trimStart();
    case "found":
    case "arrived":
      return found(told);
    case "hold":
    case "cancel":
      return beside.find(({ type }) => type === "held")?.says ?? "It was taken out before a byte of it left.";
    case "sendAgain":
      return `You asked to send it again, under the same Message-ID. ${proofOf(told)}`.trimEnd();
    case "wasSent":
      return `You said that it was sent. ${proofOf(told)}`.trimEnd();
  }
}

function approval(told: Told): string {
  const { row, record, beside, today } = told;
  const version = record.versions.find(({ id }) => id === row.draftId)?.version;
  const leavesAt = beside.find(({ data }) => typeof data.leavesAt === "string")?.data.leavesAt;
  const when =
    typeof leavesAt === "string"
      ? `, to leave on ${lastingMoment(Temporal.Instant.from(leavesAt), record.mail.zone, today)}`
      : "";
  return `You approved version ${version} (hash ${shortHash(row.hash)})${when}. ${proofOf(told)}`.trimEnd();
}

function proofOf({ beside, record, today }: Told): string {
  const proof = beside.map(({ data }) => proofIn(data)).find((one) => one !== null);
  return proof ? proofWords(proof, record.digests, today) : "";
}

/** Found by a search, by a mail that came in, or because the server's yes came late. */
function found({ move, beside, row }: Told): string {
  const where = move.reply ?? beside.find(({ data }) => typeof data.reply === "string")?.data.reply;
  const words = quotedReply(typeof where === "string" ? where : null);
  return /^“2\d\d/.test(words)
    ? `The server's answer came late: ${words}. It is sent${renamed(row)}.`
    : `The server had taken it, and this shows it: ${words}. It is sent.`;
}

const renamed = ({ providerMessageId, messageId }: StoryRow): string =>
  providerMessageId && providerMessageId !== messageId ? `, there as <${providerMessageId}>` : "";

/** What the journal keeps of the last look at Sent. */
export const searchedIn = (entries: readonly Pick<StoryEntry, "data">[]): string | null => {
  const searched = entries.findLast(({ data }) => typeof data.searched === "string")?.data.searched;
  return typeof searched === "string" ? searched : null;
};

const inWords: Readonly<Record<OutboxState, string>> = {
  queued: "waiting to leave",
  claimed: "about to leave",
  transmitting: "on its way",
  sent: "sent",
  failed: "refused",
  unknown: "being looked for",
  asked: "asked about",
  held: "held",
  cancelled: "cancelled",
};
