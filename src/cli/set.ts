import type { Composed } from "../compose.ts";
import { programCall } from "../domain/program-call.ts";
import { settingNamed } from "../domain/settings.ts";
import { changeSetting, countsForAll, noSetting, saidOfOne } from "../flows/change-setting.ts";
import { noCandidacy } from "../flows/command.ts";
import type { CandidacyRow, Person, Tx } from "../ports/store.ts";
import { SetupError } from "../setup-error.ts";
import { withProgram } from "./open.ts";
import { peopleOf } from "./people.ts";
import { type JsonOption, line, paint, print, printJson, table } from "./print.ts";
import { type SetHere, type SettingRow, settingRows } from "./setting-rows.ts";

export type SetOptions = JsonOption & {
  readonly candidacy?: number;
  readonly default?: boolean;
  readonly person?: string;
};

/**
 * `afterword set`: lists what can be changed, shows one setting, or changes it, for everything or for one candidacy.
 * @throws SetupError for an unknown name, a value that is not allowed, or no such candidacy.
 */
export async function set(
  name: string | undefined,
  value: readonly string[],
  options: SetOptions,
): Promise<void> {
  const words = options.default ? null : value.join(" ");
  if (words === null && (name === undefined || value.length > 0))
    throw new SetupError(
      `With --default name one setting and no value: "${programCall} set after-promise --default".`,
    );
  await withProgram(async ({ app }) => {
    const [person] = await peopleOf(app, options.person);
    const candidacy = options.candidacy ?? null;
    if (name === undefined || words === "") return show(await setHere(app, person, candidacy), name, options);
    const done = await changeSetting(app, person.id, { name, candidacy, words }, { by: "cli" });
    if (!done.ok) throw new SetupError(done.error);
    if (options.json) {
      const row = one(await setHere(app, person, candidacy), name);
      return printJson({ done: done.value, ...row });
    }
    print(line(done.value));
    if (candidacy !== null) print(line(await becauseOf(app, person, candidacy)));
  });
}

function show(here: SetHere, name: string | undefined, options: SetOptions): void {
  const rows = name === undefined ? settingRows(here) : [one(here, name)];
  if (options.json) {
    printJson(name === undefined ? rows : rows[0]);
    return;
  }
  const head = ["setting", "is", "set by", "default", "unit", "meaning"];
  const [first = "", ...rest] = table([head, ...rows.map(cellsOf)]).split("\n");
  print(paint("bold", first));
  for (const each of rest) print(each);
  print();
  print(
    name === undefined
      ? `Change one with "${programCall} set after-promise 3", take it back with "${programCall} set after-promise --default"; "--candidacy 4" is for one candidacy.`
      : `It can be ${rows[0]?.allowed}.`,
  );
}

const cellsOf = (row: SettingRow): readonly string[] => [
  row.name,
  line(String(row.value)),
  row.from,
  String(row.default ?? ""),
  row.unit,
  row.means,
];

function one(here: SetHere, name: string): SettingRow {
  const setting = settingNamed(name);
  if (!setting) throw new SetupError(noSetting(name));
  const row = settingRows(here).find((each) => each.name === setting.name);
  if (row) return row;
  throw new SetupError(setting.of === "wishes" ? saidOfOne(setting) : countsForAll(setting));
}

const setHere = (app: Composed["app"], { id }: Person, number: number | null): Promise<SetHere> =>
  app.store.transaction(async (tx) => {
    const person = await tx.people.get(id);
    const own = await tx.people.ownPreferences(id);
    if (number === null) return { person, own, candidacy: null };
    const candidacy = await numbered(tx, id, number);
    const { wishes } = await tx.candidacies.facts(candidacy.id, person);
    return { person, own, candidacy: { preferences: candidacy.preferences, wishes } };
  });

const becauseOf = (app: Composed["app"], { id }: Person, number: number): Promise<string> =>
  app.store.transaction(async (tx) => (await numbered(tx, id, number)).because);

/** Numbers are each person's own. */
async function numbered(tx: Tx, id: Person["id"], number: number): Promise<CandidacyRow> {
  const candidacy = await tx.candidacies.byNumber(id, number);
  if (!candidacy) throw new SetupError(noCandidacy(number));
  return candidacy;
}
