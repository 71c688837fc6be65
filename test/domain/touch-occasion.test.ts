import { expect, test } from "vitest";
import type { CandidacyFacts, Occasion } from "../../src/domain/follow-up.ts";
import { defaultPreferences } from "../../src/domain/preferences.ts";
import { touchOccasion } from "../../src/domain/touch-occasion.ts";
import { at, day, factsOf, london, only, wrote } from "./candidacy-facts.ts";

const occasion = (when: string, says: string, change: Partial<Occasion> = {}): Occasion => ({
  id: `${when} ${says}`,
  at: at(when),
  says,
  by: "person",
  vacancy: null,
  ...change,
});
const kept = (change: Partial<CandidacyFacts>) =>
  factsOf(
    { words: [{ ...wrote("2026-05-20 10:00"), kind: "no_for_now" }], ...change },
    { state: "keeping_in_touch" },
  );
const told = (change: Partial<CandidacyFacts>, now = at("2026-09-01 09:00")) =>
  touchOccasion({ facts: kept(change), preferences: defaultPreferences, calendar: london, now });

const passed = occasion("2026-07-01 10:00", "I passed the exam");
const office = occasion("2026-07-10 10:00", "Our new office is open.", { by: "mail" });

test("the newest occasion counts; theirs is quoted with its day, the person's is their own sentence", () => {
  expect(told({ occasions: [office, passed] })).toMatchObject({
    by: "mail",
    quote: "Our new office is open.",
    at: office.at,
  });
  expect(told({ occasions: [passed] })).toMatchObject({
    by: "person",
    own: { type: "sentence", words: "I passed the exam." },
  });
});

test("one that cannot stand in a mail is none, and an elder one that can takes its place", () => {
  const link = occasion("2026-08-01 10:00", "see https://abc.example/news");
  expect(told({ occasions: [passed, link] })).toMatchObject({ says: "I passed the exam" });
  expect(told({ occasions: [link] })).toBeNull();
  expect(only(kept({ occasions: [link] }), at("2026-07-15 09:00")).needsOccasion).toBe(true);
  expect(only(kept({ occasions: [passed] }), at("2026-07-15 09:00")).needsOccasion).toBe(false);
});

test("a vacancy is no news, and what was written about once is not written about again", () => {
  const sentAt = at("2026-07-20 10:00");
  const sent = {
    key: "k",
    kind: "keep_in_touch",
    status: "sent",
    to: null,
    sentAt,
    notBefore: null,
  } as const;
  expect(told({ occasions: [passed], history: [sent] })).toBeNull();
  expect(
    told({ occasions: [passed, occasion("2026-08-01 10:00", "I moved to Leeds")], history: [sent] }),
  ).toMatchObject({ says: "I moved to Leeds" });
  expect(told({ occasions: [{ ...office, vacancy: "Analyst" }] })).toBeNull();
});

test("with nothing else their own words about a later time are the occasion, while nobody wrote since", () => {
  const promises = [
    {
      madeAt: at("2026-05-20 10:00"),
      due: day("2026-09-01"),
      quote: "Do come back in September.",
      silenceIsNo: false,
    },
  ];
  expect(told({ promises })).toMatchObject({
    by: "mail",
    quote: "Do come back in September.",
    at: at("2026-05-20 10:00"),
  });
  const sentAt = at("2026-08-20 10:00");
  const history = [
    { key: "k", kind: "keep_in_touch", status: "sent", to: null, sentAt, notBefore: null } as const,
  ];
  expect(told({ promises, history })).toBeNull();
});
