import { Temporal } from "temporal-polyfill";
import { isLateStage } from "../domain/candidacy.ts";
import { offerBehind } from "../domain/decision-request.ts";
import type { DraftFacts } from "../domain/draft-facts.ts";
import { newestNo } from "../domain/graceful-no.ts";
import { type Interview, isOver } from "../domain/interview.ts";
import { vacancyBehind } from "../domain/keeping-in-touch.ts";
import { latest, type Planning } from "../domain/planning.ts";
import { silenceOf } from "../domain/silence.ts";
import { spokenDate } from "../domain/spoken.ts";
import { spokenEmployer } from "../domain/spoken-employer.ts";
import { spokenMeetings } from "../domain/spoken-meeting.ts";
import { touchOccasion } from "../domain/touch-occasion.ts";
import { addWorkingDays, dateIn } from "../domain/working-time.ts";
import type { FollowUpRow, Person, Tx } from "../ports/store.ts";
import { languageOf } from "../understanding/lexicon/language.ts";
import type { Speech } from "./answered-thread.ts";
import { talkBehind, talkFacts } from "./talk-facts.ts";

type Facts = Omit<DraftFacts, "variant">;
/** What is looked at for one draft: the policy's view, the follow-up, and the latest talk that it may look back on. */
type View = Planning & {
  readonly followUp: FollowUpRow;
  readonly talk: Interview | null;
  readonly speech: Speech;
};

/** Gathers what the store knows, as `planning` has it, and this mail may say, in the words of `speech` (POLICY 5). Nothing is guessed: what is not known is left out. */
export async function draftFacts(
  tx: Tx,
  person: Person,
  planning: Planning,
  followUp: FollowUpRow,
  speech: Speech,
): Promise<Facts> {
  const { facts, now } = planning;
  const view: View = { ...planning, followUp, talk: talkBehind(facts, followUp, now), speech };
  const notes = followUp.interviewId ? (await tx.debriefs.ofInterview(followUp.interviewId))?.answer : null;
  const { language, informal } = speech;
  const zones = { employer: facts.candidacy.zone, person: person.zone };
  return {
    language,
    informal,
    personName: person.name,
    recipientName: followUp.to?.name || null,
    employer: spokenEmployer(facts.candidacy.employer, language, informal),
    role: facts.candidacy.role,
    interviewDay: view.talk && spokenDay(view, dateIn(view.calendar.zone, view.talk.start.toInstant())),
    promisedDay: promisedDay(view),
    meeting: spokenMeetings(facts.interviews, zones, now, language),
    ordinal: followUp.ordinal,
    ...particular(view, person, notes ?? null),
  };
}

/** What only this kind of mail speaks of (POLICY 1, "what the text must do"). */
function particular(view: View, person: Person, notes: string | null): Partial<Facts> {
  const { facts, followUp } = view;
  switch (followUp.kind) {
    case "thank_you":
      return talkFacts(facts, followUp, view, person, notes);
    case "check_in":
      return { interviewsElsewhere: isInterviewedElsewhere(view) };
    case "decision_request": {
      const deadline = offerBehind(facts, followUp.key)?.deadline ?? null;
      return { offerDeadline: deadline && spokenDay(view, deadline) };
    }
    case "graceful_no":
      return noFacts(view);
    case "keep_in_touch":
      return occasionFacts(view);
    case "direct_line":
      return { vacancy: vacancyBehind(facts, followUp.key) };
    case "withdraw":
      return { offered: facts.candidacy.state === "offered" || facts.candidacy.state === "accepted" };
    case "stage_question":
    case "breakup":
      return {};
  }
}

/** A thank-you looks forward to a promised day, so it must lie ahead when the mail leaves; the others recall it. */
function promisedDay(view: View): string | null {
  const { facts, calendar, now, followUp } = view;
  const { promise } = silenceOf(facts, calendar, now);
  if (promise === null) return null;
  const leaves = dateIn(calendar.zone, latest(now, followUp.dueAt));
  const isAhead = !promise.silenceIsNo && Temporal.PlainDate.compare(promise.due, leaves) >= 0;
  return followUp.kind !== "thank_you" || isAhead ? spokenDay(view, promise.due) : null;
}

/** "Other interviews are under way" needs one within so many W, before or behind (POLICY 1 check_in 2). */
function isInterviewedElsewhere({ facts, preferences, calendar, now }: View): boolean {
  const today = dateIn(calendar.zone, now);
  return facts.elsewhere.interviews.some((start) => {
    const day = dateIn(calendar.zone, start);
    const [from, to] = Temporal.PlainDate.compare(day, today) < 0 ? [day, today] : [today, day];
    return (
      Temporal.PlainDate.compare(to, addWorkingDays(calendar, from, preferences.otherInterviewsWithin)) <= 0
    );
  });
}

function noFacts({ facts, now }: View): Partial<Facts> {
  const no = newestNo(facts);
  const held = facts.interviews.filter((interview) => isOver(interview, no?.at ?? now));
  return {
    notNow: no?.kind === "no_for_now",
    lateStage: isLateStage(
      held.length,
      held.some(({ finalStage }) => finalStage),
    ),
  };
}

function occasionFacts(view: View): Partial<Facts> {
  const occasion = touchOccasion(view);
  if (occasion === null) return {};
  if (occasion.by === "mail")
    return {
      theirWords: occasion.quote,
      theirDay: spokenDay(view, dateIn(view.calendar.zone, occasion.at)),
    };
  const { type, words } = occasion.own;
  // What the person wrote in another language than the mail's would stand in it like a stranger.
  if (languageOf(words) !== view.speech.language) return {};
  return type === "sentence" ? { occasion: words } : { occasionNamed: words };
}

const spokenDay = ({ calendar, now, speech }: View, day: Temporal.PlainDate): string =>
  spokenDate(day, dateIn(calendar.zone, now), speech.language);
