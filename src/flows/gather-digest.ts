import type { Temporal } from "temporal-polyfill";
import { type DigestParts, type DraftPart, hasNews } from "../domain/digest.ts";
import type { Draft } from "../domain/draft.ts";
import type { DigestId, FollowUpId } from "../domain/ids.ts";
import { isPaused } from "../domain/pause.ts";
import { spokenDate } from "../domain/spoken.ts";
import { dateIn } from "../domain/working-time.ts";
import type { CandidacyRow, Person, Tx } from "../ports/store.ts";
import type { App } from "./app.ts";
import { signOfLife } from "./digest-alive.ts";
import { leftOutInDrafts, reasonWithCopy } from "./digest-drafts-folder.ts";
import { goingOut, toldOfLinks } from "./digest-going-out.ts";
import type { BehindLists } from "./digest-items.ts";
import { type Change, changesIn, interviewsSoon, waitingForYou } from "./digest-news.ts";
import { occasionsWanted } from "./digest-occasions.ts";
import { questionsFor } from "./digest-questions.ts";
import { troublesIn, unconfirmedPart } from "./digest-trouble.ts";
import { draftPart } from "./draft-part.ts";
import { linkToDraft } from "./link-to-draft.ts";
import { candidaciesById, offersToday } from "./offers-today.ts";
import { isShownInFull } from "./shown-in-full.ts";
import { type Writing, writeDraft } from "./write-draft.ts";

/** What a digest tells, and beside each numbered list what its lines stand for. */
export type Gathered = {
  readonly parts: DigestParts;
  readonly behind: BehindLists;
  /** What the store had committed when this was gathered. */
  readonly seen: string;
  /** What is offered or asked for today, and counted. */
  readonly offered: readonly FollowUpId[];
};

/** Gathers everything that the person is told today, and writes the drafts that are due. */
export async function gather(
  tx: Tx,
  app: Writing & Pick<App, "links">,
  person: Person,
  day: { id: DigestId; now: Temporal.Instant; today: Temporal.PlainDate; token: string },
): Promise<Gathered> {
  const candidacies = await candidaciesById(tx, person);
  // Taken before the news are read: what is committed in between is told twice rather than never (SAFETY R39).
  const seen = await tx.digests.snapshot();
  const news = await tx.journal.unseen(person.id, (await tx.digests.lastArrived(person.id))?.seen ?? null);
  const paused = isPaused(person.pausedUntil, day.now);
  const offers = await offersToday(tx, person, candidacies, day);
  const offered: { draft: Draft; part: DraftPart }[] = [];
  for (const followUp of offers) {
    const { candidacy } = followUp;
    if (followUp.to === null || followUp.needsOccasion) continue;
    const draft = await writeDraft(tx, app, person, followUp);
    const before = { offered: followUp.timesOffered, shown: await tx.digests.showing(draft.id) };
    const isFull = isShownInFull(person, candidacy, before);
    const reason = await reasonWithCopy(tx, person, followUp, draft, isFull);
    const link = linkToDraft(app, person, draft, day.id, day.now);
    offered.push({
      draft,
      part: { ...(await draftPart(tx, person, draft, followUp, news)), brief: !isFull, reason, link },
    });
  }
  const questions = await questionsFor(tx, person, candidacies, news, day.now);
  const occasions = occasionsWanted(offers, candidacies);
  const interviews = await interviewsSoon(tx, candidacies, person, day.today);
  const asking = await waitingForYou(tx, candidacies);
  const leftOut = await leftOutInDrafts(tx, candidacies, news);
  const going = await goingOut(tx, person, day, candidacies, news);
  const changes: Change[] = [...changesIn(news, candidacies), ...leftOut, ...going];
  // Of each it would say the same: paused.
  const waiting = paused ? [] : [...candidacies.values()].filter(isAwaited);
  const unconfirmed = await tx.outbox.asked(person.id);
  const parts: DigestParts = {
    address: person.address,
    today: day.today,
    token: day.token,
    pausedUntil:
      paused && person.pausedUntil ? spokenDate(dateIn(person.zone, person.pausedUntil), day.today) : null,
    pausedMailboxes: (await tx.mailboxes.ofPerson(person.id))
      .filter(({ pausedAt }) => pausedAt !== null)
      .map(({ address }) => address),
    drafts: offered.map(({ part }) => part),
    questions: [...questions, ...occasions].map(({ part }) => part),
    interviews: interviews.map(({ part }) => part),
    waitingForYou: asking.map(({ part }) => part),
    changes: changes.map(({ part }) => part),
    waiting: waiting.map(({ employer, role, because }) => ({
      employer,
      role,
      because: underWaiting(because),
    })),
    unconfirmed: await Promise.all(unconfirmed.map((row) => unconfirmedPart(tx, row, person, day))),
    troubles: await troublesIn(tx, person, day, candidacies, offers, news),
    byLink: toldOfLinks(news, going),
  };
  return {
    seen,
    offered: [
      ...offered.map(({ draft }) => draft.followUpId),
      ...occasions.map(({ followUpId }) => followUpId),
    ],
    behind: {
      drafts: offered.map(({ draft }) => ({ draftId: draft.id, candidacyId: draft.candidacyId })),
      questions: [
        ...questions.map(({ mail }) => ({ messageId: mail.id, candidacyId: mail.candidacyId })),
        ...occasions.map(({ candidacyId }) => ({ candidacyId })),
      ],
      interviews: interviews.map(({ id }) => ({ candidacyId: id })),
      waitingForYou: asking.map(({ id, messageId }) => ({ candidacyId: id, messageId })),
      changes: changes.map(({ id, messageId, ...change }) => ({
        candidacyId: id,
        messageId,
        draftId: change.draftId ?? null,
      })),
      waiting: waiting.map(({ id }) => ({ candidacyId: id })),
      unconfirmed: unconfirmed.map((row) => ({ outboxId: row.id, candidacyId: row.candidacyId })),
    },
    parts: { ...parts, alive: hasNews(parts) ? null : await signOfLife(tx, person, candidacies, day) },
  };
}

/** The section says "waiting" already. */
const underWaiting = (because: string): string =>
  because.replace(/^Waiting: (.)/u, (_all, first: string) => first.toUpperCase());

/** An open offer stands among them, though it is the person's turn: it is not to be lost sight of. */
const isAwaited = ({ state }: CandidacyRow): boolean =>
  state === "interviewing" || state === "awaiting_decision" || state === "offered";
