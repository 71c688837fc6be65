import { type Candidacy, candidacyInWords } from "../domain/candidacy.ts";
import { defaultPreferences, leavesTime, withOwn } from "../domain/preferences.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import {
  type PersonSetting,
  type PreferenceSetting,
  type Setting,
  type WishSetting,
  withUnit,
} from "../domain/setting.ts";
import type { Deciding } from "./decide.ts";
import { setWishes } from "./set-wishes.ts";

/** What came of it, in a sentence; `isNew`: something is different from before. */
export type Kept = Result<{ readonly says: string; readonly isNew: boolean }, string>;

/** Keeps what a person told of themselves. `words` null: the default, where there is one. */
export async function keepAbout(
  deciding: Deciding,
  setting: PersonSetting,
  words: string | null,
): Promise<Kept> {
  const { tx, person } = deciding;
  const said = words ?? setting.default;
  if (said === null) return refuse(`${setting.name} has no default; write what it is to be.`);
  const about = setting.set(person, said);
  if (about === undefined) return refuse(notAllowed(setting));
  const { name, zone, country, digestAt } = about;
  await tx.people.update({ id: person.id, address: person.address, name, zone, country, digestAt });
  const [before, after] = [setting.words(person), setting.words(about)];
  return written(deciding, setting, null, { before, after, isNew: before !== after });
}

/** Keeps a number of POLICY, for everything or for one candidacy. `words` null: as it is where nobody changed it. */
export async function keepPreference(
  deciding: Deciding,
  setting: PreferenceSetting,
  candidacy: Candidacy | null,
  words: string | null,
): Promise<Kept> {
  const { tx, person } = deciding;
  const base = candidacy ? person.preferences : defaultPreferences;
  const own = candidacy
    ? (await tx.candidacies.lock(candidacy.id)).preferences
    : await tx.people.ownPreferences(person.id);
  const changed = words === null ? setting.unset(own) : setting.set(own, words);
  if (changed === undefined) return refuse(notAllowed(setting));
  const { sendFrom, sendUntil } = { ...base, ...changed };
  if (!leavesTime({ sendFrom, sendUntil }))
    return refuse(
      `send-from must lie at least an hour before send-until; it would be ${sendFrom} and ${sendUntil}.`,
    );
  if (candidacy) await tx.candidacies.update(candidacy.id, { preferences: changed });
  else await tx.people.set(person.id, { preferences: changed });
  const before = setting.words(withOwn(base, own));
  const after = setting.words(withOwn(base, changed));
  const isNew = before !== after || setting.isIn(own) !== setting.isIn(changed);
  return written(deciding, setting, candidacy, { before, after, isNew });
}

/** Keeps what is said of one candidacy. `words` null: as usual. */
export async function keepWish(
  deciding: Deciding,
  setting: WishSetting,
  candidacy: Candidacy,
  words: string | null,
): Promise<Kept> {
  const wishes = setting.read(words);
  if (wishes === undefined) return refuse(notAllowed(setting));
  const done = await setWishes(deciding, candidacy.id, wishes);
  return ok(done.ok ? { says: done.value.says, isNew: true } : { says: done.error, isNew: false });
}

async function written(
  { app, tx, person, proof }: Deciding,
  setting: Setting,
  candidacy: Candidacy | null,
  { before, after, isNew }: { before: string; after: string; isNew: boolean },
): Promise<Kept> {
  const whose = candidacy ? ` for ${candidacyInWords(candidacy)}` : "";
  const value = withUnit(setting, after);
  if (!isNew) return ok({ says: `${setting.name} is ${value}${whose} already.`, isNew: false });
  await tx.journal.append({
    personId: person.id,
    candidacyId: candidacy?.id ?? null,
    at: app.clock.now(),
    type: "set",
    by: "person",
    says: `You set ${setting.name}${whose} to ${value}; it was ${before}.`,
    data: { setting: setting.name, before, after, proof },
  });
  return ok({ says: `${setting.name} is ${value}${whose} now; it was ${before}.`, isNew: true });
}

const notAllowed = ({ name, allowed, unit }: Setting): string =>
  `${name} must be ${allowed}${unit === "" ? "" : ` (${unit})`}.`;
