import { type CandidacyState, type EmployerSize, employerSizes } from "../domain/candidacy.ts";
import { commandMark } from "../flows/command.ts";
import { SetupError } from "../setup-error.ts";
import { candidacyNumber } from "./one-candidacy.ts";
import { withProgram } from "./open.ts";
import { type JsonOption, line, print, printJson, spokenState } from "./print.ts";

export type MarkOptions = JsonOption & { readonly size?: EmployerSize; readonly state?: CandidacyState };

/** `afterword mark N`: what only the person knows. @throws SetupError when nothing is marked or there is no such candidacy. */
export async function mark(number: number, options: MarkOptions): Promise<void> {
  const { size, state } = options;
  if (!size && !state)
    throw new SetupError(`Say what to mark: --size (${employerSizes.join(", ")}) or --state, or both.`);
  await withProgram(async ({ app, views }) => {
    const done = await commandMark(
      app,
      number,
      { ...(size && { size }), ...(state && { state }) },
      { by: "cli" },
    );
    if (!done.ok) throw new SetupError(done.error);
    const { row } = await candidacyNumber(views, number);
    if (options.json)
      return printJson({
        number,
        employer: row.employer,
        state: row.state,
        size: row.size,
        because: row.because,
      });
    print(`${line(row.employer)} is marked: ${spokenState(row.state)}, size ${row.size}.`);
    if (row.because !== "") print(line(row.because));
  });
}
