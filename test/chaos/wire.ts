import { once } from "node:events";
import { type AddressInfo, connect, createServer, type NetConnectOpts, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** A network between the program and a server: it passes every byte, until it is told not to. */
export type Wire = {
  readonly port: number;
  /** Resets every connection there is. */
  readonly cut: () => void;
  /** Swallows every byte of every connection there is for so long, in milliseconds; then resets them. No end is told before: a black hole. */
  readonly swallow: (milliseconds: number) => void;
  /** One direction alone is dead for so long: the server hears, its answers are lost. */
  readonly deafen: (milliseconds: number) => void;
  /** Everything comes late by so much, for so long. */
  readonly slow: (by: number, milliseconds: number) => void;
  readonly close: () => Promise<void>;
};

/** `target` is asked for at each connection: a server may have moved meanwhile. */
export async function openWire(target: () => NetConnectOpts): Promise<Wire> {
  const pairs = new Set<{ near: Socket; far: Socket; lostUp: boolean; lostDown: boolean }>();
  const late = delays();
  const server = createServer((near) => {
    const far = connect(target());
    const pair = { near, far, lostUp: false, lostDown: false };
    pairs.add(pair);
    for (const [one, other, lost] of [
      [near, far, () => pair.lostUp],
      [far, near, () => pair.lostDown],
    ] as const) {
      const inOrder = late.queue();
      one.setNoDelay(true);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        pairs.delete(pair);
        other.destroy();
      });
      one.on("end", () => inOrder(() => other.end()));
      one.on("data", (chunk) => {
        if (!lost()) inOrder(() => other.destroyed || other.write(chunk));
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const reset = (all: Iterable<{ near: Socket; far: Socket }>) => {
    for (const { near, far } of all) {
      near.resetAndDestroy();
      far.destroy();
    }
  };
  const lose = (milliseconds: number, up: boolean) => {
    const struck = [...pairs];
    for (const pair of struck) Object.assign(pair, { lostUp: up, lostDown: true });
    setTimeout(() => reset(struck), milliseconds).unref();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => reset([...pairs]),
    swallow: (milliseconds) => lose(milliseconds, true),
    deafen: (milliseconds) => lose(milliseconds, false),
    slow: late.set,
    close: async () => {
      server.close();
      for (const { near, far } of pairs) {
        near.destroy();
        far.destroy();
      }
    },
  };
}

/** Holds things back by the delay that holds now, and never lets one overtake another. */
function delays() {
  let by = 0;
  return {
    set: (milliseconds: number, during: number) => {
      by = milliseconds;
      setTimeout(() => {
        by = 0;
      }, during).unref();
    },
    queue: () => {
      let behind: Promise<unknown> = Promise.resolve();
      let waiting = 0;
      return (then: () => unknown) => {
        if (by === 0 && waiting === 0) return void then();
        const due = performance.now() + by;
        waiting += 1;
        behind = behind
          .then(() => wait(Math.max(0, due - performance.now())))
          .then(then)
          .finally(() => {
            waiting -= 1;
          });
      };
    },
  };
}
