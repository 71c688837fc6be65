import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { leavesWithinCaps } from "../../src/domain/caps.ts";
import { withinDayCaps } from "../../src/domain/day-caps.ts";
import {
  type CandidacyFacts,
  type Elsewhere,
  nothingElsewhere,
  noWishes,
  type Word,
} from "../../src/domain/follow-up.ts";
import type { CandidacyId } from "../../src/domain/ids.ts";
import { defaultPreferences } from "../../src/domain/preferences.ts";
import {
  afterSending,
  at,
  byHand,
  contact,
  day,
  factsOf,
  greg,
  hana,
  interview,
  london,
  only,
  planAt,
  record,
  wall,
  wrote,
} from "./candidacy-facts.ts";

const minute = { minutes: 1 };

const offer = (came: string, deadline: string | null, change: Partial<Elsewhere["offers"][number]> = {}) => ({
  ...nothingElsewhere,
  offers: [
    {
      candidacyId: "c-9" as CandidacyId,
      employer: "XYZ",
      at: at(came),
      deadline: deadline === null ? null : day(deadline),
      isAccepted: false,
      ...change,
    },
  ],
});

describe("asking for a decision before another offer runs out (POLICY 1 decision_request)", () => {
  // Tuesday 19 May 2026: an offer elsewhere, to be answered by Friday 29 May.
  const pressed = factsOf({ elsewhere: offer("2026-05-19 15:00", "2026-05-29") });

  test("it stands in the next digest with the deadline, and takes the place of the check-in", () => {
    const request = only(pressed, at("2026-05-20 07:30"));
    expect(request).toMatchObject({ kind: "decision_request", to: { address: greg } });
    expect(wall(request.offerFrom)).toBe("2026-05-19 15:00");
    expect(request.reason).toBe("XYZ made an offer that you must answer by Friday 29 May.");
  });

  test("it ends with the deadline: the last minute of that day, not the first of the next", () => {
    const late = factsOf({ elsewhere: offer("2026-05-29 08:00", "2026-05-29") });
    expect(only(late, at("2026-05-29 16:59")).kind).toBe("decision_request");
    const kinds = (when: string) => planAt(pressed, at(when)).followUps.map(({ kind }) => kind);
    expect(kinds("2026-05-29 23:59")).toEqual(["decision_request"]);
    expect(kinds("2026-05-30 00:00")).toEqual(["check_in"]);
  });

  test("never on a Monday; not at all where it could leave only after the deadline", () => {
    const weekend = factsOf({ elsewhere: offer("2026-06-05 18:00", "2026-06-10") });
    expect(wall(only(weekend, at("2026-06-06 12:00")).dueAt)).toBe("2026-06-09 09:00");
    const tooShort = factsOf({ elsewhere: offer("2026-06-05 18:00", "2026-06-08") });
    expect(planAt(tooShort, at("2026-06-06 12:00")).followUps.map(({ kind }) => kind)).toEqual(["check_in"]);
  });

  test("exempt from the four working days of a contact, but not from one chase to a recipient a day", () => {
    const asked = afterSending(factsOf(), "2026-05-28 10:00");
    const facts = { ...asked, elsewhere: offer("2026-05-28 11:00", "2026-06-12") };
    expect(wall(only(facts, at("2026-05-28 12:00")).dueAt)).toBe("2026-05-29 09:00");
  });

  test("only one that awaits a decision is asked, and only where a deadline is known and the offer is open", () => {
    for (const state of ["applied", "interviewing", "offered", "keeping_in_touch"] as const) {
      const facts = { ...pressed, candidacy: { ...pressed.candidacy, state } };
      const kinds = planAt(facts, at("2026-05-20 07:30")).followUps.map(({ kind }) => kind);
      expect(kinds).not.toContain("decision_request");
    }
    for (const elsewhere of [
      offer("2026-05-19 15:00", null),
      offer("2026-05-19 15:00", "2026-05-29", { isAccepted: true }),
    ])
      expect(only(factsOf({ elsewhere }), at("2026-05-20 07:30")).kind).toBe("check_in");
  });

  test("once: sent, skipped or told by hand it does not come back, even with a later deadline", () => {
    const request = only(pressed, at("2026-05-20 07:30"));
    const later = offer("2026-05-19 15:00", "2026-06-12");
    for (const facts of [
      { ...pressed, elsewhere: later, history: [record(request, "skipped")] },
      { ...pressed, elsewhere: later, words: [...pressed.words, byHand("2026-05-19 15:00")] },
    ])
      expect(planAt(facts, at("2026-05-20 07:30")).followUps.map(({ kind }) => kind)).toEqual(["check_in"]);
  });

  test("unanswered, it becomes the last mail on the first working day after the deadline that is no Monday (POLICY 6.9)", () => {
    const facts = afterSending(pressed, "2026-05-20 10:00");
    const breakup = only(facts, at("2026-05-21 12:00"));
    expect(breakup).toMatchObject({ kind: "breakup", rule: "POLICY 6.9 breakup, after the deadline" });
    expect(wall(breakup.dueAt)).toBe("2026-06-02 09:00");
    const midweek = afterSending(
      factsOf({ elsewhere: offer("2026-05-19 15:00", "2026-06-03") }),
      "2026-05-20 10:00",
    );
    expect(wall(only(midweek, at("2026-05-21 12:00")).dueAt)).toBe("2026-06-04 09:00");
  });

  test("when the person lets the other offer go, or they answer, there is no last mail", () => {
    const facts = afterSending(pressed, "2026-05-20 10:00");
    expect(only({ ...facts, elsewhere: nothingElsewhere }, at("2026-06-02 12:00")).kind).toBe("check_in");
    const answered = { ...facts, words: [...facts.words, wrote("2026-05-22 10:00")] };
    expect(only(answered, at("2026-06-02 12:00")).kind).toBe("check_in");
  });
});

describe("a last mail because the person wants it (`break up 3`)", () => {
  const wanted = (when: string, change: Partial<CandidacyFacts> = {}) =>
    factsOf({ wishes: { ...noWishes, breakupAskedAt: at(when) }, ...change });

  test("it is due at once, in place of what was planned, and on no Monday", () => {
    expect(only(wanted("2026-05-19 12:00"), at("2026-05-19 12:00"))).toMatchObject({
      kind: "breakup",
      rule: "POLICY 1 breakup, asked for",
    });
    expect(wall(only(wanted("2026-06-07 12:00"), at("2026-06-07 12:00")).dueAt)).toBe("2026-06-09 09:00");
  });

  test("a word of theirs after that overrules it; one in the same minute before does not", () => {
    const factsWith = (when: string) =>
      wanted("2026-05-19 12:00", { words: [wrote("2026-05-18 09:12"), wrote(when)] });
    expect(only(factsWith("2026-05-19 12:01"), at("2026-05-20 12:00")).kind).toBe("check_in");
    expect(only(factsWith("2026-05-19 11:59"), at("2026-05-20 12:00")).kind).toBe("breakup");
  });

  test("when it has left, silence closes the candidacy ten working days later", () => {
    const facts = afterSending(wanted("2026-05-19 12:00"), "2026-05-20 10:00");
    const { closesAt } = planAt(facts, at("2026-05-21 12:00"));
    expect(closesAt && wall(closesAt.at)).toBe("2026-06-04 09:00");
  });
});

describe("whose turn it is (POLICY 3.9)", () => {
  const asked = (kind: Word["kind"], asks: string | null = "Could you send two references?"): Word => ({
    ...wrote("2026-05-18 09:12"),
    ...(kind !== undefined && { kind }),
    asks,
  });
  const kindsOf = (words: readonly Word[], change: Partial<CandidacyFacts> = {}) =>
    planAt(factsOf({ words, ...change }), at("2026-06-20 12:00")).followUps.map(({ kind }) => kind);

  test("nobody who asked something is chased; after the person's answer the silence counts", () => {
    expect(kindsOf([asked("info_request")])).toEqual([]);
    expect(kindsOf([asked("assessment", null)])).toEqual([]);
    expect(kindsOf([asked("info_request"), byHand("2026-06-10 10:00")])).toEqual(["check_in"]);
    const { because } = planAt(factsOf({ words: [asked("info_request")] }), at("2026-06-20 12:00"));
    expect(because).toBe("They are waiting for you: they asked something.");
  });

  test("a question in a mail of another kind holds nothing up, and their next word ends the waiting", () => {
    expect(kindsOf([asked("holding", "Do let us know if you have questions.")])).toEqual(["check_in"]);
    expect(kindsOf([asked("info_request"), { ...wrote("2026-06-01 10:00"), kind: "holding" }])).toEqual([
      "check_in",
    ]);
  });

  test("a talk after the question has answered it", () => {
    const interviews = [interview("2026-05-20 14:00", "2026-05-20 15:00")];
    expect(kindsOf([asked("info_request")], { interviews })).toEqual(["check_in"]);
  });
});

describe("a mere application (POLICY 6.4)", () => {
  const applied = factsOf({ words: [], contacts: [contact("Hana Ito", hana)] }, { state: "applied" });

  test("is asked about after ten working days where the person wants it, once, and not otherwise", () => {
    const preferences = { ...defaultPreferences, afterApplication: 10 };
    expect(planAt(applied, at("2026-07-20 12:00")).followUps).toEqual([]);
    const [first] = planAt(applied, at("2026-05-20 12:00"), london, preferences).followUps;
    expect(first && wall(first.dueAt)).toBe("2026-06-02 09:00");
    if (first === undefined) return;
    const sent = { ...applied, history: [record(first, "sent", { sentAt: at("2026-06-02 09:00") })] };
    expect(planAt(sent, at("2026-08-20 12:00"), london, preferences)).toMatchObject({
      followUps: [],
      closesAt: null,
    });
  });
});

describe("the caps over all candidacies (POLICY 3.6, 6.3)", () => {
  const chased = (when: string, to: string, change: Partial<Elsewhere["chases"][number]> = {}) => ({
    to,
    at: at(when),
    sameEmployer: false,
    hasLeft: true,
    ...change,
  });
  const dueWith = (chases: Elsewhere["chases"], candidacy = {}) =>
    wall(
      only(factsOf({ elsewhere: { ...nothingElsewhere, chases } }, candidacy), at("2026-05-20 12:00")).dueAt,
    );

  test("a chase to the same person elsewhere keeps four working days free; with an agency it counts for itself", () => {
    expect(dueWith([])).toBe("2026-05-28 09:00");
    expect(dueWith([chased("2026-05-26 10:00", greg)])).toBe("2026-06-02 09:00");
    expect(dueWith([chased("2026-05-26 10:00", hana)])).toBe("2026-05-28 09:00");
    expect(dueWith([chased("2026-05-22 10:00", greg)], { size: "agency" })).toBe("2026-05-26 09:00");
  });

  test("one chase to a recipient a day, with an agency too", () => {
    expect(dueWith([chased("2026-05-26 10:00", greg)], { size: "agency" })).toBe("2026-05-27 09:00");
  });

  test("two chases to an employer a week; the third waits until a week has passed", () => {
    const same = { sameEmployer: true };
    expect(dueWith([chased("2026-05-26 10:00", hana, same)])).toBe("2026-05-28 09:00");
    expect(dueWith([chased("2026-05-26 10:00", hana, same), chased("2026-05-27 10:00", hana, same)])).toBe(
      "2026-06-02 09:00",
    );
  });

  test("an approved chase leaves as soon as what has left makes room for it; what is only approved elsewhere holds nothing up", () => {
    const facts = (chases: Elsewhere["chases"]) => factsOf({ elsewhere: { ...nothingElsewhere, chases } });
    const followUp = only(facts([]), at("2026-05-20 12:00"));
    const leaves = (chases: Elsewhere["chases"]) =>
      wall(
        leavesWithinCaps(
          {
            facts: facts(chases),
            preferences: defaultPreferences,
            calendar: london,
            now: at("2026-05-28 10:00"),
          },
          followUp,
        ),
      );
    expect(leaves([])).toBe("2026-05-28 10:00");
    expect(leaves([chased("2026-05-28 09:30", greg)])).toBe("2026-06-03 09:00");
    expect(leaves([chased("2026-05-28 09:30", greg, { hasLeft: false })])).toBe("2026-05-28 10:00");
  });

  test("a digest holds no two chases to one recipient, no third to one employer and one mail to keep in touch", () => {
    const one = (kind: "check_in" | "keep_in_touch" | "thank_you", address: string, employer: string) => ({
      kind,
      to: { address },
      candidacy: { employer, employerDomain: null, size: "unknown" as const },
    });
    const offers = [
      one("check_in", "a@abc.example", "ABC"),
      one("check_in", "A@abc.example", "ABC"),
      one("check_in", "b@abc.example", "ABC"),
      one("check_in", "c@abc.example", "ABC"),
      one("thank_you", "a@abc.example", "ABC"),
      one("keep_in_touch", "d@def.example", "DEF"),
      one("keep_in_touch", "e@ghi.example", "GHI"),
    ];
    expect(withinDayCaps(offers, 2).map((offer) => offers.indexOf(offer))).toEqual([0, 2, 4, 5]);
  });
});

describe("keeping in touch (POLICY 1 keep_in_touch)", () => {
  const no: Word = { ...wrote("2026-03-02 10:00"), kind: "no_for_now" };
  const warm = factsOf({ words: [no] }, { state: "keeping_in_touch" });
  const news = (when: string, says = "They opened a second bakery.", vacancy: string | null = null) => ({
    id: `o-${when}`,
    at: at(when),
    says,
    by: "person" as const,
    vacancy,
  });
  const later = at("2026-04-01 12:00");

  test("eight weeks after their no a mail is due; Monday 27 April is none for it", () => {
    const touch = only(warm, later);
    expect(touch).toMatchObject({ kind: "keep_in_touch", ordinal: 1, needsOccasion: true });
    expect(wall(touch.dueAt)).toBe("2026-04-28 09:00");
    expect(wall(touch.offerFrom)).toBe("2026-04-28 00:00");
  });

  test("with an occasion it is a mail, without one a question; one from before the last mail is used up", () => {
    expect(only({ ...warm, occasions: [news("2026-04-10 10:00")] }, later)).toMatchObject({
      needsOccasion: false,
      reason: "An occasion to keep in touch: They opened a second bakery.",
    });
    const first = only({ ...warm, occasions: [news("2026-04-10 10:00")] }, later);
    const again = {
      ...warm,
      occasions: [news("2026-04-10 10:00")],
      history: [record(first, "sent", { sentAt: at("2026-04-28 10:00") })],
    };
    expect(only(again, at("2026-05-01 12:00"))).toMatchObject({ ordinal: 2, needsOccasion: true });
  });

  test("any human word restarts the eight weeks", () => {
    const facts = { ...warm, words: [no, byHand("2026-03-20 10:00")] };
    expect(wall(only(facts, later).dueAt)).toBe("2026-05-15 09:00");
  });

  test("a date that they named takes the place of the eight weeks and is an occasion", () => {
    const facts = {
      ...warm,
      promises: [
        { madeAt: no.at, due: day("2026-09-01"), quote: "Come back in September.", silenceIsNo: false },
      ],
    };
    expect(only(facts, later)).toMatchObject({
      needsOccasion: false,
      reason: expect.stringContaining("September"),
    });
    expect(wall(only(facts, later).dueAt)).toBe("2026-09-01 09:00");
  });

  test("no two land on a day", () => {
    const elsewhere = {
      ...nothingElsewhere,
      keepInTouchAt: [at("2026-04-28 09:00"), at("2026-04-29 09:00")],
    };
    expect(wall(only({ ...warm, elsewhere }, later).dueAt)).toBe("2026-04-30 09:00");
  });

  test("six times, then nothing more; nothing once the person has signed elsewhere", () => {
    const sent = (count: number) =>
      Array.from({ length: count }, (_, at_) => ({
        ...record(only(warm, later), "sent", { sentAt: at("2026-03-03 10:00") }),
        key: `keep-in-touch:${at_ + 1}:2026-03-02`,
      }));
    expect(planAt({ ...warm, history: sent(5) }, later).followUps).toHaveLength(1);
    expect(planAt({ ...warm, history: sent(6) }, later).followUps).toEqual([]);
    const signed = { candidacyId: "c-9" as CandidacyId, employer: "XYZ", at: at("2026-03-20 10:00") };
    expect(planAt({ ...warm, elsewhere: { ...nothingElsewhere, signed } }, later).followUps).toEqual([]);
  });

  test("skipped or never decided, it comes again after another eight weeks", () => {
    const touch = only(warm, later);
    const skipped = { ...warm, history: [record(touch, "skipped")] };
    expect(wall(only(skipped, at("2026-04-28 12:00")).dueAt)).toBe("2026-06-23 09:00");
    expect(wall(only(warm, touch.staleAt.subtract(minute)).dueAt)).toBe("2026-04-28 09:00");
    expect(wall(only(warm, touch.staleAt).dueAt)).toBe("2026-06-23 09:00");
  });

  test("it goes to whoever wrote most, not to whoever wrote last", () => {
    const words = [wrote("2026-02-01 10:00", hana), wrote("2026-02-10 10:00", hana), no];
    expect(only({ ...warm, words }, later).to?.address).toBe(hana);
  });

  test("a vacancy of theirs is worth a direct word in the next digest, once per vacancy", () => {
    const facts = { ...warm, occasions: [news("2026-04-01 10:00", "Baker wanted", "Head Baker")] };
    const line = only(facts, later);
    expect(line).toMatchObject({ kind: "direct_line", reason: "They are looking for someone: Head Baker." });
    expect(wall(line.dueAt)).toBe("2026-04-01 10:00");
    const sent = { ...facts, history: [record(line, "sent", { sentAt: at("2026-04-01 13:00") })] };
    expect(only(sent, later).kind).toBe("keep_in_touch");
  });
});

describe("a pause (POLICY 3.7, 6.12)", () => {
  const until = at("2026-06-08 00:00");
  const paused = (change: Partial<CandidacyFacts> = {}) => factsOf({ pausedUntil: until, ...change });

  test("nothing is offered before it ends; then the mail is due on the first day on which it may leave", () => {
    const chase = only(paused(), at("2026-06-01 12:00"));
    expect(wall(chase.offerFrom)).toBe("2026-06-08 00:00");
    expect(wall(chase.dueAt)).toBe("2026-06-09 09:00");
    expect(planAt(paused(), at("2026-06-01 12:00")).because).toBe(
      "Paused until Monday 8 June; nothing is proposed before.",
    );
    expect(planAt(paused(), at("2026-06-01 12:00")).nextAt).toEqual(until);
  });

  test("what goes stale meanwhile is dropped, and silence closes nothing before its end", () => {
    const interviews = [interview("2026-06-01 14:00", "2026-06-01 15:00")];
    const kinds = planAt(paused({ interviews }), at("2026-06-02 12:00")).followUps.map(({ kind }) => kind);
    expect(kinds).not.toContain("thank_you");
    const closing = paused({
      promises: [{ madeAt: at("2026-05-18 09:12"), due: day("2026-05-22"), quote: "…", silenceIsNo: true }],
    });
    expect(planAt(closing, at("2026-05-23 12:00")).closesAt?.at).toEqual(until);
  });

  test("from its last minute on everything is as without one", () => {
    expect(planAt(paused(), until)).toEqual(planAt(factsOf(), until));
    expect(planAt(paused(), until.subtract(minute))).not.toEqual(planAt(factsOf(), until.subtract(minute)));
  });
});

test("`every 10 days` takes the place of the waiting times, and the cap of a contact still holds", () => {
  const wishes = { ...noWishes, every: 3 };
  expect(wall(only(factsOf({ wishes }), at("2026-05-18 12:00")).dueAt)).toBe("2026-05-21 09:00");
  const sent = afterSending(factsOf({ wishes }), "2026-05-21 10:00");
  expect(wall(only(sent, at("2026-05-22 12:00")).dueAt)).toBe("2026-05-28 09:00");
});

test("every mail keeps to the hours that the person has set", () => {
  const calendar = {
    ...london,
    hours: { from: Temporal.PlainTime.from("08:30"), until: Temporal.PlainTime.from("12:00") },
  };
  expect(wall(only(factsOf(), at("2026-05-18 12:00"), calendar).dueAt)).toBe("2026-05-28 08:30");
});
