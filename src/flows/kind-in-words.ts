import type { Kind } from "../domain/assessment.ts";

/** What a mail means, as it is told to the person. */
export const sentenceOf: Readonly<Record<Kind, string>> = {
  application_received: "the application has arrived",
  interview_invitation: "an invitation to an interview",
  interview_confirmed: "the interview is confirmed",
  interview_rescheduled: "the interview moves",
  interview_cancelled: "the interview is cancelled",
  info_request: "they ask something of you",
  assessment: "they ask for a task or test",
  holding: "no news yet",
  rejection: "a no",
  no_for_now: "not now, perhaps later",
  offer: "an offer",
  offer_withdrawn: "the offer is withdrawn",
  auto_reply: "an automatic reply",
  bounce: "a mail came back",
  recruiter_outreach: "a recruiter's first approach",
  newsletter_job_alert: "a newsletter",
  unrelated: "something else",
};

/** What the question of an unsure mail is about. */
export const questionOf = (kind: Kind): Kind => (kind === "holding" ? "rejection" : kind);
