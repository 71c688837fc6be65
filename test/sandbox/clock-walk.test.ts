import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { walkTo } from "../../src/sandbox/clock-walk.ts";

const at = (time: string) => Temporal.Instant.from(`2026-05-18T${time}:00Z`);
const shown = (moves: readonly Temporal.Instant[]) => moves.map((move) => move.toString().slice(11, 16));

/** A clock with things that fall due; what stands in `stuck` stays due for ever. */
function clockWith(dues: readonly string[], { stuck = false, stopAt = "" } = {}) {
  let now = at("09:00");
  const moves: Temporal.Instant[] = [];
  const answer = () => {
    const open = dues.map(at).filter((due) => stuck || Temporal.Instant.compare(due, now) > 0);
    return { now, next_due: open[0] ?? null };
  };
  return {
    moves,
    walk: {
      clock: async () => answer(),
      move: async (to: Temporal.Instant) => {
        moves.push(to);
        now = to;
        return answer();
      },
      alsoAt: () => null as Temporal.Instant | null,
      stop: () => stopAt !== "" && Temporal.Instant.compare(now, at(stopAt)) >= 0,
    },
  };
}

test("time passes through everything that falls due, and ends at the target", async () => {
  const { walk, moves } = clockWith(["09:30", "10:15", "12:00"]);
  await walkTo(at("11:00"), walk);
  expect(shown(moves)).toEqual(["09:30", "10:15", "11:00"]);
});

test("an instant of the story's own is not jumped over", async () => {
  const { walk, moves } = clockWith(["09:30"]);
  await walkTo(at("11:00"), { ...walk, alsoAt: () => at("10:00") });
  expect(shown(moves)).toEqual(["09:30", "10:00", "11:00"]);
});

test("something that stays due gets turns further and further apart and does not hold the clock", async () => {
  const { walk, moves } = clockWith(["08:00"], { stuck: true });
  await walkTo(at("12:00"), walk);
  expect(shown(moves)).toEqual(["09:01", "09:03", "09:07", "09:15", "09:31", "10:03", "11:03", "12:00"]);
});

test("it ends early when asked to, and does nothing when the target has passed", async () => {
  const early = clockWith(["09:30", "10:15"], { stopAt: "09:30" });
  await walkTo(at("11:00"), early.walk);
  expect(shown(early.moves)).toEqual(["09:30"]);
  const past = clockWith(["09:30"]);
  await walkTo(at("08:00"), past.walk);
  expect(past.moves).toEqual([]);
});
