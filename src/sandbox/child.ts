import type { ChildProcess } from "node:child_process";

const stopWithin = 20_000;

/** Keeps the last lines of what a process says, for the moment when it fails. */
export function listen(child: ChildProcess): () => string {
  let said = "";
  const hear = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-8000);
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  return () => said.trim().split("\n").slice(-25).join("\n");
}

/** Asks a process to end, kills it when it has not ended after 20 s, and waits for it. */
export async function end(child: ChildProcess, signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill(signal);
  const late = AbortSignal.timeout(stopWithin);
  await Promise.race([
    ended,
    new Promise<void>((resolve) => late.addEventListener("abort", () => resolve())),
  ]);
  if (!hasEnded(child)) child.kill("SIGKILL");
  await ended;
}

export const hasEnded = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null;
