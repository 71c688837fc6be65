import { describe, expect, test } from "vitest";
import {
  type CandidacyEventType,
  type CandidacyState,
  candidacyStates,
  isLateStage,
  move,
} from "../../src/domain/candidacy.ts";

/** A list that misses an event does not compile. */
const every: Record<CandidacyEventType, true> = {
  invited: true,
  interviews_over: true,
  rejected: true,
  not_now: true,
  offered: true,
  offer_withdrawn: true,
  accepted: true,
  signed: true,
  no_reply: true,
  withdrawn: true,
  closed_by_person: true,
  employer_wrote: true,
};
const events = Object.keys(every) as CandidacyEventType[];
const live = candidacyStates.filter((state) => state !== "closed" && state !== "signed");
const from = (state: CandidacyState, event: CandidacyEventType, stateBefore: CandidacyState | null = null) =>
  move({ state, stateBefore }, event);

describe("the moves of a candidacy", () => {
  test("every state that is alive can be closed by the person, and by withdrawing", () => {
    for (const state of live) {
      expect(from(state, "closed_by_person")).toBe("closed");
      expect(from(state, "withdrawn")).toBe("closed");
    }
  });

  test("a rejection closes from wherever somebody still decides; in keeping in touch it changes nothing", () => {
    for (const state of live)
      expect(from(state, "rejected")).toBe(state === "keeping_in_touch" ? "keeping_in_touch" : "closed");
  });

  test("silence closes only what waited for the employer after an interview", () => {
    expect(candidacyStates.filter((state) => from(state, "no_reply") !== null)).toEqual([
      "interviewing",
      "awaiting_decision",
    ]);
  });

  test("only the end of its interviews leads a candidacy from interviewing to awaiting a decision", () => {
    const ways = candidacyStates.flatMap((state) =>
      events.flatMap((event) =>
        from(state, event) === "awaiting_decision" && state !== "closed" ? [[state, event]] : [],
      ),
    );
    expect(ways).toEqual([["interviewing", "interviews_over"]]);
  });

  test("an accepted offer is needed before a signature, an offer before an acceptance", () => {
    expect(candidacyStates.filter((state) => from(state, "signed") !== null)).toEqual(["accepted"]);
    expect(candidacyStates.filter((state) => from(state, "accepted") !== null)).toEqual(["offered"]);
  });

  test("what is signed ends by nothing but the withdrawal of the offer", () => {
    expect(events.filter((event) => from("signed", event) !== null)).toEqual(["offer_withdrawn"]);
  });

  test("a word after the close reopens: an invitation to interviewing, an offer to offered, anything else where it stood", () => {
    for (const stood of live) {
      expect(from("closed", "invited", stood)).toBe("interviewing");
      expect(from("closed", "offered", stood)).toBe("offered");
      expect(from("closed", "employer_wrote", stood)).toBe(stood);
    }
    expect(from("closed", "employer_wrote")).toBe("awaiting_decision");
  });

  test("a closed candidacy is not closed again, and no mail opens one that is alive", () => {
    for (const event of ["rejected", "no_reply", "withdrawn", "closed_by_person"] as const)
      expect(from("closed", event)).toBe(null);
    for (const state of live) expect(from(state, "employer_wrote")).toBe(null);
  });

  test("an invitation never takes an offer away", () => {
    expect(from("offered", "invited")).toBe("offered");
    expect(from("accepted", "invited")).toBe(null);
  });

  test("no event leads to a state that has no name, and every state but the first is reached", () => {
    const reached = new Set(
      candidacyStates.flatMap((state) => events.map((event) => from(state, event, "applied"))),
    );
    for (const state of candidacyStates) expect(reached.has(state)).toBe(true);
    for (const state of reached) expect(state === null || candidacyStates.includes(state)).toBe(true);
  });
});

test("a late stage is the second interview or later, or a first one that was called final", () => {
  expect(isLateStage(0, true)).toBe(false);
  expect(isLateStage(1, false)).toBe(false);
  expect(isLateStage(1, true)).toBe(true);
  expect(isLateStage(2, false)).toBe(true);
});
