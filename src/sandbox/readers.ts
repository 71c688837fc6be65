import { createInterface } from "node:readline/promises";
import type { Question, Reader } from "./sandbox.ts";

/** Somebody who types their answers. Enter alone lets time pass; `q`, the end of the input or Ctrl-C ends the sandbox. */
export function readerAtTerminal(signal: AbortSignal, end: () => void): Reader {
  return {
    signal,
    answer: async (question) => {
      const terminal = createInterface({ input: process.stdin, output: process.stdout });
      // readline takes Ctrl-C for itself while it asks.
      terminal.once("SIGINT", end);
      const closed = new Promise<"end">((resolve) => terminal.once("close", () => resolve("end")));
      try {
        const typed = await Promise.race([terminal.question(askFor(question), { signal }), closed]);
        if (typed === "end" || /^(q|quit|exit)$/i.test(typed.trim())) return "end";
        return typed.trim() === "" ? null : typed;
      } catch (error) {
        if (signal.aborted) return "end";
        throw error;
      } finally {
        terminal.close();
      }
    },
  };
}

/** A person who approves what the digest offers and tells in the debrief how it went. */
export function simulatedReader(signal: AbortSignal): Reader {
  return {
    signal,
    answer: async ({ type, drafts }) => {
      if (type === "debrief")
        return "It went well. Nora showed me the firmware of their flow meter, and we found a race in it together.";
      return drafts.length === 0 ? null : `${drafts.join(", ")} ok`;
    },
  };
}

const askFor = ({ type, drafts }: Question): string =>
  type === "debrief"
    ? "  How did it go? (your own words; Enter leaves it unanswered, q ends)\n  > "
    : `  Your reply (for example "${drafts[0] ?? 1} ok" or "${drafts[0] ?? 1} skip"; Enter lets time pass, q ends)\n  > `;
