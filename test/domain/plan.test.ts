import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { candidacyStates } from "../../src/domain/candidacy.ts";
import { type CandidacyFacts, mannerOf, nothingElsewhere } from "../../src/domain/follow-up.ts";
import type { CandidacyId, InterviewId } from "../../src/domain/ids.ts";
import { leavesAt } from "../../src/domain/leaving.ts";
import { defaultPreferences } from "../../src/domain/preferences.ts";
import { publicHolidays } from "../../src/holidays.ts";
import {
  afterSending,
  at,
  away,
  berlin,
  byHand,
  contact,
  day,
  factsOf,
  greg,
  hana,
  interview,
  london,
  newYork,
  only,
  planAt,
  promised,
  record,
  wall,
  wrote,
} from "./candidacy-facts.ts";

const minute = { minutes: 1 };

describe("the first check-in", () => {
  const promise = factsOf({ promises: [promised("2026-05-18 09:12", "2026-05-22")] });

  test("a decision promised for Friday 22 May 2026 in London is asked after on Wednesday 27 May: Monday 25 May is a bank holiday", () => {
    const followUp = only(promise, at("2026-05-20 12:00"));
    expect(followUp).toMatchObject({
      kind: "check_in",
      ordinal: 1,
      to: { name: "Greg Hill", address: greg },
    });
    expect(wall(followUp.dueAt)).toBe("2026-05-27 09:00");
    expect(followUp.rule).toBe("POLICY 1 check_in 1, promised date");
  });

  test("it may stand in the digest of its due date, and not the minute before that date begins", () => {
    const { offerFrom } = only(promise, at("2026-05-20 12:00"));
    expect(wall(offerFrom)).toBe("2026-05-27 00:00");
    expect(planAt(promise, offerFrom.subtract(minute)).because).toBe(
      "Waiting: they promised Friday 22 May; I will ask on Wednesday 27 May.",
    );
    expect(planAt(promise, offerFrom).because).toBe(
      "Waiting: they promised Friday 22 May; a check-in is due.",
    );
  });

  test("promised for a Friday without a holiday near, it is due on Tuesday", () => {
    const facts = factsOf({ promises: [promised("2026-05-18 09:12", "2026-06-12")] });
    expect(wall(only(facts, at("2026-06-01 12:00")).dueAt)).toBe("2026-06-16 09:00");
  });

  test("what would fall on a Monday falls on Tuesday", () => {
    const facts = factsOf({ promises: [promised("2026-05-18 09:12", "2026-06-11")] });
    expect(wall(only(facts, at("2026-06-01 12:00")).dueAt)).toBe("2026-06-16 09:00");
  });

  test("Memorial Day in New York and Whit Monday in Berlin move it to Wednesday as well, Ascension Day does so in Berlin only", () => {
    const zones = [
      [newYork, "America/New_York"],
      [berlin, "Europe/Berlin"],
    ] as const;
    for (const [calendar, zone] of zones)
      expect(wall(only(promise, at("2026-05-20 12:00"), calendar).dueAt, zone)).toBe("2026-05-27 09:00");
    const ascension = factsOf({
      words: [wrote("2026-05-11 09:00")],
      promises: [promised("2026-05-11 09:00", "2026-05-12")],
    });
    expect(wall(only(ascension, at("2026-05-11 12:00"), london).dueAt)).toBe("2026-05-14 09:00");
    expect(wall(only(ascension, at("2026-05-11 12:00"), berlin).dueAt, "Europe/Berlin")).toBe(
      "2026-05-15 09:00",
    );
  });

  test.each([
    ["unknown", "2026-05-28 09:00"],
    ["small", "2026-05-26 09:00"],
    ["large", "2026-05-29 09:00"],
    ["public sector", "2026-06-02 09:00"],
    ["agency", "2026-05-26 09:00"],
    ["charity", "2026-05-29 09:00"],
  ] as const)(
    "without a promise, a silence of an employer that is %s is asked about on %s",
    (size, expected) => {
      expect(wall(only(factsOf({}, { size }), at("2026-05-18 12:00")).dueAt)).toBe(expected);
    },
  );

  test("the end of the latest interview is a last word", () => {
    const facts = factsOf({ interviews: [interview("2026-06-04 14:00", "2026-06-04 15:00")] });
    const chase = planAt(facts, at("2026-06-12 12:00")).followUps[0];
    expect(chase && wall(chase.dueAt)).toBe("2026-06-16 09:00");
  });

  test("a mail by hand restarts the waiting where no date was promised", () => {
    const facts = factsOf({ words: [wrote("2026-05-18 09:12"), byHand("2026-06-03 10:00", hana)] });
    expect(wall(only(facts, at("2026-06-03 12:00")).dueAt)).toBe("2026-06-12 09:00");
  });

  test("a mail by hand after the promised day has asked already; one on that day has not", () => {
    const factsWith = (when: string) =>
      factsOf({ ...promise, words: [...promise.words, byHand(when, hana)] });
    expect(wall(only(factsWith("2026-05-22 16:00"), at("2026-05-26 12:00")).dueAt)).toBe("2026-05-27 09:00");
    expect(wall(only(factsWith("2026-05-26 10:00"), at("2026-05-26 12:00")).dueAt)).toBe("2026-06-04 09:00");
  });

  test("a later human mail keeps a promise that is still to come and voids one that has passed", () => {
    const factsWith = (when: string) => factsOf({ ...promise, words: [...promise.words, wrote(when)] });
    expect(wall(only(factsWith("2026-05-22 10:00"), at("2026-05-26 12:00")).dueAt)).toBe("2026-05-27 09:00");
    expect(only(factsWith("2026-05-21 10:00"), at("2026-05-26 12:00")).rule).toContain("promised date");
    expect(only(factsWith("2026-05-23 10:00"), at("2026-05-26 12:00")).rule).toContain("no promise");
  });

  test("a promised day that had passed when the promise was made is none", () => {
    const facts = factsOf({ promises: [promised("2026-05-18 09:12", "2026-05-15")] });
    expect(only(facts, at("2026-05-18 12:00")).rule).toContain("no promise");
  });

  test("a promise told in a debrief counts like the employer's own, and the newest promise counts", () => {
    const facts = factsOf({
      promises: [promised("2026-05-18 09:12", "2026-05-22"), promised("2026-05-21 15:40", "2026-06-12")],
    });
    expect(wall(only(facts, at("2026-05-27 12:00")).dueAt)).toBe("2026-06-16 09:00");
  });

  test("a chase is stale after its tenth working day, not on it; then the next one follows six working days later", () => {
    const first = only(promise, at("2026-05-20 12:00"));
    expect(wall(first.staleAt)).toBe("2026-06-11 00:00");
    expect(only(promise, first.staleAt.subtract(minute)).key).toBe(first.key);
    const second = only(promise, first.staleAt);
    expect(second.ordinal).toBe(2);
    expect(wall(second.dueAt)).toBe("2026-06-19 09:00");
  });

  test("an approved one is kept while it is on its way, also past its time", () => {
    const first = only(promise, at("2026-05-20 12:00"));
    const facts = { ...promise, history: [record(first, "approved")] };
    expect(only(facts, first.staleAt).key).toBe(first.key);
    expect(planAt(facts, first.dueAt).because).toContain("a check-in is approved and on its way");
  });
});

describe("the second check-in, the breakup and the close", () => {
  const start = factsOf({ promises: [promised("2026-05-18 09:12", "2026-06-12")] });
  const once = afterSending(start, "2026-06-16 09:00");
  const twice = afterSending(once, "2026-06-24 09:00");
  const brokenUp = afterSending(twice, "2026-07-02 09:00");

  test("the second check-in is due six working days after the first was sent", () => {
    expect(only(once, at("2026-06-16 09:01"))).toMatchObject({ kind: "check_in", ordinal: 2 });
    expect(wall(only(once, at("2026-06-16 09:01")).dueAt)).toBe("2026-06-24 09:00");
    expect(planAt(once, at("2026-06-16 09:01")).because).toBe(
      "Waiting: no answer yet to your mail of Tuesday 16 June; I will ask again on Wednesday 24 June.",
    );
  });

  test("a check-in whose sending is dated before their word, because clocks disagree, was still sent", () => {
    const [sent] = once.history;
    const history = sent ? [{ ...sent, sentAt: at("2026-05-18 09:11") }] : [];
    expect(only({ ...start, history }, at("2026-05-20 12:00"))).toMatchObject({
      kind: "check_in",
      ordinal: 2,
    });
  });

  test("a check-in stays sent when the end of the interview before it is corrected", () => {
    const talk = (end: string) => ({ ...start, interviews: [interview("2026-06-11 14:00", end)] });
    const chased = afterSending(
      { ...talk("2026-06-11 15:00"), words: [...start.words, byHand("2026-06-11 15:30")] },
      "2026-06-16 09:00",
    );
    const corrected = { ...chased, interviews: talk("2026-06-11 15:20").interviews };
    expect(only(corrected, at("2026-06-16 12:00"))).toMatchObject({ kind: "check_in", ordinal: 2 });
  });

  test("the breakup is due six working days after the second", () => {
    expect(only(twice, at("2026-06-24 09:01"))).toMatchObject({ kind: "breakup", ordinal: 1 });
    expect(wall(only(twice, at("2026-06-24 09:01")).dueAt)).toBe("2026-07-02 09:00");
  });

  test("ten working days after the breakup the silence closes it, and nothing else is planned", () => {
    const { followUps, closesAt } = planAt(brokenUp, at("2026-07-02 09:01"));
    expect(followUps).toEqual([]);
    expect(closesAt && wall(closesAt.at)).toBe("2026-07-16 09:00");
  });

  test("the next look is at the next instant at which time alone changes the plan", () => {
    const { followUps, nextAt } = planAt(once, at("2026-06-16 09:01"));
    expect(nextAt).toEqual(followUps[0]?.offerFrom);
    expect(planAt(once, at("2026-06-24 12:00")).nextAt).toEqual(followUps[0]?.staleAt);
    expect(planAt(brokenUp, at("2026-07-02 09:01")).nextAt).toEqual(at("2026-07-16 09:00"));
  });

  test("a mail by hand restarts the waiting of the step, and does not begin the steps anew", () => {
    const facts = { ...once, words: [...once.words, byHand("2026-06-18 10:00", hana)] };
    expect(only(facts, at("2026-06-18 12:00")).ordinal).toBe(2);
    expect(wall(only(facts, at("2026-06-18 12:00")).dueAt)).toBe("2026-06-26 09:00");
    const closing = { ...brokenUp, words: [...brokenUp.words, byHand("2026-07-06 10:00", hana)] };
    expect(planAt(closing, at("2026-07-07 12:00")).closesAt?.at).toEqual(at("2026-07-20 09:00"));
  });

  test("any human answer cancels what is planned and begins the steps anew, from whatever address of the employer", () => {
    for (const facts of [once, twice, brokenUp]) {
      const answered = { ...facts, words: [...facts.words, wrote("2026-07-03 10:00", hana)] };
      const { followUps, closesAt } = planAt(answered, at("2026-07-03 12:00"));
      expect(closesAt).toBe(null);
      expect(followUps).toMatchObject([{ kind: "check_in", ordinal: 1, to: { address: hana } }]);
      expect(followUps.map((followUp) => wall(followUp.dueAt))).toEqual(["2026-07-14 09:00"]);
    }
  });

  test("an acknowledgement or a newsletter cancels nothing", () => {
    const facts = { ...once, words: [...once.words, { ...wrote("2026-06-18 10:00"), human: false }] };
    expect(planAt(facts, at("2026-06-18 12:00"))).toEqual(planAt(once, at("2026-06-18 12:00")));
  });

  test("a skipped check-in does not come back; the next step counts from the day on which it was due", () => {
    const first = only(start, at("2026-06-16 08:00"));
    const skipped = { ...start, history: [record(first, "skipped")] };
    expect(only(skipped, at("2026-06-16 09:00"))).toMatchObject({ kind: "check_in", ordinal: 2 });
    expect(wall(only(skipped, at("2026-06-16 09:00")).dueAt)).toBe("2026-06-24 09:00");
  });

  test("a skipped check-in is asked again when they have written since and fall silent again", () => {
    const first = only(start, at("2026-06-16 08:00"));
    const facts = {
      ...start,
      history: [record(first, "skipped")],
      words: [...start.words, wrote("2026-06-17 10:00")],
    };
    expect(only(facts, at("2026-06-17 12:00"))).toMatchObject({ kind: "check_in", ordinal: 1 });
  });

  test("a skipped breakup closes nothing: no line was drawn", () => {
    const breakup = only(twice, at("2026-07-02 08:00"));
    const facts = { ...twice, history: [...twice.history, record(breakup, "skipped")] };
    expect(planAt(facts, at("2026-12-01 12:00"))).toMatchObject({
      followUps: [],
      closesAt: null,
      nextAt: null,
    });
  });

  test("when the person reopens what silence closed, the waiting begins again from there", () => {
    const facts = { ...brokenUp, reopenedAt: at("2026-07-20 10:00") };
    const { followUps, closesAt } = planAt(facts, at("2026-07-20 10:00"));
    expect(closesAt).toBe(null);
    expect(followUps.map((followUp) => wall(followUp.dueAt))).toEqual(["2026-07-29 09:00"]);
  });
});

describe("silence that was announced as a no (POLICY 8.3)", () => {
  const facts = factsOf({ promises: [promised("2026-05-18 09:12", "2026-05-22", true)] });

  test("no check-in is planned, and two working days after the date it closes", () => {
    const { followUps, closesAt, because } = planAt(facts, at("2026-05-20 12:00"));
    expect(followUps).toEqual([]);
    expect(closesAt && wall(closesAt.at)).toBe("2026-05-27 09:00");
    expect(because).toBe(
      "Waiting: they said that silence by Friday 22 May means no; it closes on Wednesday 27 May.",
    );
  });

  test("a mail by hand after that date restarts the two working days", () => {
    const asked = { ...facts, words: [...facts.words, byHand("2026-05-26 10:00")] };
    expect(planAt(asked, at("2026-05-26 12:00")).closesAt?.at).toEqual(at("2026-05-28 09:00"));
  });

  test("a word of theirs after that date overrules it, and so does the person's reopening", () => {
    const answered = { ...facts, words: [...facts.words, wrote("2026-05-26 10:00")] };
    expect(planAt(answered, at("2026-05-26 12:00"))).toMatchObject({
      closesAt: null,
      followUps: [{ kind: "check_in" }],
    });
    const reopened = { ...facts, reopenedAt: at("2026-05-27 10:00") };
    expect(planAt(reopened, at("2026-05-27 12:00"))).toMatchObject({
      closesAt: null,
      followUps: [{ kind: "check_in" }],
    });
  });
});

describe("the thank-you", () => {
  const thursday = factsOf(
    { interviews: [interview("2026-05-21 14:00", "2026-05-21 15:00")] },
    { state: "interviewing" },
  );
  const thanksOf = (facts: CandidacyFacts, now: Temporal.Instant, calendar = london) =>
    planAt(facts, now, calendar).followUps.filter((followUp) => followUp.kind === "thank_you");

  test("is planned when the interview ends, not the minute before", () => {
    const end = at("2026-05-21 15:00");
    expect(planAt(thursday, end.subtract(minute))).toMatchObject({
      followUps: [],
      closesAt: null,
      because: "Interview on Thursday 21 May at 14:00; a thank-you follows.",
      nextAt: end,
    });
    expect(thanksOf(thursday, end)).toMatchObject([{ offerFrom: end, dueAt: end, to: { address: greg } }]);
  });

  test("after a Friday interview it may stand in Saturday's digest and leaves on Monday", () => {
    const friday = factsOf({ interviews: [interview("2026-06-12 16:00", "2026-06-12 17:00")] });
    const [thanks] = thanksOf(friday, at("2026-06-13 07:30"));
    expect(thanks && wall(thanks.offerFrom)).toBe("2026-06-12 17:00");
    expect(thanks && wall(leavesAt(thanks, london, at("2026-06-13 07:45")))).toBe("2026-06-15 09:00");
  });

  test("is stale after the third working day, the bank holiday not counted", () => {
    const stale = at("2026-05-28 00:00");
    expect(thanksOf(thursday, stale.subtract(minute))).toHaveLength(1);
    expect(thanksOf(thursday, stale)).toHaveLength(0);
  });

  test("goes to each interviewer with a human address, whether the calendar or the contacts know it", () => {
    const facts = factsOf({
      contacts: [contact("Greg Hill", greg), contact("Hana Ito", hana)],
      interviews: [
        interview("2026-05-21 14:00", "2026-05-21 15:00", {
          people: [
            { name: "Hana", address: null },
            { name: "Greg Hill", address: greg },
            { name: "Room 4", address: "no-reply@abc.example" },
          ],
        }),
      ],
    });
    expect(thanksOf(facts, at("2026-05-21 16:00")).map((thanks) => thanks.to?.address)).toEqual([greg, hana]);
  });

  test("goes to the coordinator where no interviewer's address is known, and to nobody where only machines wrote", () => {
    const talk = interview("2026-05-21 14:00", "2026-05-21 15:00", {
      people: [{ name: "Ola Berg", address: null }],
    });
    expect(thanksOf(factsOf({ interviews: [talk] }), at("2026-05-21 16:00"))).toMatchObject([
      { to: { address: greg } },
    ]);
    const machine = factsOf({
      interviews: [talk],
      contacts: [],
      words: [wrote("2026-05-18 09:12", "noreply@ats.example")],
    });
    expect(thanksOf(machine, at("2026-05-21 16:00"))).toMatchObject([{ to: null }]);
    expect(planAt(machine, at("2026-05-21 16:00")).because).toContain("no one to write to");
  });

  test("is satisfied by the person's own mail to that recipient after the interview, not by an earlier one or to somebody else", () => {
    const thanksWith = (when: string, to: string) =>
      thanksOf({ ...thursday, words: [...thursday.words, byHand(when, to)] }, at("2026-05-22 07:30"));
    expect(thanksWith("2026-05-21 15:00", greg)).toHaveLength(0);
    expect(thanksWith("2026-05-21 14:59", greg)).toHaveLength(1);
    expect(thanksWith("2026-05-21 16:00", hana)).toHaveLength(1);
  });

  test("is written once per interview and person: sent or skipped, it does not come back, also when they write", () => {
    const [thanks] = thanksOf(thursday, at("2026-05-21 16:00"));
    for (const status of ["sent", "skipped"] as const) {
      const history = thanks ? [record(thanks, status, { sentAt: at("2026-05-22 09:00") })] : [];
      const facts = { ...thursday, history, words: [...thursday.words, wrote("2026-05-22 10:00")] };
      expect(thanksOf(facts, at("2026-05-22 12:00"))).toEqual([]);
    }
  });

  test("a second interview is thanked for like the first", () => {
    const [thanks] = thanksOf(thursday, at("2026-05-21 16:00"));
    const facts = {
      ...thursday,
      history: thanks ? [record(thanks, "sent", { sentAt: at("2026-05-22 09:00") })] : [],
      interviews: [
        ...thursday.interviews,
        interview("2026-05-27 14:00", "2026-05-27 15:00", { id: "i-2" as InterviewId, uid: "uid-2" }),
      ],
    };
    expect(thanksOf(facts, at("2026-05-27 15:00"))).toMatchObject([{ interviewId: "i-2" }]);
  });

  test("talks of one day with the same person are thanked for once", () => {
    const second = interview("2026-05-21 16:00", "2026-05-21 17:00", {
      id: "i-2" as InterviewId,
      uid: "uid-2",
    });
    const facts = factsOf({ interviews: [...thursday.interviews, second] });
    const thanks = thanksOf(facts, at("2026-05-22 07:30"));
    expect(thanks).toMatchObject([{ interviewId: "i-2" }]);
    const sent = {
      ...facts,
      history: thanks.map((one) => record(one, "sent", { sentAt: at("2026-05-22 09:00") })),
    };
    expect(thanksOf(sent, at("2026-05-22 12:00"))).toEqual([]);
  });

  test("a cancelled interview is not thanked for", () => {
    const facts = factsOf({
      interviews: [interview("2026-05-21 14:00", "2026-05-21 15:00", { cancelled: true })],
    });
    expect(thanksOf(facts, at("2026-05-22 07:30"))).toEqual([]);
  });

  test("put off with later, it is offered on the date that was named", () => {
    const [thanks] = thanksOf(thursday, at("2026-05-21 16:00"));
    const history = thanks ? [record(thanks, "offered", { notBefore: day("2026-05-26") })] : [];
    expect(thanksOf({ ...thursday, history }, at("2026-05-22 12:00"))).toMatchObject([
      { offerFrom: at("2026-05-26 00:00"), dueAt: at("2026-05-26 09:00") },
    ]);
  });

  test("is not moved by an out-of-office: moved past its time it would be dropped", () => {
    const facts = { ...thursday, words: [...thursday.words, away("2026-05-20 10:00", day("2026-06-15"))] };
    expect(thanksOf(facts, at("2026-05-21 15:00"))).toMatchObject([{ dueAt: at("2026-05-21 15:00") }]);
  });

  test("names who is thanked and what is awaited after that", () => {
    const facts = { ...thursday, promises: [promised("2026-05-21 15:40", "2026-05-22")] };
    expect(planAt(facts, at("2026-05-21 16:00")).because).toBe(
      "A thank-you to Greg Hill is due; they promised Friday 22 May; I will ask on Wednesday 27 May.",
    );
  });
});

describe("what stops or moves a chase", () => {
  const start = factsOf({ promises: [promised("2026-05-18 09:12", "2026-06-12")] });
  const dueWith = (facts: CandidacyFacts, now = "2026-06-15 12:00") => wall(only(facts, at(now)).dueAt);
  const withWord = (word: CandidacyFacts["words"][number]) => ({ ...start, words: [...start.words, word] });

  test("an out-of-office moves the date to the working day after the return, never earlier", () => {
    expect(dueWith(withWord(away("2026-06-11 10:00", day("2026-06-22"))))).toBe("2026-06-23 09:00");
    expect(dueWith(withWord(away("2026-06-11 10:00", day("2026-06-15"))))).toBe("2026-06-16 09:00");
    expect(dueWith(withWord(away("2026-06-11 10:00", day("2026-06-10"))))).toBe("2026-06-16 09:00");
    expect(
      planAt(withWord(away("2026-06-11 10:00", day("2026-06-22"))), at("2026-06-15 12:00")).because,
    ).toBe(
      "Waiting: they promised Friday 12 June, and they are out of the office; I will ask on Tuesday 23 June.",
    );
  });

  test("an out-of-office without a date moves the date by seven working days, once", () => {
    const notice = away("2026-06-11 10:00", "unknown");
    expect(dueWith(withWord(notice))).toBe("2026-06-25 09:00");
    expect(dueWith({ ...start, words: [...start.words, notice, away("2026-06-12 10:00", "unknown")] })).toBe(
      "2026-06-25 09:00",
    );
  });

  test("one without a date moves the step that was waiting when it came, and not the steps after that", () => {
    const notice = away("2026-06-11 10:00", "unknown");
    const once = afterSending({ ...start, words: [...start.words, notice] }, "2026-06-25 09:00");
    expect(dueWith(once, "2026-06-25 12:00")).toBe("2026-07-03 09:00");
  });

  test("the close after a breakup waits as well for who is out of the office", () => {
    let facts = afterSending(afterSending(start, "2026-06-16 09:00"), "2026-06-24 09:00");
    facts = afterSending(facts, "2026-07-02 09:00");
    const absent = { ...facts, words: [...facts.words, away("2026-07-02 09:00", day("2026-07-20"))] };
    expect(planAt(absent, at("2026-07-03 12:00")).closesAt?.at).toEqual(at("2026-07-21 09:00"));
  });

  test("an out-of-office of somebody else moves nothing, and one is over when its sender has written again", () => {
    const hanaIsAway = {
      ...withWord(away("2026-06-11 10:00", day("2026-06-22"), hana)),
      contacts: [contact("Greg Hill", greg), contact("Hana Ito", hana)],
    };
    expect(dueWith(hanaIsAway)).toBe("2026-06-16 09:00");
    const back = { ...start, words: [away("2026-05-15 10:00", day("2026-06-22")), ...start.words] };
    expect(dueWith(back)).toBe("2026-06-16 09:00");
  });

  test("an alias that says it is away counts for the person who was written to", () => {
    expect(dueWith(withWord(away("2026-06-11 10:00", day("2026-06-22"), "g.hill@abc.example")))).toBe(
      "2026-06-23 09:00",
    );
  });

  test("who has left the company is not written to; another human is, and with none there is no one to write to", () => {
    const left = contact("Greg Hill", greg, "left_company");
    const hanaKnown = { ...start, contacts: [left, contact("Hana Ito", hana)] };
    expect(only(hanaKnown, at("2026-06-15 12:00")).to).toEqual({ name: "Hana Ito", address: hana });
    const nobody = { ...start, contacts: [left] };
    expect(only(nobody, at("2026-06-15 12:00")).to).toBe(null);
    expect(planAt(nobody, at("2026-06-15 12:00")).because).toContain("there is no one to write to");
  });

  test("a check-in that bounced is offered to another contact as the same step, once", () => {
    const sent = afterSending(start, "2026-06-16 09:00");
    const bounced = { ...sent, contacts: [contact("Greg Hill", greg, "bounced"), contact("Hana Ito", hana)] };
    const again = only(bounced, at("2026-06-16 09:05"));
    expect(again).toMatchObject({ kind: "check_in", ordinal: 1, to: { address: hana } });
    expect(again.key).not.toBe(sent.history[0]?.key);
    expect(wall(again.offerFrom)).toBe("2026-06-16 00:00");
    const arrived = afterSending(bounced, "2026-06-17 09:00");
    expect(only(arrived, at("2026-06-17 09:01"))).toMatchObject({
      kind: "check_in",
      ordinal: 2,
      to: { address: hana },
    });
  });

  test("when the second check-in bounces, the first has still arrived and is not repeated", () => {
    const facts = {
      ...afterSending(afterSending(start, "2026-06-16 09:00"), "2026-06-24 09:00"),
      contacts: [contact("Greg Hill", greg, "bounced"), contact("Hana Ito", hana)],
    };
    const again = only(facts, at("2026-06-24 09:05"));
    expect(again).toMatchObject({ kind: "check_in", ordinal: 2, to: { address: hana } });
    expect(wall(again.dueAt)).toBe("2026-06-24 09:00");
  });

  test("no-reply and system senders are never chosen", () => {
    for (const address of [
      "no-reply@abc.example",
      "noreply+77@abc.example",
      "abc.notifications@ats.example",
      "MAILER-DAEMON@abc.example",
    ]) {
      const facts = { ...start, words: [...start.words, wrote("2026-05-19 10:00", address)] };
      expect(only(facts, at("2026-06-15 12:00")).to?.address).toBe(greg);
    }
  });

  test("the last human who wrote is asked", () => {
    const facts = { ...start, words: [wrote("2026-05-19 10:00", hana), ...start.words] };
    expect(only(facts, at("2026-06-15 12:00")).to?.address).toBe(hana);
  });

  test("a contact gets no second mail within four working days, a thank-you excepted", () => {
    const answered = {
      ...afterSending(start, "2026-06-16 09:00"),
      words: [...start.words, wrote("2026-06-16 10:00")],
      promises: [promised("2026-06-16 10:00", "2026-06-17")],
    };
    expect(dueWith(answered, "2026-06-16 12:00")).toBe("2026-06-23 09:00");
    const thanked = {
      ...start,
      interviews: [interview("2026-06-11 14:00", "2026-06-11 15:00")],
      promises: [promised("2026-06-11 15:40", "2026-06-12")],
      words: [...start.words, byHand("2026-06-12 10:00")],
    };
    expect(dueWith(thanked)).toBe("2026-06-16 09:00");
    expect(dueWith({ ...thanked, words: [...thanked.words, byHand("2026-06-12 11:00")] })).toBe(
      "2026-06-18 09:00",
    );
  });

  test("put off with later, it stands in the digest of that day and leaves on none but a Tuesday to Friday", () => {
    const first = only(start, at("2026-06-16 08:00"));
    const postponed = (iso: string) =>
      only(
        { ...start, history: [record(first, "offered", { notBefore: day(iso) })] },
        at("2026-06-16 12:00"),
      );
    expect([wall(postponed("2026-06-18").offerFrom), wall(postponed("2026-06-18").dueAt)]).toEqual([
      "2026-06-18 00:00",
      "2026-06-18 09:00",
    ]);
    expect([wall(postponed("2026-06-22").offerFrom), wall(postponed("2026-06-22").dueAt)]).toEqual([
      "2026-06-22 00:00",
      "2026-06-23 09:00",
    ]);
  });

  test.each(["applied", "offered", "accepted", "signed", "closed"] as const)(
    "in %s nothing is chased and nothing closes by silence",
    (state) => {
      const facts = { ...start, candidacy: { ...start.candidacy, state } };
      expect(planAt(facts, at("2026-09-01 12:00"))).toMatchObject({ followUps: [], closesAt: null });
    },
  );

  test("nothing is chased while an interview stands in the calendar", () => {
    const facts = { ...start, interviews: [interview("2026-07-01 14:00", "2026-07-01 15:00")] };
    expect(planAt(facts, at("2026-06-20 12:00"))).toMatchObject({
      followUps: [],
      closesAt: null,
      nextAt: at("2026-07-01 15:00"),
    });
  });

  test("an invitation that has no date yet waits for the person; when they have answered, the employer's silence counts", () => {
    const invited = factsOf({}, { state: "interviewing" });
    expect(planAt(invited, at("2026-06-20 12:00"))).toMatchObject({ followUps: [] });
    expect(planAt(invited, at("2026-06-20 12:00")).because).toContain("waiting for you");
    const answered = { ...invited, words: [...invited.words, byHand("2026-05-19 10:00")] };
    expect(wall(only(answered, at("2026-05-19 12:00")).dueAt)).toBe("2026-05-29 09:00");
    const atOnce = factsOf(
      { words: [byHand("2026-05-18 09:12"), wrote("2026-05-18 09:12")] },
      { state: "interviewing" },
    );
    expect(planAt(atOnce, at("2026-05-19 12:00")).followUps).toHaveLength(1);
  });
});

describe("zones and clocks", () => {
  const auckland = "Pacific/Auckland";
  const promise = { promises: [promised("2026-05-18 09:12", "2026-06-12")] };

  test("a person in Auckland is offered it on the day on which it is nine in New York, so that it leaves that day", () => {
    const facts = factsOf({ ...promise, personZone: auckland });
    const followUp = only(facts, at("2026-06-10 12:00"), newYork);
    expect(wall(followUp.dueAt, "America/New_York")).toBe("2026-06-16 09:00");
    expect(wall(followUp.offerFrom, auckland)).toBe("2026-06-17 00:00");
    const approved = at("2026-06-17 07:45", auckland);
    expect(wall(leavesAt(followUp, newYork, approved), "America/New_York")).toBe("2026-06-16 15:45");
  });

  test("a person in New York is offered it the day before, so that it can leave in Auckland's morning", () => {
    const calendar = publicHolidays().calendar("NZ", auckland);
    const followUp = only(
      factsOf({ ...promise, personZone: "America/New_York" }),
      at("2026-06-10 12:00"),
      calendar,
    );
    expect(wall(followUp.dueAt, auckland)).toBe("2026-06-16 09:00");
    expect(wall(followUp.offerFrom, "America/New_York")).toBe("2026-06-15 00:00");
    expect(leavesAt(followUp, calendar, at("2026-06-15 07:45", "America/New_York"))).toEqual(followUp.dueAt);
  });

  test("it is nine o'clock there on both sides of both changes of the clock", () => {
    const dueFor = (promiseDue: string) =>
      only(
        factsOf({ words: [wrote("2026-01-05 09:00")], promises: [promised("2026-01-05 09:00", promiseDue)] }),
        at("2026-01-05 12:00"),
      ).dueAt.toString();
    expect(dueFor("2026-03-25")).toBe("2026-03-27T09:00:00Z");
    expect(dueFor("2026-03-27")).toBe("2026-03-31T08:00:00Z");
    expect(dueFor("2026-10-21")).toBe("2026-10-23T08:00:00Z");
    expect(dueFor("2026-10-23")).toBe("2026-10-27T09:00:00Z");
  });
});

describe("every plan", () => {
  const ticks = (max: number) =>
    fc.integer({ min: 0, max }).map((hours) => at("2026-05-18 09:00").add({ hours }));
  const address = fc.constantFrom(greg, hana, "no-reply@abc.example");
  const word = fc.record({
    at: ticks(1500),
    from: fc.constantFrom("employer" as const, "hand" as const),
    human: fc.boolean(),
    addresses: address.map((one) => [one]),
    outOfOfficeUntil: fc.constantFrom(null, "unknown" as const, day("2026-07-01")),
    kind: fc.constantFrom(
      null,
      "interview_invitation" as const,
      "info_request" as const,
      "rejection" as const,
      "no_for_now" as const,
    ),
    asks: fc.constantFrom(null, "When could you start?"),
    tellsStages: fc.boolean(),
  });
  const occasion = fc.record({
    id: fc.uuid(),
    at: ticks(1500),
    says: fc.constantFrom("They moved.", "They won a prize."),
    by: fc.constantFrom("person" as const, "mail" as const),
    vacancy: fc.constantFrom(null, "Baker"),
  });
  const wishes = fc.record({
    noMore: fc.constantFrom(false, false, false, true),
    every: fc.constantFrom(null, 3, 12),
    breakupAskedAt: fc.option(ticks(1500), { nil: null }),
    stagesTold: fc.boolean(),
  });
  const elsewhere = fc.record({
    offers: fc.array(
      fc.record({
        candidacyId: fc.constantFrom("c-8" as CandidacyId, "c-9" as CandidacyId),
        employer: fc.constant("XYZ"),
        at: ticks(1500),
        deadline: fc.option(
          fc.integer({ min: 0, max: 60 }).map((days) => day("2026-05-18").add({ days })),
          { nil: null },
        ),
        isAccepted: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
    signed: fc.constant(null),
    interviews: fc.array(ticks(1500), { maxLength: 2 }),
    chases: fc.array(
      fc.record({
        to: address,
        at: ticks(1500),
        sameEmployer: fc.boolean(),
        hasLeft: fc.boolean(),
      }),
      { maxLength: 4 },
    ),
    keepInTouchAt: fc.array(ticks(1500), { maxLength: 3 }),
  });
  const talk = fc
    .tuple(ticks(1500), fc.integer({ min: 1, max: 99 }), fc.boolean())
    .map(([start, n, cancelled]) =>
      interview("2026-05-21 14:00", "2026-05-21 15:00", {
        id: `i-${n}` as InterviewId,
        start: start.toZonedDateTimeISO("Europe/London"),
        end: start.add({ hours: 1 }).toZonedDateTimeISO("Europe/London"),
        cancelled,
        people: [
          { name: "Hana", address: null },
          { name: "", address: greg },
        ],
      }),
    );
  const promise = fc.record({
    madeAt: ticks(1500),
    due: fc.integer({ min: 0, max: 60 }).map((days) => day("2026-05-18").add({ days })),
    quote: fc.constantFrom("By then.", "You will hear."),
    silenceIsNo: fc.boolean(),
  });
  const anyFacts = fc
    .record({
      state: fc.constantFrom(...candidacyStates),
      words: fc.array(word, { maxLength: 8 }),
      interviews: fc.uniqueArray(talk, { maxLength: 3, selector: (one) => one.id }),
      promises: fc.array(promise, { maxLength: 3 }),
      occasions: fc.uniqueArray(occasion, { maxLength: 2, selector: (one) => one.id }),
      wishes,
      elsewhere: fc.oneof(elsewhere, fc.constant(nothingElsewhere)),
      contacts: fc.subarray([
        contact("Greg Hill", greg),
        contact("Hana Ito", hana),
        contact("Ola Berg", "ola@abc.example", "bounced"),
      ]),
      steps: fc.array(
        fc.tuple(
          fc.constantFrom("sent" as const, "skipped" as const, "approved" as const),
          fc.integer({ min: 0, max: 400 }),
        ),
        { maxLength: 4 },
      ),
    })
    .map(({ state, steps, ...lists }) => {
      let facts = factsOf(lists, { state });
      for (const [status, hours] of steps) {
        const followUp = planAt(facts, at("2026-07-01 09:00")).followUps[0];
        if (followUp === undefined || facts.history.some(({ key }) => key === followUp.key)) continue;
        const sentAt = status === "sent" ? followUp.dueAt.add({ hours }) : null;
        facts = { ...facts, history: [...facts.history, record(followUp, status, { sentAt })] };
      }
      return facts;
    });

  test("is the same for the same facts in any order, and when it is made twice", () => {
    const shuffled = anyFacts.chain((facts) =>
      fc.record({
        facts: fc.constant(facts),
        words: fc.shuffledSubarray([...facts.words], { minLength: facts.words.length }),
        interviews: fc.shuffledSubarray([...facts.interviews], { minLength: facts.interviews.length }),
        promises: fc.shuffledSubarray([...facts.promises], { minLength: facts.promises.length }),
        contacts: fc.shuffledSubarray([...facts.contacts], { minLength: facts.contacts.length }),
        history: fc.shuffledSubarray([...facts.history], { minLength: facts.history.length }),
        occasions: fc.shuffledSubarray([...facts.occasions], { minLength: facts.occasions.length }),
        elsewhere: fc.constant({
          ...facts.elsewhere,
          offers: facts.elsewhere.offers.toReversed(),
          chases: facts.elsewhere.chases.toReversed(),
          keepInTouchAt: facts.elsewhere.keepInTouchAt.toReversed(),
        }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ticks(3000), ({ facts, ...lists }, now) => {
        const first = planAt(facts, now);
        expect(planAt({ ...facts, ...lists }, now)).toEqual(first);
        const stored = first.followUps.filter(({ key }) => !facts.history.some((one) => one.key === key));
        const again = planAt(
          { ...facts, history: [...facts.history, ...stored.map((one) => record(one, "planned"))] },
          now,
        );
        expect(again).toEqual(first);
      }),
      { numRuns: 300 },
    );
  });

  test("keeps to working hours, Mondays, humans and one chase at a time, and is awaited by what it says", () => {
    fc.assert(
      fc.property(anyFacts, ticks(3000), (facts, now) => {
        const { followUps, closesAt, because, nextAt } = planAt(facts, now);
        const chases = followUps.filter((followUp) => mannerOf[followUp.kind] === "chase");
        expect(chases.length + (closesAt === null ? 0 : 1)).toBeLessThanOrEqual(1);
        expect(new Set(followUps.map((followUp) => followUp.key)).size).toBe(followUps.length);
        expect(because).toMatch(/^[A-Z].*[^.]\.$/);
        expect(nextAt === null || Temporal.Instant.compare(nextAt, now) > 0).toBe(true);
        for (const followUp of followUps) {
          const due = followUp.dueAt.toZonedDateTimeISO("Europe/London");
          expect(due.dayOfWeek <= 5 && due.hour >= 9 && due.hour < 17).toBe(true);
          expect(mannerOf[followUp.kind] === "chase" && due.dayOfWeek === 1).toBe(false);
          expect([greg, hana, undefined]).toContain(followUp.to?.address);
          const status = facts.history.find(({ key }) => key === followUp.key)?.status;
          expect(status === "sent" || status === "skipped").toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("takes its waiting times from the preferences", () => {
    const facts = factsOf({ promises: [promised("2026-05-18 09:12", "2026-06-12")] });
    const slow = { ...defaultPreferences, afterPromise: 5 };
    expect(
      planAt(facts, at("2026-06-01 12:00"), london, slow).followUps.map(({ dueAt }) => wall(dueAt)),
    ).toEqual(["2026-06-19 09:00"]);
  });
});
