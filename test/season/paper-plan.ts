import { Temporal } from "temporal-polyfill";
import type { FollowUp, Plan } from "../../src/domain/follow-up.ts";
import { type PaperCandidacy, type PaperMail, standingOf } from "./paper-candidacy.ts";

/** The result replaces the stored plan: new keys are planned, known open ones updated, the rest of the open ones dropped. True when a mail that keeps in touch has another day. */
export function storePlan(paper: PaperCandidacy, plan: Plan, at: number): boolean {
  let touches = false;
  const isTouch = ({ kind }: FollowUp): boolean => kind === "keep_in_touch";
  paper.plan = plan;
  const keys = new Set<string>();
  for (const followUp of plan.followUps) {
    keys.add(followUp.key);
    const mail = paper.mails.get(followUp.key);
    const before = paper.everPlanned.get(followUp.key);
    // What had nobody to go to begins anew with its recipient.
    const goesOn =
      mail !== undefined && mail.record.status !== "dropped" && (before?.to !== null || followUp.to === null);
    const since = goesOn && before ? before.since : at;
    if (mail === undefined) {
      const record: PaperMail["record"] = {
        key: followUp.key,
        kind: followUp.kind,
        status: "planned",
        to: followUp.to?.address ?? null,
        sentAt: null,
        notBefore: null,
      };
      paper.mails.set(followUp.key, { followUp, record, leavesAt: 0, wordsShown: -1 });
      touches ||= isTouch(followUp);
    } else if (isOpen(mail) || mail.record.status === "dropped") {
      touches ||= isTouch(followUp) && !mail.followUp.dueAt.equals(followUp.dueAt);
      mail.followUp = followUp;
      mail.record.to = followUp.to?.address ?? null;
      if (mail.record.status === "dropped") mail.record.status = "planned";
    }
    paper.everPlanned.set(followUp.key, standingOf(paper, followUp, since));
  }
  for (const mail of paper.mails.values())
    if (isOpen(mail) && !keys.has(mail.record.key)) mail.record.status = "dropped";
  return touches;
}

/** Planned or offered, and not decided. */
export const isOpen = ({ record: { status } }: PaperMail): boolean =>
  status === "planned" || status === "offered";

/** As the store gives what may stand in a digest. */
export const isOffered = (mail: PaperMail, date: Temporal.PlainDate, at: number): boolean =>
  isOpen(mail) &&
  mail.followUp.offerFrom.epochMilliseconds <= at &&
  mail.followUp.staleAt.epochMilliseconds > at &&
  (mail.record.notBefore === null || Temporal.PlainDate.compare(mail.record.notBefore, date) <= 0);
