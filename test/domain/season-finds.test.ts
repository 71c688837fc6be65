import { expect, test } from "vitest";
import { leavesWithinCaps } from "../../src/domain/caps.ts";
import { nothingElsewhere, type Occasion, type Word } from "../../src/domain/follow-up.ts";
import type { CandidacyId } from "../../src/domain/ids.ts";
import { defaultPreferences } from "../../src/domain/preferences.ts";
import {
  afterSending,
  at,
  away,
  byHand,
  day,
  factsOf,
  interview,
  london,
  only,
  planAt,
  wall,
  wrote,
} from "./candidacy-facts.ts";

/** What whole simulated seasons have shown, as the smallest facts that show it. */

const held = interview("2026-05-18 14:00", "2026-05-18 15:00");
const offer = (deadline: string) => ({
  candidacyId: "c-2" as CandidacyId,
  employer: "XYZ",
  at: at("2026-05-20 10:00"),
  deadline: day(deadline),
  isAccepted: false,
});
const pressed = (deadline: string, words = factsOf().words) =>
  factsOf({ interviews: [held], words, elsewhere: { ...nothingElsewhere, offers: [offer(deadline)] } });

test("whoever is away is asked for a decision on the working day after their return, where that is before the deadline", () => {
  const gone = [...factsOf().words, away("2026-05-19 10:00", day("2026-05-27"))];
  const dueOf = (facts: ReturnType<typeof factsOf>) =>
    planAt(facts, at("2026-05-21 07:30")).followUps.find(({ kind }) => kind === "decision_request")?.dueAt;
  expect(wall(dueOf(pressed("2026-06-05")) ?? at("2000-01-01 00:00"))).toBe("2026-05-20 10:00");
  expect(wall(dueOf(pressed("2026-06-05", gone)) ?? at("2000-01-01 00:00"))).toBe("2026-05-28 09:00");
  expect(dueOf(pressed("2026-05-27", gone))).toBeUndefined();
});

test("an absence without an end that answers a decision request moves the last mail by seven working days", () => {
  const now = at("2026-05-22 07:30");
  const asked = afterSending({ ...pressed("2026-05-29"), interviews: [] }, "2026-05-21 09:00");
  expect(wall(only(asked, now).dueAt)).toBe("2026-06-02 09:00");
  const absent = { ...asked, words: [...asked.words, away("2026-05-21 09:01", "unknown")] };
  expect(wall(only(absent, now).dueAt)).toBe("2026-06-10 09:00");
});

test("whoever is away is kept in touch with, and told of interest in a vacancy, after their return", () => {
  const words = [
    { ...wrote("2026-05-18 09:12"), kind: "no_for_now" as const },
    away("2026-07-01 09:00", day("2026-08-05")),
  ];
  const kept = factsOf({ words }, { state: "keeping_in_touch" });
  const touch = (facts: typeof kept) =>
    planAt(facts, at("2026-07-02 07:30")).followUps.filter(({ kind }) => kind !== "graceful_no")[0]?.dueAt;
  expect(wall(touch({ ...kept, words: words.slice(0, 1) }) ?? at("2000-01-01 00:00"))).toBe(
    "2026-07-14 09:00",
  );
  expect(wall(touch(kept) ?? at("2000-01-01 00:00"))).toBe("2026-08-06 09:00");
  const vacancy: Occasion = {
    id: "o-1",
    at: at("2026-07-01 12:00"),
    says: "They look for a baker.",
    by: "mail",
    vacancy: "Baker",
  };
  expect(wall(touch({ ...kept, occasions: [vacancy] }) ?? at("2000-01-01 00:00"))).toBe("2026-08-06 09:00");
});

test("a mail that keeps in touch and was approved late waits for the next day where another has left that day", () => {
  const words = [{ ...wrote("2026-05-18 09:12"), kind: "no_for_now" as const }];
  const now = at("2026-07-15 10:00");
  const opensWith = (keepInTouchAt: ReturnType<typeof at>[]) => {
    const facts = factsOf(
      { words, elsewhere: { ...nothingElsewhere, keepInTouchAt } },
      { state: "keeping_in_touch" },
    );
    return wall(
      leavesWithinCaps(
        { facts, preferences: defaultPreferences, calendar: london, now },
        {
          kind: "keep_in_touch",
          dueAt: at("2026-07-14 09:00"),
          to: { name: "", address: "greg@abc.example" },
        },
      ),
    );
  };
  expect(opensWith([])).toBe("2026-07-15 10:00");
  expect(opensWith([at("2026-07-15 09:00")])).toBe("2026-07-16 09:00");
});

test("an employer who is kept in touch with and has asked something waits for the person, and is not written to", () => {
  const no = { ...wrote("2026-05-18 09:12"), kind: "no_for_now" as const };
  const question = {
    ...wrote("2026-05-25 10:00"),
    kind: "info_request" as const,
    asks: "Are you free in June?",
  };
  const planned = (words: Word[]) =>
    planAt(factsOf({ words }, { state: "keeping_in_touch" }), at("2026-06-10 07:30")).followUps.map(
      ({ kind }) => kind,
    );
  expect(planned([no, { ...question, asks: null }])).toEqual(["keep_in_touch"]);
  expect(planned([no, question])).toEqual([]);
  expect(planned([no, question, byHand("2026-05-26 10:00")])).toEqual(["keep_in_touch"]);
});

test("an employer who invites weeks after the person has signed elsewhere is told of it too", () => {
  const signed = { candidacyId: "c-2" as CandidacyId, employer: "XYZ", at: at("2026-05-18 12:00") };
  const facts = (invited: string) =>
    factsOf(
      { words: [wrote(invited)], elsewhere: { ...nothingElsewhere, signed } },
      { state: "interviewing" },
    );
  const withdrawals = (invited: string) =>
    planAt(facts(invited), at("2026-06-15 07:30")).followUps.filter(({ kind }) => kind === "withdraw").length;
  expect(withdrawals("2026-05-11 10:00")).toBe(0);
  expect(withdrawals("2026-06-12 10:00")).toBe(1);
});

test("the last mail counts from an unanswered decision request whose offer was let go: it is not missed meanwhile", () => {
  const quiet = factsOf({ interviews: [held] });
  const twice = afterSending(afterSending(quiet, "2026-05-28 09:00"), "2026-06-09 09:00");
  const offers = [{ ...offer("2026-07-10"), at: at("2026-06-16 10:00") }];
  const asked = afterSending({ ...twice, elsewhere: { ...nothingElsewhere, offers } }, "2026-06-17 09:00");
  const letGo = { ...asked, elsewhere: nothingElsewhere };
  const breakup = only(letGo, at("2026-07-06 07:30"));
  expect(breakup.kind).toBe("breakup");
  expect(wall(breakup.dueAt)).toBe("2026-06-25 09:00");
});

test("a mail by hand stands for no thank-you where the interview was called off: it keeps the last mail off for four working days", () => {
  const asked = afterSending({ ...pressed("2026-05-29"), interviews: [] }, "2026-05-21 09:00");
  const written = { ...asked, words: [...asked.words, byHand("2026-06-01 16:00")] };
  const off = interview("2026-06-01 14:00", "2026-06-01 15:00", { cancelled: true });
  const dueOf = (interviews: (typeof off)[]) =>
    wall(only({ ...written, interviews }, at("2026-06-02 07:30")).dueAt);
  expect(dueOf([])).toBe("2026-06-05 09:00");
  expect(dueOf([off])).toBe("2026-06-05 09:00");
});

test("what is overdue when an absence without an end is announced waits seven working days from the announcement", () => {
  const quiet = factsOf();
  const dueOf = (facts: typeof quiet) => wall(only(facts, at("2026-06-08 12:00")).dueAt);
  expect(dueOf(quiet)).toBe("2026-05-28 09:00");
  expect(dueOf({ ...quiet, words: [...quiet.words, away("2026-06-08 10:00", "unknown")] })).toBe(
    "2026-06-17 09:00",
  );
});
