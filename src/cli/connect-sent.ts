import { isCancel, select } from "@clack/prompts";
import { atTerminal, leftAsItWas } from "./ask.ts";
import { line } from "./print.ts";

/**
 * The person confirms once which folder holds what they sent (SAFETY R26): a wrong one would hide what was said by hand.
 * @param known a name that they gave before, or an earlier time; then nothing is asked.
 * @throws SetupError when the person turns away.
 */
export async function confirmSentFolder(
  found: string,
  folders: readonly string[],
  known: boolean,
): Promise<string> {
  if (known || !atTerminal()) return found;
  const chosen = await select({
    message: "Which folder holds the mail that you sent?",
    initialValue: found,
    options: folders.map((folder) => ({ value: folder, label: line(folder) })),
  });
  if (isCancel(chosen)) throw leftAsItWas();
  return chosen;
}
