import { spinner } from "@clack/prompts";
import { atTerminal } from "./ask.ts";
import { type JsonOption, print } from "./print.ts";

export type Progress = { readonly done: (says: string) => void; readonly failed: (says: string) => void };

/** Tells that something takes a while: a spinner at a terminal, a line elsewhere, nothing with `json`. */
export function startProgress(says: string, options: JsonOption): Progress {
  if (options.json || !atTerminal()) {
    if (!options.json) print(`${says} …`);
    return { done: (words) => (options.json ? undefined : print(`${words}.`)), failed: () => undefined };
  }
  const spinning = spinner();
  spinning.start(says);
  return { done: (words) => spinning.stop(words), failed: (words) => spinning.error(words) };
}
