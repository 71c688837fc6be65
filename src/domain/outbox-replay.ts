import { moveOutbox, type OutboxEventType, type OutboxState } from "./outbox.ts";
import { ok, type Result, refuse } from "./result.ts";

/** `made`: approved, or written for the person. `carried_over`: the mail is older than the log, which begins with how it stood. */
export type OutboxLogEvent = "made" | "carried_over" | OutboxEventType;

/** One line of the log of an outbox row (SAFETY R59). */
export type OutboxMove = {
  /** From 1, without a hole. */
  readonly n: number;
  readonly event: OutboxLogEvent;
  /** Null for the first line. */
  readonly from: OutboxState | null;
  readonly to: OutboxState;
  /** The attempt that the row belongs to after the move; null before the first. */
  readonly attempt: string | null;
  /** How many attempts have begun by then. */
  readonly attempts: number;
  /** What the server answered, or where the mail was found; null where the move brought no answer. */
  readonly reply: string | null;
};

/** A row as its log alone gives it. */
export type Replayed = Pick<OutboxMove, "attempt" | "attempts" | "reply"> & { readonly state: OutboxState };

/** The line of the log that cannot be, or that is missing, and why in a sentence. */
export type BrokenLog = { readonly n: number; readonly says: string };

/** Gives the row that the moves lead to, in their order, or the first line that is missing or that the table of moves forbids (SAFETY R59). */
export function replayMoves(moves: readonly OutboxMove[]): Result<Replayed, BrokenLog> {
  let row: Replayed | null = null;
  for (const [before, move] of moves.entries()) {
    const known: Replayed | null = row;
    const fault = move.n === before + 1 ? faultOf(known, move) : `Move ${before + 1} is missing.`;
    if (fault !== null) return refuse({ n: before + 1, says: fault });
    row = after(known, move);
  }
  return row ? ok(row) : refuse({ n: 1, says: "There is no move at all." });
}

const after = (row: Replayed | null, { to, attempt, attempts, reply }: OutboxMove): Replayed => ({
  state: to,
  attempt,
  attempts,
  reply: reply ?? row?.reply ?? null,
});

function faultOf(row: Replayed | null, move: OutboxMove): string | null {
  const { n, event, from, to, attempt, attempts } = move;
  if (event === "made" || event === "carried_over") {
    if (row || from !== null) return `Move ${n}, "${event}", can only be the first.`;
    const isNew = to === "queued" && attempts === 0 && attempt === null;
    return event === "carried_over" || isNew
      ? null
      : `Move ${n}: what is made is queued, without an attempt.`;
  }
  if (row === null) return `Move ${n}, "${event}", cannot be the first.`;
  if (from !== row.state) return `Move ${n} begins at ${from}, but the mail was ${row.state}.`;
  if (moveOutbox(row.state, event) !== to)
    return `Move ${n}: "${event}" does not lead from ${from} to ${to}.`;
  return event === "claim" ? faultOfClaim(row, move) : faultOfAttempt(row, move);
}

/** Each claim begins an attempt of its own. */
function faultOfClaim(row: Replayed, { n, attempt, attempts }: OutboxMove): string | null {
  if (attempts !== row.attempts + 1) return `Move ${n}: attempt ${attempts} follows attempt ${row.attempts}.`;
  return attempt === null || attempt === row.attempt ? `Move ${n} begins no attempt of its own.` : null;
}

function faultOfAttempt(row: Replayed, { n, attempt, attempts }: OutboxMove): string | null {
  const isSame = attempt === row.attempt && attempts === row.attempts;
  return isSame ? null : `Move ${n} belongs to another attempt than the mail did.`;
}
