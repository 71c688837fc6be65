import { appendFileSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Chance, chanceFrom } from "./chance.ts";
import type { Meet } from "./failpoints.ts";

/** `kill` ends the process there and then, `soon` within 300 ms, `error` throws, `delay` waits for up to 500 ms. */
const actions = ["kill", "soon", "error", "delay"] as const;
type Action = (typeof actions)[number];

/** What is to happen at which step: at one by its name, at any with a probability, or at each once in the life of the data folder. */
type Order =
  | { readonly at: "step"; readonly name: string; readonly action: Action }
  | { readonly at: "any"; readonly probability: number; readonly action: Action }
  | { readonly at: "each"; readonly action: Action };

/**
 * Reads the value of AFTERWORD_FAILPOINT: orders with commas between them, each `NAME:ACTION`. NAME is a step ("send-due.claim:97 commit after"),
 * `*0.01` for any step with that probability, or `each` for every step once.
 * @throws Error that repeats the order which is none.
 */
export function readOrders(text: string): readonly Order[] {
  return text
    .split(",")
    .filter((each) => each !== "")
    .map((each) => {
      const [, name = "", said = ""] = /^(.+):([a-z]+)$/.exec(each) ?? [];
      const action = actions.find((one) => one === said);
      if (action === undefined)
        throw new Error(`"${each}" is no NAME:ACTION with one of ${actions.join(", ")}`);
      if (name === "each") return { at: "each", action };
      if (name.startsWith("*")) return { at: "any", probability: Number(name.slice(1)), action };
      return { at: "step", name, action };
    });
}

/** One line for each order that was carried out: its kind, the action and the step. */
export const carriedOut = (folder: string): string => join(folder, "carried-out");

/** Gives what a process does at each step. Steps that were met are written down in `folder`, one file each. */
export function obeying(orders: readonly Order[], folder: string, seed: number): Meet {
  const chance = chanceFrom(seed);
  const met = join(folder, "met");
  mkdirSync(met, { recursive: true });
  const known = new Set<string>();
  return async (step, when) => {
    const name = `${step} ${when}`;
    const isNew = !known.has(name) && firstEver(join(met, name.replaceAll("/", " ")));
    known.add(name);
    for (const order of orders) {
      if (!applies(order, name, isNew, chance)) continue;
      appendFileSync(carriedOut(folder), `${order.at} ${order.action} ${name}\n`);
      await carryOut(order.action, name, chance);
    }
  };
}

const applies = (order: Order, name: string, isNew: boolean, chance: Chance): boolean =>
  order.at === "any" ? chance() < order.probability : order.at === "each" ? isNew : order.name === name;

/** Made by one process alone, however many come to the step at once. */
function firstEver(path: string): boolean {
  try {
    openSync(path, "wx");
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

async function carryOut(action: Action, name: string, chance: Chance): Promise<void> {
  switch (action) {
    case "kill":
      process.kill(process.pid, "SIGKILL");
      return;
    case "soon":
      setTimeout(() => process.kill(process.pid, "SIGKILL"), chance() * 300);
      return;
    case "delay":
      await wait(chance() * 500);
      return;
    case "error":
      throw new Error(`an error that was ordered at ${name}`);
  }
}
