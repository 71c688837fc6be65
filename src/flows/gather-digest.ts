import type { Temporal } from "temporal-polyfill";
import type { DigestParts, DraftPart } from "../domain/digest.ts";
import type { Draft } from "../domain/draft.ts";
import type { CandidacyId } from "../domain/ids.ts";
import { spokenDate } from "../domain/spoken.ts";
import type {
  CandidacyRow,
  FollowUpRow,
  JournalRow,
  OutboxRow,
  Person,
  StoredMessage,
  Tx,
} from "../ports/store.ts";
import type { App } from "./app.ts";
import { changesIn, interviewsSoon, waitingForYou } from "./digest-news.ts";
import { questionOf, sentenceOf } from "./kind-in-words.ts";
import { writeDraft } from "./write-draft.ts";

/** What a digest tells, and beside each answerable list what its lines stand for, in the same order. */
export type Gathered = {
  readonly parts: DigestParts;
  /** What the store had committed when this was gathered. */
  readonly seen: string;
  readonly drafts: readonly Draft[];
  readonly questions: readonly StoredMessage[];
  readonly changed: readonly CandidacyId[];
  readonly unconfirmed: readonly OutboxRow[];
};

/** Gathers everything that the person is told today, and writes the drafts that are due. */
export async function gather(
  tx: Tx,
  app: Pick<App, "clock" | "ids" | "writer">,
  person: Person,
  day: { now: Temporal.Instant; today: Temporal.PlainDate; token: string },
): Promise<Gathered> {
  const candidacies = new Map(
    (await tx.candidacies.all(person.id)).map((candidacy) => [candidacy.id, candidacy]),
  );
  // Taken before the news are read: what is committed in between is told twice rather than never (SAFETY R39).
  const seen = await tx.digests.snapshot();
  const news = await tx.journal.unseen(person.id, (await tx.digests.lastArrived(person.id))?.seen ?? null);
  const offers = await tx.followUps.offerable(person.id, day.now, day.today);
  const writable = offers.filter((followUp) => followUp.to !== null);
  const drafts: Draft[] = [];
  for (const followUp of writable) drafts.push(await writeDraft(tx, app, person, followUp));
  const questions = (await tx.messages.openQuestions(person.id)).filter((message) => message.candidacyId);
  const changes = changesIn(news, candidacies);
  const unconfirmed = await tx.outbox.asked(person.id);
  return {
    seen,
    drafts,
    questions,
    changed: changes.map(({ id }) => id),
    unconfirmed,
    parts: {
      address: person.address,
      today: day.today,
      token: day.token,
      drafts: drafts.flatMap((draft, at) =>
        draftPart(draft, writable[at], candidacies.get(draft.candidacyId), news),
      ),
      questions: questions.map((message) => questionPart(message, candidacies)),
      interviews: await interviewsSoon(tx, candidacies, person, day.today),
      waitingForYou: await waitingForYou(tx, candidacies),
      changes: changes.map(({ part }) => part),
      waiting: [...candidacies.values()]
        .filter(isAwaited)
        .map(({ employer, role, because }) => ({ employer, role, because: underWaiting(because) })),
      unconfirmed: await Promise.all(unconfirmed.map((row) => unconfirmedPart(tx, row, person, day))),
      troubles: [
        ...(await tx.mailboxes.ofPerson(person.id)).flatMap(({ address, trouble, sendingPaused }) =>
          trouble && !sendingPaused ? [`${address} cannot be read: ${trouble}`] : [],
        ),
        ...offers.filter((followUp) => followUp.to === null).map((followUp) => noOne(followUp, candidacies)),
        ...news.filter(({ type }) => told.has(type)).map(({ says }) => says),
        ...(await unproven(tx, person)),
      ],
    },
  };
}

/** The section says "waiting" already. */
const underWaiting = (because: string): string =>
  because.replace(/^Waiting: (.)/u, (_all, first: string) => first.toUpperCase());

async function unconfirmedPart(
  tx: Tx,
  row: OutboxRow,
  person: Person,
  day: { now: Temporal.Instant; today: Temporal.PlainDate },
) {
  const draft = row.draftId ? await tx.drafts.get(row.draftId) : null;
  const since = (row.unknownSince ?? day.now).toZonedDateTimeISO(person.zone).toPlainDate();
  return {
    to: draft?.to ?? { name: "", address: row.envelopeTo },
    subject: draft?.subject ?? "",
    day: spokenDate(since, day.today),
  };
}

/** Answers that claim to be the person's and never appeared in Sent: told, for somebody may have tried (SAFETY R29). */
async function unproven(tx: Tx, person: Person): Promise<string[]> {
  const count = await tx.digests.tellUnproven(person.id);
  if (count === 0) return [];
  const what =
    count === 1 ? "An answer that looks like yours lies" : `${count} answers that look like yours lie`;
  return [`${what} in the inbox but not in Sent, so nothing was done; if you wrote it, answer again.`];
}

/** Journal lines that are told as they stand in the next digest. */
const told: ReadonlySet<JournalRow["type"]> = new Set<JournalRow["type"]>([
  "reply_refused",
  "reply_doubt",
  "unreadable",
  "bounce",
  "possibly_related",
  "waits",
  "failed",
]);

const isAwaited = ({ state }: CandidacyRow): boolean =>
  state === "interviewing" || state === "awaiting_decision";

function draftPart(
  draft: Draft,
  followUp: FollowUpRow | undefined,
  candidacy: CandidacyRow | undefined,
  news: readonly JournalRow[],
): DraftPart[] {
  if (!followUp || !candidacy) return [];
  const held = news.some(({ type, candidacyId }) => type === "held" && candidacyId === candidacy.id);
  return [
    {
      kind: followUp.kind,
      employer: candidacy.employer,
      role: candidacy.role,
      to: draft.to,
      subject: draft.subject,
      text: draft.text,
      reason: followUp.reason,
      remark: held ? "they wrote since" : null,
      brief: followUp.timesOffered >= 3,
    },
  ];
}

const questionPart = (message: StoredMessage, candidacies: ReadonlyMap<CandidacyId, CandidacyRow>) => {
  const employer = message.candidacyId ? candidacies.get(message.candidacyId)?.employer : null;
  const meaning = message.assessment ? sentenceOf[questionOf(message.assessment.kind)] : "an answer";
  return {
    question: `${employer ?? message.from.address}: is this ${meaning}?`,
    evidence: message.assessment?.evidence[0] ?? message.subject,
  };
};

const noOne = (followUp: FollowUpRow, candidacies: ReadonlyMap<CandidacyId, CandidacyRow>): string =>
  `${candidacies.get(followUp.candidacyId)?.employer ?? "An employer"}: no one to write to. ${followUp.reason} Find a person's address and write by hand.`;
