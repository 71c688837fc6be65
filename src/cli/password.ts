import { text } from "node:stream/consumers";
import { isCancel, password as passwordPrompt } from "@clack/prompts";
import { SetupError } from "../setup-error.ts";
import { atTerminal, leftAsItWas } from "./ask.ts";

/** The password of a login. @throws SetupError when none comes, or the person turned away. */
export async function passwordOf(login: string): Promise<string> {
  const password = await readPassword(`Password of ${login}`);
  if (password === null)
    throw new SetupError(
      "No password came on standard input; pipe it in as its first line, or run this in a terminal.",
    );
  return password;
}

/**
 * Reads the password: hidden at a terminal, else the first line of standard input.
 * @returns null when standard input holds none.
 * @throws SetupError when the person turned away.
 */
async function readPassword(question: string): Promise<string | null> {
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
