import { Temporal } from "temporal-polyfill";
import { candidacyInWords } from "../domain/candidacy.ts";
import { isPaused } from "../domain/pause.ts";
import { cleanLine } from "../domain/plain-text.ts";
import { lastingMoment, spokenDate } from "../domain/spoken.ts";
import { type Standing, statusText } from "../domain/status-words.ts";
import { dateIn } from "../domain/working-time.ts";
import type { CandidacyRow, Person, Tx } from "../ports/store.ts";
import { digestDueAt } from "./digest-time.ts";

/** How things stand for a person, as the text of a short mail. */
export async function statusOf(tx: Tx, person: Person, now: Temporal.Instant): Promise<string> {
  const all = (await tx.candidacies.all(person.id)).filter(({ mergedInto }) => !mergedInto);
  const when = (at: Temporal.Instant): string => inWords(at, person, now);
  const digestAt = await digestDueAt(tx, person, now);
  return statusText({
    pausedUntil:
      person.pausedUntil && isPaused(person.pausedUntil, now)
        ? dayInWords(person.pausedUntil, person, now)
        : null,
    candidacies: all.map((candidacy) => ({
      name: cleanLine(candidacyInWords(candidacy)),
      state: candidacy.state,
      because: cleanLine(candidacy.because.replace(/^Waiting: /, "")),
    })),
    interviews: await interviewsAhead(tx, all, now, when),
    leaving: await leavingOf(tx, all, when),
    nextDigest: digestAt === null ? null : when(digestAt),
  });
}

async function interviewsAhead(
  tx: Tx,
  candidacies: readonly CandidacyRow[],
  now: Temporal.Instant,
  when: (at: Temporal.Instant) => string,
): Promise<Standing["interviews"]> {
  const ahead: { at: Temporal.Instant; name: string }[] = [];
  for (const candidacy of candidacies)
    for (const { start, cancelled } of await tx.candidacies.interviews(candidacy.id))
      if (!cancelled && Temporal.Instant.compare(start.toInstant(), now) > 0)
        ahead.push({ at: start.toInstant(), name: cleanLine(candidacyInWords(candidacy)) });
  return ahead
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at))
    .map(({ at, name }) => ({ when: when(at), name }));
}

async function leavingOf(
  tx: Tx,
  candidacies: readonly CandidacyRow[],
  when: (at: Temporal.Instant) => string,
): Promise<Standing["leaving"]> {
  const leaving: Standing["leaving"][number][] = [];
  for (const { id } of candidacies)
    for (const followUp of await tx.followUps.ofCandidacy(id)) {
      const draft = followUp.status === "approved" ? await tx.drafts.newest(followUp.id) : null;
      const row = draft ? await tx.outbox.ofDraft(draft.id) : null;
      if (row?.state === "queued") leaving.push({ to: row.envelopeTo, when: when(row.notBefore) });
    }
  return leaving;
}

const dayInWords = (at: Temporal.Instant, { zone }: Person, now: Temporal.Instant): string =>
  spokenDate(dateIn(zone, at), dateIn(zone, now));

const inWords = (at: Temporal.Instant, person: Person, now: Temporal.Instant): string =>
  `on ${lastingMoment(at, person.zone, dateIn(person.zone, now))}`;
