import {
  type Candidacy,
  type CandidacyEventType,
  type CandidacyState,
  type CloseReason,
  candidacyEvents,
  move,
} from "./candidacy.ts";

/** One move of a candidacy as the journal holds it. */
export type Moved = {
  readonly from: CandidacyState;
  readonly to: CandidacyState;
  /** An event of the table, or what the person did outside it ("undone", "marked"): that counts as it stands. */
  readonly event: string;
  readonly reason: CloseReason | null;
  /** Why it was closed before this move. */
  readonly reasonBefore: CloseReason | null;
  /** The mail that caused it. */
  readonly message: string | null;
};

export type Standing = Pick<Candidacy, "state" | "closeReason" | "stateBefore">;

/**
 * Where a candidacy would stand without what those mails did: every other move is made again in its order, from where it stood before the
 * first of theirs. Null: they moved nothing.
 */
export function standingWithout(moves: readonly Moved[], messages: ReadonlySet<string>): Standing | null {
  const first = moves.findIndex(({ message }) => message !== null && messages.has(message));
  const start = moves[first];
  if (start === undefined) return null;
  const before: Standing = {
    state: start.from,
    closeReason: start.from === "closed" ? start.reasonBefore : null,
    stateBefore: stateBeforeThe(moves.slice(0, first), start.from),
  };
  return replayed(
    before,
    moves.slice(first).filter(({ message }) => message === null || !messages.has(message)),
  );
}

const replayed = (before: Standing, moves: readonly Moved[]): Standing => moves.reduce(afterMove, before);

function afterMove(standing: Standing, { event, to, reason }: Moved): Standing {
  const known = candidacyEvents.find((one: CandidacyEventType) => one === event);
  return known === undefined ? standingAt(standing, to, reason) : afterEvent(standing, known, reason);
}

/** Where an event of the table leads; where it stood, when the table refuses it. */
export const afterEvent = (
  standing: Standing,
  event: CandidacyEventType,
  reason: CloseReason | null,
): Standing => standingAt(standing, move(standing, event) ?? standing.state, reason);

function standingAt(before: Standing, state: CandidacyState, reason: CloseReason | null): Standing {
  if (state === before.state) return before;
  const ends = state === "closed" || state === "keeping_in_touch";
  return {
    state,
    closeReason: state === "closed" ? reason : null,
    stateBefore: ends ? before.state : before.stateBefore,
  };
}

/** A candidacy that was closed already remembers where it stood before that. */
const stateBeforeThe = (moves: readonly Moved[], state: CandidacyState): CandidacyState | null =>
  state === "closed" || state === "keeping_in_touch"
    ? (moves.findLast(({ to, from }) => to === state && from !== state)?.from ?? null)
    : null;
