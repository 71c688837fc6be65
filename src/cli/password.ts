import { text } from "node:stream/consumers";
import { isCancel, password as passwordPrompt } from "@clack/prompts";
import { atTerminal, leftAsItWas } from "./ask.ts";

/**
 * Reads the password: hidden at a terminal, else the first line of standard input.
 * @returns null when standard input holds none.
 * @throws SetupError when the person turned away.
 */
export async function readPassword(question: string): Promise<string | null> {
  if (atTerminal()) {
    const given = await passwordPrompt({
      message: question,
      validate: (words) => (words ? undefined : "The password is needed."),
    });
    if (isCancel(given)) throw leftAsItWas();
    return given;
  }
  if (process.stdin.isTTY) return null;
  const [first = ""] = (await text(process.stdin)).split(/\r?\n/);
  return first === "" ? null : first;
}
