import { progress, spinner } from "@clack/prompts";
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

export type Bar = Progress & { readonly reached: (done: number, of: number) => void };

/** The same for work that can be counted: a bar at a terminal, a line every tenth elsewhere. */
export function startBar(says: string, options: JsonOption): Bar {
  if (options.json || !atTerminal()) {
    let told = 0;
    if (!options.json) print(`${says} …`);
    const say = (words: string) => (options.json ? undefined : print(words));
    return {
      reached: (done, of) => {
        const tenth = of === 0 ? 10 : Math.floor((done * 10) / of);
        if (tenth > told && tenth < 10) say(`${done} of ${of} mails`);
        told = Math.max(told, tenth);
      },
      done: say,
      failed: say,
    };
  }
  const bar = progress({ max: 1_000 });
  let shown = 0;
  bar.start(says);
  return {
    reached: (done, of) => {
      const now = of === 0 ? 1_000 : Math.floor((done * 1_000) / of);
      bar.advance(now - shown, `${says}: ${done} of ${of}`);
      shown = now;
    },
    done: (words) => bar.stop(words),
    failed: (words) => bar.error(words),
  };
}
