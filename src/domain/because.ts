import { Temporal } from "temporal-polyfill";
import type { CandidacyState, CloseReason } from "./candidacy.ts";
import { type CandidacyFacts, type FollowUp, mannerOf, recordOf } from "./follow-up.ts";
import type { Interview } from "./interview.ts";
import { kindNames } from "./kind-names.ts";
import { isPaused } from "./pause.ts";
import { isPersonsTurn } from "./persons-turn.ts";
import type { Planning } from "./planning.ts";
import { spokenDate, spokenTime } from "./spoken.ts";
import { isToldByHand } from "./withdrawal.ts";
import { dateIn } from "./working-time.ts";

/** What was planned, as far as one sentence needs it. `awaits`: half a sentence about a silence of theirs. */
type Planned = {
  readonly followUps: readonly FollowUp[];
  readonly upcoming: Interview | null;
  readonly awaits: string | null;
};

/** Gives the one sentence that says why something is due, or why nothing is and until when. */
export function becauseOf(at: Planning, planned: Planned): string {
  const { facts, now } = at;
  if (facts.pausedUntil && isPaused(facts.pausedUntil, now))
    return `Paused until ${spoken(at, facts.pausedUntil)}; nothing is proposed before.`;
  const next = nextOf(at, planned);
  const due = planned.followUps.filter(
    ({ kind, key, offerFrom }) =>
      mannerOf[kind] === "courtesy" &&
      Temporal.Instant.compare(offerFrom, now) <= 0 &&
      recordOf(facts, key)?.status !== "approved",
  );
  if (due.length === 0) return planned.awaits === null ? `${capital(next)}.` : `Waiting: ${next}.`;
  return `${dueInWords(due)}; ${next}.`;
}

function nextOf(at: Planning, { followUps, upcoming, awaits }: Planned): string {
  const { facts } = at;
  const { state, closeReason } = facts.candidacy;
  const { signed } = facts.elsewhere;
  if (facts.wishes.noMore) return `you want no more mails here; ${standing(facts, state, closeReason)}`;
  if (signed !== null && state !== "closed" && state !== "signed")
    return `you signed with ${signed.employer}${isToldByHand(at) ? " and wrote to them yourself; `close` ends this one" : ""}`;
  if (upcoming !== null && state !== "closed" && state !== "keeping_in_touch")
    return interviewAhead(at, upcoming);
  if (awaits !== null) return awaits;
  const touch = followUps.find(({ kind }) => kind === "keep_in_touch" || kind === "direct_line");
  return touch ? touching(at, touch) : standing(facts, state, closeReason);
}

/** "A thank-you to Greg Hill is due", "A question about the stages is due, but there is no one to write to". */
function dueInWords(due: readonly FollowUp[]): string {
  const kind = due[0]?.kind ?? "thank_you";
  const names = due
    .filter((one) => one.kind === kind)
    .flatMap(({ to }) => (to === null ? [] : [to.name || to.address]));
  const whom =
    names.length === 0 ? " is due, but there is no one to write to" : ` to ${names.join(" and ")} is due`;
  return `A ${kindNames[kind].noun}${whom}`;
}

function interviewAhead({ facts, now }: Planning, interview: Interview): string {
  const start = interview.start.withTimeZone(facts.personZone);
  const day = spokenDate(start.toPlainDate(), dateIn(facts.personZone, now));
  return `interview on ${day} at ${spokenTime(start.toPlainTime())}; a thank-you follows`;
}

function touching(at: Planning, { kind, offerFrom, needsOccasion, to }: FollowUp): string {
  const isDue = Temporal.Instant.compare(offerFrom, at.now) <= 0;
  const nobody = to === null ? ", but there is no one to write to" : "";
  if (kind === "direct_line") return `keeping in touch; a word about their vacancy is due${nobody}`;
  if (isDue)
    return needsOccasion
      ? "keeping in touch; a short mail is due, and it needs an occasion from you"
      : `keeping in touch; a short mail is due${nobody}`;
  return `keeping in touch; the next short mail is due on ${spoken(at, offerFrom)}${nobody}`;
}

function standing(facts: CandidacyFacts, state: CandidacyState, reason: CloseReason | null): string {
  if (state === "closed")
    return `closed${reason === null ? "" : ` (${endings[reason]})`}; only a new word from them or from you reopens it`;
  return isPersonsTurn(facts) && state !== "offered" ? waitingForYou(state) : sentences[state];
}

const waitingForYou = (state: CandidacyState): string =>
  state === "interviewing" ? sentences.interviewing : "they are waiting for you: they asked something";

const sentences: Record<Exclude<CandidacyState, "closed">, string> = {
  applied: "they have your application; nothing is chased before they invite you",
  interviewing: "they are waiting for you: their invitation has no date yet",
  awaiting_decision: "waiting for their decision",
  offered: "their offer is waiting for you",
  accepted: "you accepted; waiting for the signatures",
  signed: "signed; nothing more follows",
  keeping_in_touch: "keeping in touch; nothing is due",
};

const endings: Record<CloseReason, string> = {
  rejected: "they said no",
  no_reply: "no reply",
  withdrawn: "you withdrew",
  role_cancelled: "the role was cancelled",
};

const spoken = ({ calendar, now }: Planning, at: Temporal.Instant): string =>
  spokenDate(dateIn(calendar.zone, at), dateIn(calendar.zone, now));

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);
