import { describe, expect, test } from "vitest";
import {
  backOff,
  moveOutbox,
  type OutboxEventType,
  type OutboxState,
  outboxStates,
  statesThatAllow,
} from "../../src/domain/outbox.ts";

/** A list that misses an event does not compile. */
const every: Record<OutboxEventType, true> = {
  claim: true,
  cancel: true,
  transmit: true,
  expire: true,
  release: true,
  hold: true,
  accepted: true,
  rejected: true,
  deferred: true,
  lost: true,
  found: true,
  arrived: true,
  notFound: true,
  sendAgain: true,
  wasSent: true,
};
const events = Object.keys(every) as OutboxEventType[];

const moves = outboxStates.flatMap((from) =>
  events.flatMap((event) => {
    const to = moveOutbox(from, event);
    return to === null ? [] : [{ from, event, to }];
  }),
);
const movesWhere = (wanted: { from?: OutboxState; to?: OutboxState }) =>
  moves
    .filter(({ from, to }) => (wanted.from ?? from) === from && (wanted.to ?? to) === to)
    .map(({ from, event }) => `${from} ${event}`);

describe("the moves of an approved mail", () => {
  test.each(["sent", "cancelled", "held"] as const)("nothing leads out of %s", (state) => {
    expect(movesWhere({ from: state })).toEqual([]);
  });

  test("what is being transmitted goes back to the queue only when the server refused it for now with a number", () => {
    expect(movesWhere({ from: "transmitting", to: "queued" })).toEqual(["transmitting deferred"]);
  });

  test("what waits is sent without leaving only where a report says that an earlier attempt arrived", () => {
    expect(movesWhere({ from: "queued", to: "sent" })).toEqual(["queued arrived"]);
    expect(movesWhere({ from: "claimed", to: "sent" })).toEqual(["claimed arrived"]);
  });

  test("a crash while transmitting is unsure, a crash before that is queued again", () => {
    expect(moveOutbox("transmitting", "expire")).toBe("unknown");
    expect(moveOutbox("transmitting", "lost")).toBe("unknown");
    expect(moveOutbox("claimed", "expire")).toBe("queued");
  });

  test("what is unsure is never sent again by itself: only the person's answer queues it", () => {
    expect(movesWhere({ from: "unknown" })).toEqual(["unknown found", "unknown notFound"]);
    expect(movesWhere({ from: "asked", to: "queued" })).toEqual(["asked sendAgain"]);
  });

  test("bytes leave from one state only, and that state is entered from claimed only", () => {
    expect(movesWhere({ to: "transmitting" })).toEqual(["claimed transmit"]);
    expect(moves.filter(({ event }) => event === "accepted")).toEqual([
      { from: "transmitting", event: "accepted", to: "sent" },
    ]);
  });

  test("cancelling and holding work until the first byte and not after", () => {
    expect(statesThatAllow("cancel")).toEqual(["queued", "claimed"]);
    expect(statesThatAllow("hold")).toEqual(["queued", "claimed"]);
  });

  test("the states that allow an event are exactly those from which it leads somewhere", () => {
    for (const event of events)
      expect(statesThatAllow(event)).toEqual(
        outboxStates.filter((state) => moveOutbox(state, event) !== null),
      );
  });

  test("every state but the first is reached by some move", () => {
    for (const state of outboxStates)
      if (state !== "queued") expect(movesWhere({ to: state })).not.toEqual([]);
  });
});

test("the wait doubles from one minute and stays at one hour", () => {
  expect([1, 2, 3, 6, 7, 50].map((n) => backOff(n) / 60_000)).toEqual([1, 2, 4, 32, 60, 60]);
});
