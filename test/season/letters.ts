import { randomUUID } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { type Letter, meeting } from "../support/letter.ts";
import type { Role, Talk, TheirMail } from "./season.ts";

/** Writes a mail of the season as an employer would, so that the program has to read it; `answers` is a Message-ID. Null: such a mail is not written. */
export function letterFor(role: Role, mail: TheirMail, answers: string | null): Letter | null {
  const body = bodyOf(role, mail);
  if (body === null) return null;
  const { name, address } = mail.from;
  const employer = role.employer.name;
  return {
    from: `${name} <${address}>`,
    subject: mail.kind === "auto_reply" ? `Automatic reply: ${role.title}` : `${role.title} at ${employer}`,
    id: `${randomUUID()}@${address.slice(address.indexOf("@") + 1)}`,
    ...(answers !== null && { answers }),
    text: ["Dear Ana,", "", body, "", "Best regards,", name, employer].join("\n"),
    ...(mail.kind === "auto_reply" && { headers: ["Auto-Submitted: auto-replied"] }),
    ...calendarFor(role, mail),
  };
}

function bodyOf({ title, employer }: Role, mail: TheirMail): string | null {
  const promise = mail.promise
    ? ` We will let you know our decision by ${day(mail.promise.due)}.${mail.promise.silenceIsNo ? ` If you have not heard from us by ${day(mail.promise.due)}, please assume that you were not successful.` : ""}`
    : "";
  const stages = mail.tellsStages ? " There are two interviews in all, the second with our director." : "";
  switch (mail.kind) {
    case "application_received":
      return `Thank you for your application for the position of ${title} at ${employer.name}. We have received it and will review it carefully.`;
    case "interview_invitation":
    case "interview_confirmed":
    case "interview_rescheduled": {
      if (!mail.talk)
        return `We would like to invite you to an interview for the position of ${title} at ${employer.name}. Which days next week would suit you?${stages}`;
      const { start } = mail.talk;
      const when = `${day(start.toPlainDate())} at ${start.toPlainTime().toString({ smallestUnit: "minute" })}`;
      if (mail.kind === "interview_rescheduled")
        return `We have to move your interview for the position of ${title}. The new time is ${when}.`;
      return `We would like to invite you to an interview for the position of ${title} at ${employer.name} on ${when}.${stages}`;
    }
    case "interview_cancelled":
      return `We have to cancel your interview for the position of ${title}. We are sorry for the trouble.`;
    case "info_request":
      return `Thank you for your time. Could you please send us the names of two references for the position of ${title}?`;
    case "assessment":
      return `The next step is a short written exercise for the position of ${title}. Could you please send it back to us within a week?`;
    case "holding":
      return `Thank you for your patience. We are still interviewing for the position of ${title} and have no news yet.${promise}`;
    case "rejection":
      return mail.roleCancelled
        ? `The position of ${title} at ${employer.name} has been cancelled and will not be filled.`
        : `Thank you for your interest. After careful consideration we have decided not to move forward with your application for the position of ${title}. We wish you every success.`;
    case "no_for_now":
      return `We cannot offer you the position of ${title} at the moment, but we would like to stay in touch and come back to you when something fitting opens.`;
    case "offer":
      return `We are delighted to offer you the position of ${title} at ${employer.name}.${mail.deadline ? ` Please let us know by ${day(mail.deadline)} whether you accept.` : ""}`;
    case "offer_withdrawn":
      return `We are sorry to tell you that we have to withdraw our offer for the position of ${title}.`;
    case "auto_reply":
      if (mail.hasLeft) return `I have left ${employer.name} and no longer read this mailbox.`;
      return mail.back && mail.back !== "unknown"
        ? `I am out of the office and will be back on ${day(mail.back)}.`
        : "I am out of the office at the moment and cannot read my mail.";
    default:
      return null;
  }
}

const day = (date: Temporal.PlainDate): string =>
  date.toLocaleString("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric" });

const calendarFor = (role: Role, { talk, cancels, from }: TheirMail): Pick<Letter, "calendar"> | null =>
  talk
    ? { calendar: meetingOf(role, talk, from.address) }
    : cancels === undefined
      ? null
      : { calendar: meetingOf(role, cancelled(cancels), from.address, "CANCEL") };

/** How often each talk was written of before. */
const changes = new Map<string, number>();

function meetingOf(
  role: Role,
  talk: Pick<Talk, "id" | "start" | "end">,
  organizer: string,
  method: "REQUEST" | "CANCEL" = "REQUEST",
): string {
  const sequence = changes.get(talk.id) ?? 0;
  changes.set(talk.id, sequence + 1);
  const time = (at: Temporal.ZonedDateTime) =>
    at
      .withTimeZone("Europe/London")
      .toPlainDateTime()
      .toString({ smallestUnit: "second" })
      .replaceAll(/[-:]/g, "");
  return meeting({
    uid: `${talk.id}@${role.employer.domain}`,
    start: time(talk.start),
    end: time(talk.end),
    sequence,
    method,
    summary: `Interview: ${role.title}`,
    organizer: `CN=Recruiting:mailto:${organizer}`,
  });
}

const known = new Map<string, Pick<Talk, "id" | "start" | "end">>();

/** A talk that is called off keeps its time. */
export const remember = (talk: Talk): void => {
  known.set(talk.id, talk);
};
function cancelled(id: string): Pick<Talk, "id" | "start" | "end"> {
  const talk = known.get(id);
  if (talk === undefined) throw new Error(`no talk ${id} was fixed`);
  return talk;
}

/** A report that a mail of ours could not be delivered (RFC 3464). */
export const bounceOf = (messageId: string, recipient: string): Buffer =>
  Buffer.from(
    [
      "From: Mail Delivery System <MAILER-DAEMON@mx.reyes.example>",
      "To: ana@reyes.example",
      "Subject: Undelivered Mail Returned to Sender",
      `Message-ID: <report-${randomUUID()}@mx.reyes.example>`,
      "Auto-Submitted: auto-replied",
      "MIME-Version: 1.0",
      'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
      "",
      "--r",
      "Content-Type: text/plain",
      "",
      "Your message could not be delivered.",
      "",
      "--r",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.reyes.example",
      "",
      `Final-Recipient: rfc822; ${recipient}`,
      "Action: failed",
      "Status: 5.1.1",
      "",
      "--r",
      "Content-Type: text/rfc822-headers",
      "",
      `Message-ID: <${messageId}>`,
      "From: ana@reyes.example",
      `To: ${recipient}`,
      "Subject: Hello",
      "",
      "--r--",
      "",
    ].join("\r\n"),
  );
