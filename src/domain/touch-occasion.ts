import { Temporal } from "temporal-polyfill";
import { mannerOf, type Occasion } from "./follow-up.ts";
import { newestNo } from "./graceful-no.ts";
import { type OwnWords, ownOccasion, quotable } from "./own-words.ts";
import { isBefore, type Planning } from "./planning.ts";
import { dateIn } from "./working-time.ts";

/** What a mail to keep in touch is written about: the person's own words, or the employer's, word for word, from a mail of that moment. `says` is how it was told. */
export type TouchOccasion = { readonly says: string } & (
  | { readonly by: "person"; readonly own: OwnWords }
  | { readonly by: "mail"; readonly quote: string; readonly at: Temporal.Instant }
);

/**
 * Gives the newest occasion since the last mail to keep in touch that can stand in a mail, else the sentence in which they named a time to come
 * back; null when there is nothing to write about, and then nothing is drafted (POLICY 1, "An occasion").
 */
export function touchOccasion(at: Planning): TouchOccasion | null {
  const { facts } = at;
  const since = facts.history
    .flatMap(({ kind, status, sentAt }) =>
      kind === "keep_in_touch" && status === "sent" && sentAt !== null ? [sentAt] : [],
    )
    .toSorted(Temporal.Instant.compare)
    .at(-1);
  const [newest] = facts.occasions
    .filter((one) => one.vacancy === null && (since === undefined || isBefore(since, one.at)))
    .toSorted((a, b) => Temporal.Instant.compare(b.at, a.at) || (a.id < b.id ? -1 : 1))
    .flatMap((one) => asTold(one) ?? []);
  return newest ?? comeBack(at);
}

/** Gives the time at which they want to hear again, "come back in spring", while nobody was written to since; with their sentence. */
export function comeBackDate({ facts, calendar }: Planning): {
  readonly due: Temporal.PlainDate;
  readonly quote: string;
  readonly at: Temporal.Instant;
} | null {
  const no = newestNo(facts);
  if (no === null) return null;
  const since = facts.history.some(
    ({ kind, status, sentAt }) =>
      mannerOf[kind] === "chase" && status === "sent" && sentAt !== null && isBefore(no.at, sentAt),
  );
  // Of two dates the later: later is safer (POLICY 8.4).
  const promise = facts.promises
    .filter(
      ({ madeAt, due }) =>
        madeAt.equals(no.at) && Temporal.PlainDate.compare(due, dateIn(calendar.zone, no.at)) > 0,
    )
    .toSorted((a, b) => Temporal.PlainDate.compare(b.due, a.due) || (a.quote < b.quote ? -1 : 1))[0];
  return since || promise === undefined ? null : { due: promise.due, quote: promise.quote, at: no.at };
}

function asTold({ by, says, at }: Occasion): TouchOccasion | null {
  if (by === "person") {
    const own = ownOccasion(says);
    return own === null ? null : { by, own, says };
  }
  const quote = quotable(says);
  return quote === null ? null : { by, quote, at, says };
}

function comeBack(at: Planning): TouchOccasion | null {
  const named = comeBackDate(at);
  const quote = named === null ? null : quotable(named.quote);
  return named === null || quote === null ? null : { by: "mail", quote, at: named.at, says: named.quote };
}
