import type { Kind } from "../domain/assessment.ts";
import { type CandidacyState, type EmployerSize, employerSizes } from "../domain/candidacy.ts";
import type { SpokenMoment } from "../domain/reply-moment.ts";
import { commandMark } from "../flows/command.ts";
import { SetupError } from "../setup-error.ts";
import { candidacyNumber } from "./one-candidacy.ts";
import { withProgram } from "./open.ts";
import { type JsonOption, line, print, printJson, spokenState } from "./print.ts";
import { repair } from "./repair.ts";

export type MarkOptions = JsonOption & {
  readonly size?: EmployerSize;
  readonly state?: CandidacyState;
  readonly country?: string;
  readonly zone?: string;
  readonly is?: Kind;
  readonly at?: SpokenMoment;
  readonly mail?: string;
};

/** `afterword mark N`: what only the person knows. @throws SetupError when nothing is marked or there is no such candidacy. */
export async function mark(number: number, options: MarkOptions): Promise<void> {
  const { size, state, country, zone, is, at, mail = null } = options;
  if ([size ?? state ?? country ?? zone, is, at].filter((one) => one !== undefined).length !== 1)
    throw new SetupError(
      `Say one thing to mark: --size (${employerSizes.join(", ")}), --country, --zone and --state, which go together, or --is, or --at.`,
    );
  if (is) return repair({ type: "is", number, kind: is, mail }, options);
  if (at) return repair({ type: "at", number, moment: at, mail }, options);
  await withProgram(async ({ app, views }) => {
    const done = await commandMark(
      app,
      number,
      {
        ...(size && { size }),
        ...(state && { state }),
        ...(country && { country }),
        ...(zone && { zone }),
      },
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
        country: row.country,
        zone: row.zone,
        because: row.because,
      });
    print(`${line(row.employer)} is marked: ${spokenState(row.state)}, size ${row.size}.`);
    if (row.because !== "") print(line(row.because));
  });
}
