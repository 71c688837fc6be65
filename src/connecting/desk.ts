import type { Secret } from "../ports.ts";
import { backFrom, meet, save, suggested, tryServers } from "./desk-moves.ts";
import { standingOf } from "./desk-standing.ts";
import type { AboutPerson, DeskTools, Held, Servers, Step } from "./desk-steps.ts";

/** Connects one mailbox, step by step, for a face that forgets between two questions. What is decided for another step than the one it stands at is left alone. */
export type Desk = {
  readonly step: () => Promise<Step>;
  /** Reads who the person is and looks for the servers; no password is known by then (SAFETY R52). */
  readonly meet: (about: AboutPerson) => Promise<void>;
  /** Tries both servers with that password. */
  readonly try: (servers: Servers, password: Secret) => Promise<void>;
  /** Saves the mailbox; the folder of sent mail is confirmed by it (SAFETY R26). */
  readonly save: (folder: string) => Promise<void>;
  readonly back: () => Promise<void>;
};

export function createDesk(tools: DeskTools): Desk {
  let held: Held = { at: "person", about: suggested(), refusals: {} };
  let turn: Promise<void> = Promise.resolve();
  // A button that is pressed twice finds the second time that the step is over.
  const alone = (work: () => Promise<Held>): Promise<void> => {
    turn = turn
      .catch(() => undefined)
      .then(async () => {
        held = await work();
      });
    return turn;
  };
  return {
    step: async () => {
      if (held.at === "connected") return standingOf(tools.app, held);
      if (held.at !== "sent") return held;
      const { at, about, folders, folder } = held;
      return { at, about, folders, folder };
    },
    meet: (about) => alone(async () => (held.at === "person" ? meet(tools, about) : held)),
    try: (servers, password) =>
      alone(async () => (held.at === "servers" ? tryServers(tools, held, servers, password) : held)),
    save: (folder) => alone(async () => (held.at === "sent" ? save(tools, held, folder) : held)),
    back: () => alone(async () => backFrom(held)),
  };
}
