import { type FollowUpKind, mannerOf } from "../domain/follow-up.ts";
import { showPrompt } from "../flows/show-prompt.ts";
import { SetupError } from "../setup-error.ts";
import { withProgram } from "./open.ts";
import { block, type JsonOption, print, printJson } from "./print.ts";

/**
 * `afterword prompts show KIND --for N`: exactly what a model would be asked, so that prompts can be judged by reading.
 * @throws SetupError when that candidacy has no such mail.
 */
export const prompts = (wanted: string, options: JsonOption & { readonly for: number }): Promise<void> =>
  withProgram(async ({ app }) => {
    const kind = kindSaid(wanted);
    if (kind === null)
      throw new SetupError(`“${wanted}” is no kind of mail; there are ${Object.keys(mannerOf).join(", ")}.`);
    const shown = await showPrompt(app, options.for, kind);
    if (!shown.ok) throw new SetupError(shown.error);
    if (options.json) printJson({ kind, candidacy: options.for, prompt: shown.value });
    else print(block(shown.value, ""));
  });

/** "check-in" is as good as "check_in". */
const kindSaid = (words: string): FollowUpKind | null =>
  (Object.keys(mannerOf) as FollowUpKind[]).find((kind) => kind === words.trim().replaceAll("-", "_")) ??
  null;
