import { Temporal } from "temporal-polyfill";
import { notHuman } from "../../src/domain/assessment.ts";
import type { InterviewId } from "../../src/domain/ids.ts";
import type { ContactEnd, Interview } from "../../src/domain/interview.ts";
import { canBeWrittenTo } from "../../src/domain/recipient.ts";
import type { PaperCandidacy } from "./paper-candidacy.ts";
import type { TheirMail } from "./season.ts";

/** Writes down what a mail of theirs tells: the word itself, a promise, a talk, a vacancy. What it does to the state, the play decides. */
export function hear(paper: PaperCandidacy, mail: TheirMail, at: number): void {
  const human = !notHuman.has(mail.kind);
  const now = instant(at);
  paper.entries.push({
    at,
    type: "word",
    from: "employer",
    human,
    addresses: [mail.from.address],
    kind: mail.kind,
    asks: mail.asks !== undefined,
    back: mail.back ?? null,
    standing: new Map(paper.plan?.followUps.map(({ key, dueAt }) => [key, dueAt.epochMilliseconds])),
  });
  paper.words.push({
    at: now,
    from: "employer",
    human,
    addresses: [mail.from.address],
    outOfOfficeUntil: mail.back ?? null,
    kind: mail.kind,
    asks: mail.asks ?? null,
    tellsStages: mail.tellsStages ?? false,
  });
  if (human) paper.wordCount += 1;
  takePromise(paper, mail, at);
  takeTalk(paper, mail, at);
  if (mail.vacancy !== undefined)
    paper.occasions.push({
      id: `vacancy-${paper.occasions.length}`,
      at: now,
      says: `They look for someone: ${mail.vacancy}.`,
      by: "mail",
      vacancy: mail.vacancy,
    });
}

/** Writes down that the person wrote to them by hand. */
export function writeByHand(paper: PaperCandidacy, to: string, at: number): void {
  paper.entries.push({
    at,
    type: "word",
    from: "hand",
    human: true,
    addresses: [to],
    kind: null,
    asks: false,
    back: null,
    standing: new Map(),
  });
  paper.words.push({ at: instant(at), from: "hand", human: true, addresses: [to], outOfOfficeUntil: null });
  paper.wordCount += 1;
}

/** Whoever stands in a mail of theirs may be written to (POLICY 6.6), unless the address is gone. */
export function remember(
  paper: PaperCandidacy,
  { from, talk }: TheirMail,
  howEnded: ReadonlyMap<string, ContactEnd>,
): void {
  for (const { name, address } of [from, ...(talk?.people ?? [])]) {
    if (address === null || !canBeWrittenTo(address)) continue;
    if (paper.contacts.some((contact) => contact.address === address)) continue;
    const gone = howEnded.get(address) ?? null;
    paper.contacts.push({ candidacyId: paper.candidacy.id, name, address, ended: gone });
  }
}

function takePromise(paper: PaperCandidacy, { promise, kind }: TheirMail, at: number): void {
  if (promise === undefined || kind === "rejection" || kind === "offer_withdrawn") return;
  paper.promises.push({ ...promise, madeAt: instant(at), quote: "We will come back to you." });
  paper.entries.push({ at, type: "promise", ...promise });
}

function takeTalk(paper: PaperCandidacy, { talk, cancels }: TheirMail, at: number): void {
  const id = talk?.id ?? cancels;
  if (id === undefined) return;
  const place = paper.interviews.findIndex((one) => one.id === id);
  const known = paper.interviews[place];
  const interview: Interview | undefined = talk
    ? {
        id: id as InterviewId,
        candidacyId: paper.candidacy.id,
        uid: id,
        sequence: (known?.sequence ?? -1) + 1,
        start: talk.start,
        end: talk.end,
        title: "Interview",
        place: null,
        cancelled: false,
        finalStage: talk.isFinal,
        people: talk.people,
      }
    : known && { ...known, cancelled: true };
  if (interview === undefined) return;
  if (known === undefined) paper.interviews.push(interview);
  else paper.interviews[place] = interview;
  const end = interview.end.epochMilliseconds;
  paper.entries.push({ at, type: "talk", id, end, cancelled: interview.cancelled });
}

const instant = (at: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at);
