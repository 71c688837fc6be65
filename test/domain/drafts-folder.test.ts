import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { Draft } from "../../src/domain/draft.ts";
import { afterLook, type CopySeen, isPressing, orderFor } from "../../src/domain/drafts-folder.ts";
import type { CandidacyId, DraftId, FollowUpId } from "../../src/domain/ids.ts";
import { carriesMark, readsLike, type SentMail } from "../../src/domain/sent-copy.ts";

const at = (time: string): Temporal.Instant => Temporal.Instant.from(`2026-05-22T${time}:00Z`);
const absent: CopySeen = { type: "absent" };

describe("what is ordered for a copy", () => {
  test("one that the person has changed is only looked at, whatever became of its draft", () => {
    for (const standing of ["offered", "approved", "outdated", "over"] as const)
      expect(orderFor("edited", standing)).toBe("look");
  });
  test("any other is taken out once its draft is not merely offered any more", () => {
    for (const state of ["putting", "lies", "missing"] as const)
      for (const standing of ["approved", "outdated", "over"] as const)
        expect(orderFor(state, standing)).toBe("take_out");
  });
  test("waits for the next look only where it lies there as it should, or the person has a hand on it", () => {
    expect([isPressing("lies", "offered"), isPressing("edited", "outdated")]).toEqual([false, false]);
    expect([isPressing("putting", "offered"), isPressing("missing", "offered")]).toEqual([true, true]);
    expect([isPressing("lies", "approved"), isPressing("edited", "over")]).toEqual([true, true]);
  });
});

describe("a copy that the person has changed", () => {
  const edited = { state: "edited", goneSince: null } as const;
  const stands = (standing: Parameters<typeof afterLook>[2]) =>
    afterLook(edited, { type: "edited" }, standing, { now: at("09:00"), readUntil: null }).state;
  test("is let go only when its mail was sent, was left out or is not due any more", () => {
    expect([stands("offered"), stands("approved"), stands("outdated")]).toEqual([
      "edited",
      "edited",
      "edited",
    ]);
    expect(stands("over")).toBe("let_go");
  });
});

describe("a copy that is not in Drafts", () => {
  const missing = { state: "missing", goneSince: at("08:00") } as const;
  const stands = (now: string, readUntil: string | null, standing: Parameters<typeof afterLook>[2]) =>
    afterLook(missing, absent, standing, {
      now: at(now),
      readUntil: readUntil === null ? null : at(readUntil),
    }).state;

  test("is missing at the first look, never deleted at once", () => {
    const lies = { state: "lies", goneSince: null } as const;
    expect(afterLook(lies, absent, "offered", { now: at("09:00"), readUntil: at("09:00") })).toEqual({
      state: "missing",
      goneSince: at("09:00"),
    });
  });
  test("counts as deleted ten minutes later, where Sent was read ten minutes later too", () => {
    expect(stands("08:09", "08:09", "offered")).toBe("missing");
    expect(stands("08:10", "08:10", "offered")).toBe("deleted");
    expect(stands("09:00", "08:09", "offered")).toBe("missing");
    expect(stands("09:00", null, "offered")).toBe("missing");
  });
  test("never counts as deleted where its mail was approved: the two contradict each other", () => {
    expect(stands("20:00", "20:00", "approved")).toBe("missing");
  });
  test("is out of the way ten minutes later where its version is outdated: its mail is due in another one", () => {
    expect(stands("08:09", "08:09", "outdated")).toBe("missing");
    expect(stands("08:10", "08:10", "outdated")).toBe("removed");
  });
  test("is nothing to wonder about where it is not wanted any more, or never was seen there", () => {
    expect(stands("08:01", "08:01", "over")).toBe("removed");
    const putting = { state: "putting", goneSince: null } as const;
    expect(afterLook(putting, absent, "approved", { now: at("09:00"), readUntil: null }).state).toBe(
      "removed",
    );
  });
  test("lies there again where it comes back in time", () => {
    const place = { folder: "Drafts", uidValidity: 7n, uid: 3 };
    const seen = afterLook(missing, { type: "lies", place }, "offered", {
      now: at("08:05"),
      readUntil: null,
    });
    expect(seen).toEqual({ state: "lies", goneSince: null, place });
  });
});

describe("a mail in Sent", () => {
  const draft: Draft = {
    id: "6a1b9c6e-0000-4000-8000-000000000001" as DraftId,
    followUpId: "6a1b9c6e-0000-4000-8000-000000000002" as FollowUpId,
    candidacyId: "6a1b9c6e-0000-4000-8000-000000000003" as CandidacyId,
    version: 1,
    hash: "0a1b".repeat(16),
    to: { name: "Greta Vance", address: "greta@linden.example" },
    subject: "Re: Interview",
    text: "Dear Greta,\n\nThank you for the time you took for me on Thursday. I would be glad to go further.\n\nKind regards,\nAna",
    inReplyTo: "invite@linden.example",
    references: ["invite@linden.example"],
    wordCount: 3,
    by: "template",
    basis: "",
    wish: null,
  };
  const copy = { messageId: "copy@reyes.example", draft };
  const mail = (parts: Partial<SentMail>): SentMail => ({
    messageId: "new@reyes.example",
    inReplyTo: ["invite@linden.example"],
    references: [],
    to: [draft.to],
    cc: [],
    subject: draft.subject,
    headers: {},
    words: draft.text,
    ...parts,
  });

  test("is the draft by its Message-ID or its mark, whatever its words, and only to the same recipient", () => {
    const marked = { "x-afterword-draft": `${draft.id} ${draft.hash}` };
    expect(carriesMark(copy, mail({ messageId: "copy@reyes.example", words: "Hello" }))).toBe(true);
    expect(carriesMark(copy, mail({ headers: marked, words: "Hello" }))).toBe(true);
    expect(carriesMark(copy, mail({ headers: { "x-afterword-draft": `${draft.id} other` } }))).toBe(false);
    const to = [{ name: "", address: "someone@linden.example" }];
    expect(carriesMark(copy, mail({ headers: marked, to }))).toBe(false);
    expect(readsLike(copy, mail({ to }))).toBe(false);
  });
  test("is the draft without a mark where it stands in its thread and most of its words are the draft's", () => {
    expect(readsLike(copy, mail({}))).toBe(true);
    expect(readsLike(copy, mail({ words: draft.text.replace("Kind regards", "Best wishes") }))).toBe(true);
    expect(
      readsLike(copy, mail({ words: "Dear Greta,\n\nMay I ask about the salary?\n\nKind regards,\nAna" })),
    ).toBe(false);
    expect(readsLike(copy, mail({ inReplyTo: ["other@linden.example"] }))).toBe(false);
  });
  test("begins no thread and is known by its subject then", () => {
    const first = { ...copy, draft: { ...draft, inReplyTo: null } };
    expect(readsLike(first, mail({ inReplyTo: [] }))).toBe(true);
    expect(readsLike(first, mail({ inReplyTo: [], subject: "Something else" }))).toBe(false);
  });
});
