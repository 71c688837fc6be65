import type { Temporal } from "temporal-polyfill";
import { storyOf } from "./draft-story.ts";
import { replayMoves } from "./outbox-replay.ts";
import type { StoryRecord, StoryRow } from "./story-record.ts";
import { standingWords } from "./story-standing.ts";

/** The story of a mail as data, the same from the command line and the API: hashes and answers in full, moments as instants. `today` is the person's date. */
export const storyData = (record: StoryRecord, today: Temporal.PlainDate) => ({
  kind: record.mail.kind,
  status: record.mail.status,
  candidacy: record.mail.candidacy,
  employer: record.mail.employer,
  to: record.versions.at(-1)?.to.address ?? null,
  subject: record.versions.at(-1)?.subject ?? null,
  stands: standingWords(record, today),
  versions: record.versions.map(({ id, version, by, hash, madeAt, to, subject, text }) => ({
    draft: id,
    version,
    by,
    hash,
    written_at: madeAt,
    to: to.address,
    subject,
    text,
  })),
  outbox: record.rows.map(rowData),
  events: storyOf(record, today).map(({ at, what, says, data }) => ({ at, what, says, ...data })),
});

const rowData = (row: StoryRow) => ({
  id: row.id,
  draft: row.draftId,
  hash: row.hash,
  message_id: row.messageId,
  provider_message_id: row.providerMessageId,
  to: row.to,
  state: row.state,
  attempts: row.attempts,
  not_before: row.notBefore,
  log_fault: logFault(row),
  moves: row.moves.map(({ tx: _tx, ...move }) => move),
});

/** Null where the log alone gives the row as it stands (SAFETY R59); else what is wrong with it, as a sentence. */
export function logFault({ moves, state, attempts }: StoryRow): string | null {
  const replayed = replayMoves(moves);
  if (!replayed.ok) return replayed.error.says;
  const isSame = replayed.value.state === state && replayed.value.attempts === attempts;
  return isSame ? null : `The log leads to ${replayed.value.state}, but the mail is ${state}.`;
}
