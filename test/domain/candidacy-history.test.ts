import { expect, test } from "vitest";
import { type Moved, standingWithout } from "../../src/domain/candidacy-history.ts";
import { latestThread } from "../../src/domain/latest-thread.ts";

const moved = (from: Moved["from"], to: Moved["to"], event: string, more: Partial<Moved> = {}): Moved => ({
  from,
  to,
  event,
  reason: null,
  reasonBefore: null,
  message: null,
  ...more,
});
const invited = moved("applied", "interviewing", "invited", { message: "m1" });
const over = moved("interviewing", "awaiting_decision", "interviews_over");
const closed = moved("awaiting_decision", "closed", "rejected", { message: "m2", reason: "rejected" });

test("without the mail that closed it, it stands where it stood", () => {
  expect(standingWithout([invited, over, closed], new Set(["m2"]))).toEqual({
    state: "awaiting_decision",
    closeReason: null,
    stateBefore: null,
  });
});

test("without the mail that began it, what only followed from it is undone as well, and another mail's word stays", () => {
  expect(standingWithout([invited, over], new Set(["m1"]))?.state).toBe("applied");
  expect(standingWithout([invited, over, closed], new Set(["m1"]))).toEqual({
    state: "closed",
    closeReason: "rejected",
    stateBefore: "applied",
  });
});

test("the person's own move stays as it is", () => {
  const marked = moved("closed", "signed", "marked");
  expect(standingWithout([invited, closed, marked], new Set(["m2"]))?.state).toBe("signed");
});

test("a mail that moved nothing leaves nothing to take back", () => {
  expect(standingWithout([invited, over], new Set(["m9"]))).toBeNull();
});

test("a close that was there before the mail reopened it is there again with its reason", () => {
  const reopened = moved("closed", "interviewing", "invited", { message: "m3", reasonBefore: "rejected" });
  expect(standingWithout([invited, over, closed, reopened], new Set(["m3"]))).toEqual({
    state: "closed",
    closeReason: "rejected",
    stateBefore: "awaiting_decision",
  });
});

test("the latest thread is everything that is joined by answering, in either direction", () => {
  const mails = [
    { messageId: "a", thread: [] },
    { messageId: "x", thread: [] },
    { messageId: "b", thread: ["a"] },
    { messageId: null, thread: ["x"] },
    { messageId: "c", thread: ["missing", "b"] },
  ];
  expect(latestThread(mails).map(({ messageId }) => messageId)).toEqual(["a", "b", "c"]);
  expect(latestThread([])).toEqual([]);
});
