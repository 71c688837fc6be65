import { Temporal } from "temporal-polyfill";
import type { Draft } from "./draft.ts";
import type { OutboxState } from "./outbox.ts";
import { cleanLine } from "./plain-text.ts";
import { proofIn, proofWords, shortHash } from "./proof-words.ts";
import { spokenDate } from "./spoken.ts";
import { eventsOfRow } from "./story-moves.ts";
import type { Showing, StoryData, StoryEntry, StoryRecord, StoryVersion } from "./story-record.ts";

/** One thing that happened: a name for programs, a sentence for the person, and what it is made of. */
export type StoryEvent = {
  readonly at: Temporal.Instant;
  readonly what: string;
  readonly says: string;
  readonly data: StoryData;
};

/** Where an event stands among others of the same moment: by kind, then by when the database wrote it. */
export type Placed = StoryEvent & { readonly rank: number; readonly writtenAt: Temporal.Instant };

/** Gives what happened to the mail, oldest first. `today` is the person's date: other years are named. */
export function storyOf(record: StoryRecord, today: Temporal.PlainDate): readonly StoryEvent[] {
  const told = record.rows.map((row) => eventsOfRow(row, record, today));
  const taken = new Set(told.flatMap(({ entries }) => entries));
  const events: Placed[] = [
    ...record.versions.map((version) => written(version, record.versions)),
    ...record.showings.map((showing) => shown(showing, record.versions, today)),
    ...record.entries.filter((entry) => !taken.has(entry)).map((entry) => asItStands(entry, record, today)),
    ...told.flatMap((row) => row.events),
  ];
  return events
    .sort(
      (a, b) =>
        Temporal.Instant.compare(a.at, b.at) ||
        a.rank - b.rank ||
        Temporal.Instant.compare(a.writtenAt, b.writtenAt),
    )
    .map(({ at, what, says, data }) => ({ at, what, says, data }));
}

const authors: Readonly<Record<Draft["by"], string>> = {
  template: "from the template",
  model: "by the model",
  person: "in your own words",
};

function written(version: StoryVersion, all: readonly StoryVersion[]): Placed {
  const { madeAt: at, hash, by } = version;
  const same = all.find((other) => other.version < version.version && other.hash === hash);
  const how = same ? `with the text of version ${same.version}, to be offered again` : authors[by];
  return {
    at,
    what: "written",
    says: `Version ${version.version} was written, ${how} (hash ${shortHash(hash)}).`,
    data: { draft: version.id, version: version.version, by, hash },
    rank: 0,
    writtenAt: at,
  };
}

function shown(showing: Showing, versions: readonly StoryVersion[], today: Temporal.PlainDate): Placed {
  const { at, line, draftId, mailIs } = showing;
  const day = spokenDate(showing.day, today);
  const version = versions.find(({ id }) => id === draftId)?.version;
  const mail = showing.in === "digest" ? `The digest of ${day}` : `A short mail about the digest of ${day}`;
  const what = draftId === null ? "asked you whether it was sent" : `showed version ${version}`;
  return {
    at,
    what: draftId === null ? "asked_in_digest" : "shown",
    says: `${mail} ${what}, as line ${line}${arrival(mailIs)}.`,
    data: { in: showing.in, day: showing.day.toString(), line, draft: draftId, version, mail: mailIs },
    rank: 1,
    writtenAt: at,
  };
}

function arrival(mailIs: OutboxState | null): string {
  if (mailIs === null || mailIs === "sent") return "";
  if (mailIs === "failed") return "; the server refused that mail, so you did not get it";
  if (mailIs === "asked" || mailIs === "unknown") return "; whether that mail reached you is not known";
  return "; that mail has not left yet";
}

/** What the journal says of it, with the proof where somebody decided. */
const asItStands = (entry: StoryEntry, record: StoryRecord, today: Temporal.PlainDate): Placed => ({
  at: entry.at,
  what: entry.type,
  says: `${entry.says} ${proofOf(entry, record, today)}`.trimEnd(),
  data: entry.data,
  rank: 2,
  writtenAt: entry.writtenAt,
});

function proofOf({ data }: StoryEntry, { digests }: StoryRecord, today: Temporal.PlainDate): string {
  const proof = proofIn(data);
  if (proof?.by !== "hand") return proof ? proofWords(proof, digests, today) : "";
  // What was deleted from Drafts has none.
  const { messageId } = data;
  return typeof messageId === "string"
    ? `Proof: your own mail <${cleanLine(messageId)}>, whose copy lies in Sent.`
    : "";
}
