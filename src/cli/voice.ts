import { programCall } from "../domain/program-call.ts";
import { learnVoice } from "../flows/learn-voice.ts";
import { forgetVoice, tellVoice } from "../flows/tell-voice.ts";
import { SetupError } from "../setup-error.ts";
import { withProgram } from "./open.ts";
import { peopleOf } from "./people.ts";
import { type JsonOption, line, paint, print, printJson } from "./print.ts";

export type VoiceOptions = JsonOption & {
  readonly person?: string;
  readonly learn?: boolean;
  /** The number of a lesson, or "all". */
  readonly forget?: number | "all";
};

/**
 * `afterword voice`: how the person writes, as their Sent mail and their edits tell; all that is kept of it.
 * @throws SetupError when the mailbox cannot be read, or there is no such lesson.
 */
export const voice = (options: VoiceOptions): Promise<void> =>
  withProgram(async ({ app }) => {
    const [person] = await peopleOf(app, options.person);
    if (options.forget !== undefined) {
      const done = await forgetVoice(app, person.id, options.forget);
      if (!done.ok) throw new SetupError(done.error);
      if (!options.json) print(line(done.value));
    }
    if (options.learn) {
      const learnt = await learnVoice(app, person.id);
      if (!learnt.ok) throw new SetupError(learnt.error.says);
    }
    const { lines, profile, lessons } = await tellVoice(app, person.id);
    if (options.json)
      return printJson({
        profile,
        lessons: lessons.map(({ at, lesson }, place) => ({ n: place + 1, at: at.toString(), ...lesson })),
      });
    if (lines === null)
      print(`Your Sent mail has not been read for this yet; "${programCall} voice --learn" reads it now.`);
    for (const one of lines ?? []) print(line(one));
    if (lessons.length > 0) print(`\n${paint("bold", "Learnt from what you changed in drafts")}`);
    lessons.forEach(({ lesson }, place) => {
      print(`${place + 1}. ${line(lesson.says)}`);
    });
    if (lessons.length > 0) print(`"${programCall} voice --forget 1" deletes one.`);
  });
