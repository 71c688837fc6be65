import { describe, expect, test } from "vitest";
import { type OutboxMove, replayMoves } from "../../src/domain/outbox-replay.ts";

const at = (event: OutboxMove["event"], from: OutboxMove["from"], to: OutboxMove["to"], more = {}) => ({
  event,
  from,
  to,
  attempt: "one",
  attempts: 1,
  reply: null,
  ...more,
});
const log = (...moves: readonly Omit<OutboxMove, "n">[]): OutboxMove[] =>
  moves.map((move, before) => ({ n: before + 1, ...move }));

const made = at("made", null, "queued", { attempt: null, attempts: 0 });
const claim = at("claim", "queued", "claimed");
const transmit = at("transmit", "claimed", "transmitting");
const again = { attempt: "two", attempts: 2 };
const whole = log(
  made,
  claim,
  transmit,
  at("deferred", "transmitting", "queued", { reply: "451 later" }),
  at("claim", "queued", "claimed", again),
  at("transmit", "claimed", "transmitting", again),
  at("expire", "transmitting", "unknown", again),
);

describe("the log of moves alone", () => {
  test("gives the state, the attempts and the last reply", () => {
    expect(replayMoves(whole)).toEqual({
      ok: true,
      value: { state: "unknown", attempt: "two", attempts: 2, reply: "451 later" },
    });
  });

  test("begins with how a mail stood that is older than the log", () => {
    const old = at("carried_over", null, "asked", { attempts: 3, reply: "read ECONNRESET" });
    const settled = at("wasSent", "asked", "sent", { attempts: 3 });
    expect(replayMoves(log(old, settled))).toMatchObject({
      value: { state: "sent", attempts: 3, reply: "read ECONNRESET" },
    });
  });
});

describe("a log is refused at the line where", () => {
  test.each([
    ["nothing stands in it", [], 1, /no move at all/],
    ["one is missing in the middle", whole.filter(({ n }) => n !== 3), 3, /Move 3 is missing/],
    ["the first is missing", whole.slice(1), 1, /Move 1 is missing/],
    ["one stands there twice", [...whole.slice(0, 2), ...whole.slice(1)], 3, /Move 3 is missing/],
    ["nothing was made first", log(claim), 1, /cannot be the first/],
    ["it is made twice", log(made, made), 2, /only be the first/],
    ["the mail was in another state", log(made, transmit), 2, /begins at claimed, but the mail was queued/],
    ["the table has no such move", log(made, at("accepted", "queued", "sent")), 2, /does not lead/],
    [
      "the table leads elsewhere",
      log(made, claim, transmit, at("lost", "transmitting", "queued")),
      4,
      /does not lead from transmitting to queued/,
    ],
    ["an attempt was not counted", log(made, { ...claim, attempts: 2 }), 2, /attempt 2 follows attempt 0/],
    [
      "a claim goes on with the attempt before",
      log(made, claim, at("release", "claimed", "queued"), { ...claim, attempts: 2 }),
      4,
      /begins no attempt of its own/,
    ],
    [
      "another attempt passes the gate than has claimed it",
      log(made, claim, { ...transmit, attempt: "two" }),
      3,
      /another attempt/,
    ],
  ])("%s", (_name, moves, n, says) => {
    expect(replayMoves(moves)).toMatchObject({
      ok: false,
      error: { n, says: expect.stringMatching(says) },
    });
  });
});
