import { expect, test } from "vitest";
import type { CandidacyId } from "../../src/domain/ids.ts";
import type { LinkCandidate } from "../../src/domain/thread.ts";
import { assess } from "../../src/understanding/assess.ts";
import { type Link, link } from "../../src/understanding/link.ts";
import { ana, icsOf, messageOf, proven, unproven } from "../support/message.ts";

const id = (text: string): CandidacyId => text as CandidacyId;
const analyst: LinkCandidate = {
  id: id("analyst"),
  employer: "Northwind Traders",
  employerDomain: "northwind-traders.example",
  role: "Data Analyst",
  state: "awaiting_decision",
  threadIds: ["invitation@northwind-traders.example"],
  addresses: ["greg.miller@northwind-traders.example"],
  interviewUids: ["event-1@northwind-traders.example"],
  weWrote: ["thanks@mailbox.example"],
};
const planner: LinkCandidate = {
  ...analyst,
  id: id("planner"),
  role: "Planner",
  threadIds: ["planner@northwind-traders.example"],
  interviewUids: [],
  weWrote: [],
};
const no = "We have decided not to move forward with your application.";

const linked = (
  given: Parameters<typeof messageOf>[0],
  candidates: readonly LinkCandidate[] = [analyst],
): Link => {
  const message = messageOf(given);
  return link(message, assess(message, ana), candidates);
};

test("an answer in the thread from the employer's proven domain joins", () => {
  expect(linked({ text: no, inReplyTo: ["invitation@northwind-traders.example"] })).toMatchObject({
    type: "joins",
    id: "analyst",
  });
});

test("a colleague of the known contact joins by the thread and the domain", () => {
  expect(
    linked({
      from: "Priya Shah <priya@northwind-traders.example>",
      text: no,
      references: ["thanks@mailbox.example"],
    }),
  ).toMatchObject({ type: "joins", id: "analyst" });
});

test("a stranger with a forged In-Reply-To and a rejection changes nothing", () => {
  expect(
    linked({
      from: "Greg Miller <greg@rival.example>",
      text: no,
      inReplyTo: ["invitation@northwind-traders.example"],
    }),
  ).toMatchObject({ type: "possibly_related", id: "analyst" });
});

test("a forged From at the employer's address without proof changes nothing", () => {
  expect(
    linked({ text: no, proof: unproven, inReplyTo: ["invitation@northwind-traders.example"] }),
  ).toMatchObject({ type: "possibly_related", id: "analyst" });
});

test("where a small employer signs nothing, the known address answering a mail of ours belongs", () => {
  expect(linked({ text: no, proof: unproven, inReplyTo: ["thanks@mailbox.example"] })).toMatchObject({
    type: "joins",
    id: "analyst",
  });
});

test("another unsigned address that answers a mail of ours is only possibly related", () => {
  expect(
    linked({
      from: "Greg <greg.private@gmail.com>",
      text: no,
      proof: unproven,
      inReplyTo: ["thanks@mailbox.example"],
    }),
  ).toMatchObject({ type: "possibly_related" });
});

test("a contact's proven private address counts once it is known", () => {
  const small = { ...analyst, employerDomain: null, addresses: ["harbour.bakery@gmail.com"] };
  expect(
    linked(
      {
        from: "Mo <harbour.bakery@gmail.com>",
        text: no,
        proof: proven("gmail.com"),
        inReplyTo: ["invitation@northwind-traders.example"],
      },
      [small],
    ),
  ).toMatchObject({ type: "joins" });
});

test("somebody else at the same free-mail provider does not belong", () => {
  const small = { ...analyst, employerDomain: null, addresses: ["harbour.bakery@gmail.com"] };
  expect(
    linked(
      {
        from: "Eve <eve@gmail.com>",
        text: no,
        proof: proven("gmail.com"),
        inReplyTo: ["invitation@northwind-traders.example"],
      },
      [small],
    ),
  ).toMatchObject({ type: "possibly_related" });
});

test("without a thread, a proven sender of the employer about the same role joins", () => {
  expect(
    linked({
      text: "We have decided not to move forward with your application for the Data Analyst position.",
    }),
  ).toMatchObject({ type: "joins", id: "analyst" });
});

test("without a thread, an unproven claim to be the employer changes nothing", () => {
  expect(linked({ text: no, proof: unproven })).toMatchObject({ type: "possibly_related", id: "analyst" });
});

test("two roles at one employer stay apart", () => {
  const text = "We have decided not to move forward with your application for the Planner position.";
  expect(linked({ text }, [analyst, planner])).toMatchObject({ type: "joins", id: "planner" });
});

test("a rejection that names no role is asked about where two roles are open", () => {
  expect(linked({ text: no }, [analyst, planner])).toMatchObject({ type: "possibly_related", id: null });
});

test("an invitation for another role at a known employer opens a second candidacy", () => {
  const text = "We would like to invite you to an interview for the Warehouse Manager position.";
  expect(linked({ text })).toMatchObject({ type: "opens" });
});

test("an applicant system that names the employer joins, one that names another does not", () => {
  const from = "no-reply@greenhouse-mail.io";
  const proof = proven("greenhouse-mail.io");
  expect(linked({ from, proof, subject: "Your application to Northwind Traders", text: no })).toMatchObject({
    type: "joins",
    id: "analyst",
  });
  expect(linked({ from, proof, subject: "Your application to Harbour Bakery", text: no })).toEqual({
    type: "nothing",
  });
});

test("a second copy of the invitation joins by the event's UID", () => {
  const calendar = [{ method: "REQUEST", ics: icsOf() }];
  expect(
    linked({ messageId: "copy@northwind-traders.example", subject: "Interview", calendar }),
  ).toMatchObject({ type: "joins", id: "analyst" });
});

test("a calendar cancellation from a stranger with the right UID binds nothing", () => {
  const calendar = [{ method: "CANCEL", ics: icsOf({ method: "CANCEL" }) }];
  expect(linked({ from: "Eve <eve@rival.example>", calendar })).toMatchObject({
    type: "possibly_related",
    id: "analyst",
  });
});

test.each([
  ["an invitation", "We would like to invite you to an interview for the Data Analyst position."],
  ["an acknowledgement", "Thank you for applying. We have received your application."],
])("%s of a proven stranger opens a candidacy", (_, text) => {
  expect(linked({ text }, [])).toMatchObject({ type: "opens" });
});

test.each([
  ["a rejection", no],
  ["a recruiter's outreach", "I came across your profile. Are you open to new opportunities?"],
  ["a private mail", "Shall we have lunch on Thursday?"],
])("%s from a stranger opens nothing", (_, text) => {
  expect(linked({ text }, [])).toEqual({ type: "nothing" });
});

test("an unproven invitation opens nothing by itself and is shown", () => {
  expect(linked({ text: "We would like to invite you to an interview.", proof: unproven }, [])).toMatchObject(
    { type: "possibly_related", id: null },
  );
});

test("words of a known contact that nobody understands are shown, not acted on", () => {
  expect(linked({ text: "The parcel is at the desk." })).toMatchObject({
    type: "possibly_related",
    id: "analyst",
  });
});

test("a new invitation of a closed candidacy's employer joins it, so that it reopens", () => {
  const text = "We would like to invite you to an interview for the Data Analyst position.";
  expect(linked({ text }, [{ ...analyst, state: "closed" }])).toMatchObject({ type: "joins", id: "analyst" });
});

test("two employers below one shared suffix stay two: each belongs by its own name", () => {
  const acme: LinkCandidate = {
    ...analyst,
    employer: "Acme",
    employerDomain: "acme.uk.com",
    threadIds: ["invitation@acme.uk.com"],
    addresses: ["greg@acme.uk.com"],
  };
  const answer = { text: no, inReplyTo: ["invitation@acme.uk.com"] };
  expect(linked({ ...answer, from: "Pat <pat@acme.uk.com>" }, [acme])).toMatchObject({ type: "joins" });
  expect(linked({ ...answer, from: "Pat <pat@rival.uk.com>" }, [acme])).toMatchObject({
    type: "possibly_related",
  });
});

test("a mail of an employer below a shared suffix names that employer's domain", () => {
  const invitation = messageOf({
    from: "Pat Lee <pat@acme.uk.com>",
    subject: "Interview at Acme",
    text: "We would like to invite you to an interview on Tuesday 26 May at 10:00.",
  });
  expect(assess(invitation, ana).facts.employerDomain).toBe("acme.uk.com");
});
