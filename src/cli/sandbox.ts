import { awaitEnding } from "../sandbox/ending.ts";
import { readerAtTerminal, simulatedReader } from "../sandbox/readers.ts";
import { playSandbox, sandboxZone } from "../sandbox/sandbox.ts";
import { openTeller } from "../sandbox/telling.ts";

export type SandboxOptions = {
  /** A simulated person answers, and the story plays to its end. */
  readonly tour?: boolean;
  readonly json?: boolean;
};

/**
 * `afterword sandbox`: the whole program on servers in this process, with a simulated employer. Without a terminal, or with
 * `tour`, a simulated person answers.
 * @returns exit code: 0 at the end of the story or when the reader ends it, 1 when the program broke or a tour did not come
 * to its end.
 */
export async function runSandbox(options: SandboxOptions): Promise<number> {
  const isTour =
    options.tour === true || options.json === true || !process.stdin.isTTY || !process.stdout.isTTY;
  const ending = awaitEnding();
  const teller = openTeller({ json: options.json ?? false, zone: sandboxZone });
  try {
    const reader = isTour ? simulatedReader(ending.signal) : readerAtTerminal(ending.signal, ending.end);
    const { isOver, lines } = await playSandbox(reader, teller);
    teller.line(ending.signal.aborted ? "\nEnded." : "\nThe end", "bold");
    for (const line of lines) teller.line(`  ${line}`);
    teller.object({ event: "ended", is_over: isOver, says: lines });
    return isTour && !isOver && !ending.signal.aborted ? 1 : 0;
  } catch (error) {
    console.error(`The sandbox could not go on. ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  } finally {
    ending.release();
  }
}
