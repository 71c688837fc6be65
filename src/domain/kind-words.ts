import { type Kind, kinds } from "./assessment.ts";
import { kindsElsewhere } from "./reply-table/kinds.ts";
import { unaccented } from "./reply-table/spelling.ts";

/**
 * How a kind is told to the person, and how the person may say it back: "4 is offer". The first word is the one that is shown. Words of the other
 * languages stand in the table of answers.
 */
export const kindWords: Readonly<Record<Kind, { readonly tells: string; readonly says: readonly string[] }>> =
  {
    application_received: {
      tells: "the application has arrived",
      says: ["acknowledgement", "acknowledgment", "receipt", "application received"],
    },
    interview_invitation: {
      tells: "an invitation to an interview",
      says: ["invitation", "invite", "interview", "interview invitation", "invitation to an interview"],
    },
    interview_confirmed: {
      tells: "the interview is confirmed",
      says: ["confirmation", "confirmed", "interview confirmed"],
    },
    interview_rescheduled: {
      tells: "the interview moves",
      says: ["rescheduled", "new time", "moved", "interview moved"],
    },
    interview_cancelled: {
      tells: "the interview is cancelled",
      says: ["cancelled", "canceled", "cancellation", "interview cancelled"],
    },
    info_request: { tells: "they ask something of you", says: ["question", "request", "info request"] },
    assessment: { tells: "they ask for a task or test", says: ["task", "test", "assessment", "assignment"] },
    holding: { tells: "no news yet", says: ["no news", "no news yet", "holding", "still open"] },
    rejection: { tells: "a no", says: ["rejection", "no", "refusal", "rejected"] },
    no_for_now: { tells: "not now, perhaps later", says: ["not now", "no for now", "perhaps later"] },
    offer: { tells: "an offer", says: ["offer", "job offer"] },
    offer_withdrawn: {
      tells: "the offer is withdrawn",
      says: ["offer withdrawn", "withdrawn offer", "withdrawal of the offer"],
    },
    auto_reply: {
      tells: "an automatic reply",
      says: ["automatic reply", "auto reply", "auto-reply", "out of office"],
    },
    bounce: { tells: "a mail came back", says: ["bounce", "came back"] },
    recruiter_outreach: {
      tells: "a recruiter's first approach",
      says: ["outreach", "recruiter", "approach"],
    },
    newsletter_job_alert: { tells: "a newsletter", says: ["newsletter", "job alert", "advert"] },
    unrelated: {
      tells: "nothing that matters here",
      says: ["nothing", "unrelated", "spam", "scam", "something else"],
    },
  };

const meant = new Map<string, Kind>(
  kinds.flatMap((kind) =>
    [...kindWords[kind].says, ...kindsElsewhere[kind]].map((said) => [unaccented(said), kind]),
  ),
);

const article = /^(?:an?|the|eine?|une?|una|een|uma?|l[ea]|el|de|het|die|das|[ao]) |^l'/;

/** Gives the kind that a person's words name ("an offer", "eine Absage", "not now"), or null. `words` is lower case with single spaces. */
export const kindSaid = (words: string): Kind | null =>
  meant.get(unaccented(words).replace(article, "")) ??
  kinds.find((kind) => spaced(kind) === spaced(words)) ??
  null;

const spaced = (words: string): string => words.replaceAll("_", " ");

/** What the question of an unsure mail is about. */
export const questionOf = (kind: Kind): Kind => (kind === "holding" ? "rejection" : kind);

/** Gives the words that are shown, "offer, rejection, …", most wanted first. */
export const kindsToSay: string = [
  "offer",
  "rejection",
  "invitation",
  "nothing",
  ...kinds
    .map((kind) => kindWords[kind].says[0] ?? kind)
    .filter((word) => !["offer", "rejection", "invitation", "nothing", "bounce"].includes(word)),
].join(", ");
