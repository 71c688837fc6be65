import { Temporal } from "temporal-polyfill";
import { addWorkingDays } from "../../src/domain/working-time.ts";
import type { Invariant } from "./invariants.ts";
import {
  type CandidacyTrail,
  dateOf,
  heldBy,
  isChase,
  type Sent,
  sentOn,
  silentSince,
  type Trail,
  theirWords,
  waitedForPerson,
} from "./trail.ts";

const steps: ReadonlySet<string> = new Set(["check_in", "breakup"]);

/** Check-ins and last mails of the silence in which that mail left, itself included; what bounced reached nobody. */
const stepsUpTo = (mail: Sent, { ended, sent }: Trail): readonly Sent[] => {
  const since = silentSince(mail.of, mail.at - 1);
  return sent.filter(
    (one) =>
      one.of === mail.of &&
      steps.has(one.kind) &&
      one.at > since &&
      one.at <= mail.at &&
      (one === mail || (ended.get(one.to) ?? 0) < one.at),
  );
};

const ofStep = (says: string, broken: (mail: Sent, before: readonly Sent[]) => string | null): Invariant => ({
  says,
  broken: (trail, day) =>
    sentOn(trail, day)
      .filter(({ kind }) => steps.has(kind))
      .flatMap((mail) => {
        const how = broken(mail, stepsUpTo(mail, trail));
        return how === null ? [] : [{ n: mail.of.n, how: `${mail.kind} to ${mail.to}: ${how}` }];
      }),
});

export const aboutSilence: readonly Invariant[] = [
  ofStep("A silence has at most two check-ins.", (mail, all) =>
    mail.kind === "check_in" && all.filter(({ kind }) => kind === "check_in").length > 2 ? "the third" : null,
  ),
  ofStep("Nothing is asked after the last mail of a silence.", (mail, all) =>
    all.some((one) => one !== mail && one.kind === "breakup") ? "the last mail had left" : null,
  ),
  ofStep("A check-in leaves at least two working days after their last word.", (mail) => {
    if (mail.kind !== "check_in") return null;
    const { calendar } = mail.of;
    const words = theirWords(mail.of)
      .map(({ at }) => at)
      .filter((at) => at < mail.at);
    const last = Math.max(0, ...words, ...heldBy(mail.of, mail.at).map(({ end }) => end));
    const soonest = addWorkingDays(calendar, dateOf(calendar, last), 2);
    return Temporal.PlainDate.compare(dateOf(calendar, mail.at), soonest) < 0 ? "too soon" : null;
  }),
  {
    says: "Every silence leads somewhere: to a mail, a close, or the person's own decision to leave it open.",
    broken: (trail, day) => {
      const hasSigned = trail.candidacies.some(({ state }) => state === "signed");
      if (hasSigned || isPaused(trail, day.until - 1)) return [];
      return trail.candidacies
        .filter((of) => isSilent(of, day.until - 1) && !isLeftOpen(of, day.until))
        .map(({ n }) => ({ n, how: "nothing is planned, and it does not close" }));
    },
  },
];

const isPaused = ({ pauses }: Trail, at: number): boolean =>
  pauses.some(({ from, until }) => from <= at && at < until);

/** They owe an answer, and nothing lies ahead. */
function isSilent(of: CandidacyTrail, at: number): boolean {
  if (of.state !== "awaiting_decision" && of.state !== "interviewing") return false;
  if (of.standing.length > 0 || of.closesAt !== null || of.noMore) return false;
  const talks = of.entries.filter((entry) => entry.type === "talk");
  const isAhead = talks.some(
    ({ id, end, cancelled }, place) =>
      end > at && !cancelled && !talks.slice(place + 1).some((later) => later.id === id),
  );
  const waitsForDate = of.state === "interviewing" && talks.length === 0;
  return !isAhead && !waitsForDate && !waitedForPerson(of, at);
}

/** A last mail that was skipped or lapsed closes nothing (docs/decisions/0005), and neither does one that has nobody to go to. */
function isLeftOpen(of: CandidacyTrail, at: number): boolean {
  const skipped = new Set(
    of.entries.flatMap((entry) => (entry.type === "decided" && entry.how === "skip" ? [entry.key] : [])),
  );
  const chases = [...of.everPlanned.values()].filter(isChase);
  return (
    chases.at(-1)?.to === null ||
    chases.some(({ kind, key, staleAt }) => kind === "breakup" && (skipped.has(key) || staleAt <= at))
  );
}
