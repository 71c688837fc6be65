import { confirm, isCancel } from "@clack/prompts";
import { SetupError } from "../setup-error.ts";

/** True where somebody can be asked: both ends are a terminal. */
export const atTerminal = (): boolean => process.stdin.isTTY === true && process.stdout.isTTY === true;

export const leftAsItWas = (): SetupError => new SetupError("Nothing was changed.");

/**
 * Asks yes or no at the terminal; No is what Enter says.
 * @throws SetupError when the answer is no, or when nobody can be asked and `yes` was not given.
 */
export async function consent(question: string, options: { readonly yes?: boolean }): Promise<void> {
  if (options.yes) return;
  if (!atTerminal())
    throw new SetupError(
      "Nobody can be asked here, for this is no terminal; add --yes if that is what you want.",
    );
  const answer = await confirm({ message: question, initialValue: false });
  if (isCancel(answer) || !answer) throw leftAsItWas();
}
