import { expect, test } from "vitest";
import type { Kind } from "../../src/domain/assessment.ts";
import { certaintyOf } from "../../src/domain/certainty.ts";
import { assess } from "../../src/understanding/assess.ts";
import { ana, icsOf, messageOf } from "../support/message.ts";

const kindOf = (given: Parameters<typeof messageOf>[0]): Kind => assess(messageOf(given), ana).kind;
const calendar = (given: Parameters<typeof icsOf>[0] = {}) => [
  { method: given.method ?? "REQUEST", ics: icsOf(given) },
];

test.each<[Kind, string]>([
  [
    "application_received",
    "Dear Ana,\n\nThank you for applying to Northwind Traders. We have received your application for the Data Analyst position. If your experience fits, we will contact you to arrange an interview.",
  ],
  [
    "application_received",
    "Thank you for your application. We may invite you to an interview. If you are not selected, we will let you know by email.",
  ],
  [
    "interview_invitation",
    "Hello Ana, we liked your CV and would like to invite you for an interview next week. When are you free?",
  ],
  [
    "interview_invitation",
    "Hi Ana, could you let me know your availability for a 30-minute call about the Data Analyst role?",
  ],
  [
    "interview_invitation",
    "Thank you for applying. We would love to speak with you about the Data Analyst role; please pick a time with the booking link below.",
  ],
  [
    "interview_invitation",
    "Unfortunately Tuesday does not work for us. How about Thursday at 14:00 for the interview?",
  ],
  [
    "interview_confirmed",
    "Hello Ana, your interview is confirmed for Thursday 21 May at 14:00. You will meet Priya Shah.",
  ],
  ["interview_confirmed", "This is a reminder of your interview tomorrow at 14:00."],
  [
    "interview_rescheduled",
    "Hello Ana, I am afraid we need to move your interview from Tuesday to Thursday 21 May at 14:00.",
  ],
  [
    "interview_cancelled",
    "Dear Ana, we regret to inform you that we have to cancel your interview on Thursday. We will be in touch about the next steps.",
  ],
  [
    "info_request",
    "Hello Ana, could you please send us two references and a copy of your degree certificate?",
  ],
  ["assessment", "As the next step, please complete the online assessment within five days."],
  ["holding", "Hello Ana, we are still interviewing other candidates and need a little more time."],
  ["holding", "Thank you for coming in on Thursday. We will let you know by Friday."],
  [
    "rejection",
    "Thank you for your interest. After careful consideration we have decided not to move forward with your application.",
  ],
  [
    "rejection",
    "Dear Ana, it was a pleasure to meet you. We have chosen another candidate whose experience is closer to what we need.",
  ],
  ["rejection", "We have now filled the position of Data Analyst. We wish you all the best."],
  ["rejection", "The role has been cancelled because of changes in the department."],
  ["rejection", "We are sorry to tell you that on this occasion your application was unsuccessful."],
  ["rejection", "While we enjoyed our talk, we won't be taking your application further."],
  ["rejection", "We were impressed, but we are not able to offer you the role."],
  ["rejection", "I'm afraid it's a no from us this time."],
  ["rejection", "We don't think that this is the right fit for you."],
  ["rejection", "We've decided to pass on your application."],
  ["interview_invitation", "Congratulations, you have been shortlisted for an interview."],
  ["interview_invitation", "Are you able to come in for a chat with the team on Thursday at 10am?"],
  ["interview_cancelled", "Your interview on Thursday will not go ahead."],
  ["holding", "Just a short note to say that you are still in the running."],
  ["offer", "Please find attached your contract of employment."],
  [
    "no_for_now",
    "Because of a hiring freeze the role is on hold. We will get back to you as soon as the budget is approved.",
  ],
  ["offer", "Dear Ana, we are delighted to offer you the position of Data Analyst. Please reply by 29 May."],
  [
    "offer_withdrawn",
    "We regret to inform you that the offer for the Data Analyst position has been withdrawn.",
  ],
  [
    "recruiter_outreach",
    "Hi Ana, I came across your profile and my client is looking for a data analyst. Are you open to new opportunities?",
  ],
  [
    "newsletter_job_alert",
    "12 new jobs matching your saved search: Data Analyst in Leeds. Unsubscribe here.",
  ],
  ["unrelated", "Please verify your account: your one-time passcode is 123456."],
  ["unrelated", "Shall we have lunch on Thursday? The new place by the river is good."],
])("%s: %s", (kind, text) => {
  expect(kindOf({ text })).toBe(kind);
});

test("words that only promise an answer are news of a process that goes on", () => {
  const found = assess(messageOf({ text: "Hello Ana, we will decide by Friday." }), ana);
  expect(found).toMatchObject({ kind: "holding", evidence: ["Hello Ana, we will decide by Friday."] });
});

test.each([
  ["an open decision", "We haven't decided yet whether to move forward with other candidates."],
  ["nobody else was taken", "No decision has been made and we have not chosen another candidate."],
  [
    "what happened to somebody else",
    "Our previous candidate was not a good match for our team, so we are excited to meet you on Thursday.",
  ],
  ["a slot that cannot be offered", "We were unable to offer you a slot on Tuesday, would Thursday work?"],
  [
    "unfortunately alone",
    "Unfortunately our office is closed on Monday, so please bring your papers on Tuesday.",
  ],
  [
    "regret alone",
    "I regret that I could not greet you in person on Thursday. It was lovely to hear about your work.",
  ],
  [
    "a condition",
    "If you have not been selected for this role, we will keep your details for others. Our team is reviewing your application.",
  ],
  ["another role that was filled, in a question", "Did you see whether the other role has been filled?"],
  [
    "a rejection that is only quoted",
    "Sounds good!\n\nOn Mon, 18 May 2026, Greg wrote:\n> We have decided not to move forward with your application.",
  ],
])("no rejection: %s", (_, text) => {
  expect(kindOf({ text })).not.toBe("rejection");
});

test("where only the tone says no, nothing closes and the person is asked", () => {
  const found = assess(
    messageOf({
      text: "Thank you for your interest. The field was very competitive. We encourage you to apply again for future openings and wish you every success in your search.",
    }),
    ana,
  );
  expect(certaintyOf(found)).toBe("asks");
});

test("a mail that ends one role and invites for another closes nothing", () => {
  const found = assess(
    messageOf({
      text: "We decided not to move forward with your application for the Analyst role. However, we would like to invite you to an interview for the Planner role.",
    }),
    ana,
  );
  expect(found.kind).toBe("interview_invitation");
  expect(found.facts.ambiguous.join()).toMatch(/says no to something/);
});

test("evidence is quoted from the mail", () => {
  const text = "Dear Ana, thank you. We have decided not to proceed with your application.";
  const [words = ""] = assess(messageOf({ text }), ana).evidence;
  expect(words).not.toBe("");
  expect(text).toContain(words);
});

test("the subject is enough where an applicant system sends an empty body", () => {
  expect(kindOf({ subject: "Your interview is confirmed", text: "" })).toBe("interview_confirmed");
});

test("the subject of an answer is an old word and invites nobody", () => {
  const found = assess(
    messageOf({ subject: "Re: Invitation to interview", text: "Perfect, many thanks." }),
    ana,
  );
  expect(found.kind).not.toMatch(/^interview/);
  expect(found.confidence).toBeLessThan(0.9);
});

test("a calendar request for an interview is an invitation, proven by its method", () => {
  const found = assess(messageOf({ subject: "Interview: Data Analyst", calendar: calendar() }), ana);
  expect(found).toMatchObject({ kind: "interview_invitation", by: "calendar" });
  expect(found.evidence).toContain("METHOD:REQUEST");
  expect(found.facts.interview).toMatchObject({
    uid: "event-1@northwind-traders.example",
    sequence: 0,
    endKnown: true,
  });
});

test("a calendar request about a role counts without the word interview", () => {
  expect(
    kindOf({
      subject: "Chat about the Data Analyst role",
      calendar: calendar({ summary: "Intro with Greg" }),
    }),
  ).toBe("interview_invitation");
});

test("a private appointment is unrelated and has no facts", () => {
  const found = assess(
    messageOf({
      from: "Harbour Dental <desk@harbour-dental.example>",
      subject: "Your appointment",
      calendar: calendar({ summary: "Dentist" }),
    }),
    ana,
  );
  expect(found.kind).toBe("unrelated");
  expect(found.facts.interview).toBeNull();
});

test("a request with a higher sequence is a changed interview", () => {
  expect(kindOf({ calendar: calendar({ sequence: 2 }) })).toBe("interview_rescheduled");
});

test("a calendar cancellation cancels, whatever the words say", () => {
  expect(
    kindOf({
      text: "Looking forward to meeting you on Thursday for the interview!",
      calendar: calendar({ method: "CANCEL" }),
    }),
  ).toBe("interview_cancelled");
});

test("an accepted answer to the person's own invitation confirms the interview", () => {
  const ics = icsOf({ method: "REPLY" }).replace(
    "ATTENDEE;CN=Priya Shah",
    "ATTENDEE;CN=Priya Shah;PARTSTAT=ACCEPTED",
  );
  expect(kindOf({ calendar: [{ method: "REPLY", ics }] })).toBe("interview_confirmed");
});

test("a proposal of another time is no appointment yet", () => {
  const found = assess(messageOf({ calendar: calendar({ method: "COUNTER" }) }), ana);
  expect(found.kind).toBe("interview_rescheduled");
  expect(found.facts.interview).toBeNull();
  expect(found.facts.ambiguous.join()).toMatch(/another time/);
});

test("a floating calendar time is told as ambiguous and gives no interview time", () => {
  const found = assess(messageOf({ calendar: calendar({ start: "DTSTART:20260521T140000", end: "" }) }), ana);
  expect(found.kind).toBe("interview_invitation");
  expect(found.facts.interview).toBeNull();
  expect(found.facts.ambiguous.join()).toMatch(/without a time zone/);
});

test("words that name the time count where the calendar part leaves it open, and stay with its event", () => {
  const found = assess(
    messageOf({
      text: "We would like to invite you to an interview on Thursday 21 May 2026 at 14:00.",
      calendar: calendar({ start: "DTSTART:20260521T140000", end: "" }),
    }),
    ana,
  );
  expect(found.facts.interview?.start.toInstant().toString()).toBe("2026-05-21T13:00:00Z");
  expect(found.facts.interview?.uid).not.toBeNull();
});

test("a delivery report is a bounce before any word is read", () => {
  const report = [
    { addresses: ["greg@northwind-traders.example"], action: "failed", status: "5.1.1", says: "" },
  ] as const;
  expect(kindOf({ report, text: "We have decided not to move forward with your application." })).toBe(
    "bounce",
  );
});

test.each([
  ["Auto-Submitted: auto-replied", { headers: { "auto-submitted": "auto-replied" } }],
  ["X-Autoreply", { headers: { "x-autoreply": "yes" } }],
  ["an out-of-office subject", { subject: "Automatic reply: your interview" }],
])("%s is an auto-reply even when it talks of a decision", (_, given) => {
  expect(kindOf({ text: "We have decided not to move forward. I am away until 12 June.", ...given })).toBe(
    "auto_reply",
  );
});

test("an out-of-office tells the first day back", () => {
  const found = assess(
    messageOf({ headers: { "auto-submitted": "auto-replied" }, text: "I am away until 12 June." }),
    ana,
  );
  expect(found.facts.returnDate?.toString()).toBe("2026-06-15");
});

test("auto-generated mail of an applicant system may still reject", () => {
  expect(
    kindOf({
      headers: { "auto-submitted": "auto-generated" },
      text: "We have decided not to move forward with your application.",
    }),
  ).toBe("rejection");
});

test("list mail changes nothing, whatever it says", () => {
  expect(
    kindOf({
      headers: { "list-id": "<careers.news.example>" },
      subject: "Jobs of May",
      text: "We would like to invite you to an interview.",
    }),
  ).toBe("newsletter_job_alert");
});
