import { programCall } from "../domain/program-call.ts";
import { commandRepair, type RepairCommand } from "../flows/command-repair.ts";
import { SetupError } from "../setup-error.ts";
import { withProgram } from "./open.ts";
import { type JsonOption, line, print, printJson, spokenState } from "./print.ts";

/**
 * `afterword move`, `merge`, `split`, `undo` and `mark --is`: puts right what was understood wrongly, and shows how the candidacies stand then.
 * @throws SetupError when it is refused, with the reason.
 */
export const repair = (command: RepairCommand, options: JsonOption): Promise<void> =>
  withProgram(async ({ app, views }) => {
    const done = await commandRepair(app, command, { by: "cli" });
    if (!done.ok) throw new SetupError(done.error);
    const shown = (await views.candidacies()).filter(({ number }) => numbersOf(command).includes(number));
    if (options.json)
      return printJson({
        done: done.value,
        candidacies: shown.map(({ number, employer, role, state, because }) => ({
          number,
          employer,
          role,
          state,
          because,
        })),
      });
    print(line(done.value));
    for (const { number, employer, state, because } of shown)
      print(`${number}  ${line(employer)}: ${spokenState(state)}. ${line(because)}`.trimEnd());
    print(`Taken back with "${programCall} undo" and the number.`);
  });

/** `afterword move FROM TO`, or `move TO --mail ID` for a mail that stands in no candidacy. @throws SetupError where nothing says which mail is meant. */
export async function move(
  first: number,
  second: number | null,
  options: JsonOption & { readonly mail?: string },
): Promise<void> {
  const mail = options.mail ?? null;
  if (second === null && mail === null)
    throw new SetupError(
      `Say which mail: "${programCall} move 5 2", or "${programCall} move 2 --mail" and its Message-ID.`,
    );
  await repair(
    second === null
      ? { type: "move", number: null, to: first, mail }
      : { type: "move", number: first, to: second, mail },
    options,
  );
}

const numbersOf = (command: RepairCommand): readonly number[] => [
  ...(command.number === null ? [] : [command.number]),
  ...("to" in command ? [command.to] : []),
];
