import { z } from "zod";
import { type Kind, kinds } from "../domain/assessment.ts";
import type { SecondReader } from "../ports.ts";
import type { Endpoint } from "./endpoint.ts";
import { fenced } from "./fence.ts";
import type { Prompt } from "./prompt.ts";
import { withoutSecrets } from "./without-secrets.ts";

const answer = z.strictObject({
  kind: z.enum(kinds),
  confidence: z.number().min(0).max(1),
  quotes: z.array(z.string().min(1).max(500)).min(1).max(3),
});

const longestMail = 6_000;

/** Asks a model about one mail at a time; null when it is away, resting, used up or talks nonsense. Nothing but this mail is shown to it (SAFETY R43, R49). */
export const createSecondReader = (endpoint: Endpoint, prompt: Prompt): SecondReader => ({
  read: async (personId, { from, subject, date, newest }) => {
    const read = await endpoint.ask({
      personId,
      name: "verdict",
      schema: answer,
      prompt: prompt.fill({
        kinds: kindsInWords,
        sender: fenced(from, 200),
        subject: fenced(withoutSecrets(subject), 300),
        received: date.toZonedDateTimeISO("UTC").toPlainDate().toString(),
        mail: fenced(withoutSecrets(newest), longestMail),
      }),
    });
    return read.ok ? read.value.value : null;
  },
});

const meanings: Readonly<Record<Kind, string>> = {
  application_received: "the application has arrived; nothing is decided",
  interview_invitation: "they want to talk: they propose times, ask for some, or offer a link to book one",
  interview_confirmed: "a time that was agreed is confirmed, or they remind of it",
  interview_rescheduled: "an interview that had a time gets another",
  interview_cancelled: "an interview that had a time does not take place",
  info_request: "they ask for documents, references, a form, a number, an answer",
  assessment: "they ask for a test, a task or a recorded interview",
  holding: "no news yet: please wait, we have not decided",
  rejection: "this application goes no further, or the role is filled or cancelled",
  no_for_now: "not now, and they mean to come back or invite to come back",
  offer: "they offer the job",
  offer_withdrawn: "an offer is taken back",
  auto_reply: "an automatic answer of a mailbox: out of office, has left, received",
  bounce: "a mail could not be delivered, or is late",
  recruiter_outreach: "somebody who was not written to proposes a job or a chat",
  newsletter_job_alert: "a newsletter or a list of jobs",
  unrelated: "anything else",
};
const kindsInWords = kinds.map((kind) => `- ${kind}: ${meanings[kind]}`).join("\n");
