import type { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { type AgendaEntry, type AgendaSource, agendaOf, type OpenFollowUp } from "../../src/domain/agenda.ts";
import type { CandidacyState } from "../../src/domain/candidacy.ts";
import type { CandidacyFacts, FollowUpKind } from "../../src/domain/follow-up.ts";
import type { FollowUpId } from "../../src/domain/ids.ts";
import { at, day, factsOf, greg, interview, promised, wrote } from "./candidacy-facts.ts";

const revision = { number: 7, at: at("2026-05-18 09:12") };
const source = (facts: CandidacyFacts, open: readonly OpenFollowUp[] = []): AgendaSource => ({
  facts,
  open,
  revision,
});
const due = (kind: FollowUpKind, change: Partial<OpenFollowUp> = {}): OpenFollowUp => ({
  id: `f-${kind}` as FollowUpId,
  kind,
  dueAt: at("2026-06-02 09:00"),
  staleAt: at("2026-06-16 00:00"),
  to: { name: "Greg Hill", address: greg },
  needsOccasion: false,
  ...change,
});
const summaries = (entries: readonly AgendaEntry[]) => entries.map(({ summary }) => summary);
const now = at("2026-05-25 10:00");
const minute = { minutes: 1 };

describe("an interview", () => {
  const talk = interview("2026-05-21 14:00", "2026-05-21 14:45", { place: "Fleet Street 1" });
  const named = factsOf({ interviews: [talk] }, { role: "Office Manager" });
  const entries = (facts: CandidacyFacts, when: Temporal.Instant) => agendaOf([source(facts)], when);

  test("stands there with employer, role and place, under its own id", () => {
    expect(entries(named, now)).toEqual([
      {
        uid: "i-1",
        summary: "Interview: ABC, Office Manager",
        description: "Candidacy 1: ABC, Office Manager",
        place: "Fleet Street 1",
        when: { start: at("2026-05-21 14:00"), end: at("2026-05-21 14:45") },
        stands: "confirmed",
        revision,
      },
    ]);
  });

  test("is shown for 30 days after its end and not a minute longer", () => {
    const last = at("2026-05-21 14:45").add({ hours: 720 });
    expect(entries(named, last)).toHaveLength(1);
    expect(entries(named, last.add(minute))).toEqual([]);
  });

  test("stays when it is cancelled, and says so", () => {
    const cancelled = factsOf({ interviews: [{ ...talk, cancelled: true }] });
    expect(entries(cancelled, now).map(({ stands }) => stands)).toEqual(["cancelled"]);
  });

  test("shows nothing of a mail but clean words: one line, no mail address, links kept", () => {
    const hostile = factsOf(
      {
        interviews: [
          {
            ...talk,
            title: "x\r\nBEGIN:VEVENT",
            place: "Room\u202e 4\r\nEND:VEVENT call kim@abc.example or https://meet.example/j/a@b",
          },
        ],
      },
      { employer: "ABC\r\nBEGIN:VEVENT\u0000", role: "Clerk <kim@abc.example>" },
    );
    const [entry] = entries(hostile, now);
    expect(entry?.summary).toBe("Interview: ABC BEGIN:VEVENT, Clerk");
    expect(entry?.place).toBe("Room 4 END:VEVENT call or https://meet.example/j/a@b");
    expect(JSON.stringify(entry)).not.toContain("kim@");
  });
});

describe("a mail that is due", () => {
  const entries = (open: readonly OpenFollowUp[], when = now) => agendaOf([source(factsOf(), open)], when);

  test("stands for a quarter of an hour at the time at which it may leave", () => {
    expect(entries([due("check_in")])).toMatchObject([
      {
        uid: "f-check_in",
        summary: "Check-in with Greg Hill (ABC) is due",
        when: { start: at("2026-06-02 09:00"), end: at("2026-06-02 09:15") },
        stands: "due",
      },
    ]);
  });

  test("is gone from the minute on which it is stale", () => {
    const stale = at("2026-06-16 00:00");
    expect(entries([due("check_in")], stale.subtract(minute))).toHaveLength(1);
    expect(entries([due("check_in")], stale)).toEqual([]);
  });

  test.each<[FollowUpKind, string]>([
    ["stage_question", "Question about the stages to Greg Hill (ABC) is due"],
    ["thank_you", "Thank-you to Greg Hill (ABC) is due"],
    ["decision_request", "Request for a decision to Greg Hill (ABC) is due"],
    ["breakup", "Last mail to Greg Hill (ABC) is due"],
    ["graceful_no", "Friendly answer to Greg Hill (ABC) is due"],
    ["keep_in_touch", "Keeping in touch with Greg Hill (ABC) is due"],
    ["direct_line", "Direct word to Greg Hill (ABC) is due"],
    ["withdraw", "Withdrawal to Greg Hill (ABC) is due"],
  ])("%s is told in words", (kind, words) => {
    expect(summaries(entries([due(kind)]))).toEqual([words]);
  });

  test("says that there is no one to write to, or that an occasion is missing", () => {
    expect(summaries(entries([due("check_in", { to: null })]))).toEqual([
      "Check-in with ABC is due, but there is no one to write to",
    ]);
    expect(summaries(entries([due("keep_in_touch", { needsOccasion: true })]))).toEqual([
      "Keeping in touch with Greg Hill (ABC) is due and needs an occasion",
    ]);
  });

  test("never names someone by their address", () => {
    const nameless = [due("check_in", { to: { name: "", address: greg } })];
    const addressed = [due("check_in", { to: { name: greg, address: greg } })];
    expect(summaries(entries(nameless))).toEqual(["Check-in with ABC is due"]);
    expect(summaries(entries(addressed))).toEqual(["Check-in with ABC is due"]);
  });
});

describe("a promised day", () => {
  const friday = promised("2026-05-19 10:00", "2026-05-22");
  const stands = (facts: CandidacyFacts, when = now) => summaries(agendaOf([source(facts)], when));

  test("stands as a day while they are silent, and stays when it has passed", () => {
    const facts = factsOf({ promises: [friday] });
    expect(agendaOf([source(facts)], now)).toMatchObject([
      { uid: "c-1-promise", summary: "ABC promised word by today", when: { day: day("2026-05-22") } },
    ]);
  });

  test("is gone when they have kept it, and when they have decided", () => {
    const kept = factsOf({ promises: [friday], words: [wrote("2026-05-23 10:00")] });
    expect(stands(kept)).toEqual([]);
    for (const state of ["offered", "closed", "keeping_in_touch", "signed"] satisfies CandidacyState[])
      expect(stands(factsOf({ promises: [friday] }, { state })), state).toEqual([]);
  });

  test("counts in the employer's zone: Friday is not over in New York when London's is", () => {
    const late = wrote("2026-05-22 23:30", greg, "America/New_York");
    const facts = factsOf({ promises: [friday], words: [late] });
    expect(stands(facts)).toEqual([]);
    const abroad = factsOf({ promises: [friday], words: [late] }, { zone: "America/New_York" });
    expect(stands(abroad)).toEqual(["ABC promised word by today"]);
  });

  test("of which silence is a no says that", () => {
    const facts = factsOf({ promises: [promised("2026-05-19 10:00", "2026-05-22", true)] });
    expect(stands(facts)).toEqual(["ABC said that silence by today is a no"]);
  });
});

describe("the last day of an offer", () => {
  const offer = (state: CandidacyState, offerDeadline: Temporal.PlainDate | null) =>
    agendaOf([source(factsOf({}, { employer: "XYZ", state, offerDeadline }))], now);

  test("stands while the offer waits for an answer", () => {
    expect(offer("offered", day("2026-05-29"))).toMatchObject([
      { uid: "c-1-offer", summary: "Answer the offer of XYZ by today", when: { day: day("2026-05-29") } },
    ]);
  });

  test("is gone once it was answered, and is none where no day is known", () => {
    for (const state of ["accepted", "signed", "closed"] satisfies CandidacyState[])
      expect(offer(state, day("2026-05-29")), state).toEqual([]);
    expect(offer("offered", null)).toEqual([]);
  });
});
