import { describe, expect, test } from "vitest";
import { nothingElsewhere, noWishes, type Word } from "../../src/domain/follow-up.ts";
import type { CandidacyId } from "../../src/domain/ids.ts";
import {
  at,
  byHand,
  contact,
  factsOf,
  greg,
  hana,
  interview,
  only,
  planAt,
  record,
  wall,
  wrote,
} from "./candidacy-facts.ts";

const minute = { minutes: 1 };

const invited = (when: string, change: Partial<Word> = {}): Word => ({
  ...wrote(when),
  kind: "interview_invitation",
  ...change,
});
const refused = (when: string, kind: Word["kind"] = "rejection", from = greg): Word => ({
  ...wrote(when, from),
  kind,
});

describe("the question how many stages there are (POLICY 1 stage_question)", () => {
  const invitation = factsOf(
    { words: [invited("2026-05-18 09:12")], interviews: [interview("2026-05-21 14:00", "2026-05-21 15:00")] },
    { state: "interviewing" },
  );

  test("stands in the next digest after the first invitation and goes to whoever invited", () => {
    const question = only(invitation, at("2026-05-18 12:00"));
    expect(question).toMatchObject({ kind: "stage_question", to: { address: greg } });
    expect(wall(question.offerFrom)).toBe("2026-05-18 09:12");
    expect(wall(question.dueAt)).toBe("2026-05-18 09:12");
  });

  test("is asked before the interview: the minute before it begins, not from then on", () => {
    const begins = at("2026-05-21 14:00");
    expect(planAt(invitation, begins.subtract(minute)).followUps).toHaveLength(1);
    expect(planAt(invitation, begins).followUps).toEqual([]);
  });

  test("is stale after the third working day behind the mail, where no interview stands", () => {
    const open = { ...invitation, interviews: [] };
    expect(planAt(open, at("2026-05-21 23:59")).followUps).toHaveLength(1);
    expect(planAt(open, at("2026-05-22 00:00")).followUps).toEqual([]);
  });

  test("is not asked when a mail or a note tells the stages already", () => {
    const told = { ...invitation, words: [invited("2026-05-18 09:12", { tellsStages: true })] };
    expect(planAt(told, at("2026-05-18 12:00")).followUps).toEqual([]);
    const noted = { ...invitation, wishes: { ...noWishes, stagesTold: true } };
    expect(planAt(noted, at("2026-05-18 12:00")).followUps).toEqual([]);
  });

  test("any answer by hand to the invitation satisfies it, an earlier mail does not", () => {
    const factsWith = (when: string) => ({ ...invitation, words: [...invitation.words, byHand(when, hana)] });
    expect(planAt(factsWith("2026-05-18 09:12"), at("2026-05-18 12:00")).followUps).toEqual([]);
    expect(planAt(factsWith("2026-05-18 09:11"), at("2026-05-18 12:00")).followUps).toHaveLength(1);
  });

  test("once per candidacy, ever: neither sent nor skipped does it come back with a second invitation", () => {
    const question = only(invitation, at("2026-05-18 12:00"));
    for (const status of ["sent", "skipped"] as const) {
      const facts = {
        ...invitation,
        words: [...invitation.words, invited("2026-05-20 10:00")],
        history: [record(question, status, { sentAt: at("2026-05-19 10:00") })],
      };
      expect(planAt(facts, at("2026-05-20 12:00")).followUps).toEqual([]);
    }
  });

  test("an invitation from a machine is answered to a human of the thread, and with none there is no one to write to", () => {
    const machine = invited("2026-05-18 09:12", { addresses: ["no-reply@hire.example"] });
    const facts = { ...invitation, words: [machine], interviews: [], contacts: [contact("Hana Ito", hana)] };
    expect(only(facts, at("2026-05-18 12:00")).to?.address).toBe(hana);
    expect(only({ ...facts, contacts: [] }, at("2026-05-18 12:00")).to).toBeNull();
  });
});

describe("the answer to a no (POLICY 1 graceful_no)", () => {
  const held = interview("2026-05-14 14:00", "2026-05-14 15:00");
  const rejected = factsOf(
    {
      words: [wrote("2026-05-11 09:00"), refused("2026-05-18 16:30", "rejection", hana)],
      interviews: [held],
    },
    { state: "closed", closeReason: "rejected" },
  );

  test("after an interview it is offered at once and goes to whoever wrote the no", () => {
    const answer = only(rejected, at("2026-05-19 07:30"));
    expect(answer).toMatchObject({ kind: "graceful_no", to: { address: hana } });
    expect(wall(answer.offerFrom)).toBe("2026-05-18 16:30");
  });

  test("a no before the end of the first interview is not answered, one the minute after is", () => {
    const factsWith = (when: string) => ({ ...rejected, words: [refused(when)] });
    expect(planAt(factsWith("2026-05-14 14:59"), at("2026-05-14 16:00")).followUps).toEqual([]);
    expect(planAt(factsWith("2026-05-14 15:00"), at("2026-05-14 16:00")).followUps).toHaveLength(1);
  });

  test("a not-now is answered without an interview as well, and again after a later stage", () => {
    const facts = factsOf(
      { words: [refused("2026-05-18 10:00", "no_for_now")] },
      { state: "keeping_in_touch" },
    );
    expect(planAt(facts, at("2026-05-18 12:00")).followUps.map(({ kind }) => kind)).toContain("graceful_no");
  });

  test("it is stale after the third working day behind the mail", () => {
    expect(planAt(rejected, at("2026-05-21 23:59")).followUps).toHaveLength(1);
    expect(planAt(rejected, at("2026-05-22 00:00")).followUps).toEqual([]);
  });

  test("once: the person's own answer, a sent one and a skipped one each end it", () => {
    const answer = only(rejected, at("2026-05-19 07:30"));
    const byThemselves = { ...rejected, words: [...rejected.words, byHand("2026-05-18 17:00", hana)] };
    expect(planAt(byThemselves, at("2026-05-19 07:30")).followUps).toEqual([]);
    for (const status of ["sent", "skipped"] as const)
      expect(
        planAt({ ...rejected, history: [record(answer, status)] }, at("2026-05-19 07:30")).followUps,
      ).toEqual([]);
  });

  test("nothing is answered where the person withdrew, or silence closed it", () => {
    for (const closeReason of ["withdrawn", "no_reply"] as const) {
      const facts = { ...rejected, candidacy: { ...rejected.candidacy, closeReason } };
      expect(planAt(facts, at("2026-05-19 07:30")).followUps).toEqual([]);
    }
  });
});

describe("the withdrawal after signing elsewhere (POLICY 1 withdraw)", () => {
  const signed = { candidacyId: "c-9" as CandidacyId, employer: "XYZ", at: at("2026-05-20 10:00") };
  const elsewhere = { ...nothingElsewhere, signed };
  const waiting = factsOf({ elsewhere, promises: [] });

  test.each(["applied", "interviewing", "awaiting_decision", "offered", "accepted"] as const)(
    "one that is %s gets a withdrawal in the next digest and nothing else",
    (state) => {
      const facts = {
        ...waiting,
        candidacy: { ...waiting.candidacy, state },
        interviews: [interview("2026-05-19 14:00", "2026-05-19 15:00")],
      };
      const { followUps } = planAt(facts, at("2026-05-20 12:00"));
      expect(followUps.map(({ kind, to }) => [kind, to?.address])).toEqual([["withdraw", greg]]);
    },
  );

  test("nothing is withdrawn from what is over or only kept in touch with, and nothing from where nobody ever wrote", () => {
    for (const state of ["signed", "closed", "keeping_in_touch"] as const)
      expect(
        planAt({ ...waiting, candidacy: { ...waiting.candidacy, state } }, at("2026-05-20 12:00")).followUps,
      ).toEqual([]);
    const silent = factsOf({ elsewhere, words: [], contacts: [] }, { state: "applied" });
    expect(planAt(silent, at("2026-05-20 12:00")).followUps).toEqual([]);
  });

  test("what the person wrote to them after signing has told them, what they wrote before has not", () => {
    const factsWith = (when: string) => ({ ...waiting, words: [...waiting.words, byHand(when)] });
    expect(planAt(factsWith("2026-05-20 10:00"), at("2026-05-20 12:00")).followUps).toEqual([]);
    expect(planAt(factsWith("2026-05-20 09:59"), at("2026-05-20 12:00")).followUps).toHaveLength(1);
  });

  test("when the signature falls through, everything is as it was before", () => {
    const before = planAt(factsOf(), at("2026-05-20 12:00"));
    expect(planAt({ ...waiting, elsewhere: nothingElsewhere }, at("2026-05-20 12:00"))).toEqual(before);
  });
});

test("`no more` leaves nothing to propose and says so", () => {
  const facts = factsOf({
    wishes: { ...noWishes, noMore: true },
    interviews: [interview("2026-05-19 14:00", "2026-05-19 15:00")],
  });
  const quiet = planAt(facts, at("2026-06-20 12:00"));
  expect(quiet).toMatchObject({ followUps: [], closesAt: null });
  expect(quiet.because).toBe("You want no more mails here; waiting for their decision.");
});
