import type { Temporal } from "temporal-polyfill";
import type { ApiCandidacy, ApiDigest } from "./api.ts";
import type { Letter } from "./letter.ts";
import type { Departed } from "./post-office.ts";
import type { Season } from "./season.ts";
import type { SentMail } from "./sent-check.ts";

/** What was to be, and what was seen instead. */
export type Failure = { readonly expected: string; readonly seen: string };

/** Everything a check may look at, read once a moment. */
export type View = {
  readonly today: Temporal.PlainDate;
  readonly person: Season["person"];
  /** Digests that have come to the mailbox, oldest first; one row as often as its mail came. */
  readonly digests: readonly { readonly digest: ApiDigest; readonly letter: Letter }[];
  readonly sent: readonly SentMail[];
  readonly candidacies: readonly ApiCandidacy[];
  /** Debrief questions that have come to the mailbox. */
  readonly debriefs: number;
  readonly named: readonly string[];
};

/** Looks at the season from outside: its mails, and the API. */
export async function lookAt(season: Season): Promise<View> {
  const { api, office } = season;
  const [digests, debriefs, outbox, candidacies] = await Promise.all([
    api.digests(),
    api.debriefs(),
    api.outbox(),
    api.candidacies(),
  ]);
  const bare = (id: string) => id.replace(/^<|>$/g, "");
  const kinds = new Map(outbox.map((row) => [bare(row.message_id), row.kind ?? null]));
  const debriefIds = new Set(debriefs.map((debrief) => bare(debrief.message_id)));
  const known = new Set(
    [...office.received, ...office.departed.map((one) => one.letter)].map((l) => l.messageId),
  );
  return {
    today: season.local().toPlainDate(),
    person: season.person,
    digests: office.toPerson.flatMap(({ letter }) => {
      const digest = digests.find((one) => bare(one.message_id) === letter.messageId);
      return digest === undefined ? [] : [{ digest, letter }];
    }),
    sent: office.departed.filter(isByProgram).map(({ letter, to }) => ({
      letter,
      to,
      kind: kinds.get(letter.messageId) ?? null,
      inThread: letter.inReplyTo !== null && known.has(letter.inReplyTo),
    })),
    candidacies,
    debriefs: office.toPerson.filter(({ letter }) => debriefIds.has(letter.messageId)).length,
    named: [...office.named(), ...office.departed.filter(isByProgram).flatMap(({ to }) => to)],
  };
}

const isByProgram = ({ by }: Departed): boolean => by === "program";
