import { expect, test } from "vitest";
import type { Kind } from "../../src/domain/assessment.ts";
import { letterParts } from "../../src/understanding/text/reply-text.ts";
import { interviewInWords } from "../../src/understanding/when/interview-words.ts";
import { ana, messageOf } from "../support/message.ts";

type Given = Parameters<typeof messageOf>[0] & { readonly kind?: Kind };

/** Written on Monday 18 May 2026 in London, as an invitation, unless told otherwise. */
const read = (text: string, { kind = "interview_invitation", ...given }: Given = {}) => {
  const message = messageOf({ text, ...given });
  return interviewInWords({ message, subject: message.subject, ...letterParts(text) }, kind, ana.zone);
};
const startOf = (text: string, given?: Given): string | null =>
  read(text, given)
    .interview?.start.withTimeZone(ana.zone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" }) ?? null;

test.each([
  ["Your interview is confirmed for Thursday 21 May at 14:00.", "2026-05-21T14:00"],
  ["Your interview is confirmed for Thursday at 2.", "2026-05-21T14:00"],
  ["Can you do Wednesday at half past ten?", "2026-05-20T10:30"],
  ["Could you come to our offices this Friday at noon?", "2026-05-22T12:00"],
  ["Would Wednesday week at 10am be any good?", "2026-05-27T10:00"],
  ["Shall we say Tuesday, nine o'clock sharp?", "2026-05-19T09:00"],
  ["Mrs Hale can see you on Thursday at twenty past two.", "2026-05-21T14:20"],
  ["How does tmrw 4pm sound for a chat?", "2026-05-19T16:00"],
  ["See you on the 27th at 4.", "2026-05-27T16:00"],
  ["Are you around for a chat Thursday 11ish?", "2026-05-21T11:00"],
  ["Tuesday 26 May, 10.00-10.45, Room 3, panel interview.", "2026-05-26T10:00"],
  ["The Bank requests your attendance on Monday, 1 June 2026 at 08.45 hrs.", "2026-06-01T08:45"],
  ["0730 this Friday at the gatehouse, bring your licence.", "2026-05-22T07:30"],
  ["Would you manage this Saturday? Start 4.30 in the morning.", "2026-05-23T04:30"],
  ["Date: 28/05/2026\nTime: 10:15 - 11:00\nVenue: 4 Mill Lane", "2026-05-28T10:15"],
  ["Your interview starts at 10:30 on 3 June; please arrive by 10:15.", "2026-06-03T10:30"],
  ["The role pays 14.50 an hour. Can you come in on Tuesday at 11?", "2026-05-19T11:00"],
])("%s -> %s in London", (text, expected) => {
  expect(startOf(text)).toBe(expected);
});

test.each([
  ["Wir laden Sie am Mittwoch, den 27. Mai 2026, um 14:00 Uhr zum Gespräch ein.", "2026-05-27T14:00"],
  ["Passt Ihnen Donnerstag um halb elf?", "2026-05-21T10:30"],
  ["Wäre Ihnen Montag, der 1. Juni, um Viertel nach neun recht?", "2026-06-01T09:15"],
  ["L'entretien aura lieu le mardi 26 mai à 14h30 dans nos locaux.", "2026-05-26T14:30"],
  ["Te esperamos el jueves 21 de mayo a las diez y media de la mañana.", "2026-05-21T10:30"],
  ["¿Puedes el lunes 25 a las 12:00?", "2026-05-25T12:00"],
  ["Schikt donderdag 21 mei om half drie?", "2026-05-21T14:30"],
  ["A entrevista ficou marcada para quinta-feira, 21 de maio, às 15h30.", "2026-05-21T15:30"],
])("other languages: %s -> %s", (text, expected) => {
  expect(startOf(text)).toBe(expected);
});

test.each([
  [
    "We need to move your interview from Tuesday 19 May at 10:00 to Thursday 21 May at 14:00.",
    "2026-05-21T14:00",
  ],
  ["Any chance we could swap Tuesday 10 o'clock for Wednesday 11.30?", "2026-05-20T11:30"],
  ["Previous: Tuesday 19 May, 11:00\nNew: Thursday 21 May, 14:15", "2026-05-21T14:15"],
  ["Instead of Thursday 3.30, same time on Friday.", "2026-05-22T15:30"],
  ["We must postpone Wednesday's interview (20 May, 10:00) by one week.", "2026-05-27T10:00"],
  ["Can you be here on Thursday the 21st already at 9 and not at 11?", "2026-05-21T09:00"],
  [
    "I cancelled the 2:00 PM on Thursday 21 May. Your 10:00 AM on Thursday 21 May stands.",
    "2026-05-21T10:00",
  ],
  ["Can we bring Thursday's 3pm chat forward to 1pm?", "2026-05-21T13:00"],
  ["Können wir das Gespräch am Freitag von 10 auf 11 Uhr verschieben?", "2026-05-22T11:00"],
  ["Not gonna make 3, can we push to 4 today?", "2026-05-18T16:00"],
  ["Cambiamos la entrevista del jueves 21 a las 10 al viernes 22 a las 11.", "2026-05-22T11:00"],
])("of an old and a new time the new one counts: %s -> %s", (text, expected) => {
  expect(startOf(text, { kind: "interview_rescheduled" })).toBe(expected);
});

test.each([
  ["We meet on Thursday 21 May at 1:00 PM Houston time.", "2026-05-21T19:00"],
  ["We meet on 21 July at 10:00 EST.", "2026-07-21T15:00"],
  ["The call is on Friday 22 May at 14h00 CET.", "2026-05-22T13:00"],
  ["The call is on Friday 22 May, 10:00 (Berlin).", "2026-05-22T09:00"],
  ["Would 10:30 your time on Thursday be OK? I am in Lisbon.", "2026-05-21T10:30"],
  ["We meet on Friday 22 May, 14:15 Uhr Hamburger Zeit.", "2026-05-22T13:15"],
  ["Our talk on Friday 22 May is at 16:00 UK / 17:00 Spain.", "2026-05-22T16:00"],
  ["Noon Eastern on Thursday 21 May, which is 5pm your time.", "2026-05-21T17:00"],
])("a zone that is said counts, as it is lived: %s -> %s in London", (text, expected) => {
  expect(startOf(text)).toBe(expected);
});

test.each([
  [
    "a Date header in UTC while the person lives elsewhere",
    "Interview: Thursday 21 May at 14:00.",
    { date: "2026-05-18T10:00:00+00:00" },
  ],
  [
    "a Date header without an offset",
    "Interview: Thursday 21 May at 14:00.",
    { date: "2026-05-18T10:00:00" },
  ],
  [
    "a writer who lives by another clock",
    "Interview: Thursday 21 May at 14:00.",
    { date: "2026-05-18T10:00:00+02:00" },
  ],
  [
    "a video call with an office far away",
    "Video call on Thursday 21 May at 10am.\n\nKind regards,\nSam\nUnion Square, San Francisco, CA",
    {},
  ],
  [
    "an abbreviation that means several zones",
    "Interview: Thursday 21 May at 14:00 IST.",
    { date: "2026-05-18T10:00:00+02:00" },
  ],
  ["two clocks that do not agree", "Our talk on Friday 22 May is at 16:00 UK / 18:00 Spain.", {}],
  ["a date that could be two days", "Interview: 07/08/2026 at 14:00.", {}],
  ["a weekday that contradicts its date", "Interview on Wednesday 21 May 2026 at 14:00.", {}],
  ["next Thursday, said on a Monday", "Would next Thursday at 10 suit you?", {}],
  ["seven o'clock", "Come by on Thursday at 7.", {}],
  ["a number that is a day or an hour", "Sat 6 works.", { date: "2026-06-02T10:00:00+01:00" }],
  ["tomorrow, written after midnight", "See you tomorrow 6am.", { date: "2026-05-19T00:20:00+01:00" }],
  ["a day without an hour", "Could you come on Thursday 28 May, first thing?", {}],
  [
    "moved forward, which is read both ways",
    "Wednesday's interview (20 May, 1pm) has been moved forward two days.",
    {},
  ],
  ["half ten from somebody who says halb zehn", "I expect you on Wednesday at half ten in Berlin time.", {}],
])("no guess, the person is asked: %s", (_, text, given) => {
  const { interview, ambiguous } = read(text, given);
  expect(interview).toBeNull();
  expect(ambiguous.length).toBeGreaterThan(0);
});

test.each([
  "Would Tuesday 19 May at 10:00 or Thursday 21 May at 14:00 suit you?",
  "The interview is on Thursday 21 May at 10:00 or 14:00, whichever you prefer.",
  "We can offer 10:00, 11:30 or 14:00 on Thursday 21 May.",
  "Please choose a slot:\n- Tue 19 May, 10:00\n- Wed 20 May, 14:00\n- Thu 21 May, 9:30",
  "Either Wednesday 20th at 11 or the following day at the same time.",
  "Pick a time: slots from 21 May 09:00.",
  "Please tell us your availability on Thursday 21 May after 14:00.",
  "Interviews take place on 27 and 28 May between 9:00 and 17:00.",
])("times to choose from stay open and ask nothing: %s", (text) => {
  expect(read(text)).toEqual({ interview: null, ambiguous: [] });
});

test.each([
  "Thank you for Thursday 14 May 2026 at 14:00. We will be in touch.",
  "I called you on Tuesday at 4 but there was no answer.",
  "Please send your references by Friday at noon.",
  "We are open Monday to Friday 9:00-17:00.",
  "The webinar on Thursday 21 May at 18:00 tells you more about us.",
  "The test window opens on 21 May at 9:00 and closes on 22 May at 23:59.",
])("no appointment of this person: %s", (text) => {
  expect(startOf(text)).toBeNull();
});

test("a mail about something else repeats an appointment only when it says that it stands", () => {
  const kind = "assessment";
  expect(
    startOf("The pack is for your conversation, which stays as agreed on Thursday 21 May at 13:30.", {
      kind,
    }),
  ).toBe("2026-05-21T13:30");
  expect(startOf("Send both to me on Thursday 21 May at 9:00.", { kind })).toBeNull();
  expect(startOf("Interview on Thursday 21 May at 9:00.", { kind: "rejection" })).toBeNull();
});

test("the end is known when the mail tells it or the length, else one hour is assumed", () => {
  const endOf = (text: string) => read(text).interview?.end.toPlainTime().toString();
  expect(endOf("Interview: Thursday 21 May, 14:00 to 15:30.")).toBe("15:30:00");
  expect(endOf("Interview: Thursday 21 May at 14:00. It takes forty minutes.")).toBe("14:40:00");
  expect(read("Interview: Thursday 21 May at 14:00.").interview).toMatchObject({ endKnown: false });
});

test("a place is read", () => {
  expect(read("Interview: Thursday 21 May at 14:00.\nLocation: 12 Harbour Street").interview?.place).toBe(
    "12 Harbour Street",
  );
});
