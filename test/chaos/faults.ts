import { setTimeout as wait } from "node:timers/promises";
import { type Chance, oneOf } from "./chance.ts";
import type { Processes } from "./processes.ts";
import type { World } from "./world.ts";

/** Milliseconds between two faults, on average, in which all processes work: what has only begun to start breaks nothing. */
const everyMs = 2_000;

/** Breaks things at random until it is told to stop; gives how often it did what. */
export function breakThings(world: World, processes: Processes, count: number, chance: Chance) {
  const done: Record<string, number> = {};
  let going = true;
  const anyOne = () => Math.floor(chance() * count);
  const wires = () => [
    world.smtp,
    world.postgres.wire,
    ...(world.redis ? [world.redis.wire] : []),
    ...world.boxes.map(({ wire }) => wire),
  ];
  const anyWire = () =>
    oneOf(
      chance,
      wires().map((wire) => [wire === world.smtp ? 3 : 1, wire] as const),
    );
  const faults: readonly (readonly [number, string, () => unknown])[] = [
    [20, "SIGKILL", () => processes.signal(anyOne(), "SIGKILL")],
    [4, "SIGTERM", () => processes.signal(anyOne(), "SIGTERM")],
    [4, "stopped for a while", () => processes.freeze(anyOne(), 500 + chance() * 11_000)],
    [1, "PostgreSQL ended at once", () => world.postgres.crash()],
    [8, "connections reset", () => anyWire().cut()],
    [6, "black hole", () => anyWire().swallow(500 + chance() * 3_000)],
    [4, "half a connection dead", () => anyWire().deafen(500 + chance() * 3_000)],
    [4, "slow network", () => anyWire().slow(chance() * 400, 3_000)],
    ...(world.redis
      ? ([
          [1, "Redis killed", () => world.redis?.crash()],
          [1, "Redis emptied", () => world.redis?.forgetAll()],
        ] as const)
      : []),
  ];
  const running = (async () => {
    while (going) {
      let left = everyMs * 2 * chance();
      for (const look = 100; going && left > 0; await wait(look))
        if (processes.working() === count) left -= look;
      if (!going) return;
      const [, name, act] = oneOf(
        chance,
        faults.map((fault) => [fault[0], fault] as const),
      );
      done[name] = (done[name] ?? 0) + 1;
      await act();
    }
  })();
  return {
    done,
    stop: async () => {
      going = false;
      await running;
    },
  };
}
